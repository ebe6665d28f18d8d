import { expect, test } from '../support/app.ts';

test('who I am is chosen from those who asked for deployments, or typed, and kept', async ({ app, desktop, overview }) => {
  await overview
    .getByRole('row', { name: /^[^,]+, STOPPED/ })
    .first()
    .waitFor();
  const opened = app.waitForEvent('window');
  await desktop.click('Settings…');
  const settings = await opened;
  const name = settings.getByRole('combobox', { name: 'Your name on the platform' });
  await expect(settings.getByText('Say above who you are first')).toBeVisible();
  await settings.getByRole('button', { name: 'Choose', exact: true }).click();
  const first = settings.getByRole('menuitem').first();
  const chosen = (await first.textContent()) ?? '';
  await first.click();
  await expect(name).toHaveValue(chosen);
  await expect(settings.getByText('Say above who you are first')).toHaveCount(0);
  await settings.getByRole('switch', { name: 'Only what I asked for' }).click();
  await settings.getByRole('button', { name: 'Choose', exact: true }).click();
  await expect(settings.getByRole('menuitem', { name: chosen, exact: true })).toHaveCount(0);
  await settings.getByRole('menuitem').first().press('Escape');
  await name.fill(`${chosen}, somebody@example.com`);
  await name.press('Enter');
  const kept = () => overview.evaluate(() => window.qoveryTray.ask('snapshot', null)); // the state as every window sees it
  await expect.poll(async () => JSON.stringify(await kept())).toContain('somebody@example.com');
});
