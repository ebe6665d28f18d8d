import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { pausedUntil, withKnowing, withPause } from '../../../electron/commands/settings-commands.ts';
import { aDeployment, anEnvironment, aWorld, T0 } from '../../support/a-world.ts';

test('a pause lasts an hour, or until eight in the morning, or is over', () => {
  expect(pausedUntil('hour', T0)).toBe(T0 + 3_600_000);
  expect(pausedUntil('tomorrow', T0)).toBe(new Date(2026, 10, 25, 8, 0, 0).getTime());
  expect(pausedUntil('tomorrow', new Date(2026, 11, 31, 23, 59).getTime())).toBe(new Date(2027, 0, 1, 8, 0, 0).getTime());
  expect(pausedUntil('resume', T0)).toBeNull();
});
test('a pause changes nothing else', () => {
  const paused = withPause({ ...DEFAULT_SETTINGS, theme: 'dark', mutedEnvironments: ['a'] }, 'hour', T0);
  expect(paused).toEqual({
    ...DEFAULT_SETTINGS,
    theme: 'dark',
    mutedEnvironments: ['a'],
    notifications: { ...DEFAULT_SETTINGS.notifications, pausedUntil: T0 + 3_600_000 },
  });
});

test.each([
  ['these', { troubles: ['deployment|', 'run|'], until: null }],
  ['hour', { troubles: null, until: T0 + 3_600_000 }],
  ['fixed', { troubles: null, until: null }],
] as const)('knowing an environment by "%s"', (how, expected) => {
  const world = aWorld([anEnvironment('shop/x', 'ERROR', { deployment: aDeployment('DEPLOYMENT_ERROR') })]);
  expect(withKnowing(DEFAULT_SETTINGS, world, 'shop/x', how, T0).known).toEqual([{ environmentId: 'shop/x', ...expected }]);
  expect(withKnowing(DEFAULT_SETTINGS, world, 'shop/gone', how, T0)).toBe(DEFAULT_SETTINGS);
});
