// Asks the notification service of a Linux desktop who it is, by the program `dbus-send`: Electron has no way to ask, and shows
// a notification by a call that stands still until the service answers, for 25 s if it must. So it is asked first, beside us.
import { execFile } from 'node:child_process';
import type { ServerAnswer } from '../model/notification-server.ts';
import { serverAnswer, type Called } from './dbus-answer.ts';

/** A service that takes longer is not handed anything: the whole app would stand still with it. */
const WITHIN_MS = 2_000;

function call(member: string): Promise<Called> {
  const service = ['--dest=org.freedesktop.Notifications', '/org/freedesktop/Notifications', `org.freedesktop.Notifications.${member}`];
  const options = ['--session', '--print-reply', `--reply-timeout=${WITHIN_MS}`];
  return new Promise((resolve) => {
    execFile('dbus-send', [...options, ...service], { timeout: 2 * WITHIN_MS, encoding: 'utf8' }, (error, output, errors) => {
      resolve({ isThere: error?.code !== 'ENOENT' && error?.code !== 'EACCES', hasWorked: error === null, output, errors });
    });
  });
}

/** Never rejects; `unknown` on other systems, and where the program is not to be had. */
export async function askNotificationServer(): Promise<ServerAnswer> {
  if (process.platform !== 'linux') return { kind: 'unknown' };
  const [information, capabilities] = await Promise.all([call('GetServerInformation'), call('GetCapabilities')]);
  return serverAnswer(information, capabilities);
}
