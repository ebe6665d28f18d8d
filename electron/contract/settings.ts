// What a person can choose: shape, defaults and the parser that makes settings of anything (a file edited by hand included).
import { isAccelerator } from '../model/accelerator.ts';
import type { Known } from '../model/known.ts';
import { isTimeOfDay, type QuietHours } from '../model/quiet-hours.ts';
import { NOTHING_HIDDEN, type Hidden } from '../model/watching.ts';

/** What can be told, each with its switch. */
export interface NoticeSwitches {
  readonly deploymentErrors: boolean;
  /** What was told to be bad is good again. */
  readonly recoveries: boolean;
  /** An environment goes down or runs in part, outside a deployment. */
  readonly runTroubles: boolean;
  readonly cancellations: boolean;
  readonly successes: boolean;
  readonly tokenRefused: boolean;
  readonly unreachable: boolean;
}
/** The worst first, by name, or what was deployed last first. */
export type Sort = (typeof SORTS)[number];
const SORTS = ['severity', 'name', 'deployed'] as const;

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  /** Light and dark are monochrome: for dark and for light panels. macOS has one monochrome, which it turns by itself. */
  readonly trayIcon: {
    readonly style: 'colour' | 'light' | 'dark';
    /** A monochrome icon takes colour while something is in ERROR or WARNING, or a deployment has failed. */
    readonly isColourOnFailure: boolean;
  };
  /** The system starts the app when its person signs in. */
  readonly startAtLogin: boolean;
  /** Keys that show the window from anywhere, as model/accelerator.ts writes them; null: none. */
  readonly shortcut: string | null;
  readonly notifications: NoticeSwitches & {
    /** Which environments are told of. */
    readonly from: 'all' | 'production';
    /** What happens in them is told when they end. */
    readonly quietHours: QuietHours;
    /** Instant until which nothing is shown; null: not paused. */
    readonly pausedUntil: number | null;
  };
  /** Environments that do not count in the tray and are not notified. */
  readonly mutedEnvironments: readonly string[];
  /** Troubles that a person knows of, and mutes that end. */
  readonly known: readonly Known[];
  /** What is not watched at all. */
  readonly hidden: Hidden;
  /** How the main window lists environments. */
  readonly list: {
    /** Within a project; what needs attention stands first whatever is chosen. */
    readonly sort: Sort;
    /** Environments that stand before the projects. */
    readonly favourites: readonly string[];
  };
  readonly log: {
    readonly wrap: boolean;
    readonly time: 'local' | 'utc' | 'relative' | 'off';
    /** The log of a deployment that failed is kept on this computer. */
    readonly keepsFailed: boolean;
    /** Size of the lines' text in px. */
    readonly fontPx: number;
    /** What a log window keeps; the oldest lines leave first. */
    readonly mostLines: number;
  };
}

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  trayIcon: { style: 'colour', isColourOnFailure: true },
  startAtLogin: false,
  shortcut: null,
  notifications: {
    deploymentErrors: true,
    recoveries: true,
    runTroubles: true,
    cancellations: false,
    successes: false,
    tokenRefused: true,
    unreachable: true,
    from: 'all',
    quietHours: { isOn: false, from: '22:00', to: '07:00' },
    pausedUntil: null,
  },
  mutedEnvironments: [],
  known: [],
  hidden: NOTHING_HIDDEN,
  list: { sort: 'severity', favourites: [] },
  log: { wrap: false, time: 'local', keepsFailed: true, fontPx: 12, mostLines: 1_000_000 },
};

type Raw = Readonly<Record<string, unknown>>;
const record = (value: unknown): Raw => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}); // checked on this line
const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
function oneOf<T extends string>(value: unknown, words: readonly T[], otherwise: T): T {
  return words.find((word) => word === value) ?? otherwise;
}

interface Bounds {
  readonly least: number;
  readonly most: number;
}
/** Sizes of a log's text in px, and how many lines a log window may keep. */
export const LOG_FONT_PX: Bounds = { least: 10, most: 20 };
const LOG_MOST_LINES: Bounds = { least: 1_000, most: 1_000_000 };

