import { expect, test } from '../support/app.ts';

test.use({ scenario: 'failed-before' });

test('a row’s menu mutes an environment for an hour and a service until it is fixed; both are listed, and end from there', async ({
  app,
  overview,
  desktop,
}, info) => {
  const row = overview.getByRole('row', { name: /DEPLOYMENT ERROR/ }).first();
  const name = ((await row.getAttribute('aria-label')) ?? '').split(',')[0] ?? '';
  await row.click({ button: 'right' });
  await overview.getByRole('menuitem', { name: 'Mute for 1 h' }).click();
  const muted = overview.getByRole('row', { name: new RegExp(`^${name}, .*muted until \\d\\d:\\d\\d`) }).first();
  await expect(muted).toBeVisible();
  await muted.click();
  const service = overview.getByRole('row', { name: /^ledger-api, / }).first();
  await service.click({ button: 'right' });
  await overview.getByRole('menuitem', { name: 'Mute until fixed' }).click();
  await expect(overview.getByRole('row', { name: /^ledger-api, .*muted until fixed/ }).first()).toBeVisible();
  const opened = app.waitForEvent('window');
  await desktop.click('Settings…');
  const settings = await opened;
  const list = settings.getByRole('region', { name: 'Muted' });
  await expect(list.getByText(/^Muted until \d\d:\d\d/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [what, page] of [
      ['rows', overview],
      ['list', settings],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await settings.evaluate(() => document.querySelector('#muted')?.scrollIntoView());
      await info.attach(`mutes-${what}-${colorScheme}`, { body: await page.screenshot(), contentType: 'image/png' });
    }
  }
  await list.getByRole('button', { name: /^Unmute .* \/ ledger-api$/ }).click();
  await expect(overview.getByRole('row', { name: /^ledger-api, .*muted/ })).toHaveCount(0);
  await list.getByRole('button', { name: /^Unmute / }).click();
  await expect(list.getByText('None')).toBeVisible();
  await expect(overview.getByRole('row', { name: new RegExp(`^${name}, .*muted`) })).toHaveCount(0);
});
