import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { historyKey, WHOLE_HISTORY, type DeploymentEntry, type HistoryEntry, type HistoryQuery } from '../../../electron/model/history.ts';
import { leaving, openHistoryFiles } from '../../../electron/store/history-files.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY_MS = 86_400_000;
const entry = (executionId: string, at: number, more: Partial<DeploymentEntry> = {}): DeploymentEntry => ({
  kind: 'deployment',
  at,
  organizationId: 'acme',
  environmentId: 'e1',
  environment: 'prod',
  project: 'shop',
  executionId,
  label: 'DEPLOYMENT OK',
  tone: 'ok',
  durationMs: null,
  by: null,
  origin: null,
  services: [],
  cause: null,
  lineKey: null,
  isMissed: false,
  ...more,
});

function opened(mostBytes?: number, folder = scratchFolder()) {
  const limit = mostBytes === undefined ? {} : { mostBytes };
  const files = openHistoryFiles({
    folder,
    log: SILENT_LOG,
    secrets: () => ['geheim-123'],
    ...limit,
  });
  const page = async (query: Partial<HistoryQuery> = {}, now = NOW) => {
    const result = await files.page({ ...WHOLE_HISTORY, ...query }, [], now);
    if (!result.ok) throw new Error(result.problem.kind);
    return result.value;
  };
  return { folder, home: path.join(folder, 'history'), files, page };
}
const keys = (entries: readonly HistoryEntry[]): readonly string[] => entries.map((one) => historyKey(one).split('/').at(-1) ?? '');

test('gives back what was written, newest first, day by day', async () => {
  const { files, page, home } = opened();
  files.append([entry('a', NOW - DAY_MS), entry('b', NOW)], { known: true }, NOW);
  files.append([entry('c', NOW + 1000)], {}, NOW + 1000);
  expect(keys((await page()).entries)).toEqual(['c', 'b', 'a']);
  expect(readdirSync(home)).toEqual(['2026-11-23.jsonl', '2026-11-24.jsonl']);
  for (const name of readdirSync(home)) expect(statSync(path.join(home, name)).mode & 0o777).toBe(0o600);
  expect(readFileSync(path.join(home, '2026-11-24.jsonl'), 'utf8').split('\n')[0]).toBe('{"version":1,"memory":{"known":true}}');
});

test('the newest line on a thing counts', async () => {
  const { files, page } = opened();
  files.append([entry('a', NOW, { label: 'BUILDING' }), entry('b', NOW + 1)], {}, NOW);
  files.append([entry('a', NOW, { label: 'DEPLOYMENT ERROR', tone: 'error' })], {}, NOW);
  expect((await page()).entries).toMatchObject([{ executionId: 'b' }, { executionId: 'a', label: 'DEPLOYMENT ERROR' }]);
});

test('a kill at any byte costs the line that was being written, and nothing after it', async () => {
  const whole = opened();
  whole.files.append([entry('a', NOW), entry('b', NOW + 1)], {}, NOW);
  const name = '2026-11-24.jsonl';
  const { size } = statSync(path.join(whole.home, name));
  const text = readFileSync(path.join(whole.home, name), 'utf8');
  const firstEnd = text.indexOf('\n', text.indexOf('\n') + 1) + 1;
  for (let bytes = 0; bytes <= size; bytes += 7) {
    const { files, page, home } = opened();
    mkdirSync(home);
    writeFileSync(path.join(home, name), text);
    truncateSync(path.join(home, name), bytes);
    files.append([entry('c', NOW + 2)], {}, NOW);
    const found = keys((await page()).entries);
    expect(found).toContain('c');
    expect(found.includes('a'), `a, cut at ${bytes}`).toBe(bytes >= firstEnd - 1);
  }
});

