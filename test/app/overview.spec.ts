import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { goTo } from '../support/keyboard.ts';

async function looksRight(page: Page, name: string, info: TestInfo): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await info.attach(`${name}-${colorScheme}`, { body: await page.screenshot(), contentType: 'image/png' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze(); // the other mode opens a page, which Electron cannot
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  }
}
const row = (page: Page, name: RegExp | string) => page.getByRole('row', { name }).first();

test.describe('with a failed deployment', () => {
  test.use({ scenario: 'failed-before' });

  test('says what needs attention and why, and has no accessibility faults in either theme', async ({ overview }, info) => {
    await expect(overview.getByRole('heading', { level: 1 })).toHaveText('1 of 13 environments needs attention');
    const failing = row(overview, /production, RUNNING, DEPLOYMENT ERROR/);
    await expect(failing).toContainText('cannot build the image');
    await expect(failing).toHaveAttribute('aria-expanded', 'false');
    await failing.click();
    await expect(failing).toHaveAttribute('aria-expanded', 'true');
    await expect(row(overview, /ledger-api, RUNNING, DEPLOYMENT ERROR/)).toBeVisible();
    await looksRight(overview, 'overview', info);
  });

  test('a click on a label opens the deployment log at the error', async ({ app, overview }, info) => {
    const opened = app.waitForEvent('window');
    await row(overview, /DEPLOYMENT ERROR/)
      .getByRole('button', { name: /DEPLOYMENT ERROR/ })
      .click();
    const log = await opened;
    await expect(log.getByText(/cannot build the image/).first()).toBeInViewport();
    await expect(log.getByText(/make src\/money\/total.ts compile/).first()).toBeInViewport();
    await looksRight(log, 'deployment-log', info);
  });

  test('everything goes by keyboard: find the failing service, its log, and back', async ({ app, overview }) => {
    await expect(row(overview, /DEPLOYMENT ERROR/)).toBeVisible();
    await overview.keyboard.press('/');
    await overview.keyboard.type('ledger');
    await expect(row(overview, /ledger-api/)).toBeVisible();
    await goTo(overview, 'ArrowDown', row(overview, /^ledger-api/));
    const opened = app.waitForEvent('window');
    await overview.keyboard.press('Enter');
    const log = await opened;
    await expect(log.getByRole('log')).toBeVisible();
    const closed = log.waitForEvent('close');
    await log.keyboard.press('Escape').catch(() => undefined); // the page is gone before it can answer
    await closed;
    await expect(row(overview, /^ledger-api/)).toBeVisible();
  });
});

test('a click on a service opens its live log', async ({ app, overview }, info) => {
  await expect(overview.getByRole('contentinfo')).toContainText('Live');
  await row(overview, /^production, RUNNING/).click();
  const opened = app.waitForEvent('window');
  await overview.getByRole('button', { name: 'ledger-api, open the service log' }).click();
  const log = await opened;
  await expect(log.getByRole('contentinfo')).toContainText('Live, last line');
  await expect(log.getByRole('log')).toContainText(/\w{3,}/);
  await looksRight(log, 'service-log', info);
});

test('a dot and a label explain themselves on hover and on focus', async ({ overview }) => {
  const label = row(overview, /^production, RUNNING/).getByRole('button', { name: /DEPLOYMENT OK/ });
  await label.hover();
  await expect(overview.getByRole('tooltip')).toContainText('DEPLOYMENT OK: the last deployment worked');
  await overview.keyboard.press('Escape');
  await overview.mouse.move(200, 20);
  await expect(overview.getByRole('tooltip')).toHaveCount(0);
});

test('search and chips narrow the list, and say when nothing is left', async ({ overview }, info) => {
  const search = overview.getByRole('searchbox');
  await search.fill('no such thing');
  await expect(overview.getByText(/no such thing/).first()).toBeVisible();
  await looksRight(overview, 'nothing-found', info);
  await search.fill('');
  await expect(row(overview, /^production, RUNNING/)).toBeVisible();
});

test.describe('a rolling update', () => {
  test.use({ scenario: 'rolling-update', speed: 2 });
  test('is seen in the rows as it goes, and ends as it began', async ({ overview }) => {
    const shop = row(overview, /^production, (STARTING|STOPPING), DEPLOYING.*shop/);
    await expect(shop).toBeVisible({ timeout: 30_000 });
    await expect(row(overview, /^production, RUNNING, DEPLOYMENT OK.*shop/)).toBeVisible({ timeout: 40_000 });
  });
});

test.describe('without any project', () => {
  test.use({ scenario: 'empty' });
  test('says that there is nothing yet and when there will be', async ({ overview }, info) => {
    await expect(overview.getByText('No environments yet').first()).toBeVisible();
    await looksRight(overview, 'empty', info);
  });
});

test('settings change the theme at once, and keep it', async ({ app, overview, desktop, launch }, info) => {
  const opened = app.waitForEvent('window');
  await desktop.click('Settings…');
  const settings = await opened;
  await looksRight(settings, 'settings', info);
  await settings.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).click(); // not check(): it is drawn checked once main has answered
  await expect.poll(() => app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  await overview.close();
  await app.close();
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
  const again = await launch();
  await expect.poll(() => again.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

test('a closed window’s renderer is gone, and opening again works', async ({ app, overview, desktop }) => {
  await expect(overview.getByRole('treegrid')).toBeVisible();
  const closed = overview.waitForEvent('close');
  await overview.keyboard.press('Escape').catch(() => undefined); // the page is gone before it can answer
  await closed;
  await expect.poll(() => app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(0);
  const opened = app.waitForEvent('window');
  await desktop.click('Open');
  await expect((await opened).getByRole('treegrid')).toBeVisible();
});
