// Log windows in app tests.
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from './app.ts';
import type { DesktopPeer } from './desktop-peer.ts';

/** Opens the log of the deployment that failed, by the tray; it stands at its error. */
export async function failedLog(app: ElectronApplication, desktop: DesktopPeer): Promise<Page> {
  await desktop.until(async () => (await desktop.menu()).some((one) => one.label === 'Open deployment log'), 'a log to open');
  const opened = app.waitForEvent('window');
  await desktop.click('Open deployment log');
  const log = await opened;
  await expect(log.getByText('Hint').first()).toBeVisible();
  return log;
}

/** The row of an environment in the main window, "shop / production"; the list then shows no other. */
export async function environmentRow(overview: Page, environment: string): Promise<Locator> {
  const [project = '', name = ''] = environment.split(' / ');
  await overview.getByRole('searchbox').fill(`${project} ${name}`);
  return overview.getByRole('row', { name: new RegExp(`^${name}`) }).first();
}

/** Opens the live log of a service of an environment from the main window; it says something. */
export async function serviceLog(app: ElectronApplication, overview: Page, environment: string, service: string): Promise<Page> {
  await (await environmentRow(overview, environment)).click();
  const opened = app.waitForEvent('window');
  await overview.getByRole('button', { name: `${service}, open the service log`, exact: true }).click();
  const log = await opened;
  await expect(log.locator('.line').nth(20)).toBeVisible();
  return log;
}