test('damaged lines are left out and counted', async () => {
  const { files, page, home } = opened();
  files.append([entry('a', NOW)], {}, NOW);
  appendFileSync(path.join(home, '2026-11-24.jsonl'), '{"kind":"deployment","at":"soon"}\nnonsense\n\u0000\u0000\n[]\n');
  files.append([entry('b', NOW + 1)], {}, NOW);
  expect(await page()).toMatchObject({ damaged: 4, entries: [{ executionId: 'b' }, { executionId: 'a' }] });
});

test('a first line that cannot be read costs what was known, not the entries', () => {
  const { files, home } = opened();
  files.append([entry('a', NOW)], { x: 1 }, NOW);
  const file = path.join(home, '2026-11-24.jsonl');
  writeFileSync(file, readFileSync(file, 'utf8').replace('{"version":1', '{"version":99'));
  const [day] = files.lastDays(NOW);
  expect(day?.memory).toBeNull();
  expect(day?.lines.filter(Boolean)).toHaveLength(1);
});

test('a full or read-only disk is said while it refuses, and the app goes on', async () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'history'), 'a file in the place of the folder');
  const { files, page } = opened(undefined, folder);
  expect(files.problem()).toBeNull();
  files.append([entry('a', NOW)], {}, NOW);
  files.seen(NOW);
  expect(files.problem()).toMatchObject({ kind: 'store', file: '2026-11-24.jsonl' });
  expect((await page()).entries).toEqual([]);
  expect([files.lastDays(NOW), files.seenAt()]).toEqual([[], null]);
  rmSync(path.join(folder, 'history'));
  files.append([entry('b', NOW)], {}, NOW);
  expect([files.problem(), keys((await page()).entries)]).toEqual([null, ['b']]);
});

test('what cannot be read is a problem of the page, and no crash at the start', async () => {
  const { files, home } = opened();
  mkdirSync(path.join(home, '2026-11-24.jsonl'), { recursive: true }); // a folder where a file should be: not even root reads it
  expect(files.lastDays(NOW)).toEqual([]);
  expect(files.problem()).toMatchObject({ kind: 'store' });
  expect((await files.page(WHOLE_HISTORY, [], NOW)).ok).toBe(false);
});

test('two apps that write into the same folder tear nothing and show nothing twice', async () => {
  const { folder, files, page } = opened();
  const other = opened(undefined, folder);
  for (let i = 0; i < 50; i += 1) {
    files.append([entry(`a${i}`, NOW + i), entry('both', NOW)], {}, NOW);
    other.files.append([entry(`b${i}`, NOW + i), entry('both', NOW)], {}, NOW);
  }
  const first = await page();
  const second = await page({ after: first.next });
  expect([first.entries.length, second.entries.length, first.damaged]).toEqual([100, 1, 0]);
});

test('a clock that was set back writes into the day it says, and what a later day knows is read first', async () => {
  const { files, page } = opened();
  files.append([entry('a', NOW + DAY_MS)], { day: 25 }, NOW + DAY_MS);
  files.append([entry('b', NOW)], { day: 24 }, NOW);
  expect(files.lastDays(NOW).map(({ memory }) => memory)).toEqual([{ day: 25 }, { day: 24 }]);
  expect(keys((await page()).entries)).toEqual(['a', 'b']);
});

test('never writes a secret, known or by its looks', () => {
  const { files, home } = opened();
  files.append([entry('a', NOW, { cause: 'GET /x?token=abcdef123 with Bearer aaaaaaaaaaaa and geheim-123' })], { by: 'geheim-123' }, NOW);
  const written = readFileSync(path.join(home, '2026-11-24.jsonl'), 'utf8');
  for (const secret of ['abcdef123', 'aaaaaaaaaaaa', 'geheim-123']) expect(written).not.toContain(secret);
});

