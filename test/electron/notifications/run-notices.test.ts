import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import type { RunStatus } from '../../../electron/model/status.ts';
import type { Environment, Service, World } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aService, aSource, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const [SECOND, MINUTE] = [1_000, 60_000];

/** shop/production with an api in this status; its environment's status is WARNING or ERROR when the api's is. */
function shop(status: RunStatus, more: Partial<Service> = {}, environment: Partial<Environment> = {}): World {
  const run = status === 'ERROR' ? 'WARNING' : status;
  return aWorld(
    [anEnvironment('shop/production', run, { mode: 'PRODUCTION', ...environment })],
    [aService('api', 'shop/production', status, more), aService('web', 'shop/production')],
  );
}
const calm = shop('RUNNING');

test('an environment that runs badly for 20 s is told once, and that it is well again after a calm minute', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(shop('ERROR'), 10 * SECOND);
  expect(app.shown).toEqual([]);
  app.see(shop('ERROR'), 10 * MINUTE);
  expect(app.shown).toMatchObject([
    {
      key: 'run/shop/production',
      title: 'shop/production: WARNING',
      body: 'api is in ERROR.',
      urgency: 'critical',
      choice: { kind: 'service-log', serviceId: 'api' },
    },
  ]);
  app.see(calm, 50 * SECOND);
  expect(app.shown).toHaveLength(1);
  app.see(calm, 10 * MINUTE);
  expect(app.shown.slice(1)).toMatchObject([
    { key: 'run/shop/production', title: 'shop/production: RUNNING', body: 'api runs again.', urgency: 'normal' },
  ]);
});

test('what its instances say is in the words', () => {
  const instance = {
    name: 'api-1',
    status: 'ERROR',
    reported: 'ERROR',
    unstable: false,
    remnant: false,
    reason: 'CrashLoopBackOff',
    message: '',
    restarts: 4,
    startedAt: null,
    version: '',
    lastTermination: null,
  } as const;
  const app = noticesOverTime();
  app.see(calm);
  app.see(shop('ERROR', { instances: [instance] }), MINUTE);
  expect(app.shown.map(({ body }) => body)).toEqual(['api is in ERROR: CrashLoopBackOff, 4 restarts.']);
});

test.each<[string, readonly (readonly [World, number])[], readonly string[]]>([
  [
    'bad for 15 s',
    [
      [shop('ERROR'), 15 * SECOND],
      [calm, 10 * MINUTE],
    ],
    [],
  ],
  [
    'killed once, then starting for long',
    [
      [shop('ERROR'), 5 * SECOND],
      [shop('STARTING'), MINUTE],
      [calm, 10 * MINUTE],
    ],
    [],
  ],
  ['unknown for long', [[shop('UNKNOWN'), 10 * MINUTE]], []],
  [
    'stopped on purpose',
    [
      [shop('STOPPING'), MINUTE],
      [shop('STOPPED'), 10 * MINUTE],
    ],
    [],
  ],
  [
    'bad during its own deployment',
    [
      [shop('ERROR', {}, { deployment: aDeployment('DEPLOYING') }), 5 * MINUTE],
      [calm, 10 * MINUTE],
    ],
    [],
  ],
  [
    'bad within a minute after its deployment',
    [
      [shop('RUNNING', {}, { deployment: aDeployment('DEPLOYING') }), MINUTE],
      [shop('ERROR'), 50 * SECOND],
      [calm, 10 * MINUTE],
    ],
    [],
  ],
  [
    'bad on after its deployment, which worked',
    [
      [shop('ERROR', {}, { deployment: aDeployment('DEPLOYING') }), MINUTE],
      [shop('ERROR'), 10 * MINUTE],
    ],
    ['WARNING'],
  ],
  [
    'crashing again and again, 5 s each time',
    Array.from(
      { length: 6 },
      () =>
        [
          [shop('ERROR'), 5 * SECOND],
          [calm, 15 * SECOND],
        ] as const,
    ).flat(),
    ['WARNING'],
  ],
  [
    'flapping by the quarter of an hour is told at most once in ten minutes',
    Array.from(
      { length: 4 },
      () =>
        [
          [shop('ERROR'), MINUTE],
          [calm, 3 * MINUTE],
        ] as const,
    ).flat(),
    ['WARNING', 'RUNNING', 'WARNING', 'RUNNING'],
  ],
])('a service that is %s is told as often as it should be', (_, story, expected) => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  for (const [world, ms] of story) app.see(world, ms);
  expect(app.titles()).toEqual(expected.map((word) => `shop/production: ${word}`));
});

test('what its failed deployment explains is not told a second time; what breaks later is', () => {
  const failed = { deployment: aDeployment('DEPLOYMENT_ERROR', { executionId: 'x2' }) };
  const environment = { ...failed, failure: { executionId: 'x2', cause: null } };
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(shop('ERROR', {}, { deployment: aDeployment('DEPLOYING', { executionId: 'x2' }) }), MINUTE);
  app.see(shop('ERROR', failed, environment), 10 * MINUTE);
  expect(app.titles()).toEqual(['shop/production · api: DEPLOYMENT ERROR']);
  app.see(shop('RUNNING', failed, environment), 5 * MINUTE);
  app.see(shop('ERROR', failed, environment), 5 * MINUTE);
  expect(app.titles().slice(1)).toEqual(['shop/production: WARNING']);
});

