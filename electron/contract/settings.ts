// What a person can choose: shape, defaults and the parser that makes settings of anything (a file edited by hand included).
import { isAccelerator } from '../model/accelerator.ts';
import type { Known } from '../model/known.ts';
import { NO_COMMAND, type OwnCommand } from '../model/own-command.ts';
import { NOTHING_HIDDEN, type Hidden } from '../model/watching.ts';
import { DEFAULT_NOTICES, parseNotices, type NoticeSettings } from './notice-settings.ts';
import { flag, oneOf, record, texts, type Raw } from './raw.ts';

/** The worst first, by name, or what was deployed last first. */
export type Sort = (typeof SORTS)[number];
const SORTS = ['severity', 'name', 'deployed'] as const;

/** Name of the file that keeps them. What is wrong with it is among the state's hints. */
export const SETTINGS_FILE = 'settings.json';

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
  readonly notifications: NoticeSettings;
  readonly ownCommand: OwnCommand;
  /** Environments that do not count in the tray and are not notified. */
  readonly mutedEnvironments: readonly string[];
  /** The same of services alone. */
  readonly mutedServices: readonly string[];
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
  notifications: DEFAULT_NOTICES,
  ownCommand: NO_COMMAND,
  mutedEnvironments: [],
  mutedServices: [],
  known: [],
  hidden: NOTHING_HIDDEN,
  list: { sort: 'severity', favourites: [] },
  log: { wrap: false, time: 'local', keepsFailed: true, fontPx: 12, mostLines: 1_000_000 },
};

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

function knownOf(value: unknown): readonly Known[] {
  const { environmentId, serviceId, troubles, until } = record(value);
  if (typeof environmentId !== 'string' || (until !== null && !(typeof until === 'number' && Number.isFinite(until)))) return [];
  const ofService = typeof serviceId === 'string' ? { serviceId } : {};
  return [{ environmentId, ...ofService, troubles: troubles === null ? null : texts(troubles), until }];
}

function parseCommand(raw: Raw): OwnCommand {
  const { isOn, program, argumentLines } = raw;
  return {
    isOn: flag(isOn, false),
    program: typeof program === 'string' ? program : '',
    argumentLines: typeof argumentLines === 'string' ? argumentLines : '',
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
    notifications: parseNotices(record(whole['notifications'])),
    ownCommand: parseCommand(record(whole['ownCommand'])),
    mutedEnvironments: texts(whole['mutedEnvironments']),
    mutedServices: texts(whole['mutedServices']),
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
