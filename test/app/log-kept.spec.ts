import { expect, test } from '../support/app.ts';

test.use({ scenario: 'build-error', speed: 4 });

test('an app that starts without a connection opens the logs it kept, from its window and from its history', async ({
  launch,
  desktop,
  platform,
}, info) => {
  const before = await launch();
  const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  const first = before.waitForEvent('window');
  desktop.invoke(notice);
  const log = await first;
  await expect(log.getByText('Hint').first()).toBeVisible();
  const title = await log.locator('h1').textContent();
  await log.getByTitle('Deployments of this environment').click();
  await expect(log.getByRole('menuitem', { name: /kept here/ })).toBeVisible();
  await before.close();
  await platform.stop();

  const after = await launch(undefined, ['--open']);
  const overview = after.windows()[0] ?? (await after.waitForEvent('window'));
  await expect(overview.getByRole('heading', { name: 'Offline', level: 2 })).toBeVisible();
  const opened = after.waitForEvent('window');
  await overview.getByRole('button', { name: 'Kept logs' }).click();
  const kept = await opened;
  await expect(kept.getByText('Hint').first()).toBeVisible();
  await expect(kept.locator('h1')).toHaveText(title ?? '');
  await expect(kept.getByRole('contentinfo')).toContainText('a copy kept on this computer');
  await kept.getByTitle('Deployments of this environment').click();
  await expect(kept.getByRole('menuitem', { name: /DEPLOYMENT ERROR.*kept here/ })).toBeVisible();
  await kept.close();
  await overview.keyboard.press('h');
  const history = overview.getByRole('region', { name: 'History' });
  const reopened = after.waitForEvent('window');
  await history
    .getByRole('button', { name: /DEPLOYMENT ERROR/ })
    .first()
    .click();
  const again = await reopened;
  await expect(again.getByText('Hint').first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await again.emulateMedia({ colorScheme });
    await info.attach(`kept-${colorScheme}`, { body: await again.screenshot(), contentType: 'image/png' });
  }
});
