// node build/shots.mjs [NAME…]: pictures of the running app, into docs/. Windows are taken one by one in both themes
// (docs/shots/NAME-THEME.png), the desktop as a person sees it (docs/desktop.png, the picture on top of the README).
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron } from '@playwright/test';
import { startDesktop } from './desktop.mjs';
import { startDemoPlatform } from '../electron/demo/server.ts';

const wanted = new Set(process.argv.slice(2));
const isRoot = process.getuid?.() === 0;

/** Starts the app on a scenario of the demo platform; `act` gets its windows by the function that opens one. */
async function withApp({ scenario, speed = 1, token = true }, act) {
  const desktop = await startDesktop();
  const platform = await startDemoPlatform({ port: 0, scenario, seed: 1, speed });
  const profile = await mkdtemp(path.join(tmpdir(), 'shots-'));
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${profile}`, '--open'],
    chromiumSandbox: !isRoot,
    env: {
      ...process.env,
      ...desktop.env,
      QOVERY_API_URL: platform.apiUrl,
      QOVERY_WS_URL: platform.wsUrl,
      QOVERY_CLI_ACCESS_TOKEN: token ? platform.token : '',
    },
  });
  try {
    await act({ app, window: app.windows()[0] ?? (await app.waitForEvent('window')), platform });
  } finally {
    await app.close();
    await platform.stop();
    await desktop.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function picture(app, window, name, size) {
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
    await window.screenshot({ path: `docs/shots/${name}-${colorScheme}.png` });
  }
  console.log(`docs/shots/${name}-{light,dark}.png`);
}
/** Waits until the list is read whole: what is stopped has that as its run status, which comes last, not just as its label. */
async function wholeList(window) {
  await window
    .getByRole('row', { name: /^[^,]+, STOPPED/ })
    .first()
    .waitFor();
}
/** The window that opens when `act` is done. */
async function opened(app, act) {
  const next = app.waitForEvent('window');
  await act();
  return next;
}

const shots = {
  async overview() {
    await withApp({ scenario: 'failed-before' }, async ({ app, window }) => {
      await wholeList(window);
      await window
        .getByRole('row', { name: /DEPLOYMENT ERROR/ })
        .first()
        .click();
      await picture(app, window, 'overview', { width: 440, height: 640 });
      await picture(app, window, 'overview-narrow', { width: 320, height: 640 });
      await picture(app, window, 'overview-wide', { width: 900, height: 640 });
      await window.getByRole('row', { name: /^ledger-api/ }).click({ position: { x: 260, y: 8 } });
      await picture(app, window, 'details-wide');
      await picture(app, window, 'details', { width: 440, height: 640 });
      await window.keyboard.press('Escape');
      await window.keyboard.press('Shift+F10');
      await window.getByRole('menu').waitFor();
      await picture(app, window, 'row-menu');
    });
  },
  async rolling() {
    await withApp({ scenario: 'rolling-update', speed: 0.5 }, async ({ app, window }) => {
      const row = window.getByRole('row', { name: /STARTING|STOPPING/ }).first();
      await row.waitFor({ timeout: 60_000 });
      await row.click();
      await picture(app, window, 'rolling', { width: 440, height: 640 });
    });
  },
  async log() {
    await withApp({ scenario: 'failed-before' }, async ({ app, window }) => {
      const row = window.getByRole('row', { name: /DEPLOYMENT ERROR/ }).first();
      await row.waitFor();
      const log = await opened(app, () => row.getByRole('button', { name: /DEPLOYMENT ERROR/ }).click());
      await log.getByText('Hint').first().waitFor();
      await picture(app, log, 'log-deployment', { width: 960, height: 640 });
      await picture(app, log, 'log-deployment-narrow', { width: 480, height: 640 });
    });
  },
  async service() {
    await withApp({ scenario: 'calm' }, async ({ app, window }) => {
      await window
        .getByRole('row', { name: /^production/ })
        .first()
        .click();
      const log = await opened(app, () => window.getByRole('button', { name: 'ledger-api, open the service log' }).click());
      await log.getByRole('log').waitFor();
      await log
        .getByText(/GET|POST/)
        .first()
        .waitFor();
      await picture(app, log, 'log-service', { width: 960, height: 640 });
    });
  },
  async connect() {
    await withApp({ scenario: 'calm', token: false }, async ({ app, window }) => {
      await window.getByLabel(/token/i).first().waitFor();
      await picture(app, window, 'connect', { width: 440, height: 640 });
      await window.getByLabel(/token/i).first().fill('wrong');
      await window.keyboard.press('Enter');
      await window
        .getByText(/refused/)
        .first()
        .waitFor();
      await picture(app, window, 'connect-refused');
    });
  },
  async settings() {
    await withApp({ scenario: 'calm' }, async ({ app, window }) => {
      await wholeList(window);
      const settings = await opened(app, () => window.evaluate(() => globalThis.qoveryTray.ask('openSettings', null)));
      await settings.getByRole('heading', { name: 'Account' }).waitFor();
      await picture(app, settings, 'settings');
      await settings.getByRole('button', { name: 'Copy the report' }).scrollIntoViewIfNeeded();
      await picture(app, settings, 'settings-doctor');
    });
  },
  async offline() {
    await withApp({ scenario: 'calm' }, async ({ app, window, platform }) => {
      await wholeList(window);
      await platform.stop();
      await window
        .getByText(/Offline/)
        .first()
        .waitFor({ timeout: 60_000 });
      await picture(app, window, 'offline', { width: 440, height: 640 });
    });
  },
  desktop() {
    const app = ['node_modules/electron/dist/electron', ...(isRoot ? ['--no-sandbox'] : []), '.'];
    const profile = ['--user-data-dir=node_modules/.cache/shots-profile', '--demo', '--scenario', 'build-error', '--speed', '4', '--open'];
    const done = spawnSync('bash', ['build/desktop-picture.sh', 'docs/desktop.png', '9', ...app, ...profile], { stdio: 'inherit' });
    if (done.status !== 0) throw new Error('the picture of the desktop was not taken');
  },
};

const unknown = [...wanted].filter((name) => !(name in shots));
if (unknown.length > 0) {
  console.error(`shots: there is no picture ${unknown.join(', ')}; there are: ${Object.keys(shots).join(', ')}`);
  process.exit(2);
}
await mkdir('docs/shots', { recursive: true });
await rm('node_modules/.cache/shots-profile', { recursive: true, force: true });
for (const [name, take] of Object.entries(shots)) if (wanted.size === 0 || wanted.has(name)) await take();
