import { expect, test } from '../support/app.ts';
import type { DesktopPeer } from '../support/desktop-peer.ts';

test.use({ scenario: 'build-error', speed: 4 });

const failures = (desktop: DesktopPeer): number => desktop.notices.filter((one) => one.summary.endsWith(': DEPLOYMENT ERROR')).length;
const isSaid = async (desktop: DesktopPeer, words: RegExp): Promise<boolean> =>
  (await desktop.menu()).some(({ label }) => words.test(label));
const redBadge = async (desktop: DesktopPeer): Promise<boolean> => (await desktop.tray()).icons[0]?.at(35, 9) === 'fff0554e';

test.describe('on a desktop without a notification service', () => {
  test.use({ desktopHas: { notifications: false } });
  test('that is said in the menu, the window and the doctor, and the failure is told when one comes', async ({
    desktop,
    app,
    overview,
  }) => {
    await expect(overview.getByText('has no notification service')).toBeVisible();
    await desktop.until(() => redBadge(desktop), 'the failure in the icon');
    expect(await isSaid(desktop, /no notification service/)).toBe(true);
    const opened = app.waitForEvent('window');
    await desktop.click('Settings…');
    await expect((await opened).getByText('Notifications, look at this')).toBeVisible();
    await desktop.haveNotifications(true);
    await desktop.until(() => failures(desktop) > 0, 'the failure, told after all', 30_000);
    await desktop.until(async () => !(await isSaid(desktop, /no notification service/)), 'the remark to go');
    await expect(overview.getByText('has no notification service')).toBeHidden();
    expect(failures(desktop)).toBe(1);
  });
});

const SPOILT = [
  ['dies', /has no notification service/, (desktop: DesktopPeer) => desktop.haveNotifications(false), (desktop: DesktopPeer) => desktop.haveNotifications(true)],
  ['answers with errors', /refuses what it is given/, (desktop: DesktopPeer) => (desktop.service.state = 'with errors'), (desktop: DesktopPeer) => (desktop.service.state = 'well')],
  ['answers late', /does not answer/, (desktop: DesktopPeer) => (desktop.service.state = 'late'), (desktop: DesktopPeer) => (desktop.service.state = 'well')],
] as const; // prettier-ignore
for (const [what, words, spoil, mend] of SPOILT)
  test(`a failure while the notification service ${what} is told once it is back`, async ({ desktop, app }) => {
    await desktop.until(() => desktop.items.length > 0, 'the tray icon');
    await spoil(desktop);
    await desktop.until(() => redBadge(desktop), 'the failure in the icon');
    await desktop.until(() => isSaid(desktop, words), 'what is wrong, in the menu', 30_000);
    expect(app.windows()).toHaveLength(0);
    const before = failures(desktop);
    await mend(desktop);
    await desktop.until(() => failures(desktop) > before, 'the failure, told after all', 30_000);
    await desktop.until(async () => !(await isSaid(desktop, words)), 'the remark to go');
    expect(failures(desktop)).toBe(before + 1);
  });

test('a test notification from the settings is shown, and who took it is said', async ({ desktop, app }, info) => {
  await desktop.until(() => desktop.items.length > 0, 'the tray icon');
  const opened = app.waitForEvent('window');
  await desktop.click('Settings…');
  const settings = await opened;
  const button = settings.getByRole('button', { name: 'Send a test notification' });
  await button.click();
  await desktop.notice(({ summary }) => summary === 'This is how Qovery Tray notifies');
  await expect(settings.getByText(/^Taken by test-desktop 1; it can: actions, body/)).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme });
    await settings.getByRole('heading', { name: 'Notifications' }).scrollIntoViewIfNeeded();
    await settings.evaluate(() => document.querySelector('#notifications')?.scrollIntoView());
    await info.attach(`notifications-${colorScheme}`, { body: await settings.screenshot(), contentType: 'image/png' });
    await button.scrollIntoViewIfNeeded();
    await info.attach(`silence-${colorScheme}`, { body: await settings.screenshot(), contentType: 'image/png' });
  }
  await desktop.haveNotifications(false);
  await button.click();
  await expect(settings.getByRole('status').getByText('no notification service')).toBeVisible();
});
