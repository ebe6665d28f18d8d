// Asks the notification service of a Linux desktop who it is, by the program `dbus-send`: Electron has no way to ask, and shows
// a notification by a call that stands still until the service answers, for 25 s if it must. So it is asked first, beside us.
import type { ServerAnswer } from '../model/notification-server.ts';
import { serverAnswer, type Called } from './dbus-answer.ts';
import { sendToBus } from './dbus-send.ts';

const call = (member: string): Promise<Called> =>
  sendToBus('--dest=org.freedesktop.Notifications', '/org/freedesktop/Notifications', `org.freedesktop.Notifications.${member}`);

/** Never rejects; `unknown` on other systems, and where the program is not to be had. */
export async function askNotificationServer(): Promise<ServerAnswer> {
  if (process.platform !== 'linux') return { kind: 'unknown' };
  const [information, capabilities] = await Promise.all([call('GetServerInformation'), call('GetCapabilities')]);
  return serverAnswer(information, capabilities);
}
