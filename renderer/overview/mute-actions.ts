// Muting from a row: an environment or a service, for an hour, until it is fixed, or for good. Pure.
import type { Settings } from '../../electron/contract/settings.ts';
import { withKnown, type Known } from '../../electron/model/known.ts';
import type { Instant } from '../../electron/model/world.ts';

/** What is muted: a service of its environment, or (null) the environment. */
export interface Mutable {
  readonly environmentId: string;
  readonly serviceId: string | null;
}

const HOUR_MS = 3_600_000;
const isOf = (one: Known, { environmentId, serviceId }: Mutable): boolean =>
  one.environmentId === environmentId && (one.serviceId ?? null) === serviceId;

/** What is said of it for a while; undefined: nothing. */
export function mutedForNow(settings: Settings, target: Mutable): Known | undefined {
  return settings.known.find((one) => isOf(one, target));
}

/** Whether it is muted for good. */
export function isMutedForGood({ mutedEnvironments, mutedServices }: Settings, { environmentId, serviceId }: Mutable): boolean {
  return serviceId === null ? mutedEnvironments.includes(environmentId) : mutedServices.includes(serviceId);
}

/** The settings in which it is muted in no way. */
export function withoutMute(settings: Settings, target: Mutable): Settings {
  const { environmentId, serviceId } = target;
  return {
    ...settings,
    known: settings.known.filter((one) => !isOf(one, target)),
    mutedEnvironments: serviceId === null ? settings.mutedEnvironments.filter((id) => id !== environmentId) : settings.mutedEnvironments,
    mutedServices: settings.mutedServices.filter((id) => id !== serviceId),
  };
}

/** The settings in which it is muted so, and in no other way. */
export function withMute(before: Settings, target: Mutable, how: 'hour' | 'fixed' | 'good', now: Instant): Settings {
  const settings = withoutMute(before, target);
  const { environmentId, serviceId } = target;
  if (how === 'good')
    return serviceId === null
      ? { ...settings, mutedEnvironments: [...settings.mutedEnvironments, environmentId] }
      : { ...settings, mutedServices: [...settings.mutedServices, serviceId] };
  const ofService = serviceId === null ? {} : { serviceId };
  const until = how === 'hour' ? now + HOUR_MS : null;
  return { ...settings, known: withKnown(settings.known, { environmentId, ...ofService, troubles: null, until }) };
}

/** The settings in which nothing is notified of an environment that is left out, or all of it again. */
export function withLeftOut(settings: Settings, environmentId: string): Settings {
  const { leftOut } = settings.notifications;
  const isOut = leftOut.environments.includes(environmentId);
  const environments = isOut ? leftOut.environments.filter((id) => id !== environmentId) : [...leftOut.environments, environmentId];
  return { ...settings, notifications: { ...settings.notifications, leftOut: { ...leftOut, environments } } };
}
