import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceleratorOf, isAccelerator, keyWords, type Press } from '../../../electron/model/accelerator.ts';

const press = (code: string, ...held: readonly ('ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey')[]): Press => ({
  code,
  ctrlKey: held.includes('ctrlKey'),
  altKey: held.includes('altKey'),
  shiftKey: held.includes('shiftKey'),
  metaKey: held.includes('metaKey'),
});

test.each<[Press, string | null]>([
  [press('KeyQ', 'ctrlKey', 'altKey'), 'Control+Alt+Q'],
  [press('Digit1', 'metaKey'), 'Super+1'],
  [press('F9', 'shiftKey', 'ctrlKey'), 'Control+Shift+F9'],
  [press('ArrowUp', 'altKey', 'ctrlKey'), 'Control+Alt+Up'],
  [press('Space', 'ctrlKey'), 'Control+Space'],
  [press('KeyQ'), null],
  [press('KeyQ', 'shiftKey'), null],
  [press('ControlLeft', 'ctrlKey'), null],
  [press('AltLeft', 'ctrlKey', 'altKey'), null],
  [press('Escape', 'ctrlKey'), null],
  [press('Tab', 'altKey'), null],
])('%j is %s', (given, expected) => {
  expect(acceleratorOf(given)).toBe(expected);
});

test.each(['', 'Q', 'Shift+Q', 'Alt+Control+Q', 'Control+Control+Q', 'Control+', 'Control+Alt', 'Control+q', 'Control+F25', 'CmdOrCtrl+Q'])(
  '"%s" is not taken from other programs',
  (text) => {
    expect(isAccelerator(text)).toBe(false);
  },
);

test('whatever is in a settings file, it is checked without a throw', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof isAccelerator(text) === 'boolean'));
});

test('keys are said as they stand on a keyboard', () => {
  expect(keyWords('Control+Alt+Q')).toEqual(['Ctrl', 'Alt', 'Q']);
});
