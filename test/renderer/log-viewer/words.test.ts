import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import { packLines } from '../../../electron/contract/log-pack.ts';
import type { LogState } from '../../../electron/model/log-line.ts';
import { EMPTY_LOG, withLines, withState, type KeptLog } from '../../../renderer/log-viewer/kept-log.ts';
import { EVERY_LINE } from '../../../renderer/log-viewer/line-filter.ts';
import { emptyText, gapText, leftText, stateText } from '../../../renderer/log-viewer/status-words.ts';
import { secondText, shortTime, timeOfLine } from '../../../renderer/log-viewer/times.ts';
import { lineRange } from '../../support/a-log.ts';

/** 14:03:09.042 of the machine's own zone. */
const AT = new Date(2026, 10, 24, 14, 3, 9, 42).getTime();
const state = (kind: LogState['kind'], more: Partial<LogState> = {}): LogState => ({
  kind,
  problem: null,
  nextTryAt: null,
  lastAt: null,
  ...more,
});
const logIn = (one: LogState, tries = 0): KeptLog => ({ ...withState(EMPTY_LOG, one), tries });

test.each([
  [state('loading'), 0, 'Connecting…'],
  [state('live'), 0, 'Live, no line yet'],
  [state('live', { lastAt: AT - 1000 }), 0, 'Live, last line 1 s ago'],
  [state('live', { lastAt: AT + 500 }), 0, 'Live, last line now'],
  [state('reconnecting', { nextTryAt: AT + 4000 }), 3, 'Reconnecting in 4 s, 3rd try'],
  [state('reconnecting', { nextTryAt: AT + 4000 }), 1, 'Reconnecting in 4 s'],
  [state('reconnecting', { nextTryAt: AT - 1 }), 2, 'Reconnecting…'],
  [state('reconnecting'), 22, 'Reconnecting…'],
  [state('finished', { lastAt: AT }), 0, 'Finished 14:03:09'],
  [state('finished'), 0, 'Finished'],
  [state('failed', { problem: { kind: 'offline', code: 'X' }, nextTryAt: AT + 10_000 }), 12, 'Offline, next try in 10 s, 12th try'],
  [state('failed', { problem: { kind: 'forbidden', answer: 403 } }), 0, 'Not permitted'],
])('says the state of the connection: %#', (one, tries, text) => {
  expect(stateText(logIn(one, tries), AT)).toBe(text);
});

test.each([
  [{ afterMs: 12_000, count: 340, why: 'connection' }, 'Connection lost for 12 s. About 340 lines are missing here.'],
  [{ afterMs: 12_000, count: 1, why: 'connection' }, 'Connection lost for 12 s. About 1 line is missing here.'],
  [{ afterMs: 90_000, count: null, why: 'connection' }, 'Connection lost for 1 min 30 s. Lines may be missing here.'],
  [{ afterMs: 0, count: null, why: 'older' }, 'Older lines may be missing: the platform tells only the last ones of this deployment.'],
  [{ afterMs: 0, count: 1250, why: 'overflow' }, 'More came than could be taken in: 1,250 lines are missing here.'],
] as const)('says what a gap is: %#', (gap, text) => {
  expect(gapText(gap)).toBe(text);
});

test('says how many lines left', () => {
  expect(leftText(1200)).toBe('1,200 older lines left, to keep the memory bounded.');
});

const PLACE: LogPlace = {
  kind: 'deployment',
  organizationId: 'o',
  projectId: 'p',
  environmentId: 'e',
  serviceId: null,
  executionId: 'x',
  lineKey: null,
};
test.each([
  ['loading', logIn(state('loading')), 'Reading the log…'],
  ['refused', logIn(state('failed', { problem: { kind: 'forbidden', answer: 403 } })), 'The log cannot be read'],
  ['finished', logIn(state('finished')), 'Nothing was logged'],
  ['live', logIn(state('live')), 'No line yet'],
  ['reconnecting', logIn(state('reconnecting', { problem: { kind: 'offline', code: 'X' } })), 'No line yet'],
  ['filtered', withLines(logIn(state('live')), packLines(lineRange(0, 1))), 'Nothing of this service'],
])('says why no line is to be seen: %s', (_, log, title) => {
  expect(emptyText(log, 0, { ...EVERY_LINE, service: { id: 'api', name: 'api' } }, PLACE, AT)?.[0]).toBe(title);
});
test('says that level or instance hide every line', () => {
  const log = withLines(logIn(state('live')), packLines(lineRange(0, 1)));
  expect(emptyText(log, 0, { ...EVERY_LINE, floor: 'error' }, PLACE, AT)).toEqual([
    'Nothing to show',
    'All 2 lines are hidden by level, instance, container or version.',
  ]);
});
test('says nothing over lines that are to be seen', () => {
  expect(emptyText(logIn(state('failed')), 1, EVERY_LINE, PLACE, AT)).toBeNull();
});

test.each([
  ['local', AT, '14:03:09.042'],
  ['utc', AT, new Date(AT).toISOString().slice(11)],
  ['relative', AT, '+0:00.000'],
  ['relative', AT + 62_345, '+1:02.345'],
  ['relative', AT + 3_723_004, '+1:02:03.004'],
  ['relative', AT - 5000, '+0:00.000'],
  ['off', AT, ''],
  ['local', null, ''],
  ['utc', Number.NaN, ''],
  ['utc', 9e15, ''],
] as const)('writes a time as %s: %#', (format, at, text) => {
  expect(timeOfLine(at, format, AT)).toBe(text);
});
test('leaves milliseconds out where there is no room, and of the end', () => {
  expect([shortTime('14:03:09.042Z'), shortTime('+1:02.345'), shortTime('')]).toEqual(['14:03:09Z', '+1:02', '']);
  expect(secondText(AT)).toBe('14:03:09');
});
