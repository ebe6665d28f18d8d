import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import type { Environment, World } from '../../../electron/model/world.ts';
import { NOTHING_TOLD } from '../../../electron/model/told.ts';
import { freshMemory } from '../../../electron/notifications/memory.ts';
import { notices } from '../../../electron/notifications/notices.ts';
import { aCause, anOverlooked } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const MINUTE = 60_000;
const names = Array.from({ length: 12 }, (_, i) => `shop/e${i}`);
const ok = (path: string): Environment => anEnvironment(path);
const broken = (path: string, executionId = 'x2'): Environment =>
  anEnvironment(path, 'RUNNING', {
    deployment: aDeployment('DEPLOYMENT_ERROR', { executionId }),
    failure: { executionId, cause: null },
  });
const mended = (path: string, executionId = 'x3'): Environment =>
  anEnvironment(path, 'RUNNING', { deployment: aDeployment('DEPLOYED', { executionId }) });
const cancelled = (path: string): Environment =>
  anEnvironment(path, 'RUNNING', { deployment: aDeployment('CANCELED', { executionId: 'x2' }) });
/** The first `count` environments as given, the others well. */
const world = (count: number, one: (path: string) => Environment): World =>
  aWorld(names.map((name, i) => (i < count ? one(name) : ok(name))));
const calm = world(0, ok);
const withProblem = (of: World, problem: Problem, isCutOff = true): World => ({
  ...of,
  problem,
  sources: Object.fromEntries(
    Object.entries(of.sources).map(([id, source]) => [id, isCutOff ? { ...source, state: 'down' as const } : source]),
  ),
});
const OFFLINE: Problem = { kind: 'offline', code: 'ENOTFOUND' };
const only = (notifications: Partial<Settings['notifications']>): Settings => ({
  ...DEFAULT_SETTINGS,
  notifications: { ...DEFAULT_SETTINGS.notifications, ...notifications },
});

test('a deployment that works after one that was told to fail is told in its place, once', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(world(1, broken), MINUTE);
  app.see(world(1, mended), 10 * MINUTE);
  expect(app.shown.map(({ key, title, body }) => [key, title, body.split('.')[0]])).toEqual([
    ['deployment/shop/e0', 'shop/e0: DEPLOYMENT ERROR', 'The log gave no cause in time'],
    ['deployment/shop/e0', 'shop/e0: DEPLOYMENT OK', 'The deployment worked: what failed before is mended'],
  ]);
});

test('where recoveries are not told, the notice of the failure is taken back', () => {
  const app = noticesOverTime(only({ recoveries: false }));
  app.see(calm, MINUTE);
  app.see(world(1, broken), MINUTE);
  app.see(world(1, mended), MINUTE);
  expect([app.titles(), app.closed]).toEqual([['shop/e0: DEPLOYMENT ERROR'], ['moving/shop/e0', 'deployment/shop/e0', 'moving/shop/e0']]);
});

test('an error before a restart of the app and its end after it are each told once', () => {
  const first = noticesOverTime();
  first.see(calm, MINUTE);
  first.see(world(1, broken), MINUTE);
  const second = noticesOverTime(DEFAULT_SETTINGS, first.told());
  second.see(world(1, mended), MINUTE);
  const third = noticesOverTime(DEFAULT_SETTINGS, second.told());
  third.see(world(1, mended), MINUTE);
  expect([second.titles(), third.titles()]).toEqual([['shop/e0: DEPLOYMENT OK'], []]);
});

test.each<[string, Settings, World, readonly string[]]>([
  ['well, by default', DEFAULT_SETTINGS, world(1, mended), []],
  ['well, switched on', only({ successes: true, me: ['ada'] }), world(1, mended), ['shop/e0: DEPLOYMENT OK']],
  ['cancelled, by default', DEFAULT_SETTINGS, world(1, cancelled), []],
  ['cancelled, switched on', only({ cancellations: true }), world(1, cancelled), ['shop/e0: CANCELLED']],
])('a deployment that ends %s', (_, settings, after, expected) => {
  const app = noticesOverTime(settings);
  app.see(calm, MINUTE);
  app.see(after, 5 * MINUTE);
  expect(app.titles()).toEqual(expected);
});

