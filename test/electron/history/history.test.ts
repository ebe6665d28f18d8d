import { expect, test } from 'vitest';
import { createHistory } from '../../../electron/history/history.ts';
import { WHOLE_HISTORY, type HistoryEntry } from '../../../electron/model/history.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { failed, ok, type Result } from '../../../electron/model/result.ts';
import type { World } from '../../../electron/model/world.ts';
import { aLine } from '../../support/a-log.ts';
import { aPast } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';
import { historyInMemory, type HistoryInMemory } from '../../support/history-in-memory.ts';
import { manualClock, type ManualClock } from '../../support/manual-clock.ts';

const past = (executionId: string, state: string, minutesAgo: number): PastDeployment =>
  aPast(executionId, state, { at: T0 - minutesAgo * 60_000, triggeredBy: 'bob' });
const world = (executionId: string, state = 'DEPLOYED', minutesAgo = 60): World =>
  aWorld([anEnvironment('shop/prod', 'RUNNING', { deployment: aDeployment(state, { executionId, at: T0 - minutesAgo * 60_000 }) })]);
const PAST = [past('x3', 'DEPLOYED', 1), past('x2', 'BUILD_ERROR', 5), past('x1', 'DEPLOYED', 60)];
const LOG = [aLine(1, { text: 'no space left', executionId: 'x2', isError: true })];

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

function started(
  store: HistoryInMemory = historyInMemory(),
  clock: ManualClock = manualClock(T0),
  log: Result<readonly LogLine[]> = ok(LOG),
) {
  const asked: string[] = [];
  const deploymentHistory = (environmentId: string) => {
    asked.push(environmentId);
    return Promise.resolve(ok(PAST));
  };
  const deploymentLog = (_: string, executionId: string | null) => {
    asked.push(`log of ${executionId}`);
    return Promise.resolve(log);
  };
  return { clock, store, asked, history: createHistory({ clock, store, platform: { deploymentHistory, deploymentLog } }) };
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
    { kind: 'deployment-overlooked', environmentId: 'shop/prod', executionId: 'x2', tone: 'error', cause: { message: 'no space left' } },
  ]);
  expect(later.history.takeMissed()).toEqual([]);
  expect([asked, later.asked]).toEqual([[], ['shop/prod', 'log of x2']]);
  expect(words(store.entries())).toEqual(['x1', 'x2', 'x3', 'closed 1']);
  const page = await later.history.page(WHOLE_HISTORY);
  expect(page.ok && page.value.digest).toMatchObject({
    what: 'closed',
    missed: [{ executionId: 'x2', outcome: 'mended', by: 'bob', mendedBy: 'ada' }],
  });
});

test('a failure that was missed is told without its cause where its log cannot be read', async () => {
  const store = historyInMemory();
  const first = started(store);
  first.history.see(world('x1'), []);
  first.history.stop();
  const { history, clock } = started(store, manualClock(T0 + 3_600_000), failed({ kind: 'gone' }));
  history.see(world('x3', 'DEPLOYED', 1), []);
  await clock.advance(1000);
  expect(history.takeMissed()).toMatchObject([{ executionId: 'x2', cause: null }]);
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
  expect(asked).toEqual(['shop/prod', 'log of x2']);
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
  const history = createHistory({ clock, store, platform: { deploymentHistory, deploymentLog: deploymentHistory } });
  history.see(world('x3'), []);
  await clock.advance(9_000);
  expect(history.isReading()).toBe(true);
  await clock.advance(2_000);
  expect(history.isReading()).toBe(false);
});
