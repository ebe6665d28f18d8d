import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { packLines } from '../../../electron/contract/log-pack.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { EMPTY_LOG, withLines, withState } from '../../../renderer/log-viewer/kept-log.ts';
import { layoutOf } from '../../../renderer/log-viewer/lines.ts';
import { errorOfLine, isOpened, openingLine, textOfLine } from '../../../renderer/log-viewer/opening.ts';
import { FIRST_VIEW, following, paused, standingAt, toggled, unfoldedAt } from '../../../renderer/log-viewer/view.ts';
import { aLine, anErrorLine, AN_ERROR, lineRange, LOG_T0 } from '../../support/a-log.ts';

const place = (more: Partial<LogPlace>): LogPlace => ({
  kind: 'deployment',
  organizationId: 'o',
  projectId: 'p',
  environmentId: 'e',
  serviceId: null,
  executionId: null,
  lineKey: null,
  ...more,
});
const LINES: readonly LogLine[] = [
  aLine(0),
  anErrorLine(1, { senderId: 'db' }),
  anErrorLine(2, { isCancellation: true }),
  anErrorLine(3),
  anErrorLine(4),
];
const logOf = (lines: readonly LogLine[]) => withLines(EMPTY_LOG, packLines(lines));
const opened = (more: Partial<LogPlace>, lines = LINES): number | null => {
  const log = logOf(lines);
  return openingLine(log, layoutOf(log, { columns: 0, isWrapped: false, filter: null, unfolded: new Map() }), place(more));
};

test.each([
  ['at the line it was opened for', { lineKey: 'line 4', serviceId: 'db' }, 4],
  ['at the first error of its service', { serviceId: 'api' }, 3],
  ['at the first error when the line is not there', { lineKey: 'gone' }, 1],
  ['at the first error when its service has none', { serviceId: 'worker' }, 1],
  ['at the first error when nothing was asked', {}, 1],
] as const)('opens %s', (_, more, number) => {
  expect(opened(more)).toBe(number);
});
test('a live log is watched, not opened at its first error, unless at a line', () => {
  expect(opened({ kind: 'service', serviceId: 'api' })).toBeNull();
  expect(opened({ kind: 'service', serviceId: 'api', lineKey: 'line 4' })).toBe(4);
});
test('opens nowhere in particular while there is no error', () => {
  expect(opened({ serviceId: 'api' }, lineRange(0, 9))).toBeNull();
});

test('is opened when the log is over, or speaks of what happens now', () => {
  const log = logOf(lineRange(0, 9));
  expect(isOpened(log, LOG_T0 + 60_000)).toBe(false);
  expect(isOpened(withLines(log, packLines([aLine(61)])), LOG_T0 + 60_000)).toBe(true);
  expect(isOpened(withState(log, { kind: 'finished', problem: null, nextTryAt: null, lastAt: null }), LOG_T0 + 60_000)).toBe(true);
  expect(isOpened(EMPTY_LOG, LOG_T0)).toBe(false);
});

test('reads a line and its error by number, and nothing of a line that is not kept', () => {
  const log = logOf(LINES);
  expect([textOfLine(log, 0), errorOfLine(log, 0)]).toEqual(['line 0', null]);
  expect(errorOfLine(log, 1)).toEqual(AN_ERROR);
  expect([textOfLine(log, 99), errorOfLine(log, 99)]).toEqual(['', null]);
});

test('counts what comes from the moment on when the end was left', () => {
  const left = paused(FIRST_VIEW, 100);
  expect(left).toMatchObject({ isFollowing: false, leftAt: 100 });
  expect(paused(left, 250)).toBe(left);
  expect(following(left).isFollowing).toBe(true);
  expect(standingAt(FIRST_VIEW, 7, 100)).toMatchObject({ isFollowing: false, leftAt: 100, current: 7 });
});

test('folds and unfolds explanations', () => {
  const open = toggled(FIRST_VIEW, 3);
  expect([...open.unfolded]).toEqual([3]);
  expect([...toggled(open, 3).unfolded]).toEqual([]);
  expect(unfoldedAt(open, 3)).toBe(open);
});
