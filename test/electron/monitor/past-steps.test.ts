import { expect, test } from 'vitest';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { readPastSteps } from '../../../electron/monitor/past-steps.ts';
import type { EnvironmentDeployments } from '../../../electron/model/report.ts';
import type { Platform, StreamListener } from '../../../electron/platform/platform.ts';
import { anEnvironment, T0 } from '../../support/a-world.ts';
import { manualClock } from '../../support/manual-clock.ts';

const past = (executionId: string, actionStatus = 'SUCCESS'): PastDeployment => ({
  executionId,
  environmentId: 'e',
  state: 'DEPLOYED',
  actionStatus,
  action: 'DEPLOY',
  at: T0,
  durationMs: 1,
  triggeredBy: null,
  origin: null,
  stages: [],
});

/** Sockets that a test answers, by execution. */
function replays() {
  const open = new Map<string, StreamListener<EnvironmentDeployments>>();
  const clock = manualClock(T0);
  const platform: Pick<Platform, 'followDeployment'> = {
    followDeployment({ executionId }, listener) {
      open.set(executionId ?? '', listener);
      return () => void open.delete(executionId ?? '');
    },
  };
  return { open, clock, platform };
}
const named = (id: string): EnvironmentDeployments =>
  ({ environment: { id }, services: [], staged: null }) as unknown as EnvironmentDeployments; // its id alone is looked at here

test('the newest five that worked are read, each once, and their sockets closed', async () => {
  const { open, clock, platform } = replays();
  const all = [past('failed', 'ERROR'), ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => past(id))];
  const read = readPastSteps({ platform, clock }, anEnvironment('shop/production'), all);
  expect([...open.keys()]).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const [id, listener] of open) listener.onValue(named(id));
  expect((await read).map(({ environment }) => environment.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(open.size).toBe(0);
});

test('what is refused, or does not come in time, is left out', async () => {
  const { open, clock, platform } = replays();
  const read = readPastSteps({ platform, clock }, anEnvironment('shop/production'), [past('a'), past('b'), past('c'), past('d')]);
  open.get('a')?.onState({ kind: 'connecting', attempt: 1 });
  open.get('a')?.onValue(named('a'));
  open.get('b')?.onState({ kind: 'ended', problem: { kind: 'forbidden', answer: 403 } });
  open.get('c')?.onState({ kind: 'waiting', problem: { kind: 'timeout', afterMs: 1 }, nextTryAt: T0, attempt: 1 });
  expect([...open.keys()]).toEqual(['d']);
  await clock.advance(5_000);
  expect((await read).map(({ environment }) => environment.id)).toEqual(['a']);
  expect(open.size).toBe(0);
});
