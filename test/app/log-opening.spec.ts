import type { ElectronApplication, Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/state.ts';
import { announcedIn, rememberAnnouncements } from '../support/announcements.ts';
import { expect, test } from '../support/app.ts';
import type { DesktopPeer } from '../support/desktop-peer.ts';

test.use({ scenario: 'build-error', speed: 4 });

async function noticed(app: ElectronApplication, desktop: DesktopPeer): Promise<Page> {
  const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  await rememberAnnouncements(app);
  const opened = app.waitForEvent('window');
  desktop.invoke(notice);
  const log = await opened;
  await expect(log.getByText('Hint').first()).toBeVisible();
  return log;
}
const list = (log: Page) => log.getByRole('log');
const markers = (log: Page) => log.locator('.rule-line.marker');

/** The environment that failed and its run, as the window's own state has them. */
function failedRun(log: Page): Promise<{ readonly environmentId: string; readonly executionId: string }> {
  return log.evaluate(async () => {
    const packed = await window.qoveryTray.ask('snapshot', null);
    const { state } = (typeof packed === 'string' ? (JSON.parse(packed) as { value: Snapshot }) : { value: null as never }).value;
    const failed = Object.values(state.world.environments).find(({ failure }) => failure !== null);
    return { environmentId: failed?.id ?? '', executionId: failed?.failure?.executionId ?? '' };
  });
}

test('the error is announced once, and nothing of the lines is', async ({ app, desktop }) => {
  const log = await noticed(app, desktop);
  const errors = async () => (await announcedIn(log)).filter((one) => one.startsWith('Error: '));
  expect(await errors()).toEqual([expect.stringContaining('cannot build')]);
  await list(log).press('Home');
  await list(log).press('e');
  await list(log).press('End');
  await expect(log.locator('[data-line]').last()).toBeInViewport();
  expect(await errors()).toHaveLength(1);
  const longest = await log.locator('[data-line] .say').first().textContent();
  expect((await announcedIn(log)).filter((one) => one.includes(longest ?? '?'))).toEqual([]);
});

test('a log that is open and shown again jumps there, and keeps what was marked and searched', async ({ app, desktop, platform }) => {
  const log = await noticed(app, desktop);
  const error = log.locator('.line.bad').first();
  const { environmentId, executionId } = await failedRun(log);
  await list(log).press('Home');
  await log.keyboard.press('m');
  await log.getByRole('searchbox').fill('npm');
  await expect(error).not.toBeInViewport();
  await desktop.click('Open deployment log');
  await expect(error).toBeInViewport();
  await expect(log.locator('.line.bad.now')).toBeInViewport();
  await expect(log.getByRole('searchbox')).toHaveValue('npm');
  await list(log).press('Home');
  await expect(markers(log)).toHaveCount(1);

  // Another line of the same run, of a service whose lines are hidden just now.
  const reply = await fetch(`${platform.apiUrl}/environment/${environmentId}/logs?version=${executionId}`, {
    headers: { Authorization: `Token ${platform.token}` },
  });
  interface Sent {
    readonly timestamp: string;
    readonly details: { readonly transmitter: { readonly id: string; readonly name: string }; readonly stage: { readonly step: string } };
  }
  const sent = ((await reply.json()) as readonly Sent[]).find(({ details }) => details.stage.step === 'Cancelled');
  const { id = '', name = '' } = sent?.details.transmitter ?? {};
  await log.locator('.side .node.bad').first().click();
  await expect(log.getByRole('button', { name: /^Only / })).toBeVisible();
  await expect(log.locator('.line.cancel', { hasText: name })).toHaveCount(0);
  await log.evaluate((target) => window.qoveryTray.ask('openDeploymentLog', target), {
    environmentId,
    executionId,
    serviceId: null,
    lineKey: `${sent?.timestamp} ${id} `,
  });
  await expect(log.locator('.line.cancel.now', { hasText: name })).toBeInViewport();
  await list(log).press('Home');
  await expect(markers(log)).toHaveCount(1);
  expect((await announcedIn(log)).filter((one) => one.startsWith('Error: '))).toHaveLength(1);
});

test('Enter goes to the first match although nothing is counted yet', async ({ app, desktop }) => {
  const log = await noticed(app, desktop);
  const field = log.getByRole('searchbox');
  for (const text of ['npm', 'transferring', 'extracting', 'DONE']) {
    await log.evaluate((typed) => {
      const input = document.querySelector<HTMLInputElement>('input[type="search"]');
      if (!input) return;
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    }, text);
    await expect(field).toHaveValue(text);
    await expect(log.getByRole('search').getByRole('status')).toHaveText(/^1 of \d+$/);
  }
});

test('a deployment that no longer exists is said to be gone, with what can be done from there', async ({ app, desktop }, info) => {
  const log = await noticed(app, desktop);
  const { environmentId } = await failedRun(log);
  const opened = app.waitForEvent('window');
  await log.evaluate(
    (id) => window.qoveryTray.ask('openDeploymentLog', { environmentId: id, executionId: 'no-such-run', serviceId: null, lineKey: null }),
    environmentId,
  );
  const gone = await opened;
  await expect(gone.getByRole('heading', { name: 'This log is gone' })).toBeVisible();
  await expect(gone.locator('.empty')).toContainText('none of this one is kept here');
  await expect(gone.getByRole('contentinfo')).toContainText(/^No longer there/);
  await expect(gone.getByRole('button', { name: 'First error' })).toBeDisabled();
  await gone.keyboard.press('v');
  await expect(gone.locator('.foot .notice')).toHaveText(/^Nothing to compare with/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await gone.emulateMedia({ colorScheme });
    await info.attach(`gone-${colorScheme}`, { body: await gone.screenshot(), contentType: 'image/png' });
  }
  await gone.getByTitle('Deployments of this environment').click();
  await expect(gone.getByRole('menuitem', { name: /DEPLOYMENT ERROR/ }).first()).toBeVisible();
});

test.describe('a deployment that its pre-check ends', () => {
  test.use({ scenario: 'pre-check', speed: 4 });

  test('is told with the cause of the check, and its log stands there', async ({ app, desktop }, info) => {
    const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
    expect(notice.body).toMatch(/^Pre-check: the git repository of api cannot be read/);
    const opened = app.waitForEvent('window');
    desktop.invoke(notice);
    const log = await opened;
    await expect(log.locator('.line.bad.now')).toBeInViewport();
    await expect(log.locator('.line.bad.now')).toContainText('the git repository of api cannot be read');
    await expect(log.locator('.why', { hasText: 'Hint' })).toBeInViewport();
    await expect(log.locator('.why', { hasText: 'Authentication failed' })).toBeVisible();
    const stages = log.getByRole('navigation', { name: 'Stages and services of this deployment' });
    await expect(stages.getByRole('heading', { name: 'Pre-check' })).toBeVisible();
    await expect(log.locator('h1 ~ .cause')).toContainText('cannot be read');
    for (const colorScheme of ['light', 'dark'] as const) {
      await log.emulateMedia({ colorScheme });
      await info.attach(`pre-check-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
    }
  });
});
