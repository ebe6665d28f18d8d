import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';

async function hasNoFaults(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  }
}
const history = (page: Page) => page.getByRole('region', { name: 'History' });
const entry = (page: Page, name: RegExp) => history(page).getByRole('button', { name }).first();

test.describe('with a failed deployment', () => {
  test.use({ scenario: 'failed-before' });

  test('h shows the history, keys move in it, Enter opens the log, and Escape is back where the list was', async ({ app, overview }) => {
    const row = overview.getByRole('row', { name: /production, RUNNING, DEPLOYMENT ERROR/ }).first();
    await row.click();
    await overview.keyboard.press('h');
    await expect(overview.getByRole('button', { name: 'Back to the list' })).toBeFocused();
    const failure = entry(overview, /billing\/production DEPLOYMENT ERROR/);
    await expect(failure).toContainText('cannot build the image');
    await hasNoFaults(overview);
    await overview.keyboard.press('/');
    await overview.keyboard.type('billing production');
    await expect(history(overview).getByRole('button', { name: /shop/ })).toHaveCount(0);
    await overview.keyboard.press('ArrowDown');
    await expect(failure).toBeFocused();
    const opened = app.waitForEvent('window');
    await overview.keyboard.press('Enter');
    await expect((await opened).getByText('Hint').first()).toBeVisible();
    await overview.keyboard.press('Escape');
    await expect(history(overview)).toHaveCount(0);
    await expect(row).toBeFocused();
  });

  test("a row's menu shows its history alone, and filters say when nothing fits", async ({ overview }) => {
    await overview
      .getByRole('row', { name: /production, RUNNING, DEPLOYMENT ERROR/ })
      .first()
      .click({ button: 'right' });
    await overview.getByRole('menuitem', { name: 'History of this environment' }).click();
    await expect(entry(overview, /billing\/production DEPLOYMENT ERROR/)).toBeVisible();
    await expect(history(overview).getByRole('button', { name: /shop\/production/ })).toHaveCount(0);
    await history(overview).getByRole('button', { name: 'Outages' }).click();
    await expect(history(overview)).toContainText('Nothing found');
    await hasNoFaults(overview);
    await history(overview).getByRole('button', { name: 'Show all' }).click();
    await expect(entry(overview, /shop\/production/)).toBeVisible();
    await history(overview).getByRole('button', { name: 'Only problems' }).click();
    await expect(history(overview).getByRole('button', { name: /DEPLOYMENT OK/ })).toHaveCount(0);
  });
});

test("the tray's menu opens the history", async ({ app, desktop }) => {
  const opened = app.waitForEvent('window');
  await desktop.click('History');
  await expect(history(await opened)).toBeVisible();
});
