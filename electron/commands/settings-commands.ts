// What a person changes: settings, and the pause of notifications.
import { mergedSettings, type SettingsChange } from '../contract/settings-merge.ts';
import type { Settings } from '../contract/settings.ts';
import { ok, type Result } from '../model/result.ts';
import { troublesOf, withKnown } from '../model/known.ts';
import type { Instant, World } from '../model/world.ts';

export interface SettingsParts {
  current(): Settings;
  change(next: Settings): Result<null>;
}
export type Pause = 'hour' | 'tomorrow' | 'resume';

const HOUR_MS = 3_600_000;

/** Until when a pause lasts: an hour on, or eight in the morning of the next day in the person's own zone. Null: no pause. */
export function pausedUntil(pause: Pause, now: Instant): Instant | null {
  if (pause === 'resume') return null;
  if (pause === 'hour') return now + HOUR_MS;
  const morning = new Date(now);
  morning.setDate(morning.getDate() + 1);
  return morning.setHours(8, 0, 0, 0);
}

/** The settings with that pause. */
export function withPause(settings: Settings, pause: Pause, now: Instant): Settings {
  return { ...settings, notifications: { ...settings.notifications, pausedUntil: pausedUntil(pause, now) } };
}

/** These troubles alone, or whatever it is: for an hour, or until it is fixed. */
export type Knowing = 'these' | 'hour' | 'fixed';

/** The settings of a person who knows of this environment's troubles, or mutes it for a while. */
export function withKnowing(settings: Settings, world: World, environmentId: string, how: Knowing, now: Instant): Settings {
  const environment = world.environments[environmentId];
  if (!environment) return settings;
  const troubles = how === 'these' ? troublesOf(world, environment) : null;
  const until = how === 'hour' ? now + HOUR_MS : null;
  return { ...settings, known: withKnown(settings.known, { environmentId, troubles, until }) };
}

/** What a window asks for, upon what holds now. */
export function changeAsAsked(settings: SettingsParts, asked: SettingsChange): Promise<Result<null>> {
  return changeSettings(settings, mergedSettings(settings.current(), asked));
}

/** The answer is "done" even when the file could not be written: the change holds for this run, and the hint says so. */
export function changeSettings(settings: SettingsParts, next: Settings): Promise<Result<null>> {
  const changed = settings.change(next);
  return Promise.resolve(changed.ok ? ok(null) : changed);
}
