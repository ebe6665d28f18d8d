// The rules of what is told, each as a table of values: a story, and what a person hears of it.
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import type { Environment, Mode, World } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aService, aWorld } from '../../support/a-world.ts';
import { noticesOverTime, type NoticesOverTime } from '../../support/notices-over-time.ts';

const MINUTE = 60_000;
const SHOP = 'shop/a';
const cause = { serviceId: 'api', serviceName: 'api', step: 'Build', tag: null, hint: null, link: null, lineKey: 'k' };

interface Look {
  /** The last deployment: its number, and which services failed in it; none: it worked. */
  readonly run?: number;
  readonly failed?: readonly string[];
  readonly message?: string;
  /** Under way. */
  readonly isMoving?: boolean;
  /** How api runs. */
  readonly api?: 'RUNNING' | 'ERROR' | 'STOPPED' | 'STARTING';
  readonly mode?: Mode;
}
const NAMES = ['api', 'web', 'worker'];

/** One environment with three services. */
function shop({ run = 1, failed = [], message = 'no space left', isMoving = false, api = 'RUNNING', mode = 'STAGING' }: Look): World {
  const executionId = `x${run}`;
  const state = isMoving ? 'DEPLOYING' : failed.length > 0 ? 'DEPLOYMENT_ERROR' : 'DEPLOYED';
  const environment: Environment = anEnvironment(SHOP, api === 'STARTING' ? 'STARTING' : api, {
    mode,
    deployment: aDeployment(state, { executionId }),
    failure: failed.length > 0 ? { executionId, cause: { ...cause, message } } : null,
  });
  const services = NAMES.map((name) =>
    aService(name, SHOP, name === 'api' ? api : 'RUNNING', {
      deployment: aDeployment(failed.includes(name) ? 'DEPLOYMENT_ERROR' : 'DEPLOYED', { executionId }),
    }),
  );
  return aWorld([environment], services);
}

type Step = (app: NoticesOverTime) => void;
const see =
  (look: Look, minutes = 2): Step =>
  (app) =>
    app.see(shop(look), minutes * MINUTE);
const calm = see({});
const away =
  (minutes: number): Step =>
  (app) =>
    app.sleep(minutes * MINUTE);
const restart: Step = (app) => app.restart();

function heard(steps: readonly Step[], settings: Settings = DEFAULT_SETTINGS): NoticesOverTime {
  const app = noticesOverTime(settings);
  for (const step of steps) step(app);
  return app;
}
const words = ({ shown }: NoticesOverTime): readonly string[] =>
  shown.map(({ title, body }) => `${title.split(': ')[1] ?? title} | ${body}`);

const FAILED = 'DEPLOYMENT ERROR | Build: no space left.';
const red = { run: 2, failed: ['api'] };

test.each<[string, readonly Step[], readonly string[]]>([
  ['one failure, looked at for an hour', [calm, see(red, 60)], [FAILED]],
  [
    'another service fails in it',
    [calm, see(red), see({ ...red, failed: ['api', 'web'] })],
    [FAILED, 'DEPLOYMENT ERROR | web failed, too. Build: no space left. 1 more service failed.'],
  ],
  [
    'two more, one after the other',
    [calm, see(red), see({ ...red, failed: ['api', 'web'] }), see({ ...red, failed: NAMES })],
    [
      FAILED,
      'DEPLOYMENT ERROR | web failed, too. Build: no space left. 1 more service failed.',
      'DEPLOYMENT ERROR | worker failed, too. Build: no space left. 2 more services failed.',
    ],
  ],
  [
    'fewer are red than were',
    [calm, see({ ...red, failed: ['api', 'web'] }), see(red)],
    ['DEPLOYMENT ERROR | Build: no space left. 1 more service failed.'],
  ],
  [
    'the set grows while the app is away',
    [calm, see(red), restart, see({ ...red, failed: ['api', 'web'] })],
    [FAILED, 'DEPLOYMENT ERROR | web failed, too. Build: no space left. 1 more service failed.'],
  ],
  ['the app starts anew', [calm, see(red), restart, see(red), restart, see(red)], [FAILED]],
])('a deployment is told once, and reopened only if more services fail: %s', (_, steps, expected) => {
  expect(words(heard(steps))).toEqual(expected);
});

test('what is reopened speaks, takes the place of the earlier notice, and is not said to have come again', () => {
  const app = heard([calm, see(red), see({ ...red, failed: ['api', 'web'] }), see({ run: 3, isMoving: true }), see({ ...red, run: 3 })]);
  expect(app.shown.map(({ key, isSilent }) => [key, isSilent])).toEqual([
    [`deployment/${SHOP}`, false],
    [`deployment/${SHOP}`, false],
    [`deployment/${SHOP}`, true],
  ]);
  expect(app.shown[2]?.body).toMatch(/^Again, 2nd time today\. /);
});

test.each<[string, before: string, after: string, isAgain: boolean]>([
  ['another number', 'no space left on device 3', 'no space left on device 17', true],
  ['another id', 'no pod 0af1b2c3-0000-4000-8000-00000000000a', 'no pod 9af1b2c3-0000-4000-8000-00000000000b', true],
  ['another time', 'late at 2026-11-24T14:02:00Z', 'late at 2026-11-25 08:00:13', true],
  ['another digest', 'no image sha256:deadbeefdeadbeef', 'no image sha256:beefdead00000000', true],
  ['other words', 'no space left on device 3', 'quota exceeded on device 3', false],
])('the same cause is known by its words: %s', (_, before, after, isAgain) => {
  const moving = see({ run: 3, isMoving: true });
  const app = heard([calm, see({ ...red, message: before }), moving, see({ ...red, run: 3, message: after })]);
  expect(app.shown.map(({ body, isSilent }) => [body.startsWith('Again'), isSilent])).toEqual([
    [false, false],
    [isAgain, isAgain],
  ]);
});

