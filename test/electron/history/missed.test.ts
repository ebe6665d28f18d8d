import { expect, test } from 'vitest';
import { missedFailure, missedIn, toAsk } from '../../../electron/history/missed.ts';
import type { PastDeployment } from '../../../electron/model/report.ts';
import { aPast } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';

const past = (executionId: string, state: string, minutesAgo: number, triggeredBy: string | null = 'ada'): PastDeployment =>
  aPast(executionId, state, { at: T0 - minutesAgo * 60_000, triggeredBy, origin: 'GIT' });
const known = { executionId: 'x1', at: T0 - 600_000, end: 'DEPLOYMENT OK', hasCause: false };
const HISTORY = [
  past('x4', 'DEPLOYED', 1),
  past('x3', 'DEPLOYED', 2, 'bob'),
  past('x2', 'BUILD_ERROR', 5),
  past('x1', 'DEPLOYED', 10),
  past('x0', 'DEPLOYED', 20),
];

test('what was missed lies between the deployment that was seen last and the newest', () => {
  const ids = (more: Partial<typeof known> | { readonly end: null }) =>
    missedIn(HISTORY, { ...known, ...more }, 'x4').map(({ executionId }) => executionId);
  expect(ids({})).toEqual(['x2', 'x3']);
  expect(ids({ end: null })).toEqual(['x1', 'x2', 'x3']); // its end was not seen
  expect(ids({ executionId: 'long ago' })).toEqual(['x2', 'x3']); // by time, where the platform keeps no more
  expect(ids({ executionId: 'x3' })).toEqual([]);
});

const failed = past('x2', 'BUILD_ERROR', 5);
test.each<[string, readonly PastDeployment[], string, string | null, object | null]>([
  ['failed and mended', [failed], 'DEPLOYED', null, { outcome: 'mended', executionId: 'x2', by: 'ada', mendedBy: 'grace' }],
  [
    'failed and still red',
    [past('x2', 'DEPLOYED', 5)],
    'DEPLOYMENT_ERROR',
    null,
    { outcome: 'red', executionId: 'x9', by: 'grace', mendedBy: null },
  ],
  ['mended, then failed again', [failed, past('x3', 'DEPLOYED', 2)], 'BUILD_ERROR', null, { outcome: 'red', executionId: 'x9' }],
  ['failed, and the next one is under way', [failed], 'BUILDING', null, { outcome: 'red', executionId: 'x2', mendedBy: null }],
  ['failed, and a cancelled one mends nothing', [failed], 'CANCELED', null, { outcome: 'red', executionId: 'x2' }],
  ['failed and mended, though an older failure of another service stands', [failed], 'DEPLOYMENT_ERROR', 'DEPLOYED', { outcome: 'mended' }],
  ['nothing, where all worked', [past('x2', 'DEPLOYED', 5)], 'DEPLOYED', null, null],
])('is told: %s', (_, between, state, lastState, told) => {
  const environment = anEnvironment('shop/prod', 'RUNNING', {
    deployment: aDeployment(state, { executionId: 'x9', triggeredBy: 'grace', lastState }),
  });
  const missed = missedIn([past('x9', state, 1), ...between.toReversed(), past('x1', 'DEPLOYED', 10)], known, 'x9');
  const failure = missedFailure(aWorld([environment]), environment, missed);
  if (told === null) expect(failure).toBeNull();
  else expect(failure).toMatchObject(told);
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
