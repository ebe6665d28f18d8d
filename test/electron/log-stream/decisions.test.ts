import { expect, test } from 'vitest';
import { executionAfter, linesOf, mayContinue, NO_EXECUTION } from '../../../electron/log-stream/execution.ts';
import { createPace } from '../../../electron/log-stream/pace.ts';
import { nextTry } from '../../../electron/log-stream/retry.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { aLine, lineRange, LOG_T0 } from '../../support/a-log.ts';

const HOUR = 3_600_000;
const OFFLINE: Problem = { kind: 'offline', code: 'ECONNREFUSED' };

test.each([1, 2, 3, 4, 5, 6, 99])('waits longer after each failure, half a minute at most (failure %i)', (failures) => {
  const waits = [1000, 2000, 5000, 10_000, 30_000];
  expect(nextTry(OFFLINE, failures, 0)).toBe(waits[Math.min(failures, 5) - 1]);
});
test.each<Problem>([
  { kind: 'signed-out' },
  { kind: 'refused', answer: 401 },
  { kind: 'forbidden', answer: 403 },
  { kind: 'gone' },
  { kind: 'bad-request', answer: 400, detail: '' },
  { kind: 'bad-address', address: '' },
])('does not ask again when that cannot help: $kind', (problem) => {
  expect(nextTry(problem, 1, 0)).toBeNull();
});
test('does not ask before a rate limit ends', () => {
  expect(nextTry({ kind: 'rate-limited', notBefore: 60_000 }, 1, 0)).toBe(60_000);
  expect(nextTry({ kind: 'rate-limited', notBefore: null }, 1, 0)).toBe(1000);
});

test('takes a run for over once the engine has said its last word, and for running while it is silent for less than six hours', () => {
  const running = executionAfter(NO_EXECUTION, lineRange(0, 2));
  expect(running).toEqual({ id: 'run-1', isOver: false, lastAt: LOG_T0 + 2000 });
  expect(mayContinue(running, LOG_T0 + HOUR)).toBe(true);
  expect(mayContinue(running, LOG_T0 + 7 * HOUR)).toBe(false);
  const over = executionAfter(running, [aLine(3, { step: 'Terminated' })]);
  expect(over.isOver).toBe(true);
  expect(mayContinue(over, LOG_T0 + 4000)).toBe(false);
});
test('begins anew with the first line of another run', () => {
  const over = executionAfter(NO_EXECUTION, [aLine(0, { step: 'Terminated' })]);
  expect(executionAfter(over, [aLine(1, { executionId: null })]).isOver).toBe(true);
  expect(executionAfter(over, [aLine(1, { executionId: 'run-2' })])).toMatchObject({ id: 'run-2', isOver: false });
});
test('cuts where another run begins', () => {
  const lines = [...lineRange(0, 1), aLine(2, { executionId: null }), aLine(3, { executionId: 'run-2' })];
  expect(linesOf('run-1', lines)).toEqual({ lines: lines.slice(0, 3), isCut: true });
  expect(linesOf(null, lines)).toEqual({ lines, isCut: false });
});

test('says about how many lines a lost connection cost, from the pace before it', () => {
  const pace = createPace();
  pace.add(
    lineRange(0, 100).map((line, index) => ({ ...line, at: index * 100 })),
    9_900,
  );
  expect(pace.linesIn(12_000, 9_900)).toBe(121);
});
test('a burst and then silence is no pace that went on', () => {
  const pace = createPace();
  pace.add(
    lineRange(0, 1_000).map((line, index) => ({ ...line, at: LOG_T0 + index / 100 })),
    LOG_T0,
  );
  expect(pace.linesIn(1_000, LOG_T0 + 10_000)).toBe(20); // 200 lines in ten seconds, not 100,000 in one
});
test.each([
  ['too few lines', lineRange(0, 10)],
  ['no times', lineRange(0, 50, { at: null })],
  ['one time', lineRange(0, 50, { at: LOG_T0 })],
])('says no number from %s', (_, lines) => {
  const pace = createPace();
  pace.add(lines, LOG_T0);
  expect(pace.linesIn(12_000, LOG_T0)).toBeNull();
});
