import { expect, test } from 'vitest';
import { instant, isoDurationMs, secondsToMs } from '../../../../electron/platform/decode/time.ts';

const AT = Date.UTC(2022, 5, 22, 14, 20, 17);

test.each<[unknown, number | null]>([
  ['2022-06-22T14:20:17Z', AT],
  ['2022-06-22T14:20:17.7Z', AT + 700],
  ['2022-06-22T14:20:17.73Z', AT + 730],
  ['2022-06-22T14:20:17.733Z', AT + 733],
  ['2022-06-22T14:20:17.733084Z', AT + 733],
  ['2022-06-22T14:20:17.733084815Z', AT + 733],
  ['2022-06-22T14:20:17.000000001Z', AT],
  ['2022-06-22T16:20:17+02:00', AT],
  ['2022-06-22T16:20:17.5+0200', AT + 500],
  ['2022-06-22T14:20:17', AT],
  [AT, AT],
  [0, null],
  [-1, null],
  [1e300, null],
  [Number.NaN, null],
  ['', null],
  ['1', null],
  ['yesterday', null],
  ['2022-13-45T99:99:99Z', null],
  [null, null],
  [{}, null],
])('reads the time %j as %j', (sent, expected) => {
  expect(instant(sent)).toBe(expected);
});

test.each<[unknown, number | null]>([
  ['PT3M4S', 184_000],
  ['PT32M13.659S', 1_933_659],
  ['PT0S', 0],
  ['PT1H', 3_600_000],
  ['P1DT1S', 86_401_000],
  ['PT0.0004S', 0],
  ['PT', null],
  ['P', null],
  ['3 min', null],
  [184, null],
])('reads the duration %j as %j ms', (sent, expected) => {
  expect(isoDurationMs(sent)).toBe(expected);
});

test.each<[unknown, number | null]>([
  [61, 61_000],
  [0.25, 250],
  [0, 0],
  [-1, null],
  [null, null],
  ['61', null],
])('reads %j seconds as %j ms', (sent, expected) => {
  expect(secondsToMs(sent)).toBe(expected);
});
