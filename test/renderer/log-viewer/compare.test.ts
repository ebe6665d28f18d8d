import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { addSayings, newLines, normalised } from '../../../renderer/log-viewer/compare.ts';
import { EMPTY_LOG, withLines } from '../../../renderer/log-viewer/kept-log.ts';
import { aLine } from '../../support/a-log.ts';

test.each([
  ['#8 7.381 npm http fetch GET 200 https://r.test/p 12ms', '#8 7.508 npm http fetch GET 304 https://r.test/p 9ms'],
  ['pushing sha256:0f3c9a1b22 of shop', 'pushing sha256:aa17d0ffe9 of shop'],
  ['at 2026-11-24T14:02:48.118Z done', 'at 2026-11-23 09:00:00 done'],
  ['14:02:48 ready in 3.2 s', '9:01:02 ready in 14 s'],
  ['request 1b4e28ba-2fa1-11d2-883f-0016d3cca427 ended', 'request 9c858901-8a57-4791-81fe-4c455b099bc9 ended'],
  ['pod api-7c9f8d5b6d-2xk4p is ready', 'pod api-6bd4c8fb7c-zqwrt is ready'],
  ['pod job-xk4p2 is ready', 'pod job-9vbcd is ready'],
  ['\u001B[32mok\u001B[0m  3 tests', 'ok 4 tests'],
])('takes %s for the same as another run’s', (one, other) => {
  expect(normalised(one)).toBe(normalised(other));
});

test.each([
  ['cannot find module money', 'cannot find module total'],
  ['proxied over -https', 'proxied over -nginx'],
  ['deadbeef', 'cafecafe'],
  ['face', 'fade'],
])('keeps %s and %s apart', (one, other) => {
  expect(normalised(one)).not.toBe(normalised(other));
});

test('a line is new when nobody of that name says it in the good run; one without words never is', () => {
  const good = packLines([aLine(0, { text: 'step 1 took 3 s' }), aLine(1, { text: 'killed', sender: 'db' })]);
  const lines = [
    aLine(0, { text: 'step 2 took 40 s' }),
    aLine(1, { text: 'killed' }),
    aLine(2, { text: '' }),
    aLine(3, { text: 'out of memory' }),
  ];
  const log = withLines(EMPTY_LOG, packLines(lines));
  const sayings = new Set<string>();
  addSayings(sayings, good, 0, 1);
  addSayings(sayings, good, 1, 50);
  expect(newLines(log, sayings, 0, 4)).toEqual([1, 3]);
  expect(newLines(log, sayings, 2, 4)).toEqual([3]);
  expect(newLines(log, sayings, 0, 3)).toEqual([1]);
});

test('a line of a megabyte is compared by its beginning', () => {
  const text = 'x'.repeat(1_000_000);
  const log = withLines(EMPTY_LOG, packLines([aLine(0, { text: `${text}a` })]));
  const sayings = new Set<string>();
  addSayings(sayings, packLines([aLine(0, { text: `${text}b` })]), 0, 1);
  expect(newLines(log, sayings, 0, 1)).toEqual([]);
});
