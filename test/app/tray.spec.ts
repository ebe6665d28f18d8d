import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app.ts';
import { DesktopPeer } from '../support/desktop-peer.ts';
import { startAgain, startPlainApp } from '../support/plain-app.ts';

// On Linux only the largest picture is sent over the bus: 44 × 44.
const GREEN = { x: 22, y: 10, colour: 'ff2c9e5b' };
const BADGE = { x: 35, y: 9, colour: 'fff0554e' };

test('shows the worst status as icon, tooltip and menu, and needs no window for it', async ({ desktop, app }) => {
  await desktop.until(async () => (await desktop.tray()).icons[0]?.at(GREEN.x, GREEN.y) === GREEN.colour, 'a green icon');
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('4 STOPPED'), 'the whole picture');
  const tray = await desktop.tray();
  expect(tray.tooltip).toMatch(/^13 environments, nothing needs attention: 9 RUNNING, 4 STOPPED\. As of /);
  expect(tray.icons[0]?.at(BADGE.x, BADGE.y)).not.toBe(BADGE.colour);
  const menu = await desktop.menu();
  expect(menu.filter((entry) => entry.parents.length === 0 && entry.label).map((entry) => entry.label)).toEqual([
    expect.stringMatching(/^13 environments/),
    'All environments',
    'Open',
    'History',
    'Refresh now',
    'Pause notifications',
    'Settings…',
    'Quit',
  ]);
  expect(menu.some((entry) => entry.label.startsWith('production: RUNNING, DEPLOYMENT OK'))).toBe(true);
  expect(app.windows()).toHaveLength(0);
});

test('leaves the menu alone while nothing changes: an open one would close', async ({ desktop, app }) => {
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('4 STOPPED'), 'the whole picture');
  const ids = async (): Promise<string> => (await desktop.menu()).map((entry) => entry.id).join();
  const before = await ids();
  const opened = app.waitForEvent('window');
  await desktop.click('Open');
  await expect((await opened).getByRole('contentinfo')).toContainText(/as of [5-9] s ago/, { timeout: 30_000 }); // frames came meanwhile
  expect(await ids()).toEqual(before);
});

test('opens the window and the settings from the menu, and quits', async ({ desktop, app }) => {
  const opened = app.waitForEvent('window');
  await desktop.click('Open');
  await expect((await opened).getByRole('treegrid')).toBeVisible();
  const settings = app.waitForEvent('window');
  await desktop.click('Settings…');
  await expect((await settings).getByRole('heading', { name: 'Account' })).toBeVisible();
  const gone = app.waitForEvent('close');
  await desktop.click('Quit');
  await gone;
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
});

test('a second start shows the window of the first and ends', async ({ desktop, app, profile, display, appEnv }) => {
  await desktop.tray();
  const opened = app.waitForEvent('window');
  expect(await startAgain(profile, { ...display, ...appEnv })).toContain('already running');
  await expect((await opened).getByRole('treegrid')).toBeVisible();
  expect(desktop.items).toHaveLength(1);
});

test('pauses notifications from the menu and keeps that over a restart', async ({ desktop, app, launch }) => {
  await desktop.tray();
  await desktop.click('For 1 hour');
  await desktop.until(async () => (await desktop.menu()).some((entry) => entry.label === 'Resume' && entry.enabled), 'Resume to be there');
  await app.close();
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
  await launch();
  await desktop.until(
    async () => (await desktop.menu()).some((entry) => entry.label === 'Resume' && entry.enabled),
    'Resume to be there again',
  );
});

test('a tray host that comes after the app gets the icon with the next start', async ({ display, profile, appEnv }) => {
  const env = { ...display, ...appEnv };
  const first = await startPlainApp(profile, env);
  const peer = await DesktopPeer.start(display['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  try {
    expect(await startAgain(profile, env)).toContain('already running');
    await peer.until(async () => (await peer.tray()).tooltip.includes('RUNNING'), 'the icon');
    expect(peer.items).toHaveLength(1);
  } finally {
    await first.stop();
    peer.stop();
  }
});

test('programs that the app starts inherit neither the token nor what is for us alone', async ({ app }) => {
  expect(await app.evaluate(() => Object.keys(process.env).filter((name) => /TOKEN|GDK_GL/.test(name)))).toEqual([]);
});

test('no OpenGL is loaded, with a window neither', async ({ app, desktop }) => {
  const opened = app.waitForEvent('window');
  await desktop.click('Open');
  await expect((await opened).getByRole('treegrid')).toBeVisible();
  const loaded = await readFile(`/proc/${app.process().pid}/maps`, 'utf8');
  expect(loaded.match(/\S*\/(?:lib(?:LLVM|gallium|GLX)[^/]*|[^/]*_dri\.so)$/gm) ?? []).toEqual([]);
});
