import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/app.ts';
import { startKeyring } from '../support/keyring.ts';
import { startPlainApp } from '../support/plain-app.ts';

test('the keys that every app has make a window larger and smaller, and close it', async ({ app, overview }) => {
  await expect(overview.getByRole('treegrid')).toBeVisible();
  const level = (): Promise<number> => app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getZoomLevel() ?? Number.NaN);
  // As the system hands keys over: a debugger's go past the app to the page.
  const press = (keyCode: string): Promise<void> =>
    app.evaluate(({ webContents }, code) => {
      webContents.getAllWebContents()[0]?.sendInputEvent({ type: 'keyDown', keyCode: code, modifiers: ['control'] });
    }, keyCode);
  await press('=');
  await expect.poll(level).toBeGreaterThan(0);
  await press('-');
  await press('-');
  await expect.poll(level).toBeLessThan(0);
  await press('0');
  await expect.poll(level).toBe(0);
  const closed = overview.waitForEvent('close');
  await press('w');
  await closed;
});

test.describe('with a token that was pasted', () => {
  test.use({
    appEnv: async ({ platform }, use) => {
      await use({ QOVERY_CLI_ACCESS_TOKEN: '', QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
    },
  });

  test('forgetting it ends what is shown: every window and the icon say that nobody is connected', async ({
    launch,
    desktop,
    platform,
  }) => {
    const app = await launch();
    const page = app.windows()[0] ?? (await app.waitForEvent('window'));
    await page.getByLabel('API token').fill(platform.token);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treegrid')).toBeVisible();
    const opened = app.waitForEvent('window');
    await desktop.click('Settings…');
    const settings = await opened;
    await settings.getByRole('button', { name: 'Forget' }).click();
    await expect(page.getByLabel('API token')).toBeVisible();
    await expect(settings.getByText('Not connected')).toBeVisible();
    await desktop.until(async () => (await desktop.tray()).tooltip.includes('Not connected'), 'the tooltip');
  });

  test('what the keyring locked is gone from the disk with it', async ({ display, desktop, platform, appEnv, profile }) => {
    const keyring = await startKeyring(display, desktop);
    try {
      const app = await startPlainApp(profile, { ...display, ...appEnv, ...keyring.env });
      const page = await app.window();
      await page.getByLabel('API token').fill(platform.token);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('treegrid')).toBeVisible();
      expect(existsSync(path.join(profile, 'token.bin'))).toBe(true);
      await page.evaluate(() => window.qoveryTray.ask('forgetToken', null));
      await expect(page.getByLabel('API token')).toBeVisible();
      expect(existsSync(path.join(profile, 'token.bin'))).toBe(false);
      await app.stop();
    } finally {
      await keyring.stop();
    }
  });
});
