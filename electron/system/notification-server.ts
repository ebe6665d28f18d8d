// Asks the notification service of a Linux desktop who it is, what it can, and whether it holds notifications back.
import { execFile } from 'node:child_process';
import type { Bus, BusCall } from '../model/bus.ts';
import type { ServerAnswer } from '../model/notification-server.ts';
import { serverAnswer } from './bus-answers.ts';

const SERVICE = 'org.freedesktop.Notifications';
const GSETTINGS_MS = 2_000;

const SERVER = { destination: SERVICE, path: '/org/freedesktop/Notifications' };
const INFORMATION: BusCall = { ...SERVER, interface: SERVICE, member: 'GetServerInformation', signature: '', body: [] };
const CAPABILITIES: BusCall = { ...INFORMATION, member: 'GetCapabilities' };
const INHIBITED: BusCall = {
  ...SERVER,
  interface: 'org.freedesktop.DBus.Properties',
  member: 'Get',
  signature: 'ss',
  body: [SERVICE, 'Inhibited'],
};

/** GNOME's do not disturb is a setting of its own, which no service tells. */
function gnomeBanners(): Promise<string> {
  const isGnome = /gnome/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? '');
  if (!isGnome) return Promise.resolve('');
  return new Promise((resolve) => {
    const question = ['get', 'org.gnome.desktop.notifications', 'show-banners'];
    execFile('gsettings', question, { timeout: GSETTINGS_MS, encoding: 'utf8' }, (error, output) => {
      resolve(error === null ? output.trim() : '');
    });
  });
}

/** Never rejects. */
export async function askNotificationServer(bus: Bus): Promise<ServerAnswer> {
  const [information, capabilities, inhibited, banners] = await Promise.all([
    bus.call(INFORMATION),
    bus.call(CAPABILITIES),
    bus.call(INHIBITED),
    gnomeBanners(),
  ]);
  return serverAnswer(information, capabilities, inhibited, banners);
}