/** A whole number, brought within its bounds. */
function within(value: unknown, { least, most }: Bounds, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.round(Math.max(least, Math.min(most, value))) : otherwise;
}

/** Texts, each once. */
function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.filter((word): word is string => typeof word === 'string'))] : [];
}

function knownOf(value: unknown): readonly Known[] {
  const { environmentId, troubles, until } = record(value);
  if (typeof environmentId !== 'string' || (until !== null && !(typeof until === 'number' && Number.isFinite(until)))) return [];
  return [{ environmentId, troubles: troubles === null ? null : texts(troubles), until }];
}

const timeOfDay = (value: unknown, otherwise: string): string => (typeof value === 'string' && isTimeOfDay(value) ? value : otherwise);

function parseNotifications(raw: Raw): Settings['notifications'] {
  const d = DEFAULT_SETTINGS.notifications;
  const [until, quiet] = [raw['pausedUntil'], record(raw['quietHours'])];
  return {
    deploymentErrors: flag(raw['deploymentErrors'], d.deploymentErrors),
    recoveries: flag(raw['recoveries'], d.recoveries),
    runTroubles: flag(raw['runTroubles'], d.runTroubles),
    cancellations: flag(raw['cancellations'], d.cancellations),
    successes: flag(raw['successes'], d.successes),
    tokenRefused: flag(raw['tokenRefused'], d.tokenRefused),
    unreachable: flag(raw['unreachable'], d.unreachable),
    from: oneOf(raw['from'], ['all', 'production'], d.from),
    quietHours: {
      isOn: flag(quiet['isOn'], d.quietHours.isOn),
      from: timeOfDay(quiet['from'], d.quietHours.from),
      to: timeOfDay(quiet['to'], d.quietHours.to),
    },
    pausedUntil: typeof until === 'number' && Number.isFinite(until) ? until : null,
  };
}

function parseTrayIcon(raw: Raw): Settings['trayIcon'] {
  const d = DEFAULT_SETTINGS.trayIcon;
  return {
    style: oneOf(raw['style'], ['colour', 'light', 'dark'], d.style),
    isColourOnFailure: flag(raw['isColourOnFailure'], d.isColourOnFailure),
  };
}

/** The settings in `value`; whatever is missing or makes no sense falls back to its default, field by field. */
export function parseSettings(value: unknown): Settings {
  const [whole, d] = [record(value), DEFAULT_SETTINGS];
  const [log, hidden, list] = [record(whole['log']), record(whole['hidden']), record(whole['list'])];
  const { shortcut } = whole;
  return {
    theme: oneOf(whole['theme'], ['system', 'light', 'dark'], d.theme),
    trayIcon: parseTrayIcon(record(whole['trayIcon'])),
    startAtLogin: flag(whole['startAtLogin'], d.startAtLogin),
    shortcut: typeof shortcut === 'string' && isAccelerator(shortcut) ? shortcut : null,
    notifications: parseNotifications(record(whole['notifications'])),
    mutedEnvironments: texts(whole['mutedEnvironments']),
    known: Array.isArray(whole['known']) ? whole['known'].flatMap(knownOf) : [],
    hidden: {
      organizations: texts(hidden['organizations']),
      projects: texts(hidden['projects']),
      environments: texts(hidden['environments']),
      modes: texts(hidden['modes']),
    },
    list: { sort: oneOf(list['sort'], SORTS, d.list.sort), favourites: texts(list['favourites']) },
    log: {
      wrap: flag(log['wrap'], d.log.wrap),
      time: oneOf(log['time'], ['local', 'utc', 'relative', 'off'], d.log.time),
      keepsFailed: flag(log['keepsFailed'], d.log.keepsFailed),
      fontPx: within(log['fontPx'], LOG_FONT_PX, d.log.fontPx),
      mostLines: within(log['mostLines'], LOG_MOST_LINES, d.log.mostLines),
    },
  };
}