test('more than five in a minute become one summary that grows', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  for (const count of [1, 2, 3, 4, 5, 6, 8]) app.see(world(count, broken));
  expect(app.shown.slice(5).map(({ key, title, body }) => [key, title, body])).toEqual([
    ['storm', 'Within a minute: 1 deployment failed', 'shop/e5'],
    ['storm', 'Within a minute: 3 deployments failed', 'shop/e5, shop/e6, shop/e7'],
  ]);
});

test('five hundred at once are one notice, critical where one of them is', () => {
  const all = Array.from({ length: 500 }, (_, i) => `shop/e${i}`);
  const app = noticesOverTime();
  app.see(aWorld(all.map(ok)), MINUTE);
  app.see(aWorld(all.map((path, i) => ({ ...broken(path), mode: i === 70 ? 'PRODUCTION' : 'STAGING' }))), MINUTE);
  expect(app.shown.map(({ title, body, urgency }) => [title, body, urgency])).toEqual([
    ['Within a minute: 500 deployments failed', 'shop/e0, shop/e1, shop/e2 and 497 more', 'critical'],
  ]);
  app.see(aWorld(all.map((path) => broken(path))), 2 * MINUTE);
  app.see(aWorld(all.map((path, i) => broken(path, i === 3 ? 'x9' : 'x2'))), MINUTE);
  expect(app.titles().slice(1)).toEqual(['shop/e3: DEPLOYMENT ERROR']);
});

test('after a sleep nothing is said until the sources have spoken; then one digest', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.sleep(8 * 60 * MINUTE);
  app.see(world(1, broken), 0, false);
  app.see(world(3, broken), 20_000, false);
  expect(app.shown).toEqual([]);
  app.see(world(3, broken), MINUTE);
  expect(app.shown.map(({ key, title, body }) => [key, title, body])).toEqual([
    ['digest', 'While you were away: 3 deployments failed', 'Still red: shop/e0 (ada), shop/e1 (ada), shop/e2 (ada)'],
  ]);
});

test('what failed and was mended before the picture settled is not told', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.sleep(60 * MINUTE);
  app.see(world(1, broken), 0, false);
  app.see(world(1, mended), MINUTE);
  expect(app.shown).toEqual([]);
});

test('sources that never speak again hold nothing back for longer than a minute', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.sleep(60 * MINUTE);
  app.see(world(1, broken), 2 * MINUTE, false);
  expect(app.titles()).toEqual(['shop/e0: DEPLOYMENT ERROR']);
});

test('a clock that is set back neither repeats nor loses anything', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(world(1, broken), MINUTE);
  app.sleep(-60 * MINUTE);
  app.see(world(2, broken), 2 * MINUTE);
  expect(app.titles()).toEqual(['shop/e0: DEPLOYMENT ERROR', 'shop/e1: DEPLOYMENT ERROR']);
});

test('the platform is told to be unreachable after ten minutes, once, and that is taken back when it answers', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(withProblem(calm, OFFLINE), 9 * MINUTE);
  expect(app.shown).toEqual([]);
  app.see(withProblem(calm, OFFLINE), 30 * MINUTE);
  expect(app.shown.map(({ key, title }) => [key, title])).toEqual([['account', 'Offline since 14:03']]);
  app.see(calm, 5 * MINUTE);
  expect([app.shown.length, app.closed]).toEqual([1, ['account']]);
});

test('a short outage, and one that a sleep makes long, are not told', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(withProblem(calm, OFFLINE), 5 * MINUTE);
  app.sleep(10 * 60 * MINUTE);
  app.see(withProblem(calm, OFFLINE), 5 * MINUTE);
  app.see(calm, 5 * MINUTE);
  expect(app.shown).toEqual([]);
});

test('what is seen when the network returns is one digest', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(withProblem(calm, OFFLINE), 5 * MINUTE);
  app.see(world(1, broken), 0, false);
  app.see(world(2, broken), 10_000, false);
  app.see(world(2, broken), MINUTE);
  expect(app.titles()).toEqual(['While you were away: 2 deployments failed']);
});

