import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import type { Usual } from '../../../electron/model/usual-duration.ts';
import type { DeploymentTone, Environment, World } from '../../../electron/model/world.ts';
import { isStuck } from '../../../electron/notifications/moving-notices.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';
import { noticesOverTime } from '../../support/notices-over-time.ts';

const MINUTE = 60_000;
const usual = (fromMin: number, toMin: number): Usual => ({ fromMs: fromMin * MINUTE, toMs: toMin * MINUTE });

test.each<[string, DeploymentTone, Usual | null, minutes: number, expected: boolean]>([
  ['three times the longest', 'moving', usual(4, 6), 18, false],
  ['longer than that', 'moving', usual(4, 6), 18.1, true],
  ['three times a short one, but not ten minutes more', 'moving', usual(1, 2), 12, false],
  ['ten minutes more than a short one', 'moving', usual(1, 2), 12.1, true],
  ['an hour, nothing known of earlier ones', 'moving', null, 60, false],
  ['more than an hour, nothing known of earlier ones', 'moving', null, 60.1, true],
  ['an end long ago', 'ok', usual(1, 2), 600, false],
  ['a wait for its turn', 'queued', usual(1, 2), 600, false],
])('stuck after %s', (_, tone, range, minutes, expected) => {
  expect(isStuck({ tone, at: T0 - minutes * MINUTE }, range, T0)).toBe(expected);
});

test('stuck: never, where nobody says when it began', () => {
  expect(isStuck({ tone: 'moving', at: null }, null, T0)).toBe(false);
});

const only = (notifications: Partial<Settings['notifications']>): Settings => ({
  ...DEFAULT_SETTINGS,
  notifications: { ...DEFAULT_SETTINGS.notifications, ...notifications },
});
const world = (state: string, executionId: string, more: Partial<Environment> = {}): World =>
  aWorld([
    anEnvironment('shop/x', 'RUNNING', {
      deployment: aDeployment(state, { executionId, at: T0, triggeredBy: 'ada', origin: 'GIT', durationMs: null }),
      ...more,
    }),
  ]);
const before = world('DEPLOYED', 'x1');

test('a deployment that takes far longer than usual is told once, with how long, and taken back when it ends', () => {
  const moving = world('BUILDING', 'x2', { usual: usual(1, 5), mode: 'PRODUCTION' });
  const app = noticesOverTime();
  app.see(before, MINUTE);
  app.see(moving, 13 * MINUTE);
  expect(app.shown).toEqual([]);
  app.see(moving, 30 * MINUTE);
  app.restart();
  app.see(moving, MINUTE);
  expect(app.shown.map(({ key, title, body, urgency }) => [key, title, body, urgency])).toEqual([
    ['moving/shop/x', 'shop/x: BUILDING for 15 min', 'Usually it takes at most 5 min. Asked for by ada (GIT).', 'critical'],
  ]);
  app.see(world('DEPLOYED', 'x2'), MINUTE);
  expect(app.closed).toContain('moving/shop/x');
});

test('the same is silent where its switch is off', () => {
  const app = noticesOverTime(only({ stuck: false }));
  app.see(before, MINUTE);
  app.see(world('BUILDING', 'x2', { usual: usual(1, 5) }), 60 * MINUTE);
  expect(app.shown).toEqual([]);
});

test.each([
  ['by default', DEFAULT_SETTINGS, []],
  ['switched on', only({ starts: true }), [['shop/x: DEPLOYING', 'A deployment has started. Asked for by ada (GIT).']]],
])('that a deployment starts is told: %s', (_, settings, expected) => {
  const app = noticesOverTime(settings);
  app.see(before, MINUTE);
  app.see(world('DEPLOYING', 'x2'), MINUTE);
  expect(app.shown.map(({ title, body }) => [title, body])).toEqual(expected);
  app.see(world('CANCELED', 'x2'), MINUTE);
  expect(app.closed).toEqual(['moving/shop/x']);
});
