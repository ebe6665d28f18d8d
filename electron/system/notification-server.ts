// Asks the notification service of a Linux desktop who it is, by the program `dbus-send`: Electron has no way to ask, and shows
// a notification by a call that stands still until the service answers, for 25 s if it must. So it is asked first, beside us.
import { execFile } from 'node:child_process';
import type { ServerAnswer } from '../model/notification-server.ts';
import { serverAnswer, type Called } from './dbus-answer.ts';
import { sendToBus } from './dbus-send.ts';

const SERVICE = 'org.freedesktop.Notifications';
const GSETTINGS_MS = 2_000;

const call = (member: string, ...values: readonly string[]): Promise<Called> =>
  sendToBus(`--dest=${SERVICE}`, '/org/freedesktop/Notifications', member, ...values);

/** GNOME's do not disturb is a setting of its own, which no service tells. */
function gnomeBanners(): Promise<Called> {
  const isGnome = /gnome/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? '');
  if (!isGnome) return Promise.resolve({ isThere: false, hasWorked: false, output: '', errors: '' });
  return new Promise((resolve) => {
    const question = ['get', 'org.gnome.desktop.notifications', 'show-banners'];
    execFile('gsettings', question, { timeout: GSETTINGS_MS, encoding: 'utf8' }, (error, output, errors) => {
      resolve({ isThere: true, hasWorked: error === null, output, errors });
    });
  });
}

/** Never rejects; `unknown` on other systems, and where the program is not to be had. */
export async function askNotificationServer(): Promise<ServerAnswer> {
  if (process.platform !== 'linux') return { kind: 'unknown' };
  const [information, capabilities, inhibited, banners] = await Promise.all([
    call(`${SERVICE}.GetServerInformation`),
    call(`${SERVICE}.GetCapabilities`),
    call('org.freedesktop.DBus.Properties.Get', `string:${SERVICE}`, 'string:Inhibited'),
    gnomeBanners(),
  ]);
  return serverAnswer(information, capabilities, inhibited, banners);
}