test('pages follow one another without a gap or a repeat, also when something is written between them', async () => {
  const { files, page } = opened();
  const all = Array.from({ length: 250 }, (_, i) => entry(`x${i}`, NOW - i * 1_000_000));
  files.append(all, {}, NOW);
  const first = await page();
  files.append([entry('fresh', NOW + 5)], {}, NOW + 5);
  const second = await page({ after: first.next });
  const third = await page({ after: second.next });
  expect([...keys(first.entries), ...keys(second.entries), ...keys(third.entries)]).toEqual(all.map(({ executionId }) => executionId));
  expect(third.next).toBeNull();
});

const OUTAGE: HistoryEntry = { kind: 'outage', at: NOW, what: 'unreachable', since: NOW, until: null, missed: [] };
test.each([
  ['an environment', { environmentId: 'e2' }, ['web']],
  ['a service', { serviceId: 's1' }, ['bad']],
  ['words in any order and case', { text: 'SHOP ada' }, ['bad']],
  ['a cause', { text: 'no space' }, ['bad']],
  ['a kind', { kinds: ['outage'] }, [String(NOW)]],
  ['problems only', { onlyProblems: true }, [String(NOW), 'bad']],
  ['what is not there', { text: 'nowhere' }, []],
] as const)('filters by %s', async (_, query, found) => {
  const { files, page } = opened();
  const bad = entry('bad', NOW - 1, { tone: 'error', by: 'Ada', cause: 'no space left', services: [{ id: 's1', name: 'api' }] });
  files.append([bad, entry('web', NOW - 2, { environmentId: 'e2', project: 'site' }), OUTAGE], {}, NOW);
  expect(keys((await page(query)).entries)).toEqual(found);
});

test('tells nothing of an account that is not signed in, once it is known who is', async () => {
  const { files } = opened();
  files.append([entry('mine', NOW), entry('theirs', NOW + 1, { organizationId: 'other' })], {}, NOW);
  const of = async (organizationIds: readonly string[]) => {
    const page = await files.page(WHOLE_HISTORY, organizationIds, NOW);
    return page.ok ? keys(page.value.entries) : [];
  };
  expect([await of(['acme']), await of([])]).toEqual([['mine'], ['theirs', 'mine']]);
});

test('nothing older than 30 days is told, and old days leave when a new one begins', async () => {
  const { files, page, home } = opened();
  for (const days of [40, 31, 29, 1]) files.append([entry(`d${days}`, NOW - days * DAY_MS)], {}, NOW - days * DAY_MS);
  expect(keys((await page()).entries)).toEqual(['d1', 'd29']);
  files.append([entry('now', NOW)], {}, NOW);
  expect(readdirSync(home)).toEqual(['2026-10-26.jsonl', '2026-11-23.jsonl', '2026-11-24.jsonl']);
});

test.each([
  ['old ones', ['2026-10-01', '2026-11-20', '2026-11-23', '2026-11-24'], 1e9, ['2026-10-01']],
  ['the oldest while all are too large', ['2026-11-20', '2026-11-23', '2026-11-24'], 250, ['2026-11-20']],
  ['never today', ['2026-11-24'], 10, []],
  ['nothing after a long absence, or when the clock is far ahead', ['2026-08-01', '2026-08-02', '2026-11-24'], 1e9, []],
] as const)('of the days leave: %s', (_, days, mostBytes, left) => {
  expect(
    leaving(
      days.map((day) => ({ day, bytes: 100 })),
      '2026-11-24',
      mostBytes,
    ),
  ).toEqual(left);
});

test('a day that fills a quarter of the limit takes no more', async () => {
  const { files, home } = opened(8_000);
  for (let i = 0; i < 50; i += 1) files.append([entry(`x${i}`, NOW + i)], {}, NOW);
  expect(statSync(path.join(home, '2026-11-24.jsonl')).size).toBeLessThan(2_400);
});

test('knows when an earlier run looked last', () => {
  const { files, home } = opened();
  expect(files.seenAt()).toBeNull();
  files.seen(NOW);
  expect(files.seenAt()).toBe(NOW);
  writeFileSync(path.join(home, 'seen.json'), '17{');
  expect(files.seenAt()).toBeNull();
});
