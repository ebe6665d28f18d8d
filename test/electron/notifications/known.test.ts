import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import { troublesOf, type Known } from '../../../electron/model/known.ts';
import type { World } from '../../../electron/model/world.ts';
import { freshMemory } from '../../../electron/notifications/memory.ts';
import { notices } from '../../../electron/notifications/notices.ts';
import { NOTHING_TOLD } from '../../../electron/model/told.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const MINUTE = 60_000;
const failing = (executionId: string, message: string): World =>
  aWorld([
    anEnvironment('shop/x', 'RUNNING', {
      deployment: aDeployment('DEPLOYMENT_ERROR', { executionId }),
      failure: {
        executionId,
        cause: { serviceId: 'api', serviceName: 'api', step: null, tag: null, message, hint: null, link: null, lineKey: 'k' },
      },
    }),
  ]);
const calm = (executionId = 'x0'): World =>
  aWorld([anEnvironment('shop/x', 'RUNNING', { deployment: aDeployment('DEPLOYED', { executionId }) })]);
const first = failing('x1', 'tag 1 was not found');
const environment = first.environments['shop/x'];
const knowing = (one: Partial<Known>): Settings => ({
  ...DEFAULT_SETTINGS,
  known: [{ environmentId: 'shop/x', troubles: environment ? troublesOf(first, environment) : [], until: null, ...one }],
});

test.each<[string, Settings, readonly string[]]>([
  ['nothing is known', DEFAULT_SETTINGS, ['DEPLOYMENT ERROR', 'DEPLOYMENT ERROR', 'DEPLOYMENT ERROR']],
  ['the first cause is known', knowing({}), ['DEPLOYMENT ERROR']],
  ['it is muted', knowing({ troubles: null }), []],
])('of the same cause twice, and then of another, while %s this is told', (_, settings, expected) => {
  const app = noticesOverTime(settings);
  app.see(calm(), MINUTE);
  app.see(first, MINUTE);
  app.see(failing('x2', 'tag 2 was not found'), MINUTE);
  app.see(failing('x3', 'no space left'), MINUTE);
  expect(app.titles()).toEqual(expected.map((word) => `shop/x · api: ${word}`));
});

test('what is known is given back when it has ended, and as it was when it has not', () => {
  const settings = knowing({});
  const decide = (world: World) => notices({ changes: [], world, settings, memory: freshMemory(NOTHING_TOLD), canShow: true, now: T0 });
  expect(decide(first).known).toBe(settings.known);
  expect(decide(calm('x2')).known).toEqual([]);
  expect(decide({ ...calm('x2'), phase: 'connecting' }).known).toBe(settings.known);
});

test.each<[string, Partial<Settings>, number]>([
  ['that service is muted', { mutedServices: ['api'] }, 0],
  [
    'that service is muted for a while',
    { known: [{ environmentId: 'shop/x', serviceId: 'api', troubles: null, until: T0 + 60 * MINUTE }] },
    0,
  ],
  ['another is muted', { mutedServices: ['web'] }, 1],
])('an alarm of a service while %s', (_, more, count) => {
  const bad = (status: 'RUNNING' | 'ERROR'): World => aWorld([anEnvironment('shop/x', status)], [aService('api', 'shop/x', status)]);
  const app = noticesOverTime({ ...DEFAULT_SETTINGS, ...more });
  app.see(bad('RUNNING'), MINUTE);
  app.see(bad('ERROR'), MINUTE);
  expect(app.shown).toHaveLength(count);
});
