import type { ElectronApplication, Page } from '@playwright/test';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
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

/** The log of the failure lies in the profile. */
async function isKept(profile: string): Promise<void> {
  await expect.poll(async () => (await readdir(path.join(profile, 'failed-logs')).catch(() => [])).length).toBe(1);
}
async function isReadHere(log: Page): Promise<void> {
  await expect(log.getByText('Hint').first()).toBeVisible();
  await expect(log.getByRole('contentinfo')).toContainText('a copy kept on this computer');
}
async function historyOf(app: ElectronApplication, openHistory: () => Promise<void>): Promise<Page> {
  const opened = app.waitForEvent('window');
  await openHistory();
  const overview = await opened;
  await expect(overview.getByRole('region', { name: 'History' })).toBeVisible();
  return overview;
}

test('the notification opens the kept log when the platform is gone by then, and so does the list of deployments of another window', async ({
  app,
  desktop,
  platform,
  profile,
}) => {
  const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  await isKept(profile);
  await platform.stop();
  const opened = app.waitForEvent('window');
  desktop.invoke(notice);
  const log = await opened;
  await isReadHere(log);
  await expect(log.locator('.line.bad.now')).toBeInViewport();

  // From the list of deployments of a log that is none of the kept ones.
  const next = app.waitForEvent('window');
  await log.evaluate(async (executionId) => {
    const packed = await window.qoveryTray.ask('snapshot', null);
    const { value } = JSON.parse(typeof packed === 'string' ? packed : '{}') as {
      value: { state: { world: { environments: Record<string, { id: string; failure: unknown }> } } };
    };
    const failed = Object.values(value.state.world.environments).find((one) => one.failure !== null);
    await window.qoveryTray.ask('openDeploymentLog', { environmentId: failed?.id ?? '', executionId, serviceId: null, lineKey: null });
  }, 'a run of long ago');
  const other = await next;
  await expect(other.getByRole('heading', { name: 'The log cannot be read' })).toBeVisible();
  await log.close();
  await other.getByTitle('Deployments of this environment').click();
  const again = app.waitForEvent('window');
  await other.getByRole('menuitem', { name: /DEPLOYMENT ERROR.*kept here/ }).click();
  await isReadHere(await again);
});

test('the history opens the kept log, also in an app that starts without a connection', async ({ launch, desktop, platform, profile }) => {
  const before = await launch();
  await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  await isKept(profile);
  await before.close();
  await platform.stop();
  const after = await launch();
  const overview = await historyOf(after, async () => {
    await desktop.until(() => desktop.items.length > 0, 'the tray icon');
    await desktop.click('History');
  });
  const entry = overview
    .getByRole('region', { name: 'History' })
    .getByRole('button', { name: /shop\/production DEPLOYMENT ERROR/ })
    .first();
  const opened = after.waitForEvent('window');
  await entry.click();
  await isReadHere(await opened);
});
