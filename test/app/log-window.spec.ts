import type { ElectronApplication, Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { environmentRow, serviceLog } from '../support/log-window.ts';

const lines = (log: Page) => log.getByRole('log');
const colourOf = (log: Page, selector: string): Promise<string> =>
  log
    .locator(selector)
    .first()
    .evaluate((one) => getComputedStyle(one).color);

/** What the app opens in the browser from now on. */
async function openedOutside(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const outside: string[] = [];
    Object.assign(globalThis, { outside });
    shell.openExternal = (url) => Promise.resolve(void outside.push(url));
  });
  return () => app.evaluate(() => (globalThis as unknown as { outside: string[] }).outside); // put there above
}

test.describe('a deployment that failed', () => {
  test.use({ scenario: 'build-error', speed: 4 });

  test('paints what was cancelled in a colour of its own, opens links outside, and lists its keys', async ({ app, desktop }) => {
    const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
    const opened = app.waitForEvent('window');
    desktop.invoke(notice);
    const log = await opened;
    await expect(log.getByText('Hint').first()).toBeVisible();
    const colours = [];
    for (const selector of ['.line:not(.bad, .cancel, .warn, .good) .say', '.line.bad .say', '.line.cancel .say'])
      colours.push(await colourOf(log, selector));
    expect(new Set(colours).size).toBe(3);

    const outside = await openedOutside(app);
    await log.locator('.why .link').first().click();
    await lines(log).press('Home');
    await lines(log).press('/');
    await log.keyboard.type('registry.npmjs');
    await log.keyboard.press('Enter');
    const address = log.locator('.line.now .url').first();
    await address.click();
    await expect.poll(outside).toEqual([expect.stringMatching(/^https:\/\//), await address.getAttribute('href')]);
    expect(log.url()).toMatch(/^app:/);

    await lines(log).press('?');
    const keys = log.getByRole('dialog');
    await expect(keys).toContainText('next error, error before');
    await expect(keys).toContainText('set a marker, remove it');
    await log.keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await expect(lines(log)).toBeVisible();
  });
});

test.describe('a deployment that begins while an earlier one is read', () => {
  test.use({ scenario: 'tour', speed: 3 });

  test('is offered, and shown only when asked for', async ({ app, overview }) => {
    const row = await environmentRow(overview, 'billing / production');
    const opened = app.waitForEvent('window');
    await row.getByRole('button', { name: /DEPLOYMENT OK/ }).click();
    const log = await opened;
    await expect(log.locator('.line').nth(10)).toBeVisible();
    await lines(log).press('Home');
    const first = log.locator('[data-line="0"]');
    await expect(first).toBeInViewport();
    const said = await first.textContent();
    const offer = log.locator('.new-run');
    await expect(offer).toContainText('A new deployment has begun', { timeout: 20_000 });
    await expect(first).toHaveText(said ?? '');
    await expect(first).toBeInViewport();
    expect(app.windows()).toHaveLength(2);
    const next = app.waitForEvent('window');
    await offer.getByRole('button', { name: 'Open its log' }).click();
    await expect((await next).getByRole('log')).toBeVisible();
    await expect(offer).toBeHidden();
    await expect(first).toHaveText(said ?? '');
  });
});

test.describe('services', () => {
  test.use({ scenario: 'rolling-update', speed: 3 });

  test('are read side by side, with history before what is live, and lines of instances that are gone are kept', async ({
    app,
    overview,
  }) => {
    const begun = Date.now();
    const log = await serviceLog(app, overview, 'shop / production', 'api');
    await lines(log).press('Home');
    const oldest = await log.locator('[data-line="0"] .time').getAttribute('title');
    expect(Date.parse(oldest ?? '')).toBeLessThan(begun - 30_000);
    const other = app.waitForEvent('window');
    await overview.getByRole('button', { name: 'web, open the service log', exact: true }).click();
    const beside = await other;
    await expect(beside.locator('.line').nth(10)).toBeVisible();
    expect([await log.locator('h1').textContent(), await beside.locator('h1').textContent()]).toEqual(['api', 'web']);
    const places = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .filter((one) => one.webContents.getURL().includes('log-viewer'))
        .map((one) => one.getPosition().join()),
    );
    expect(new Set(places).size).toBe(2);

    const instances = log.getByRole('group', { name: 'Instances' });
    const gone = instances.getByRole('button', { name: /gone/ }).first();
    await expect(gone).toBeVisible({ timeout: 40_000 });
    const letter = (await gone.locator('b').textContent()) ?? '?';
    await lines(log).press('Home');
    await expect(log.locator('.line .from', { hasText: letter }).first()).toBeVisible();
    const versions = log.getByLabel('Version');
    await expect(versions).toBeVisible();
    await versions.selectOption({ index: 1 });
    await expect(log.getByRole('contentinfo')).toContainText(/\d hidden/);
    await expect(beside.getByRole('contentinfo')).toContainText(/^Following/);
  });
});
