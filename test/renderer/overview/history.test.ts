import { expect, test } from 'vitest';
import type { DeploymentEntry, HistoryEntry, HistoryPage, Missed, OutageEntry, RunEntry } from '../../../electron/model/history.ts';
import { ok } from '../../../electron/model/result.ts';
import { NOTHING_READ, withFirstPage, withNextPage } from '../../../renderer/overview/history-reading.ts';
import { historyRows, movedTo } from '../../../renderer/overview/history-rows.ts';
import { historyTexts, missedText } from '../../../renderer/overview/history-texts.ts';
import { afterEscape, FIRST_VIEW, withHistory } from '../../../renderer/overview/view.ts';
import { T0 } from '../../support/a-world.ts';

const DAY_MS = 86_400_000;
const place = { organizationId: 'acme', environmentId: 'shop/prod', environment: 'prod', project: 'shop' };
const deployment = (executionId: string, at = T0, more: Partial<DeploymentEntry> = {}): DeploymentEntry => ({
  kind: 'deployment',
  at,
  ...place,
  executionId,
  label: 'DEPLOYMENT OK',
  tone: 'ok',
  durationMs: 184_000,
  by: 'ada@example.com',
  origin: null,
  services: [],
  cause: null,
  lineKey: null,
  isMissed: false,
  ...more,
});
const run = (services: RunEntry['services']): RunEntry => ({ kind: 'run', at: T0, ...place, from: 'RUNNING', to: 'WARNING', services });
const outage = (more: Partial<OutageEntry> = {}): OutageEntry => ({
  kind: 'outage',
  at: T0,
  what: 'unreachable',
  since: T0,
  until: null,
  missed: [],
  ...more,
});
const missed: Missed = {
  ...place,
  outcome: 'mended',
  executionId: 'x',
  label: 'DEPLOYMENT ERROR',
  cause: null,
  by: 'ada',
  mendedBy: 'bob',
};
const api = { id: 'a', name: 'api', from: 'RUNNING', to: 'ERROR', why: 'CrashLoopBackOff, 4 restarts' } as const;

test.each<[string, HistoryEntry, string]>([
  ['a deployment', deployment('x'), 'took 3 min 4 s'],
  ['one that starts', deployment('x', T0, { tone: 'moving', label: 'BUILDING', durationMs: null }), 'started'],
  [
    'one that failed',
    deployment('x', T0, { tone: 'error', services: [{ id: 'a', name: 'api' }], cause: 'no space left', durationMs: 61_000 }),
    'api: no space left, took 1 min 1 s',
  ],
  ['one without a cause', deployment('x', T0, { tone: 'error', services: [{ id: 'a', name: 'api' }], durationMs: null }), 'api failed'],
  ['one that nobody saw', deployment('x', T0, { isMissed: true, durationMs: null }), 'while nobody looked'],
  ['services in error', run([api, { ...api, name: 'web', why: '' }]), 'api and web in ERROR: CrashLoopBackOff, 4 restarts'],
  [
    'services that are well again',
    run([
      { ...api, to: 'RUNNING', why: '' },
      { ...api, name: 'web', to: 'STOPPED', why: '' },
    ]),
    'api runs again, web stopped',
  ],
  ['an outage', outage(), 'since 14:02'],
  ['one that is over', outage({ until: T0 + 480_000 }), '14:02 to 14:10, 8 min'],
  ['one within a minute', outage({ until: T0 + 17_000 }), '14:02, 17 s'],
])('says in words: %s', (_, entry, text) => {
  expect(historyTexts(entry, T0).text).toBe(text);
});

test('says what became of what failed in an absence', () => {
  expect([
    missedText(missed),
    missedText({ ...missed, mendedBy: null }),
    missedText({ ...missed, outcome: 'red' }),
    missedText({ ...missed, cause: 'no space' }),
  ]).toEqual(['Failed, mended by bob', 'Failed, then mended', 'Failed, still red', 'Failed, mended by bob: no space']);
});

