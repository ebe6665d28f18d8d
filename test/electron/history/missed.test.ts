import { expect, test } from 'vitest';
import { missedEntries, missedFailure, since, toAsk } from '../../../electron/history/missed.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';

const place = { organizationId: 'acme', environmentId: 'shop/prod', environment: 'prod', project: 'shop' };
const past = (executionId: string, state: string, minutesAgo: number, triggeredBy: string | null = 'ada'): PastDeployment => ({
  executionId,
  environmentId: 'shop/prod',
  state,
  actionStatus: '',
  action: 'DEPLOY',
  at: T0 - minutesAgo * 60_000,
  durationMs: 60_000,
  triggeredBy,
  origin: 'GIT',
  stages: [],
});
const known = { executionId: 'x1', at: T0 - 600_000, end: 'DEPLOYMENT OK', hasCause: false };
const HISTORY = [past('x3', 'DEPLOYED', 2, 'bob'), past('x2', 'BUILD_ERROR', 5), past('x1', 'DEPLOYED', 10), past('x0', 'DEPLOYED', 20)];
const ids = (all: readonly PastDeployment[]): readonly string[] => all.map(({ executionId }) => executionId);

test('what was missed is what came after the deployment that was seen last', () => {
  expect(ids(since(HISTORY, known))).toEqual(['x3', 'x2']);
  expect(ids(since(HISTORY, { ...known, end: null }))).toEqual(['x3', 'x2', 'x1']); // its end was not seen
  expect(ids(since(HISTORY, { ...known, executionId: 'long ago' }))).toEqual(['x3', 'x2']); // by time, where the platform keeps no more
});

test('the newest is written as it is seen; those it hides are written from the history', () => {
  expect(missedEntries(place, HISTORY.slice(0, 2), 'x3', T0)).toMatchObject([
    { executionId: 'x2', tone: 'error', label: 'DEPLOYMENT ERROR', by: 'ada', isMissed: true },
  ]);
  expect(missedEntries(place, HISTORY.slice(0, 2), 'x2', T0)).toEqual([]);
});

test.each([
  ['failed and mended', HISTORY, { outcome: 'mended', executionId: 'x2', by: 'ada', mendedBy: 'bob' }],
  [
    'failed and still red',
    [past('x3', 'DEPLOYMENT_ERROR', 2, 'bob'), ...HISTORY.slice(2)],
    { outcome: 'red', executionId: 'x3', by: 'bob', mendedBy: null },
  ],
  ['mended, then failed again', [past('x4', 'BUILD_ERROR', 1), ...HISTORY], { outcome: 'red', executionId: 'x4' }],
  [
    'failed, and the next one is under way',
    [past('x4', 'BUILDING', 1), past('x2', 'BUILD_ERROR', 5), ...HISTORY.slice(2)],
    { outcome: 'red', executionId: 'x2' },
  ],
  [
    'failed, and a cancelled one mends nothing',
    [past('x4', 'CANCELED', 1), past('x2', 'BUILD_ERROR', 5), ...HISTORY.slice(2)],
    { outcome: 'red', executionId: 'x2' },
  ],
] as const)('is told: %s', (_, history, told) => {
  expect(missedFailure(place, since(history, known), T0)).toMatchObject(told);
});

test('deployments that worked are no news of an absence', () => {
  expect(missedFailure(place, [past('x3', 'DEPLOYED', 2), past('x2', 'DEPLOYED', 5)], T0)).toBeNull();
});

test('asks of what was deployed meanwhile, production first and at most twenty', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    anEnvironment(`shop/e${i}`, 'RUNNING', {
      deployment: aDeployment('DEPLOYED', { executionId: `new${i}` }),
      mode: i === 25 ? 'PRODUCTION' : 'STAGING',
    }),
  );
  const written = Object.fromEntries(many.slice(1).map(({ id }) => [id, known]));
  const asked = toAsk(aWorld(many), written);
  expect(asked).toHaveLength(20);
  expect(asked[0]?.id).toBe('shop/e25');
  expect(asked.map(({ id }) => id)).not.toContain('shop/e0'); // never seen before
  expect(
    toAsk(aWorld([anEnvironment('shop/e1', 'RUNNING', { deployment: aDeployment('DEPLOYED', { executionId: 'x1' }) })]), written),
  ).toEqual([]);
});
