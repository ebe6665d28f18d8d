// What is pressed on a notification has its effect, and what a desktop cannot show is not asked of it.
import type { ElectronApplication } from '@playwright/test';
import type { DesktopPeer } from '../support/desktop-peer.ts';
import type { Notice } from '../support/notification-service.ts';
import { expect, test } from '../support/app.ts';

test.use({ scenario: 'build-error', speed: 4 });

const failureOn = (desktop: DesktopPeer): Promise<Notice> => desktop.notice(({ summary }) => summary.includes('DEPLOYMENT ERROR'));
const clipboard = (app: ElectronApplication): Promise<string> => app.evaluate((electron) => electron.clipboard.readText());
const redBadge = async (desktop: DesktopPeer): Promise<boolean> => (await desktop.tray()).icons[0]?.at(35, 9) === 'fff0554e';

test('a failure has three buttons; the first opens the log at the error', async ({ desktop, app }) => {
  const notice = await failureOn(desktop);
  expect(notice.actions).toEqual({ default: 'Open', log: 'Open log', mute: 'Mute 1 h', copy: 'Copy as Markdown' });
  expect(notice.hints).toMatchObject({ urgency: 2, category: 'x-qovery.deployment', 'desktop-entry': 'qovery-tray' });
  const [width, height, stride, hasAlpha, bits, channels, pixels] = notice.hints['image-data'] as [number, number, number, boolean, number, number, Buffer]; // prettier-ignore
  expect([width, height, stride, hasAlpha, bits, channels, pixels.length]).toEqual([64, 64, 256, true, 8, 4, 64 * 256]);
  const opened = app.waitForEvent('window');
  desktop.invoke(notice, 'log');
  const words = notice.body.slice(notice.body.indexOf(': ') + 2, notice.body.indexOf('\n')).slice(0, 40);
  await expect((await opened).getByText(words).first()).toBeInViewport();
});

test('"Mute 1 h" takes the environment out of the icon, and the settings say until when', async ({ desktop, app }) => {
  const notice = await failureOn(desktop);
  await desktop.until(() => redBadge(desktop), 'the red badge');
  desktop.invoke(notice, 'mute');
  await desktop.until(async () => !(await redBadge(desktop)), 'no badge');
  const opened = app.waitForEvent('window');
  await desktop.click('Settings…');
  await expect((await opened).getByRole('region', { name: 'Muted' }).getByText(/^Muted until \d\d:\d\d/)).toBeVisible();
});

test('"Copy as Markdown" copies cause, hint, ids and the way to the Console', async ({ desktop, app }) => {
  const notice = await failureOn(desktop);
  const cause = notice.body.slice(notice.body.indexOf(': ') + 2, notice.body.indexOf('\n')).slice(0, 20);
  desktop.invoke(notice, 'copy');
  await expect.poll(() => clipboard(app)).toMatch(/^## [\w-]+\/[\w-]+: DEPLOYMENT ERROR\n/);
  const text = await clipboard(app);
  for (const part of [cause, '- Hint: ', '- Deployment: ', '- Environment: ', '- Service: ', '- Console: <https://'])
    expect(text).toContain(part);
  expect(app.windows()).toHaveLength(0);
});

const POOR = [
  ['buttons', ['body', 'body-markup'], (one: Notice) => expect(one.actions).toEqual({})],
  ['bodies', ['actions'], (one: Notice) => expect([one.body, one.summary]).toEqual(['', expect.stringMatching(/DEPLOYMENT ERROR\. .*Hint: /)])],
  ['anything', [], (one: Notice) => expect([one.body, one.actions, one.summary]).toEqual(['', {}, expect.stringMatching(/Hint: /)])],
] as const; // prettier-ignore
for (const [what, capabilities, look] of POOR)
  test(`a service that does not show ${what} gets all the words, and nothing that it cannot show`, async ({ desktop, launch }) => {
    desktop.service.capabilities = capabilities;
    await launch();
    look(await failureOn(desktop));
  });

test('while the service is silent the app goes on, and a failure is told once it speaks', async ({ desktop, app, overview }) => {
  desktop.service.state = 'late';
  await desktop.until(() => redBadge(desktop), 'the failure in the icon');
  let slowest = 0;
  await desktop.until(
    async () => {
      const begin = performance.now();
      await app.evaluate(() => 1); // the main process answers
      slowest = Math.max(slowest, performance.now() - begin);
      return overview.getByText('does not answer').isVisible();
    },
    'what is wrong, in the window',
    20_000,
  );
  expect(slowest).toBeLessThan(1_000);
  desktop.service.state = 'well';
  await desktop.until(
    () => desktop.notices.some(({ summary, open }) => open && summary.endsWith('DEPLOYMENT ERROR')),
    'the failure, told after all',
    30_000,
  );
});

test('when the app ends its notifications go with it', async ({ desktop, app }) => {
  const notice = await failureOn(desktop);
  expect(notice.open).toBe(true);
  // It is on the bus before the app has heard its number, which came before the answer to this: until then it cannot be taken back.
  for (let turn = 0; turn < 5; turn += 1) await app.evaluate(() => undefined);
  await app.close();
  await desktop.until(() => !notice.open, 'the notification to go');
});
