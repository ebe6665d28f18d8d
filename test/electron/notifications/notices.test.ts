import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import type { Change } from '../../../electron/model/changes.ts';
import { NOTHING_TOLD } from '../../../electron/model/told.ts';
import type { Cause } from '../../../electron/model/failure.ts';
import type { Environment, World } from '../../../electron/model/world.ts';
import { freshMemory } from '../../../electron/notifications/memory.ts';
import { notices } from '../../../electron/notifications/notices.ts';
import type { Notice } from '../../../electron/notifications/notice.ts';
import { aFailure, aPassed } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const CAUSE: Cause = {
  serviceId: 'api',
  serviceName: 'api',
  step: 'DeployedError',
  tag: null,
  message: 'image tag 2.14.0-rc1 was not found',
  hint: 'check the tag, then deploy again',
  link: null,
  lineKey: 'line-7',
};
const broken = (path: string, cause: Cause | null = CAUSE, more: Partial<Environment> = {}): Environment =>
  anEnvironment(path, 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR'), failure: { executionId: 'x1', cause }, ...more });
const failing = (id: string, environmentId: string) =>
  aService(id, environmentId, 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR') });
const failed = (environmentId: string, serviceIds: readonly string[] = ['api'], executionId = 'x1') =>
  aFailure(environmentId, executionId, serviceIds);
const FIRST_LOOK: Change = { kind: 'first-look' };

/** What is shown, and which keys are told beside those that were. */
interface Shown {
  readonly notices: readonly Notice[];
  readonly told: readonly string[];
}
function decide(world: World, changes: readonly Change[], told: readonly string[] = [], settings: Settings = DEFAULT_SETTINGS): Shown {
  const memory = freshMemory({ ...NOTHING_TOLD, keys: told });
  const decided = notices({ changes, world, settings, memory, canShow: true, now: T0 });
  return { notices: decided.made.map(({ notice }) => notice), told: decided.memory.told.keys.filter((key) => !told.includes(key)) };
}
const shop = aWorld([broken('shop/staging')], [failing('api', 'shop/staging')]);

test('a failure that the next deployment replaced is told with its own cause, and what came after it', () => {
  const overlooked = [aPassed('x1', { wasSeen: true, cause: CAUSE })];
  const place = anEnvironment('shop/staging', 'RUNNING', { deployment: aDeployment('BUILDING', { executionId: 'x2' }), overlooked });
  const world = aWorld([place], [aService('api', 'shop/staging')]);
  expect(decide(world, [failed('shop/staging')]).notices).toMatchObject([
    {
      title: 'shop/staging · api: DEPLOYMENT ERROR',
      body: 'Deploy: image tag 2.14.0-rc1 was not found. The next deployment is under way.\nHint: check the tag, then deploy again.',
      choice: { target: { executionId: 'x1', lineKey: 'line-7' } },
    },
  ]);
});

test('a failure without an execution is told, and its log is that of the last deployment', () => {
  const deployment = aDeployment('DEPLOYMENT_ERROR', { executionId: null });
  const world = aWorld([broken('shop/staging', CAUSE, { deployment, failure: { executionId: 'shop/staging@1', cause: CAUSE } })]);
  const change: Change = { ...failed('shop/staging', [], 'shop/staging@1'), executionId: null };
  const { notices: shown, told } = decide(world, [change]);
  expect(shown).toMatchObject([{ choice: { target: { executionId: null, lineKey: 'line-7' } } }]);
  expect(told).toEqual(['shop/staging/shop/staging@1/DEPLOYMENT ERROR']);
  expect(decide(world, [FIRST_LOOK]).notices).toMatchObject([{ choice: { target: { executionId: null } } }]);
});

test('a failed deployment is told with environment, service, step, cause and hint; a click opens its log at that line', () => {
  const target = { environmentId: 'shop/staging', executionId: 'x1', serviceId: 'api', lineKey: 'line-7' };
  const [title, choice] = ['shop/staging · api: DEPLOYMENT ERROR', { kind: 'deployment-log', target }];
  expect(decide(shop, [failed('shop/staging')])).toEqual({
    notices: [
      {
        key: 'deployment/shop/staging',
        title,
        body: 'Deploy: image tag 2.14.0-rc1 was not found.\nHint: check the tag, then deploy again.',
        urgency: 'normal',
        isSilent: false,
        icon: { status: 'running', failed: true, stale: false },
        choice,
        actions: [
          { id: 'log', label: 'Open log', choice },
          { id: 'mute', label: 'Mute 1 h', choice: { kind: 'know', environmentId: 'shop/staging', how: 'hour' } },
          {
            id: 'copy',
            label: 'Copy as Markdown',
            choice: { kind: 'copy-incident', incident: expect.objectContaining({ title: 'shop/staging: DEPLOYMENT ERROR' }) },
          },
        ],
      },
    ],
    told: ['api/x1/DEPLOYMENT ERROR'],
  });
});

test.each([
  ['without a hint', { hint: null }, ['api'], 'Deploy: image tag 2.14.0-rc1 was not found.'],
  ['that ends its own sentence', { hint: null, message: 'Why?' }, ['api'], 'Deploy: Why?'],
  ['of a build', { hint: null, step: 'BuiltError' }, ['api'], 'Build: image tag 2.14.0-rc1 was not found.'],
  ['of a stop', { hint: null, step: 'PausedError' }, ['api'], 'Stop: image tag 2.14.0-rc1 was not found.'],
  ['of a step that we do not know', { hint: null, step: 'Wobble' }, ['api'], 'Wobble: image tag 2.14.0-rc1 was not found.'],
  ['without a step', { hint: null, step: null }, ['api'], 'image tag 2.14.0-rc1 was not found.'],
  ['of nobody', { hint: null, step: null, serviceId: null, serviceName: null }, [], 'image tag 2.14.0-rc1 was not found.'],
  ['beside another', { hint: null }, ['api', 'web'], 'Deploy: image tag 2.14.0-rc1 was not found. 1 more service failed.'],
  ['beside others', { hint: null }, ['api', 'web', 'db'], 'Deploy: image tag 2.14.0-rc1 was not found. 2 more services failed.'],
] as const)('a cause %s reads well', (_, more, serviceIds, body) => {
  const world = aWorld([broken('shop/staging', { ...CAUSE, ...more })]);
  expect(decide(world, [failed('shop/staging', serviceIds)]).notices[0]?.body).toBe(body);
});

test.each([
  [['api'], 'Failed: api. The log gave no cause in time.'],
  [['api', 'web', 'db', 'job'], 'Failed: api, web and 2 more. The log gave no cause in time.'],
  [[], 'The log gave no cause in time.'],
])('when the log gave no cause, that is said (%j)', (ids, body) => {
  const world = aWorld(
    [broken('shop/staging', null)],
    ids.map((id) => failing(id, 'shop/staging')),
  );
  const { notices: shown } = decide(world, [failed('shop/staging', ids)]);
  expect(shown[0]?.body).toBe(body);
  expect(shown[0]?.choice).toEqual({
    kind: 'deployment-log',
    target: { environmentId: 'shop/staging', executionId: 'x1', serviceId: null, lineKey: null },
  });
});

test("the platform's text arrives as one plain line of bounded length, markup and all", () => {
  const message = `\u001b[31m<b>bold</b>\u001b[0m & "quoted"\r\nsecond line ${'x'.repeat(400)}`;
  const hint = 'look\u0007 here\nand there';
  const body = decide(aWorld([broken('shop/staging', { ...CAUSE, message, hint })]), [failed('shop/staging')]).notices[0]?.body ?? '';
  const [first = '', second, ...rest] = body.split('\n');
  expect(first.startsWith('Deploy: <b>bold</b> & "quoted" second line xxx')).toBe(true);
  expect(first.length).toBe('Deploy: '.length + 200);
  expect(second).toBe('Hint: look here and there.');
  expect(rest).toEqual([]);
});

test.each([
  ['PRODUCTION', 'critical'],
  ['STAGING', 'normal'],
  ['PREVIEW', 'normal'],
  ['SOMETHING NEW', 'normal'],
] as const)('a failure in %s is %s', (mode, urgency) => {
  expect(decide(aWorld([broken('shop/x', CAUSE, { mode })]), [failed('shop/x')]).notices[0]?.urgency).toBe(urgency);
});

test('the same failure is told once, also when several worlds come and after a restart', () => {
  const first = decide(shop, [failed('shop/staging')]);
  expect(decide(shop, [failed('shop/staging')], first.told)).toEqual({ notices: [], told: [] });
  expect(decide(shop, [FIRST_LOOK], first.told)).toEqual({ notices: [], told: [] });
});

test('a new execution, another service or another label is told again', () => {
  const told = ['api/x1/DEPLOYMENT ERROR'];
  expect(decide(shop, [failed('shop/staging', ['api'], 'x2')], told).told).toEqual(['api/x2/DEPLOYMENT ERROR']);
  expect(decide(shop, [failed('shop/staging', ['api', 'web'])], told).told).toEqual(['web/x1/DEPLOYMENT ERROR']);
  expect(decide(shop, [failed('shop/staging')], ['api/x1/STOP ERROR']).notices).toHaveLength(1);
});

test('a failure whose services were not known when it was told is not told again with them', () => {
  const first = decide(shop, [failed('shop/staging', [])]);
  expect(first.told).toEqual(['shop/staging/x1/DEPLOYMENT ERROR']);
  expect(decide(shop, [failed('shop/staging')], first.told).notices).toEqual([]);
});

test('two deployments that fail at once are two notices, each with a place of its own', () => {
  const world = aWorld([broken('shop/a'), broken('shop/b')]);
  const { notices: shown, told } = decide(world, [failed('shop/a', ['a1']), failed('shop/b', ['b1'])]);
  expect(shown.map(({ key, title }) => [key, title])).toEqual([
    ['deployment/shop/a', 'shop/a · api: DEPLOYMENT ERROR'],
    ['deployment/shop/b', 'shop/b · api: DEPLOYMENT ERROR'],
  ]);
  expect(told).toEqual(['a1/x1/DEPLOYMENT ERROR', 'b1/x1/DEPLOYMENT ERROR']);
});

const quiet = (notifications: Partial<Settings['notifications']>, mutedEnvironments: readonly string[] = []): Settings => ({
  ...DEFAULT_SETTINGS,
  notifications: { ...DEFAULT_SETTINGS.notifications, ...notifications },
  mutedEnvironments,
});
test.each([
  ['paused', quiet({ pausedUntil: T0 + 1 })],
  ['switched off', quiet({ deploymentErrors: false })],
  ['muted for this environment', quiet({}, ['shop/staging'])],
])('while %s nothing is shown, but it counts as told', (_, settings) => {
  const expected = { notices: [], told: ['api/x1/DEPLOYMENT ERROR'] };
  expect(decide(shop, [failed('shop/staging')], [], settings)).toEqual(expected);
  expect(decide(shop, [FIRST_LOOK], [], settings)).toEqual(expected);
});

test('a pause that is over pauses nothing', () => {
  expect(decide(shop, [failed('shop/staging')], [], quiet({ pausedUntil: T0 })).notices).toHaveLength(1);
});

test.each([
  ['run-changed', { kind: 'run-changed', environmentId: 'shop/staging', from: 'RUNNING', to: 'ERROR' }],
  ['deployment-started', { kind: 'deployment-started', environmentId: 'shop/staging', executionId: 'x1' }],
  ['deployment-succeeded', { kind: 'deployment-succeeded', environmentId: 'shop/staging', executionId: 'x1' }],
  ['deployment-failed of an environment that is gone', failed('shop/gone')],
] as const)('%s alone notifies of nothing', (_, change) => {
  expect(decide(shop, [change])).toEqual({ notices: [], told: [] });
});

test('the first look is silent when nothing is red', () => {
  expect(decide(aWorld([anEnvironment('shop/a'), anEnvironment('shop/b', 'ERROR')]), [FIRST_LOOK])).toEqual({ notices: [], told: [] });
});

test('one failure found at the first look is told in full', () => {
  expect(decide(shop, [FIRST_LOOK])).toEqual(decide(shop, [failed('shop/staging')]));
});

test('one failure whose log is not read yet names its services and claims nothing about the log', () => {
  const world = aWorld([broken('shop/staging', null, { failure: null })], [failing('api', 'shop/staging')]);
  expect(decide(world, [FIRST_LOOK]).notices[0]?.body).toBe('Failed: api.');
});

test('several failures found at the first look are one summary, worst first, that opens the window', () => {
  const paths = ['shop/a', 'shop/b', 'shop/c', 'shop/d', 'shop/e'];
  const world = aWorld(
    paths.map((path) => broken(path, CAUSE, path === 'shop/e' ? { run: anEnvironment(path, 'ERROR').run } : {})),
    paths.map((path) => failing(`${path}/api`, path)),
  );
  const { notices: shown, told } = decide(world, [FIRST_LOOK]);
  expect(shown).toEqual([
    {
      key: 'digest',
      title: '5 deployments failed before you looked',
      body: 'shop/e, shop/a, shop/b and 2 more',
      urgency: 'normal',
      isSilent: false,
      icon: { status: 'error', failed: true, stale: false },
      choice: { kind: 'open' },
      actions: [],
    },
  ]);
  expect(told.toSorted()).toEqual(paths.map((path) => `${path}/api/x1/DEPLOYMENT ERROR`));
});

test('what was told before, is muted, or is about an older deployment does not stand in the summary, yet counts as told', () => {
  const old = broken('shop/old', CAUSE, { deployment: aDeployment('DEPLOYMENT_ERROR', { isPartOfLast: false }) });
  const worked = broken('shop/worked', CAUSE, { deployment: aDeployment('DEPLOYMENT_ERROR', { lastState: 'DEPLOYED' }) });
  const world = aWorld([broken('shop/new'), broken('shop/told'), broken('shop/muted'), old, worked]);
  const { notices: shown, told } = decide(world, [FIRST_LOOK], ['shop/told/x1/DEPLOYMENT ERROR'], quiet({}, ['shop/muted']));
  expect(shown.map(({ title }) => title)).toEqual(['shop/new · api: DEPLOYMENT ERROR']);
  expect(told.toSorted()).toEqual(['shop/muted/x1/DEPLOYMENT ERROR', 'shop/new/x1/DEPLOYMENT ERROR']);
});

test('services that were cancelled because of it are named', () => {
  const dragged = (id: string) => aService(id, 'shop/staging', 'RUNNING', { deployment: aDeployment('CANCELED') });
  const older = aService('old', 'shop/staging', 'RUNNING', { deployment: aDeployment('CANCELED', { isPartOfLast: false }) });
  const world = aWorld(
    [broken('shop/staging', { ...CAUSE, hint: null })],
    [failing('api', 'shop/staging'), dragged('web'), dragged('worker'), older],
  );
  expect(decide(world, [failed('shop/staging')]).notices[0]?.body).toBe(
    'Deploy: image tag 2.14.0-rc1 was not found. web and worker did not finish because of it.',
  );
});

const DAY = 86_400_000;
test('the same cause in a new execution is told as such, without a sound while the last one stands; another cause speaks', () => {
  const app = noticesOverTime();
  const at = (executionId: string, message: string): World =>
    aWorld([
      anEnvironment('shop/staging', 'RUNNING', {
        deployment: aDeployment('DEPLOYMENT_ERROR', { executionId }),
        failure: { executionId, cause: { ...CAUSE, hint: null, message } },
      }),
    ]);
  const moving = aWorld([anEnvironment('shop/staging', 'RUNNING', { deployment: aDeployment('DEPLOYING', { executionId: 'x9' }) })]);
  const mended = aWorld([anEnvironment('shop/staging', 'RUNNING', { deployment: aDeployment('DEPLOYED', { executionId: 'x8' }) })]);
  app.see(aWorld([anEnvironment('shop/staging')]), 60_000);
  for (const [executionId, message] of [
    ['x2', 'tag 2.14.0 was not found'],
    ['x3', 'tag 2.14.1 was not found'],
    ['x4', 'no space left'],
  ] as const) {
    app.see(moving, 60_000);
    app.see(at(executionId, message), 60_000);
  }
  app.see(mended, 60_000);
  app.sleep(3 * DAY);
  app.see(mended, 60_000);
  app.see(at('x5', 'tag 3.0.0 was not found'), 60_000);
  expect(app.shown.map(({ body, isSilent }) => [body, isSilent])).toEqual([
    ['Deploy: tag 2.14.0 was not found.', false],
    ['Again, 2nd time today. Deploy: tag 2.14.1 was not found.', true],
    ['Deploy: no space left.', false],
    ['The deployment worked: what failed before is mended. Asked for by ada.', false],
    ['Again, 3rd time since Tuesday. Deploy: tag 3.0.0 was not found.', false],
  ]);
  expect(new Set(app.shown.map(({ key }) => key)).size).toBe(1);
});