test('rows stand under their days, below what an absence brought', () => {
  const entries = [deployment('c'), deployment('b', T0 - 60_000), deployment('a', T0 - DAY_MS)];
  const rows = historyRows(entries, outage({ what: 'asleep', missed: [missed] }), true, T0);
  expect(rows.map((row) => (row.kind === 'day' ? row.title : row.kind))).toEqual([
    'digest',
    'missed',
    'Today',
    'entry',
    'entry',
    'Yesterday',
    'entry',
    'more',
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('keys move over what can be opened, and past the headings', () => {
  const rows = historyRows([deployment('b'), deployment('a', T0 - DAY_MS)], null, true, T0); // Today b Yesterday a more
  expect([movedTo('ArrowDown', rows, -1), movedTo('ArrowDown', rows, 1), movedTo('ArrowDown', rows, 3)]).toEqual([1, 3, null]);
  expect([movedTo('ArrowUp', rows, 3), movedTo('Home', rows, 3), movedTo('End', rows, 1), movedTo('x', rows, 1)]).toEqual([1, 1, 3, null]);
});

const page = (entries: readonly HistoryEntry[], next: string | null = null): HistoryPage => ({ entries, next, digest: null, damaged: 0 });
const [ALL, OTHER] = [
  { environmentId: null, serviceId: null, text: '', kinds: [], onlyProblems: false },
  { environmentId: 'e', serviceId: null, text: '', kinds: [], onlyProblems: false },
] as const;
const ids = (entries: readonly HistoryEntry[]): readonly string[] =>
  entries.map((entry) => (entry.kind === 'deployment' ? entry.executionId : entry.kind));

test('pages join without a repeat, and news above leave what was read below', () => {
  const first = withFirstPage(NOTHING_READ, ok(page([deployment('c', 3), deployment('b', 2)], 'after b')), ALL);
  const both = withNextPage(first, ok(page([deployment('b', 2), deployment('a', 1)])));
  expect([ids(both.entries), both.next]).toEqual([['c', 'b', 'a'], null]);
  const news = withFirstPage(both, ok(page([deployment('d', 4), deployment('c', 3, { tone: 'error' })], 'after c')), ALL);
  expect([ids(news.entries), news.next]).toEqual([['d', 'c', 'b', 'a'], null]);
  expect(news.entries[1]).toMatchObject({ tone: 'error' });
});

test('another question, or more news than a page holds, begins anew', () => {
  const first = withFirstPage(NOTHING_READ, ok(page([deployment('b', 2), deployment('a', 1)])), ALL);
  expect(ids(withFirstPage(first, ok(page([deployment('z', 9)])), OTHER).entries)).toEqual(['z']);
  expect(withFirstPage(first, ok(page([deployment('z', 9)], 'after z')), ALL)).toMatchObject({
    entries: [{ executionId: 'z' }],
    next: 'after z',
  });
});

test('a page that cannot be read leaves what was read before', () => {
  const first = withFirstPage(NOTHING_READ, ok(page([deployment('a')])), ALL);
  const problem = { kind: 'store', file: 'x', detail: 'access is not permitted' } as const;
  expect(withFirstPage(first, { ok: false, problem }, ALL)).toMatchObject({ entries: [{ executionId: 'a' }], problem });
  expect(withNextPage(first, { ok: false, problem })).toMatchObject({ entries: [{ executionId: 'a' }], problem });
});

test('Escape closes the history and comes back to the row the list stood at', () => {
  const open = withHistory({ ...FIRST_VIEW, selected: 'environment:e', search: 'x' }, { environmentId: 'e' });
  expect(open.history).toMatchObject({ environmentId: 'e', serviceId: null, kinds: [] });
  expect(afterEscape(open)).toMatchObject({ history: null, revealing: 'environment:e', search: 'x' });
});
