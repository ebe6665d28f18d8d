import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { World } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const MINUTE = 60_000;
const settings = { ...DEFAULT_SETTINGS, notifications: { ...DEFAULT_SETTINGS.notifications, starts: true } };
const deploying = (state: string, executionId: string, at = T0 - MINUTE): World =>
  aWorld(
    [
      anEnvironment('shop/a', 'RUNNING', {
        deployment: aDeployment(state, { executionId, at }),
        failure: state === 'DEPLOYMENT_ERROR' ? { executionId, cause: null } : null,
      }),
    ],
    [aService('api', 'shop/a')],
  );
const calm = deploying('DEPLOYED', 'x1');
const bad = aWorld([anEnvironment('shop/a', 'ERROR')], [aService('api', 'shop/a', 'ERROR')]);
const alone = aWorld([anEnvironment('shop/a', 'ERROR')]);

const TROUBLE = ['Open log', 'Mute 1 h', 'Copy as Markdown'];
const CASES: readonly (readonly [string, worlds: readonly World[], title: RegExp, labels: readonly string[]])[] = [
  ['a failed deployment', [calm, deploying('DEPLOYMENT_ERROR', 'x2')], /DEPLOYMENT ERROR$/, TROUBLE],
  ['its repair', [calm, deploying('DEPLOYMENT_ERROR', 'x2'), deploying('DEPLOYED', 'x3')], /DEPLOYMENT OK$/, ['Open log']],
  ['an alarm', [calm, bad], /: ERROR$/, TROUBLE],
  ['its end', [calm, bad, calm], /: RUNNING$/, []],
  ['a start', [calm, deploying('DEPLOYING', 'x2')], /: DEPLOYING$/, ['Open log']],
  ['a deployment that is stuck', [deploying('DEPLOYING', 'x2', T0 - 61 * MINUTE)], /for 1 h/, ['Open log', 'Mute 1 h']],
  ['the way to the platform', [calm, { ...calm, problem: { kind: 'refused', answer: 401 } }], /refuses the token$/, []],
];
test.each(CASES)('%s has the buttons that help', (_, worlds, title, labels) => {
  const app = noticesOverTime(settings);
  for (const world of worlds) app.see(world, 2 * MINUTE);
  const notice = app.shown.find((one) => title.test(one.title));
  expect(notice?.actions.map(({ label }) => label)).toEqual(labels);
});

test('where no service is known to run badly there is no log to open', () => {
  const app = noticesOverTime();
  app.see(aWorld([anEnvironment('shop/a')]), MINUTE);
  app.see(alone, 2 * MINUTE);
  for (const notice of app.shown) expect(notice.actions.map(({ label }) => label)).toEqual(['Mute 1 h', 'Copy as Markdown']);
});
