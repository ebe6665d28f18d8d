// What a person chooses of notifications: what is told, of what, and when it is silent.
import { isTimeOfDay, type QuietHours } from '../model/quiet-hours.ts';
import type { Mode } from '../model/world.ts';
import { flag, record, texts, type Raw } from './raw.ts';

/** What can be told, each with its switch. */
export interface NoticeSwitches {
  readonly deploymentErrors: boolean;
  /** What was told to be bad is good again. */
  readonly recoveries: boolean;
  /** An environment goes down or runs in part, outside a deployment. */
  readonly runTroubles: boolean;
  /** A deployment takes far longer than usual. */
  readonly stuck: boolean;
  readonly starts: boolean;
  /** Of the person's own deployments, and of those that took long. */
  readonly successes: boolean;
  /** Of the deployments of others. */
  readonly cancellations: boolean;
  readonly tokenRefused: boolean;
  readonly unreachable: boolean;
}

export interface NoticeSettings extends NoticeSwitches {
  /** Of what nothing is told, although it counts in the icon: ids, and modes as the platform sends them. */
  readonly leftOut: { readonly projects: readonly string[]; readonly environments: readonly string[]; readonly modes: readonly Mode[] };
  /** The names by which the platform knows the person, as it says who asked for a deployment. */
  readonly me: readonly string[];
  /** Deployments of others are not told; of no effect while nobody is `me`. */
  readonly isOnlyMine: boolean;
  /** What happens in them, or on a quiet day, is told when they end. */
  readonly quietHours: QuietHours;
  /** Days of the week, 0 is Sunday. */
  readonly quietDays: readonly number[];
  /** Instant until which nothing is shown; null: not paused. */
  readonly pausedUntil: number | null;
}

export const DEFAULT_NOTICES: NoticeSettings = {
  deploymentErrors: true,
  recoveries: true,
  runTroubles: true,
  stuck: true,
  starts: false,
  successes: false,
  cancellations: false,
  tokenRefused: true,
  unreachable: true,
  leftOut: { projects: [], environments: [], modes: [] },
  me: [],
  isOnlyMine: false,
  quietHours: { isOn: false, from: '22:00', to: '07:00' },
  quietDays: [],
  pausedUntil: null,
};

const timeOfDay = (value: unknown, otherwise: string): string => (typeof value === 'string' && isTimeOfDay(value) ? value : otherwise);
const isDay = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 6;

function switches(raw: Raw): NoticeSwitches {
  const d = DEFAULT_NOTICES;
  return {
    deploymentErrors: flag(raw['deploymentErrors'], d.deploymentErrors),
    recoveries: flag(raw['recoveries'], d.recoveries),
    runTroubles: flag(raw['runTroubles'], d.runTroubles),
    stuck: flag(raw['stuck'], d.stuck),
    starts: flag(raw['starts'], d.starts),
    successes: flag(raw['successes'], d.successes),
    cancellations: flag(raw['cancellations'], d.cancellations),
    tokenRefused: flag(raw['tokenRefused'], d.tokenRefused),
    unreachable: flag(raw['unreachable'], d.unreachable),
  };
}

/** Field by field; earlier versions knew "production only" instead of what is left out. */
export function parseNotices(raw: Raw): NoticeSettings {
  const d = DEFAULT_NOTICES;
  const [until, quiet, leftOut, days] = [raw['pausedUntil'], record(raw['quietHours']), record(raw['leftOut']), raw['quietDays']];
  const isOld = raw['leftOut'] === undefined && raw['from'] === 'production';
  return {
    ...switches(raw),
    leftOut: {
      projects: texts(leftOut['projects']),
      environments: texts(leftOut['environments']),
      modes: isOld ? ['STAGING', 'DEVELOPMENT', 'PREVIEW'] : texts(leftOut['modes']),
    },
    me: texts(raw['me']),
    isOnlyMine: flag(raw['isOnlyMine'], d.isOnlyMine),
    quietHours: {
      isOn: flag(quiet['isOn'], d.quietHours.isOn),
      from: timeOfDay(quiet['from'], d.quietHours.from),
      to: timeOfDay(quiet['to'], d.quietHours.to),
    },
    quietDays: Array.isArray(days) ? [...new Set(days.filter(isDay))] : [],
    pausedUntil: typeof until === 'number' && Number.isFinite(until) ? until : null,
  };
}