test('a socket that still speaks is believed while requests fail', () => {
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.see(withProblem(calm, { kind: 'server-error', answer: 500, detail: '' }, false), MINUTE);
  app.see(withProblem(world(1, broken), { kind: 'server-error', answer: 500, detail: '' }, false), MINUTE);
  expect(app.titles()).toEqual(['shop/e0: DEPLOYMENT ERROR']);
});

test.each<[string, Settings, number]>([
  ['by default', DEFAULT_SETTINGS, 1],
  ['switched off', only({ tokenRefused: false }), 0],
])('a token that is refused is told at once, and once (%s)', (_, settings, count) => {
  const app = noticesOverTime(settings);
  app.see(calm, MINUTE);
  app.see(withProblem(calm, { kind: 'refused', answer: 401 }), 30 * MINUTE);
  expect(app.titles()).toEqual(Array.from({ length: count }, () => 'The platform refuses the token'));
  app.see(calm, MINUTE);
  app.see(withProblem(calm, { kind: 'refused', answer: 401 }), MINUTE);
  expect(app.shown).toHaveLength(2 * count);
});

test('in quiet hours nothing is shown; what still stands when they end is told in one notification', () => {
  const quietHours = { isOn: true, from: '14:10', to: '15:00' }; // it is 14:02
  const app = noticesOverTime(only({ quietHours }));
  app.see(calm, 10 * MINUTE);
  app.see(world(1, broken), 10 * MINUTE);
  app.see(world(3, broken), 10 * MINUTE);
  app.see(withProblem(world(3, broken), { kind: 'refused', answer: 401 }, false), MINUTE);
  app.see(aWorld(names.map((name, i) => (i === 0 ? mended(name) : i < 3 ? broken(name) : ok(name)))), 20 * MINUTE);
  expect([app.shown, app.closed]).toEqual([[], []]);
  app.see(aWorld(names.map((name, i) => (i === 0 ? mended(name) : i < 3 ? broken(name) : ok(name)))), 30 * MINUTE);
  expect(app.titles()).toEqual(['While you were away: 2 deployments failed']);
});

test('after an absence one notice says what failed and still does, what was mended, and by whom; its click opens the history', () => {
  const red = anEnvironment('shop/red', 'RUNNING', {
    deployment: aDeployment('DEPLOYMENT_ERROR', { executionId: 'x9', triggeredBy: 'grace@example.com' }),
    failure: { executionId: 'x9', cause: null },
  });
  const mendedOne = anEnvironment('shop/mended', 'RUNNING', {
    deployment: aDeployment('DEPLOYED', { executionId: 'x5', triggeredBy: 'bob' }),
  });
  const given = { world: aWorld([red, mendedOne]), settings: DEFAULT_SETTINGS, canShow: true, now: T0 };
  const waiting = notices({ ...given, changes: [{ kind: 'first-look' }], memory: freshMemory(NOTHING_TOLD), isReading: true });
  expect(waiting.made).toEqual([]);
  const overlooked = { kind: 'deployment-overlooked', environmentId: 'shop/mended', ...anOverlooked('x4') } as const;
  const decided = notices({ ...given, changes: [overlooked], memory: waiting.memory });
  expect(decided.made.map(({ notice }) => notice)).toMatchObject([
    {
      key: 'digest',
      title: 'While you were away: 1 deployment failed, 1 environment recovered',
      body: 'Still red: shop/red (grace)\nOver: shop/mended (bob)',
      choice: { kind: 'history' },
    },
  ]);
  expect(notices({ ...given, changes: [overlooked], memory: decided.memory }).made).toEqual([]);
});

test('the digest says why, where that is known: of what stands and of what is over', () => {
  const because = (message: string): Environment['failure'] => ({ executionId: 'x2', cause: aCause(message) });
  const failing = (path: string, message: string): Environment => ({ ...broken(path), failure: because(message) });
  const app = noticesOverTime();
  app.see(calm, MINUTE);
  app.sleep(60 * MINUTE);
  app.see(aWorld([failing('shop/e0', 'no space left.'), failing('shop/e1', 'quota exceeded')]), 0, false);
  app.see(aWorld([failing('shop/e0', 'no space left.'), failing('shop/e1', 'quota exceeded')]), MINUTE);
  expect(app.shown.map(({ body }) => body)).toEqual(['Still red: shop/e0 (ada): no space left; shop/e1 (ada): quota exceeded']);
});
