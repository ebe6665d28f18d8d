import { expect, test } from 'vitest';
import type { Problem } from '../../../electron/model/problem.ts';
import type { World } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aService, aWorld } from '../../support/a-world.ts';
import { ABSENT, tellingDesktop } from '../../support/telling-desktop.ts';

const MINUTE = 60_000;
const names = ['shop/a', 'shop/b', 'shop/c', 'shop/d', 'shop/e', 'shop/f', 'shop/g'];
/** The first `count` environments failed in deployment x2, or were mended in x3. */
const world = (count: number, state = 'DEPLOYMENT_ERROR', executionId = 'x2'): World =>
  aWorld(
    names.map((name, i) => {
      const isFailed = state === 'DEPLOYMENT_ERROR' && i < count;
      return anEnvironment(name, 'RUNNING', {
        deployment: i < count ? aDeployment(state, { executionId }) : aDeployment('DEPLOYED'),
        failure: isFailed ? { executionId, cause: null } : null,
      });
    }),
  );
const calm = world(0);
const down = aWorld([anEnvironment('shop/a', 'ERROR')], [aService('api', 'shop/a', 'ERROR')]);
const up = aWorld([anEnvironment('shop/a')], [aService('api', 'shop/a')]);
const refused: World = { ...calm, problem: { kind: 'refused', answer: 401 } };

const CASES: readonly (readonly [string, before: World, during: World, after: World, shown: readonly string[]])[] = [
  ['a failure is told in full', calm, world(1), world(1), ['shop/a: DEPLOYMENT ERROR']],
  ['three failures are told in one', calm, world(3), world(3), ['Not shown until now: 3 deployments failed']],
  ['a storm is told in one', calm, world(7), world(7), ['Not shown until now: 7 deployments failed']],
  ['what was mended meanwhile is not told', calm, world(1), world(1, 'DEPLOYED', 'x3'), []],
  ['an alarm is told', up, down, down, ['shop/a: ERROR']],
  ['an alarm that is over is not told, nor its end', up, down, up, []],
  ['a refused token is told', calm, refused, refused, ['The platform refuses the token']],
];
for (const canAsk of [true, false])
  test.each(CASES)(
    `what could not be shown is told once the service is back (asked: ${canAsk}): %s`,
    async (_, before, during, after, shown) => {
      const desktop = tellingDesktop({ canAsk });
      await desktop.see(before, MINUTE);
      desktop.service(() => ABSENT);
      await desktop.see(during, 5 * MINUTE);
      expect(desktop.shown).toEqual([]);
      desktop.service(() => null);
      await desktop.see(after, 5 * MINUTE);
      expect(desktop.shown).toEqual(shown);
    },
  );

test.each([
  [true, [ABSENT, null]],
  [false, [ABSENT, null]],
])('what stands in the way is said once, and when it is gone (asked: %s)', async (canAsk, problems) => {
  const desktop = tellingDesktop({ canAsk });
  await desktop.see(calm, MINUTE);
  desktop.service(() => ABSENT);
  await desktop.see(world(1), 5 * MINUTE);
  desktop.service(() => null);
  await desktop.see(world(1), 5 * MINUTE);
  expect(desktop.problems).toEqual(problems);
});

test('a desktop without a service is known before there is anything to tell', async () => {
  const desktop = tellingDesktop();
  desktop.service(() => ABSENT);
  await desktop.see(calm, MINUTE);
  expect([desktop.problems, desktop.tried]).toEqual([[ABSENT], []]);
});

test('a service that cannot be asked is tried again every half a minute, not at each look', async () => {
  const desktop = tellingDesktop({ canAsk: false });
  await desktop.see(calm, MINUTE);
  desktop.service(() => ABSENT);
  await desktop.see(world(1), 5 * MINUTE);
  expect(desktop.tried.length).toBeGreaterThan(2);
  expect(desktop.tried.length).toBeLessThanOrEqual(11);
});

test('of two notices the one that failed is told again, the other is not', async () => {
  const failing: Problem = { kind: 'no-notifications', why: 'failing', detail: 'org.x.Failed' };
  const desktop = tellingDesktop();
  await desktop.see(calm, MINUTE);
  desktop.service((title) => (title.startsWith('shop/b') ? failing : null));
  await desktop.see(world(2), 10_000);
  desktop.service(() => null);
  await desktop.see(world(2), 5 * MINUTE);
  expect(desktop.shown).toEqual(['shop/a: DEPLOYMENT ERROR', 'shop/b: DEPLOYMENT ERROR']);
});

test.each([
  ['a failure', calm, world(1), 'shop/a: DEPLOYMENT ERROR'],
  ['an alarm', up, down, 'shop/a: ERROR'],
])('%s that could not be shown before a restart of the app is told after it', async (_, before, during, title) => {
  const first = tellingDesktop();
  await first.see(before, MINUTE);
  first.service(() => ABSENT);
  await first.see(during, MINUTE);
  expect(first.told()).toEqual({ keys: [], standing: [], causes: [] });
  const second = tellingDesktop({ told: first.told() });
  await second.see(during, 2 * MINUTE);
  expect(second.shown).toEqual([title]);
});

test('a recovery that could not be shown is told when it can be', async () => {
  const desktop = tellingDesktop();
  await desktop.see(calm, MINUTE);
  await desktop.see(world(1), MINUTE);
  desktop.service(() => ABSENT);
  await desktop.see(world(1, 'DEPLOYED', 'x3'), 2 * MINUTE);
  desktop.service(() => null);
  await desktop.see(world(1, 'DEPLOYED', 'x3'), 2 * MINUTE);
  expect(desktop.shown).toEqual(['shop/a: DEPLOYMENT ERROR', 'shop/a: DEPLOYMENT OK']);
});

test.each([
  [true, null, 'test'],
  [true, ABSENT, undefined],
  [false, null, undefined],
  [false, ABSENT, undefined],
])('a test notification says what came back (asked: %s, problem: %j)', async (canAsk, problem, name) => {
  const desktop = tellingDesktop({ canAsk });
  desktop.service(() => problem);
  const came = await desktop.test();
  expect([came.problem, came.server?.name]).toEqual([problem, name]);
  expect(desktop.problems).toEqual(problem ? [problem] : []);
});
