// What `dbus-send` prints, as values. Needs neither Electron nor a bus.
import type { ServerAnswer } from '../model/notification-server.ts';
import type { Problem } from '../model/problem.ts';

/** One call: what the program printed, and how it ended. */
export interface Called {
  /** Absent: the program is not there, or cannot be started. */
  readonly isThere: boolean;
  readonly hasWorked: boolean;
  readonly output: string;
  readonly errors: string;
}

/** The texts of a reply, in their order. */
export function textsOf(output: string): readonly string[] {
  return [...output.matchAll(/^\s*(?:variant\s+)?string "(.*)"$/gm)].map(([, text = '']) => text);
}

const ERROR = /^Error ([\w.]+):/m;
/** The bus's own words for "nobody has that name". */
const ABSENT: ReadonlySet<string> = new Set([
  'org.freedesktop.DBus.Error.ServiceUnknown',
  'org.freedesktop.DBus.Error.NameHasNoOwner',
  'org.freedesktop.DBus.Error.Spawn.ServiceNotFound',
]);
const SLOW: ReadonlySet<string> = new Set([
  'org.freedesktop.DBus.Error.NoReply',
  'org.freedesktop.DBus.Error.Timeout',
  'org.freedesktop.DBus.Error.TimedOut',
]);

function problemOf({ errors }: Called): Problem {
  const [, name = ''] = ERROR.exec(errors) ?? [];
  if (SLOW.has(name)) return { kind: 'no-notifications', why: 'slow', detail: '' };
  if (ABSENT.has(name)) return { kind: 'no-notifications', why: 'absent', detail: '' };
  return name === ''
    ? { kind: 'no-notifications', why: 'absent', detail: 'no session bus' }
    : { kind: 'no-notifications', why: 'failing', detail: name };
}

/**
 * Whether notifications are held back: by the service's own word (KDE, Xfce), else by GNOME's setting "show-banners". Null: neither
 * says so.
 */
function heldBack(inhibited: Called, banners: Called): boolean | null {
  const [, word] = /\bboolean (true|false)\b/.exec(inhibited.hasWorked ? inhibited.output : '') ?? [];
  if (word !== undefined) return word === 'true';
  const shown = banners.hasWorked ? banners.output.trim() : '';
  return shown === 'true' || shown === 'false' ? shown === 'false' : null;
}

/** What the notification service says to GetServerInformation, GetCapabilities and Get Inhibited, and GNOME's setting, together. */
export function serverAnswer(information: Called, capabilities: Called, inhibited: Called, banners: Called): ServerAnswer {
  const failed = [information, capabilities].find(({ hasWorked }) => !hasWorked);
  if (failed) return failed.isThere ? { kind: 'none', problem: problemOf(failed) } : { kind: 'unknown' };
  const [name = '', , version = ''] = textsOf(information.output);
  return { kind: 'answers', name, version, capabilities: textsOf(capabilities.output), isHeldBack: heldBack(inhibited, banners) };
}

/** What the call NameHasOwner of the tray hosts' well-known name says. */
export function trayHost({ hasWorked, output }: Called): 'present' | 'absent' | 'unknown' {
  const [, answer] = /^\s*boolean (true|false)$/m.exec(output) ?? [];
  if (!hasWorked || answer === undefined) return 'unknown';
  return answer === 'true' ? 'present' : 'absent';
}
