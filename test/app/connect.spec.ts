import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/state.ts';
import type { Result } from '../../electron/model/result.ts';
import { expect, test } from '../support/app.ts';
import { startKeyring } from '../support/keyring.ts';
import { startPlainApp } from '../support/plain-app.ts';

/** Every file under the profile that holds the text, in any of the encodings that a careless program would use. */
async function filesHolding(folder: string, secret: string): Promise<readonly string[]> {
  const forms = [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(Buffer.from(secret).toString('base64'))];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const content = await readFile(file);
    if (forms.some((form) => content.includes(form))) found.push(file);
  }
  return found;
}
async function connectWith(page: Page, token: string): Promise<void> {
  await page.getByLabel(/token/i).first().fill(token);
  await page.keyboard.press('Enter');
}

// An app without a token in its environment, which knows where the platform is.
test.use({
  appEnv: async ({ platform }, use) => {
    await use({ QOVERY_CLI_ACCESS_TOKEN: '', QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
  },
});

test('without a token it opens the connect page; a wrong one is refused in words, the right one works', async ({
  desktop,
  launch,
  platform,
}) => {
  const app = await launch();
  const page = app.windows()[0] ?? (await app.waitForEvent('window'));
  await expect(page.getByLabel(/token/i).first()).toBeVisible();
  expect((await desktop.tray()).tooltip).toContain('Not connected');
  await connectWith(page, '   ');
  await connectWith(page, 'wrong-token');
  await expect(page.getByText(/refused the token/)).toBeVisible();
  await connectWith(page, `Token ${platform.token}`);
  await expect(page.getByRole('treegrid')).toBeVisible();
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('RUNNING'), 'the statuses');
});

test('explores the demo platform without any token', async ({ desktop, launch }) => {
  const app = await launch();
  const page = app.windows()[0] ?? (await app.waitForEvent('window'));
  await page.getByRole('button', { name: /demo/i }).click();
  await expect(page.getByRole('treegrid')).toBeVisible();
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('Demo platform'), 'the demo');
});

test('a pasted token is kept in the system’s keyring, in no file in clear, and is there after a restart', async ({
  display,
  desktop,
  platform,
  appEnv,
  profile,
}) => {
  const keyring = await startKeyring(display, desktop);
  try {
    const env = { ...display, ...appEnv, ...keyring.env };
    const first = await startPlainApp(profile, env);
    const page = await first.window();
    await connectWith(page, platform.token);
    await expect(page.getByRole('treegrid')).toBeVisible();
    await desktop.until(async () => (await desktop.tray()).tooltip.includes('RUNNING'), 'the statuses');
    expect(await page.evaluate((token) => document.documentElement.outerHTML.includes(token), platform.token)).toBe(false);
    const { account, isHeld } = await page.evaluate(async (token) => {
      const packed = await window.qoveryTray.ask('snapshot', null);
      const snapshot = typeof packed === 'string' ? (JSON.parse(packed) as Result<Snapshot>) : packed; // the preload hands over text
      return { account: snapshot.ok ? snapshot.value.state.account : null, isHeld: JSON.stringify(snapshot).includes(token) };
    }, platform.token);
    expect([account?.source, isHeld]).toEqual(['keyring', false]);
    await first.stop();
    await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
    expect(await filesHolding(profile, platform.token)).toEqual([]);

    const second = await startPlainApp(profile, env);
    await desktop.until(async () => (await desktop.tray()).tooltip.includes('RUNNING'), 'the statuses again');
    await second.stop();
  } finally {
    await keyring.stop();
  }
});

test('without a keyring the token holds for this run only, and that is said', async ({ desktop, launch, platform, appEnv, profile }) => {
  const first = await launch({ ...appEnv, XDG_CURRENT_DESKTOP: '' }, ['--password-store=basic']);
  const page = first.windows()[0] ?? (await first.waitForEvent('window'));
  await connectWith(page, platform.token);
  await expect(page.getByRole('treegrid')).toBeVisible();
  await desktop.until(async () => (await desktop.menu()).some((entry) => entry.label.includes('keyring')), 'the remark in the menu');
  await first.close();
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
  expect(await filesHolding(profile, platform.token)).toEqual([]);
  const second = await launch({ ...appEnv, XDG_CURRENT_DESKTOP: '' }, ['--password-store=basic']);
  const again = second.windows()[0] ?? (await second.waitForEvent('window'));
  await expect(again.getByLabel(/token/i).first()).toBeVisible();
});

test('the token of the environment reaches no window, no log and no file; what is written is this person’s alone', async ({
  desktop,
  launch,
  platform,
  profile,
}) => {
  const app = await launch({ QOVERY_CLI_ACCESS_TOKEN: platform.token, QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('RUNNING'), 'the statuses');
  platform.fault('500'); // something to log
  await desktop.click('Refresh now');
  await desktop.until(
    async () => (await readFile(path.join(profile, 'logs/app.log'), 'utf8')).includes('server-error'),
    'the trouble in the log',
  );
  await app.close();
  expect(await filesHolding(profile, platform.token)).toEqual([]);
  expect((await stat(path.join(profile, 'logs/app.log'))).mode & 0o077).toBe(0);
});
