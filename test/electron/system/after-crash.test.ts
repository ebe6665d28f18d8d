import { expect, test } from 'vitest';
import { afterCrash, errorText } from '../../../electron/system/after-crash.ts';

test.each([
  ['crashed', 0, 'reload'],
  ['oom', 0, 'reload'],
  ['killed', 0, 'reload'],
  ['crashed', 1, 'close'],
  ['clean-exit', 0, 'nothing'],
  ['clean-exit', 1, 'nothing'],
])('a page that is gone because it %s, %i times before: %s', (reason, timesBefore, expected) => {
  expect(afterCrash(reason, timesBefore)).toBe(expected);
});

test('an error is told with where it came from, anything else as it is', () => {
  expect(errorText(new TypeError('bad'))).toMatch(/^TypeError: bad\n\s+at /);
  expect(errorText('just words')).toBe('just words');
});
