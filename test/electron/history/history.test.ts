import { expect, test } from 'vitest';
import { createHistory } from '../../../electron/history/history.ts';
import { WHOLE_HISTORY, type HistoryEntry } from '../../../electron/model/history.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { ok } from '../../../electron/model/result.ts';
import type { World } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';
import { historyInMemory, type HistoryInMemory } from '../../support/history-in-memory.ts';
import { manualClock, type ManualClock } from '../../support/manual-clock.ts';

const past = (executionId: string, state: string, minutesAgo: number): PastDeployment => ({
  executionId,
  environmentId: 'shop/prod',
  state,
  actionStatus: '',
  action: 'DEPLOY',
  at: T0 - minutesAgo * 60_000,
  durationMs: 60_000,
  triggeredBy: 'bob',
  origin: null,
  stages: [],
});
const world = (executionId: string, state = 'DEPLOYED', minutesAgo = 60): World =>
  aWorld([anEnvironment('shop/prod', 'RUNNING', { deployment: aDeployment(state, { executionId, at: T0 - minutesAgo * 60_000 }) })]);
const PAST = [past('x3', 'DEPLOYED', 1), past('x2', 'BUILD_ERROR', 5), past('x1', 'DEPLOYED', 60)];

const deployed = {
  kind: 'deployment',
  organizationId: 'acme',
  environmentId: 'shop/prod',
  environment: 'prod',
  project: 'shop',
  executionId: 'x1',
  label: 'DEPLOYMENT OK',
  tone: 'ok',
  durationMs: null,
  by: null,
  origin: null,
  services: [],
  cause: null,
  lineKey: null,
  isMissed: false,
} as const;

function started(store: HistoryInMemory = historyInMemory(), clock: ManualClock = manualClock(T0)) {
  const asked: string[] = [];
  const deploymentHistory = (environmentId: string) => {
    asked.push(environmentId);
    return Promise.resolve(ok(PAST));
  };
  return { clock, store, asked, history: createHistory({ clock, store, platform: { deploymentHistory } }) };
}
const words = (entries: readonly HistoryEntry[]): readonly string[] =>
  entries.map((entry) =>
    entry.kind === 'deployment' ? entry.executionId : entry.kind === 'outage' ? `${entry.what} ${entry.missed.length}` : entry.kind,
  );

test('writes together, half a second after the first, and at the end', async () => {
  const { history, clock, store } = started();
  let told = 0;
  history.subscribe(() => (told += 1));
  history.see(world('x1'), []);
  expect([store.lines, told]).toEqual([[], 0]);
  await clock.advance(500);
  expect([words(store.lines), told]).toEqual([['x1'], 1]);
  history.see(world('x2', 'BUILDING', 0), []);
  history.stop();
  expect(words(store.lines)).toEqual(['x1', 'x2']);
  expect(clock.pending()).toBe(0);
});

test('a page holds what was seen a moment ago', async () => {
  const { history } = started();
  history.see(world('x1'), []);
  const page = await history.page(WHOLE_HISTORY);
  expect(page.ok && words(page.value.entries)).toEqual(['x1']);
});

/** The computer sleeps: no timer acts, and it is later. */
function sleepy() {
  const clock = manualClock(T0);
  let slept = 0;
  return { ...clock, now: () => clock.now() + slept, sleep: (ms: number) => void (slept += ms) };
}

test('a later run reads what was deployed meanwhile, and has the failure told once', async () => {
  const { history, store, asked } = started();
  history.see(world('x1'), []);
  history.stop();
  const later = started(store, manualClock(T0 + 3_600_000));
  later.history.see(world('x3', 'DEPLOYED', 1), []);
  expect(later.history.isReading()).toBe(true);
  await later.clock.advance(1000);
  expect(later.history.isReading()).toBe(false);
  expect(later.history.takeMissed()).toMatchObject([
    { kind: 'deployment-overlooked', environmentId: 'shop/prod', executionId: 'x2', tone: 'error' },
  ]);
  expect(later.history.takeMissed()).toEqual([]);
  expect([asked, later.asked]).toEqual([[], ['shop/prod']]);
  expect(words(store.entries())).toEqual(['x1', 'x2', 'x3', 'closed 1']);
  const page = await later.history.page(WHOLE_HISTORY);
  expect(page.ok && page.value.digest).toMatchObject({
    what: 'closed',
    missed: [{ executionId: 'x2', outcome: 'mended', by: 'bob', mendedBy: 'ada' }],
  });
});

test('a sleep is noted with its length, and what was deployed meanwhile is read once', async () => {
  const clock = sleepy();
  const { history, store, asked } = started(historyInMemory(), clock);
  history.see(world('x1'), []);
  await clock.advance(20_000);
  clock.sleep(3_600_000);
  await clock.advance(10_000);
  history.see(world('x3', 'DEPLOYED', 1), []);
  history.see({ ...world('x3', 'DEPLOYED', 1) }, []);
  await clock.advance(1000);
  expect(asked).toEqual(['shop/prod']);
  expect(history.takeMissed()).toHaveLength(1);
  const outage = store.entries().find(({ kind }) => kind === 'outage');
  expect(outage).toMatchObject({ what: 'asleep', since: T0 + 20_000, until: T0 + 3_630_000, missed: [{ executionId: 'x2' }] });
});

test('what is deployed while the app looks is not asked for', async () => {
  const { history, clock, asked } = started();
  history.see(world('x1'), []);
  await clock.advance(70_000);
  history.see(world('x3', 'DEPLOYED', 1), []);
  await clock.advance(1000);
  expect(asked).toEqual([]);
});

test('a quick restart is no absence', async () => {
  const { history, store } = started();
  history.see(world('x1'), []);
  history.stop();
  const later = started(store, manualClock(T0 + 60_000));
  later.history.see(world('x1'), []);
  await later.clock.advance(1000);
  expect(words(store.entries())).toEqual(['x1']);
});

test('what is told of an absence waits for its history ten seconds, not longer', async () => {
  const store = historyInMemory(T0 - 3_600_000);
  store.append([{ ...deployed, at: T0 - 3_600_000 }], null, T0);
  const clock = manualClock(T0);
  const deploymentHistory = () => new Promise<never>(() => undefined);
  const history = createHistory({ clock, store, platform: { deploymentHistory } });
  history.see(world('x3'), []);
  await clock.advance(9_000);
  expect(history.isReading()).toBe(true);
  await clock.advance(2_000);
  expect(history.isReading()).toBe(false);
});
