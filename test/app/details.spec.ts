import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { goTo } from '../support/keyboard.ts';

async function hasNoFaults(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  }
}
const row = (page: Page, name: RegExp) => page.getByRole('row', { name }).first();
const details = (page: Page, name: RegExp) => page.getByRole('complementary', { name });

test.describe('with a failed deployment', () => {
  test.use({ scenario: 'failed-before' });

  test('Space shows the details of a service, and Escape goes back to its row', async ({ overview }) => {
    await row(overview, /production, RUNNING, DEPLOYMENT ERROR/).click();
    await goTo(overview, 'ArrowDown', row(overview, /^ledger-api/));
    await overview.keyboard.press('Space');
    const page = details(overview, /^ledger-api, details/);
    await expect(page).toContainText('Why the deployment failed');
    await expect(page).toContainText('cannot build the image');
    await expect(page.getByRole('heading', { name: /Instances/ })).toBeVisible();
    await expect(overview.getByRole('button', { name: 'Back to the list' })).toBeFocused();
    await hasNoFaults(overview);
    await overview.keyboard.press('Escape');
    await expect(row(overview, /^ledger-api/)).toBeFocused();
  });

  test('a click on a service shows its details, and its id can be copied', async ({ app, overview }) => {
    await row(overview, /production, RUNNING, DEPLOYMENT ERROR/).click();
    await row(overview, /^ledger-api/).click({ position: { x: 195, y: 8 } });
    const page = details(overview, /^ledger-api, details/);
    await page.getByRole('button', { name: 'Copy the service id' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^[0-9a-f-]{36}$/);
    await page.getByRole('button', { name: 'production' }).click();
    await expect(details(overview, /^production, details/).getByRole('heading', { name: /Services/ })).toBeVisible();
    await hasNoFaults(overview);
  });
});

test('in a wide window the details stand beside the list and follow the selection', async ({ app, overview }) => {
  await expect(row(overview, /^production, RUNNING/)).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 640));
  await row(overview, /^production, RUNNING/).click();
  await overview.keyboard.press('Space');
  await expect(details(overview, /^production, details/)).toBeVisible();
  await overview.keyboard.press('ArrowDown');
  await expect(details(overview, /^(?!production)/)).toBeVisible();
  await expect(overview.getByRole('treegrid')).toBeVisible();
  await overview.mouse.move(5, 5); // off what explains itself
  await expect(overview.getByRole('tooltip')).toHaveCount(0);
  await hasNoFaults(overview);
  await overview.getByRole('button', { name: 'Close' }).click();
  await expect(details(overview, /details/)).toHaveCount(0);
});

test('the menu of a row mutes with the mouse, and what is hidden is said and shown again', async ({ overview }) => {
  const production = row(overview, /^production, RUNNING/);
  const name = (await production.getAttribute('aria-label')) ?? '';
  await production.click({ button: 'right' });
  const menu = overview.getByRole('menu');
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await hasNoFaults(overview);
  await menu.getByRole('menuitem', { name: 'Mute for good' }).click();
  await expect(menu).toHaveCount(0);
  const note = overview.getByRole('button', { name: /1 hidden/ });
  await note.click();
  const muted = overview.getByRole('row', { name: new RegExp(`^${name.split(',')[0] ?? ''}.*muted`) });
  await muted.click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Unmute' }).click();
  await expect(muted).toHaveCount(0);
  await expect(note).toHaveCount(0);
});

test('the menu of a row goes by keyboard, and gives the focus back', async ({ overview }) => {
  await row(overview, /^production, RUNNING/).focus();
  await overview.keyboard.press('Shift+F10');
  const items = overview.getByRole('menuitem');
  await expect(items.first()).toBeFocused();
  await overview.keyboard.press('ArrowUp');
  await expect(items.last()).toBeFocused();
  await overview.keyboard.press('Escape');
  await expect(items).toHaveCount(0);
  await expect(row(overview, /^production, RUNNING/)).toBeFocused();
});
