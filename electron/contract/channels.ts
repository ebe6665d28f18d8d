// The only list of what crosses between the main process and the windows: commands (window → main) and pushes (main → window).
// A command answers "done" or a problem and never returns state; three questions are allowed: the snapshot, this log, and a page
// of the history (30 days of it are too much for the state).
import { HISTORY_KINDS, type HistoryPage, type HistoryQuery } from '../model/history.ts';
import type { NoticeTest } from '../model/notification-server.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { LogPlace } from './log-batch.ts';
import type { Patch } from './patch.ts';
import type { SettingsChange } from './settings-merge.ts';
import { parseSettings } from './settings.ts';
import type { Snapshot } from './state.ts';

/** Every command: what it takes and what it answers. */
export interface Commands {
  snapshot: { readonly argument: null; readonly value: Snapshot };
  refresh: { readonly argument: null; readonly value: null };
  openOverview: { readonly argument: null; readonly value: null };
  openSettings: { readonly argument: null; readonly value: null };
  openDeploymentLog: { readonly argument: DeploymentLogTarget; readonly value: null };
  openServiceLog: { readonly argument: { readonly serviceId: string }; readonly value: null };
  /** Opens the newest log kept on this computer; its list of deployments holds the others. */
  openKeptLog: { readonly argument: null; readonly value: null };
  /** Asked by a log window once it listens: what it shows; the lines then come over its own port. */
  openLog: { readonly argument: null; readonly value: LogPlace };
  /** Asked by a deployment log's window: the environment's earlier deployments then come over its port. */
  listRuns: { readonly argument: null; readonly value: null };
  /** Shows a notification now, whatever the settings say. */
  testNotification: { readonly argument: null; readonly value: NoticeTest };
  /** Asked by the history's page, again and again as it is scrolled. */
  historyPage: { readonly argument: HistoryQuery; readonly value: HistoryPage };
  /** Asked by a deployment log's window: the last good run before it then comes over its port. */
  compareRun: { readonly argument: null; readonly value: null };
  /** Looks at the computer anew, and counts requests; what it finds comes with the next patch. */
  examine: { readonly argument: null; readonly value: null };
  /** Shows the app's log, or the folder of its files, in the system's file manager. */
  showFile: { readonly argument: { readonly which: 'log' | 'data' }; readonly value: null };
  /** Opens http and https addresses in the browser; everything else is refused. */
  openLink: { readonly argument: { readonly url: string }; readonly value: null };
  copyText: { readonly argument: { readonly text: string }; readonly value: null };
  /** Asks the person where to; `isSaved` is false when they thought better of it. */
  saveText: { readonly argument: SavedText; readonly value: { readonly isSaved: boolean } };
  connect: { readonly argument: ConnectRequest; readonly value: null };
  exploreDemo: { readonly argument: null; readonly value: null };
  forgetToken: { readonly argument: null; readonly value: null };
  changeSettings: { readonly argument: SettingsChange; readonly value: null };
}
export type CommandName = keyof Commands;

/** Who carries the commands out; `windowId` is the asking window's web contents id. */
export type CommandHandlers = {
  readonly [K in CommandName]: (argument: Commands[K]['argument'], windowId: number) => Promise<Result<Commands[K]['value']>>;
};

export interface DeploymentLogTarget {
  readonly environmentId: string;
  /** null: the latest deployment. */
  readonly executionId: string | null;
  /** Stand at the first error of this service, or at this very line; null: decide by what the log says. */
  readonly serviceId: string | null;
  readonly lineKey: string | null;
}
interface SavedText {
  /** The file name that is proposed. */
  readonly name: string;
  readonly text: string;
}
export interface ConnectRequest {
  readonly token: string;
  /** `keyring`: kept in the system's keyring (for this run only where there is none). `session`: forgotten on quit. */
  readonly keep: 'keyring' | 'session';
}

/** What the main window is opened for: an environment to unfold and scroll to, or the history. */
export type Revealed = { readonly kind: 'environment'; readonly environmentId: string } | { readonly kind: 'history' };
/** Where a log window that is open already is to stand now. */
type RevealedLine = { readonly kind: 'line' } & Pick<LogPlace, 'serviceId' | 'lineKey'>;

/** What main sends unasked. The port of a log window comes by `logPort` with a MessagePort and null. */
export interface Pushes {
  state: Patch;
  reveal: Revealed | RevealedLine;
  logPort: null;
}

/** Electron's channel for a command or a push. */
export const channelOf = (name: CommandName | keyof Pushes): string => `qovery-tray:${name}`;

/** How a page speaks with the main process. */
export interface Bridge {
  ask<K extends CommandName>(name: K, argument: Commands[K]['argument']): Promise<Result<Commands[K]['value']>>;
  onState(listener: (patch: Patch) => void): () => void;
  onReveal(listener: (target: Pushes['reveal']) => void): () => void;
}