test.each<[Mode, 'critical' | 'normal']>([
  ['PRODUCTION', 'critical'],
  ['STAGING', 'normal'],
  ['DEVELOPMENT', 'normal'],
  ['PREVIEW', 'normal'],
])('in %s a trouble is %s, and its end is not critical', (mode, urgency) => {
  const troubles = heard([
    see({ mode }),
    see({ ...red, mode }),
    see({ run: 3, mode }),
    see({ run: 3, mode, api: 'ERROR' }),
    see({ run: 3, mode }),
  ]);
  expect(troubles.shown.map((one) => [one.title.split(': ')[1], one.urgency])).toEqual([
    ['DEPLOYMENT ERROR', urgency],
    ['DEPLOYMENT OK', 'normal'],
    ['ERROR', urgency],
    ['RUNNING', 'normal'],
  ]);
});

const silentEnds: Settings = { ...DEFAULT_SETTINGS, notifications: { ...DEFAULT_SETTINGS.notifications, recoveries: false } };
test.each<[string, Settings, readonly Step[], shown: number, closed: readonly string[]]>([
  ['a failure that is mended, in its place', DEFAULT_SETTINGS, [calm, see(red), see({ run: 3 })], 2, []],
  ['a failure that is mended where recoveries are not told', silentEnds, [calm, see(red), see({ run: 3 })], 1, [`deployment/${SHOP}`]],
  ['an alarm that is over, in its place', DEFAULT_SETTINGS, [calm, see({ api: 'ERROR' }), calm], 2, []],
  ['an alarm that is over where recoveries are not told', silentEnds, [calm, see({ api: 'ERROR' }), calm], 1, [`run/${SHOP}`]],
  [
    'an alarm whose service is stopped on purpose',
    DEFAULT_SETTINGS,
    [calm, see({ api: 'ERROR' }), see({ api: 'STOPPED' })],
    1,
    [`run/${SHOP}`],
  ],
])('what holds no longer is replaced or taken back: %s', (_, settings, steps, shown, closed) => {
  const app = heard(steps, settings);
  expect([app.shown.length, [...new Set(app.closed.filter((key) => !key.startsWith('moving/')))]]).toEqual([shown, closed]);
});

const flap = (times: number): readonly Step[] => Array.from({ length: times }, () => [see({ api: 'ERROR' }, 0.5), see({}, 1.5)]).flat();
test.each<[string, readonly Step[], readonly string[]]>([
  ['bad for less than 20 s', [calm, see({ api: 'ERROR' }, 0.2), calm], []],
  ['bad for half a minute, and well', [calm, see({ api: 'ERROR' }, 0.5), calm], ['ERROR', 'RUNNING']],
  ['bad and well, ten times in twenty minutes', [calm, ...flap(10)], ['ERROR', 'RUNNING', 'ERROR', 'RUNNING']],
  [
    'its own deployment, and a minute after it',
    [calm, see({ run: 2, isMoving: true, api: 'ERROR' }, 5), see({ run: 2, api: 'ERROR' }, 0.9), see({ run: 2 })],
    [],
  ],
  ['still bad after that minute', [calm, see({ run: 2, isMoving: true, api: 'ERROR' }, 5), see({ run: 2, api: 'ERROR' }, 3)], ['ERROR']],
  ['stopped on purpose', [calm, see({ api: 'STOPPED' }, 10), calm], []],
])('run alarms are damped: %s', (_, steps, expected) => {
  expect(
    heard(steps)
      .titles()
      .map((title) => title.split(': ')[1]),
  ).toEqual(expected);
});

test.each<[string, readonly Step[], readonly string[]]>([
  ['a failure is not told again', [calm, see(red), away(-60), see(red, 90)], ['DEPLOYMENT ERROR']],
  ['its repair is told at once', [calm, see(red), away(-60), see({ run: 3 })], ['DEPLOYMENT ERROR', 'DEPLOYMENT OK']],
  [
    'the end of an alarm is told when it is over, not an hour later',
    [calm, see({ api: 'ERROR' }), see({}, 0.5), away(-60), see({}, 3)],
    ['ERROR', 'RUNNING'],
  ],
  [
    'an alarm that comes again is damped by ten minutes, not by seventy',
    [calm, see({ api: 'ERROR' }), calm, away(-60), see({}, 11), see({ api: 'ERROR' })],
    ['ERROR', 'RUNNING', 'ERROR'],
  ],
  [
    'a deployment’s grace is a minute, not an hour',
    [calm, see({ run: 2, isMoving: true }), away(-60), see({ run: 2, api: 'ERROR' }, 5)],
    ['ERROR'],
  ],
  [
    'a day back changes nothing either',
    [calm, see(red), away(-24 * 60), see(red, 10), see({ run: 3 })],
    ['DEPLOYMENT ERROR', 'DEPLOYMENT OK'],
  ],
])('when the clock is set back %s', (_, steps, expected) => {
  expect(
    heard(steps)
      .titles()
      .map((title) => title.split(': ')[1]),
  ).toEqual(expected);
});
