import { expect, test } from '../support/app.ts';

test.use({ scenario: 'build-error', speed: 4 });

test('a failed deployment is notified with its cause, and a click opens the log at that line', async ({ desktop, app }, info) => {
  const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  expect(notice.summary).toMatch(/^[\w-]+\/[\w-]+ · [\w-]+: DEPLOYMENT ERROR$/);
  expect(notice.body).toMatch(/^(Stage \w+, )?Build: /);
  expect(notice.body).toContain('Hint: ');
  expect(notice.hints['urgency']).toBe(2);
  await desktop.until(async () => (await desktop.tray()).icons[0]?.at(35, 9) === 'fff0554e', 'the red badge');
  expect((await desktop.tray()).icons[0]?.at(22, 10)).toBe('ff2c9e5b'); // run status has not changed: still green
  const opened = app.waitForEvent('window');
  desktop.invoke(notice);
  const log = await opened;
  const error = log.getByText(notice.body.slice(notice.body.indexOf(': ') + 2, notice.body.indexOf('\n')).slice(0, 40)).first();
  await expect(error).toBeInViewport();
  for (const colorScheme of ['light', 'dark'] as const) {
    await log.emulateMedia({ colorScheme });
    await info.attach(`log-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
  }
});

test('the failing environment is in the menu with its cause, and its entries work', async ({ desktop, app }) => {
  await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  const entry = await desktop.until(
    async () => (await desktop.menu()).find((one) => one.label === 'Open deployment log' && one.parents.length === 1),
    'the failing environment in the menu',
  );
  expect(entry.parents[0]).toMatch(/DEPLOYMENT ERROR/);
  const opened = app.waitForEvent('window');
  await desktop.click('Open deployment log');
  await expect((await opened).getByRole('log')).toBeVisible();
  const window = app.waitForEvent('window');
  await desktop.click('Show in window');
  await expect((await window).getByRole('row', { name: /DEPLOYMENT ERROR/ }).first()).toBeVisible();
});

test('is told once: not again after a restart', async ({ desktop, app, launch }) => {
  await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  await app.close();
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
  await launch();
  await desktop.until(async () => (await desktop.tray()).icons[0]?.at(35, 9) === 'fff0554e', 'the red badge again');
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('STOPPED'), 'the whole picture');
  expect(desktop.notices.filter((one) => one.summary.includes('DEPLOYMENT ERROR'))).toHaveLength(1);
});

test('a failure that a person knows of leaves the icon, is listed in the settings, and counts again from there', async ({
  desktop,
  app,
}, info) => {
  const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  await desktop.until(async () => (await desktop.tray()).icons[0]?.at(35, 9) === 'fff0554e', 'the red badge');
  expect(notice.open).toBe(true);
  await desktop.click('I know');
  await desktop.until(() => !notice.open, 'the notification to close');
  await desktop.until(async () => (await desktop.tray()).icons[0]?.at(35, 9) !== 'fff0554e', 'no badge');
  expect((await desktop.tray()).tooltip).toMatch(/nothing needs attention.* 1 known$/);
  const listed = app.waitForEvent('window');
  await desktop.click('Open');
  await expect((await listed).getByRole('row', { name: /^production, .*known/ }).first()).toBeVisible();
  const opened = app.waitForEvent('window');
  await desktop.click('Change in the settings…');
  const settings = await opened;
  const end = settings.getByRole('button', { name: 'Unmute shop / production' });
  await end.scrollIntoViewIfNeeded();
  await expect(settings.getByText('You know what is wrong')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme });
    await info.attach(`known-${colorScheme}`, { body: await settings.screenshot(), contentType: 'image/png' });
  }
  await end.click();
  await desktop.until(async () => (await desktop.tray()).icons[0]?.at(35, 9) === 'fff0554e', 'the red badge again');
});

test.describe('while the demo goes round', () => {
  test.use({ scenario: 'tour', speed: 6 });
  test('a repair after a failure that was told takes its place', async ({ desktop, app }) => {
    const failure = await desktop.until(
      () => desktop.notices.find((one) => one.summary.includes('DEPLOYMENT ERROR')),
      'the failure',
      30_000,
    );
    expect(app.windows()).toHaveLength(0);
    const path = failure.summary.split(' · ')[0] ?? '';
    const repair = await desktop.until(() => desktop.notices.find((one) => one.summary === `${path}: DEPLOYMENT OK`), 'its repair', 30_000);
    expect(repair.body).toContain('what failed before is mended');
    expect(repair.hints['urgency']).toBe(1);
    expect([failure.open, repair.open]).toEqual([false, true]);
  });
});