test('another service that breaks beside it is told in its place, with both names', () => {
  const both = aWorld(
    [anEnvironment('shop/production', 'ERROR')],
    [aService('api', 'shop/production', 'ERROR'), aService('web', 'shop/production', 'ERROR')],
  );
  const app = noticesOverTime();
  app.see(calm);
  app.see(shop('ERROR'), MINUTE);
  app.see(both, MINUTE);
  expect(app.shown.map(({ key, body }) => [key, body])).toEqual([
    ['run/shop/production', 'api is in ERROR.'],
    ['run/shop/production', 'api and web do not run well.'],
  ]);
});

test('an alarm whose environment is then stopped on purpose is taken back without a word', () => {
  const app = noticesOverTime();
  app.see(calm);
  app.see(shop('ERROR'), MINUTE);
  app.see(shop('STOPPED'), MINUTE);
  expect([app.shown.length, app.closed]).toEqual([1, ['run/shop/production']]);
});

test('an alarm is not told again after a restart of the app, and its end is', () => {
  const first = noticesOverTime();
  first.see(calm);
  first.see(shop('ERROR'), MINUTE);
  const second = noticesOverTime(DEFAULT_SETTINGS, first.told());
  second.see(shop('ERROR'), 5 * MINUTE);
  expect(second.shown).toEqual([]);
  second.see(calm, 5 * MINUTE);
  expect(second.titles()).toEqual(['shop/production: RUNNING']);
  const third = noticesOverTime(DEFAULT_SETTINGS, first.told());
  third.see(calm, 5 * MINUTE);
  expect(third.titles()).toEqual(['shop/production: RUNNING']);
});

test('what is not current raises no alarm', () => {
  const app = noticesOverTime();
  app.see(calm);
  const away = { ...shop('ERROR'), sources: { 'run:c1': aSource('run', { state: 'agent-away' }), 'deployment:p1': aSource('deployment') } };
  app.see(away, 10 * MINUTE);
  expect(app.shown).toEqual([]);
});

const only = (notifications: Partial<Settings['notifications']>): Settings => ({
  ...DEFAULT_SETTINGS,
  notifications: { ...DEFAULT_SETTINGS.notifications, ...notifications },
});
test.each<[string, Settings, number]>([
  ['by default', DEFAULT_SETTINGS, 2],
  ['with alarms off, neither their end', only({ runTroubles: false }), 0],
  ['with recoveries off', only({ recoveries: false }), 1],
  ['with other modes left out', only({ leftOut: { projects: [], environments: [], modes: ['STAGING'] } }), 2],
  ['paused', only({ pausedUntil: Number.MAX_SAFE_INTEGER }), 0],
  ['muted', { ...DEFAULT_SETTINGS, mutedEnvironments: ['shop/production'] }, 0],
])('the switches have effect: %s', (_, settings, count) => {
  const app = noticesOverTime(settings);
  app.see(calm);
  app.see(shop('ERROR'), MINUTE);
  app.see(calm, 5 * MINUTE);
  expect(app.shown).toHaveLength(count);
});

test('of a mode that is left out nothing is told', () => {
  const app = noticesOverTime(only({ leftOut: { projects: [], environments: [], modes: ['STAGING'] } }));
  app.see(calm);
  app.see(shop('ERROR', {}, { mode: 'STAGING' }), MINUTE);
  expect(app.shown).toEqual([]);
});

test.each<[string, Settings]>([
  ['alarms are off', only({ runTroubles: false })],
  ['notifications are paused for ten minutes', only({ pausedUntil: T0 + 10 * MINUTE })],
  ['it is known', { ...DEFAULT_SETTINGS, known: [{ environmentId: 'shop/production', troubles: ['run|api'], until: null }] }],
])('an alarm that was not shown is not told to be over: %s', (_, settings) => {
  const app = noticesOverTime(settings);
  app.see(calm);
  app.see(shop('ERROR'), 9 * MINUTE);
  expect(app.told().standing).toEqual([]);
  app.see(shop('ERROR'), 5 * MINUTE);
  app.see(calm, 20 * MINUTE);
  expect(app.titles()).toEqual([]);
});

test('an alarm that comes after the pause is shown, and so is its end', () => {
  const app = noticesOverTime(only({ pausedUntil: T0 + 10 * MINUTE }));
  app.see(calm);
  app.see(shop('ERROR'), 5 * MINUTE);
  app.see(calm, 10 * MINUTE);
  app.see(shop('ERROR'), MINUTE);
  app.see(calm, 5 * MINUTE);
  expect(app.titles()).toEqual(['shop/production: WARNING', 'shop/production: RUNNING']);
});
