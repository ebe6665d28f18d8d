// What services of a Linux desktop answer over the bus, as facts. Needs neither Electron nor a bus.
import type { BusReply } from '../model/bus.ts';
import type { ServerAnswer } from '../model/notification-server.ts';
import { busProblem } from '../model/bus-problem.ts';

const textAt = (body: readonly unknown[], index: number): string => (typeof body[index] === 'string' ? body[index] : '');

/** The texts of a reply's first value. */
function textsOf(reply: BusReply): readonly string[] {
  const [list] = reply.kind === 'answer' ? reply.body : [];
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

/**
 * Whether notifications are held back: by the service's own word (KDE, Xfce), else by GNOME's setting "show-banners" as it is
 * printed ("true", "false", "" where there is none). Null: neither says so.
 */
function heldBack(inhibited: BusReply, banners: string): boolean | null {
  const [word] = inhibited.kind === 'answer' ? inhibited.body : [];
  if (typeof word === 'boolean') return word;
  return banners === 'true' || banners === 'false' ? banners === 'false' : null;
}

/** What the notification service says to GetServerInformation, GetCapabilities and Get Inhibited, and GNOME's setting, together. */
export function serverAnswer(information: BusReply, capabilities: BusReply, inhibited: BusReply, banners: string): ServerAnswer {
  for (const reply of [information, capabilities]) if (reply.kind !== 'answer') return { kind: 'none', problem: busProblem(reply) };
  const body = information.kind === 'answer' ? information.body : [];
  const isHeldBack = heldBack(inhibited, banners);
  return { kind: 'answers', name: textAt(body, 0), version: textAt(body, 2), capabilities: textsOf(capabilities), isHeldBack };
}

/** What the call NameHasOwner of the tray hosts' well-known name says. */
export function trayHost(reply: BusReply): 'present' | 'absent' | 'unknown' {
  const [has] = reply.kind === 'answer' ? reply.body : [];
  return typeof has === 'boolean' ? (has ? 'present' : 'absent') : 'unknown';
}
