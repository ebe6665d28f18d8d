import { expect, test } from 'vitest';
import { backOffMs } from '../../../electron/platform/back-off.ts';

test.each([
  [1, 1000],
  [2, 2000],
  [3, 5000],
  [4, 10_000],
  [5, 20_000],
  [6, 40_000],
  [7, 60_000],
  [8, 60_000],
  [500, 60_000],
])('after failure %i it waits around %i ms, a fifth to either side', (attempt, expected) => {
  expect(backOffMs(attempt, 0.5)).toBe(expected);
  expect(backOffMs(attempt, 0)).toBe(expected * 0.8);
  expect(backOffMs(attempt, 0.999_999)).toBeCloseTo(expected * 1.2, -1);
});
