// Why a call to the notification service came to nothing, sorted by what can be done about it.
import type { BusReply } from './bus.ts';
import type { Problem } from './problem.ts';

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

/** What stands in the way, of a call that was not answered. */
export function busProblem(reply: Exclude<BusReply, { readonly kind: 'answer' }>): Problem {
  const kind = 'no-notifications';
  if (reply.kind === 'no-bus') return { kind, why: 'absent', detail: 'no session bus' };
  if (reply.kind === 'silent' || SLOW.has(reply.name)) return { kind, why: 'slow', detail: '' };
  return ABSENT.has(reply.name) ? { kind, why: 'absent', detail: '' } : { kind, why: 'failing', detail: reply.name };
}
