import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { Change } from '../../../electron/model/changes.ts';
import { NOTHING_TOLD, type Told } from '../../../electron/model/told.ts';
import { freshMemory } from '../../../electron/notifications/memory.ts';
import { notices } from '../../../electron/notifications/notices.ts';
import { aCause, anOverlooked } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const ID = 'shop/production';
const change = (executionId: string, more: Partial<Extract<Change, { kind: 'deployment-overlooked' }>> = {}): Change => ({
  kind: 'deployment-overlooked',
  environmentId: ID,
  ...anOverlooked(executionId, { at: T0 - 60_000, serviceIds: ['api'] }),
  ...more,
});
function decide(state: string, changes: readonly Change[], told: Told = NOTHING_TOLD) {
  const environment = anEnvironment(ID, 'RUNNING', {
    mode: 'PRODUCTION',
    deployment: aDeployment(state, { executionId: 'x9' }),
    failure: state.endsWith('ERROR') ? { executionId: 'x9', cause: null } : null,
  });
  const world = aWorld([environment], [aService('api', ID)]);
  return notices({ changes, world, settings: DEFAULT_SETTINGS, memory: freshMemory(told), canShow: true, now: T0 });
}
const shown = (decided: ReturnType<typeof decide>) => decided.made.map(({ notice }) => notice);

test('a failure that was repaired before anybody saw it is told once, without a sound, and opens its own log', () => {
  const decided = decide('DEPLOYED', [change('x2')]);
  const choice = {
    kind: 'deployment-log',
    target: { environmentId: ID, executionId: 'x2', serviceId: 'api', lineKey: null },
  };
  expect(shown(decided)).toEqual([
    {
      key: `deployment/${ID}`,
      title: 'shop/production · api: DEPLOYMENT ERROR, repaired since',
      body: 'api failed at 14:01. The next deployment worked.',
      urgency: 'normal',
      isSilent: true,
      icon: { status: 'running', failed: false, stale: false },
      choice,
      actions: [{ id: 'log', label: 'Open log', choice }],
    },
  ]);
  expect(decided.memory.told).toMatchObject({ keys: ['api/x2/DEPLOYMENT ERROR'], standing: [] });
  expect(shown(decide('DEPLOYED', [change('x2')], decided.memory.told))).toEqual([]);
});

test.each<[string, string, readonly Change[], string | null]>([
  ['the next is under way', 'BUILDING', [change('x2')], 'api failed at 14:01. The next deployment is under way.'],
  ['the next was cancelled', 'CANCELED', [change('x2')], 'api failed at 14:01. The next deployment: CANCELLED.'],
  ['the next failed, too, and is told itself', 'DEPLOYMENT_ERROR', [change('x2')], null],
  ['it had worked', 'DEPLOYED', [change('x2', { tone: 'ok', label: 'DEPLOYMENT OK' })], null],
  [
    'its log says why',
    'DEPLOYED',
    [change('x2', { cause: aCause('image build failed.') })],
    'api failed at 14:01: image build failed. The next deployment worked.',
  ],
  ['nobody knows who failed and when', 'DEPLOYED', [change('x2', { at: null, serviceIds: [] })], 'It failed. The next deployment worked.'],
  ['its environment is gone', 'DEPLOYED', [change('x2', { environmentId: 'gone' })], null],
])('of an overlooked failure, when %s', (_, state, all, body) => {
  expect(shown(decide(state, all)).map((notice) => notice.body)).toEqual(body === null ? [] : [body]);
});

test('one whose successor is still under way stands until that one has worked', () => {
  const first = decide('BUILDING', [change('x2')]);
  expect(first.memory.told.standing).toEqual([`deployment/${ID}`]);
  expect(shown(decide('DEPLOYED', [], first.memory.told)).map(({ body }) => body)).toEqual([
    'The deployment worked: what failed before is mended. Asked for by ada.',
  ]);
});

test('a click on one whose log says why opens its log at that line', () => {
  const cause = aCause('image build failed', { serviceId: 'web', lineKey: 'line-7' });
  expect(shown(decide('DEPLOYED', [change('x2', { cause })]))[0]?.choice).toMatchObject({
    target: { executionId: 'x2', serviceId: 'web', lineKey: 'line-7' },
  });
});

test('of several failures in one environment the last is told, and all count as told', () => {
  const decided = decide('DEPLOYED', [change('x2'), change('x3', { at: T0 })]);
  expect(shown(decided).map(({ body }) => body)).toEqual(['api failed at 14:02. The next deployment worked.']);
  expect(decided.memory.told.keys).toEqual(['api/x2/DEPLOYMENT ERROR', 'api/x3/DEPLOYMENT ERROR']);
});

test('a failure that was told earlier is told to be mended, and not once more for those after it', () => {
  const told = { ...NOTHING_TOLD, standing: [`deployment/${ID}`] };
  expect(shown(decide('DEPLOYED', [change('x2')], told)).map(({ title }) => title)).toEqual(['shop/production: DEPLOYMENT OK']);
});