/**
 * What the preload puts on `window.qoveryTray`. Log ports are posted to the page as a message `{ qoveryTray: 'logPort' }`.
 * An answer that may be large comes as JSON text: Electron copies objects into the page field by field, texts whole.
 */
export interface PreloadBridge extends Omit<Bridge, 'ask'> {
  ask<K extends CommandName>(name: K, argument: Commands[K]['argument']): Promise<Result<Commands[K]['value']> | string>;
}

/** An answer as it crosses: the whole state as text, all else as it is. */
export function packedAnswer<T>(name: CommandName, answer: Result<T>): Result<T> | string {
  return name === 'snapshot' && answer.ok ? JSON.stringify(answer) : answer;
}
/** The answer that was packed. */
export function unpackedAnswer<K extends CommandName>(packed: Result<Commands[K]['value']> | string): Result<Commands[K]['value']> {
  return typeof packed === 'string' ? (JSON.parse(packed) as Result<Commands[K]['value']>) : packed; // packedAnswer made the text
}

type Parser<T> = (argument: unknown) => Result<T>;
const bad = (detail: string): Result<never> => failed({ kind: 'bad-input', detail });
const nothing: Parser<null> = (argument) => (argument === null || argument === undefined ? ok(null) : bad('takes no argument'));
const MAX_TEXT = 1_000_000;
/** A million lines of a log fit. */
const MAX_LOG_TEXT = 400_000_000;

function fields(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? (argument as Readonly<Record<string, unknown>>) : {}; // checked on this line
}
const text = (value: unknown, max = 2_000): value is string => typeof value === 'string' && value.length > 0 && value.length <= max;
const textOrNull = (value: unknown): value is string | null => value === null || text(value);

/** Makes a trusted argument of whatever a window sent, or says why not. */
export const parsers: { readonly [K in CommandName]: Parser<Commands[K]['argument']> } = {
  snapshot: nothing,
  refresh: nothing,
  openOverview: nothing,
  openSettings: nothing,
  openDeploymentLog: (argument) => {
    const { environmentId, executionId, serviceId, lineKey } = fields(argument);
    if (!text(environmentId) || !textOrNull(executionId) || !textOrNull(serviceId) || !textOrNull(lineKey))
      return bad('needs an environment');
    return ok({ environmentId, executionId, serviceId, lineKey });
  },
  openServiceLog: (argument) => {
    const { serviceId } = fields(argument);
    return text(serviceId) ? ok({ serviceId }) : bad('needs a service');
  },
  openKeptLog: nothing,
  openLog: nothing,
  listRuns: nothing,
  compareRun: nothing,
  testNotification: nothing,
  historyPage: (argument) => {
    const { environmentId, serviceId, text: words, kinds, onlyProblems, after } = fields(argument);
    if (!textOrNull(environmentId) || !textOrNull(serviceId) || !textOrNull(after) || typeof words !== 'string' || !Array.isArray(kinds))
      return bad('needs to know what of the history');
    const chosen = HISTORY_KINDS.filter((kind) => kinds.includes(kind));
    return ok({ environmentId, serviceId, text: words.slice(0, 2_000), kinds: chosen, onlyProblems: onlyProblems === true, after });
  },
  examine: nothing,
  showFile: (argument) => {
    const { which } = fields(argument);
    return which === 'log' || which === 'data' ? ok({ which }) : bad('needs log or data');
  },
  openLink: (argument) => {
    const { url } = fields(argument);
    return text(url) && /^https?:\/\//i.test(url) && URL.canParse(url) ? ok({ url }) : bad('only http and https addresses are opened');
  },
  copyText: (argument) => {
    const { text: copied } = fields(argument);
    return text(copied, MAX_LOG_TEXT) ? ok({ text: copied }) : bad('needs text');
  },
  saveText: (argument) => {
    const { name, text: saved } = fields(argument);
    return text(name, 300) && text(saved, MAX_LOG_TEXT) ? ok({ name, text: saved }) : bad('needs a name and text');
  },
  connect: (argument) => {
    const { token, keep } = fields(argument);
    if (typeof token !== 'string') return bad('needs a token');
    if (token.length > MAX_TEXT) return bad('it is too long to be a token');
    return ok({ token, keep: keep === 'session' ? 'session' : 'keyring' });
  },
  exploreDemo: nothing,
  forgetToken: nothing,
  changeSettings: (argument) => {
    const { seen, wanted } = fields(argument);
    return ok({ seen: parseSettings(seen), wanted: parseSettings(wanted) });
  },
};
/** Every command by name, for the preload's list and for serving. */
export const COMMAND_NAMES = Object.keys(parsers) as readonly CommandName[]; // the mapped type above makes the list complete
