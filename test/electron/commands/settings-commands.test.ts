import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { pausedUntil, withPause } from '../../../electron/commands/settings-commands.ts';
import { T0 } from '../../support/a-world.ts';

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
