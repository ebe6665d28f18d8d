// The app on a desktop of its own, to be taken pictures of.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { startDesktop } from './desktop.mjs';
import { startDemoPlatform } from '../electron/demo/server.ts';
import { DesktopPeer } from '../test/support/desktop-peer.ts';

export const isRoot = process.getuid?.() === 0;

/**
 * Starts the app on a scenario of the demo platform. `act` gets its main window, and `again`, which starts the app anew on the
 * same platform and profile once it was closed.
 */
export async function withApp({ scenario = 'calm', speed = 1, token, fault = null }, act) {
  const desktop = await startDesktop();
  const peer = await DesktopPeer.start(desktop.env.DBUS_SESSION_BUS_ADDRESS); // with a tray and notifications, as most have
  const platform = await startDemoPlatform({ port: 0, scenario, fault, seed: 1, speed });
  const profile = await mkdtemp(path.join(tmpdir(), 'shots-'));
  const env = { ...process.env, ...desktop.env, QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl };
  env.QOVERY_CLI_ACCESS_TOKEN = token ?? platform.token;
  let app;
  const again = async () => {
    app = await _electron.launch({ args: ['.', `--user-data-dir=${profile}`, '--open'], chromiumSandbox: !isRoot, env });
    return { app, window: app.windows()[0] ?? (await app.waitForEvent('window')) };
  };
  try {
    await act({ ...(await again()), platform, again });
  } finally {
    await app?.close();
    await platform.stop();
    peer.stop();
    await desktop.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A PNG. Of a zoomed page Playwright takes a corner, so Electron takes it. */
async function taken(app, window) {
  if ((await window.evaluate(() => globalThis.devicePixelRatio)) === 1) return window.screenshot();
  await window.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  const base64 = await app.evaluate(async ({ BrowserWindow }, url) => {
    const found = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === url);
    return (await found.webContents.capturePage()).toPNG().toString('base64');
  }, window.url());
  return Buffer.from(base64, 'base64');
}

/** Takes both themes; `size` is the window's inside in px, null: as it is. */
export async function picture(app, window, name, size) {
  if (size) {
    await app.evaluate(
      ({ BrowserWindow }, { width, height, url }) => {
        const found = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === url);
        found?.setContentSize(width, height);
      },
      { ...size, url: window.url() },
    );
    await window.waitForFunction((width) => Math.abs(globalThis.innerWidth - width) < 2, size.width);
  }
  for (const colorScheme of ['light', 'dark']) {
    await window.emulateMedia({ colorScheme });
    await writeFile(`docs/shots/${name}-${colorScheme}.png`, await taken(app, window));
  }
  console.log(`docs/shots/${name}-{light,dark}.png`);
}
