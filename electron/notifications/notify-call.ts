// A notice as a call to the notification service of a Linux desktop.
// https://specifications.freedesktop.org/notification-spec/latest/protocol.html
import { typed, type BusCall, type Typed } from '../model/bus.ts';
import type { NotificationServer } from '../model/notification-server.ts';
import { textFor, urgencyFor } from './notice-text.ts';
import type { Notice } from './notice.ts';
import type { Picture } from './picture.ts';

export const SERVICE = 'org.freedesktop.Notifications';
export const SERVICE_PATH = '/org/freedesktop/Notifications';

const PLACE = { destination: SERVICE, path: SERVICE_PATH, interface: SERVICE };
/** The click on the notification itself, in the specification's word. */
export const CLICK = 'default';
/** By its own judgement of the urgency. */
const EXPIRES = -1;

/** Kinds for rules that people have for their notifications, in the specification's form "x-vendor.class.name". */
function categoryOf({ key }: Notice): string {
  if (key === 'account') return 'network.error';
  const [place = ''] = key.split('/');
  return `x-qovery.${place === 'run' ? 'run' : key.includes('/') ? 'deployment' : 'summary'}`;
}

function hintsOf(notice: Notice, server: NotificationServer, picture: Picture | null): Readonly<Record<string, Typed>> {
  const { width = 0, height = 0, rgba } = picture ?? {};
  return {
    urgency: typed('y', urgencyFor(notice.urgency, server) === 'critical' ? 2 : 1),
    category: typed('s', categoryOf(notice)),
    'desktop-entry': typed('s', 'qovery-tray'),
    ...(notice.isSilent ? { 'suppress-sound': typed('b', true) } : {}),
    ...(rgba ? { 'image-data': typed('(iiibiiay)', [width, height, width * 4, true, 8, 4, rgba]) } : {}),
  };
}

/** Draws a button for the click, too, beside one that says the same. */
const isDrawingClicks = ({ name }: NotificationServer): boolean => /xfce/i.test(name);

/** The click, and the buttons; nothing for a service that shows none. */
function actionsOf({ choice, actions }: Notice, server: NotificationServer): readonly string[] {
  if (!server.capabilities.includes('actions')) return [];
  const same = isDrawingClicks(server) ? actions.find((one) => one.choice === choice) : undefined;
  const others = actions.filter((one) => one !== same);
  return [CLICK, same?.label ?? 'Open', ...others.flatMap(({ id, label }) => [id, label])];
}

/** Shows a notice; `replaces` is the number of the one whose place it takes, 0: of none. */
export function notifyCall(notice: Notice, server: NotificationServer, picture: Picture | null, replaces: number): BusCall {
  const { title, body } = textFor(notice, server.capabilities);
  const actions = actionsOf(notice, server);
  return {
    ...PLACE,
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: ['Qovery Tray', replaces, '', title, body, actions, hintsOf(notice, server, picture), EXPIRES],
  };
}

/** Takes a notification back. */
export function closeCall(id: number): BusCall {
  return { ...PLACE, member: 'CloseNotification', signature: 'u', body: [id] };
}
