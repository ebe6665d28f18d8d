import type { ElectronApplication, Page } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { DesktopPeer } from '../support/desktop-peer.ts';
import { expect, test as base } from '../support/app.ts';
import { startSmallDisk, type SmallDisk } from '../support/small-disk.ts';

/** The app's files lie on a disk of their own, which can be filled up. */
const test = base.extend<{ readonly disk: SmallDisk }>({
  disk: [
    async ({ profile }, use) => {
      const disk = startSmallDisk(profile);
      base.skip(disk === null, 'skipped because nobody may mount a disk here');
      if (!disk) return;
      await use(disk);
      disk.stop();
    },
    { auto: true },
  ],
});

const opened = async (app: ElectronApplication, desktop: DesktopPeer, entry: string): Promise<Page> => {
  const next = app.waitForEvent('window');
  await desktop.click(entry);
  return next;
};
const kept = async (profile: string): Promise<unknown> => JSON.parse(await readFile(path.join(profile, 'settings.json'), 'utf8'));
const choose = (settings: Page, theme: string): Promise<void> =>
  settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: theme }).click();
const hint = (overview: Page) => overview.getByRole('status').filter({ hasText: 'settings.json' });
const HOLDS = 'changes hold until the app ends';

test('on a full disk every window says that settings hold for this run, nothing is lost, and all is kept once there is room', async ({
  disk,
  app,
  desktop,
  overview,
  profile,
}) => {
  await expect(overview.getByRole('contentinfo')).toContainText('Live');
  const settings = await opened(app, desktop, 'Settings…');
  await choose(settings, 'Light');
  await expect.poll(() => kept(profile)).toMatchObject({ theme: 'light' });
  await disk.fill();
  await choose(settings, 'Dark');
  await expect(settings.getByRole('alert')).toHaveText(/the disk is full/);
  await expect(settings.getByRole('alert')).toContainText(HOLDS);
  await expect(hint(overview)).toContainText(/the disk is full .*changes hold until the app ends/);
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  expect(await kept(profile)).toMatchObject({ theme: 'light' });
  await overview.getByRole('button', { name: 'Pause notifications for 1 h' }).click(); // a change from the other window
  await expect(overview.getByRole('button', { name: /paused until/ })).toBeVisible();
  await hint(overview).getByRole('button', { name: 'Hide' }).click();
  await expect(hint(overview)).toHaveCount(0);
  await disk.free();
  await overview.getByRole('button', { name: /paused until/ }).click();
  await expect(settings.getByRole('alert')).toHaveCount(0);
  expect(await kept(profile)).toMatchObject({ theme: 'dark', notifications: { pausedUntil: null } });
  expect((await readdir(profile)).filter((name) => /settings.*(tmp|broken)/.test(name))).toEqual([]);
  await disk.fill();
  await choose(settings, 'Light');
  await expect(hint(overview)).toContainText('the disk is full'); // what was hidden was over in between
});

test.describe('without a token, on a disk that is read-only', () => {
  test.use({
    appEnv: async ({ platform }, use) => {
      await use({ QOVERY_CLI_ACCESS_TOKEN: '', QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
    },
  });
  test('the app starts, the way in works, and every window says what cannot be kept', async ({ disk, launch, desktop, platform }) => {
    disk.lock();
    const app = await launch();
    const page = app.windows()[0] ?? (await app.waitForEvent('window'));
    const settings = await opened(app, desktop, 'Settings…');
    await choose(settings, 'Dark');
    await expect(settings.getByRole('alert')).toContainText(HOLDS);
    await expect(hint(page)).toContainText(HOLDS);
    await page.getByLabel('API token').fill(platform.token);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treegrid')).toBeVisible();
    await desktop.until(async () => (await desktop.tray()).tooltip.includes('RUNNING'), 'the statuses');
    await expect(hint(page)).toContainText(HOLDS);
  });
});
