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
/** The list is read whole: what is stopped has that as its run status, which comes last. */
const isWhole = (page: Page): Promise<void> =>
  page
    .getByRole('row', { name: /^[^,]+, STOPPED/ })
    .first()
    .waitFor();
/** What stands in the list from its top, the names of headings and environments. */
const inOrder = (page: Page): Promise<readonly string[]> =>
  page.locator('.section [role="gridcell"], .env .name').evaluateAll((all) => all.map((one) => (one.textContent ?? '').trim()));

test('a favourite stands first, by key and by menu, keeps the focus, and is one after a restart', async ({
  app,
  overview,
  desktop,
  launch,
}) => {
  await isWhole(overview);
  const last = overview.getByRole('row', { level: 1 }).last();
  const name = ((await last.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
  await overview.keyboard.press('End');
  await expect(last).toBeFocused();
  const favourite = overview.getByRole('row', { name: new RegExp(`^${name}, .*favourite`) });
  await overview.keyboard.press('f');
  await expect(favourite).toBeFocused();
  await expect(favourite).toBeInViewport();
  expect((await inOrder(overview)).slice(0, 2)).toEqual(['Favourites 1', name]);
  await hasNoFaults(overview);
  await overview.close();
  await app.close();
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
  const again = await launch();
  const opened = again.waitForEvent('window');
  await desktop.click('Open');
  const second = await opened;
  await expect.poll(async () => (await inOrder(second)).slice(0, 2)).toEqual(['Favourites 1', name]);
  await second.getByRole('row', { name: /favourite/ }).click({ button: 'right' });
  await second.getByRole('menuitem', { name: 'Remove from the favourites' }).click();
  await expect(second.getByText('Favourites')).toHaveCount(0);
});

test('the sort is chosen by keyboard, takes effect at once though the list is in use, and the focus goes back', async ({ overview }) => {
  await isWhole(overview);
  const before = await inOrder(overview);
  const first = overview.getByRole('row', { level: 1 }).first();
  await first.focus();
  await overview.keyboard.press('s');
  await expect(overview.getByRole('menuitemradio', { name: 'Worst first', checked: true })).toBeFocused();
  await hasNoFaults(overview);
  await goTo(overview, 'ArrowDown', overview.getByRole('menuitemradio', { name: 'Latest deployment first' }));
  await overview.keyboard.press('Enter');
  await expect(overview.getByRole('menu')).toHaveCount(0);
  await expect.poll(() => inOrder(overview)).not.toEqual(before);
  await expect(first.or(overview.locator(':focus'))).not.toHaveCount(0);
  await overview.keyboard.press('s');
  await expect(overview.getByRole('menuitemradio', { name: 'Latest deployment first', checked: true })).toBeFocused();
});
