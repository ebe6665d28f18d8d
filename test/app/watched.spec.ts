import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/app.ts';

test('what is unticked leaves the list, which says how many there are and leads back', async ({ app, overview }) => {
  await expect(overview.getByRole('contentinfo')).toContainText('Live');
  const opened = app.waitForEvent('window');
  await overview.getByRole('button', { name: 'Settings' }).click();
  const settings = await opened;
  const tree = settings.getByRole('tree', { name: 'What is watched' });
  const ephemeral = settings.getByRole('region', { name: 'What is watched' }).getByRole('checkbox', { name: 'Ephemeral' });
  const row = (name: RegExp) => tree.getByRole('treeitem', { name });
  await expect(row(/^Meridian Goods/)).toBeChecked();

  await row(/^docs/).click();
  await expect(row(/^docs/)).not.toBeChecked();
  await expect(settings.getByText('9 of 13 environments are watched')).toBeVisible();
  await expect(overview.getByRole('row', { name: /^observability/ })).toHaveCount(0);
  await expect(overview.getByRole('button', { name: '4 not watched' })).toBeVisible();

  await tree.getByRole('treeitem').first().focus();
  await settings.keyboard.press('ArrowDown'); // billing
  await settings.keyboard.press('ArrowDown'); // its first environment
  await settings.keyboard.press('Space');
  await expect(row(/^billing/)).toHaveAttribute('aria-checked', 'mixed');
  await expect(overview.getByRole('button', { name: '5 not watched' })).toBeVisible();

  await settings.getByRole('searchbox', { name: 'Search projects and environments' }).fill('style');
  await expect(tree.getByRole('treeitem')).toHaveCount(3);
  await settings.getByRole('searchbox').fill('');

  await ephemeral.click();
  await expect(overview.getByRole('row', { name: /^pr-482/ })).toHaveCount(0);
  for (const colorScheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page: settings }).setLegacyMode(true).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  }

  await ephemeral.click();
  await row(/^Meridian Goods/).click();
  await expect(overview.getByRole('row', { name: /^observability/ })).toBeVisible();
  await expect(overview.getByRole('button', { name: /not watched/ })).toHaveCount(0);

  await row(/^docs/).click();
  await settings.close();
  const again = app.waitForEvent('window');
  await overview.getByRole('button', { name: '4 not watched' }).click();
  await expect((await again).getByRole('heading', { name: 'What is watched' })).toBeInViewport();
});
