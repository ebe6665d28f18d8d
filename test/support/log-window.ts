// Log windows in app tests.
import type { ElectronApplication, Page } from '@playwright/test';
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
