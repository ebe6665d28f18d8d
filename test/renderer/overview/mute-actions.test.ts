import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { isMutedForGood, mutedForNow, withLeftOut, withMute, withoutMute } from '../../../renderer/overview/mute-actions.ts';
import { T0 } from '../../support/a-world.ts';

const environment = { environmentId: 'e', serviceId: null };
const service = { environmentId: 'e', serviceId: 's' };

test.each([environment, service])('%j is muted for an hour, until it is fixed, or for good, each in place of the one before', (target) => {
  const hour = withMute(DEFAULT_SETTINGS, target, 'hour', T0);
  expect([mutedForNow(hour, target)?.until, isMutedForGood(hour, target)]).toEqual([T0 + 3_600_000, false]);
  const fixed = withMute(hour, target, 'fixed', T0);
  expect([mutedForNow(fixed, target)?.until, fixed.known.length]).toEqual([null, 1]);
  const good = withMute(fixed, target, 'good', T0);
  expect([mutedForNow(good, target), isMutedForGood(good, target)]).toEqual([undefined, true]);
  expect(withoutMute(good, target)).toEqual(DEFAULT_SETTINGS);
});

test('a service and its environment are muted apart', () => {
  const both = withMute(withMute(DEFAULT_SETTINGS, environment, 'hour', T0), service, 'fixed', T0);
  expect(both.known).toHaveLength(2);
  expect(mutedForNow(withoutMute(both, service), environment)).toBeDefined();
  expect(mutedForNow(withoutMute(both, environment), service)).toBeDefined();
});

test('leaving out twice is not leaving out', () => {
  const once = withLeftOut(DEFAULT_SETTINGS, 'e');
  expect(once.notifications.leftOut.environments).toEqual(['e']);
  expect(withLeftOut(once, 'e')).toEqual(DEFAULT_SETTINGS);
});
