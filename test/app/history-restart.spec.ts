import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { SILENT_LOG } from '../../electron/log.ts';
import { historyLine } from '../../electron/model/history-line.ts';
import type { DeploymentEntry, HistoryEntry } from '../../electron/model/history.ts';
import { createPlatform } from '../../electron/platform/client.ts';
import type { DesktopPeer } from '../support/desktop-peer.ts';
import { expect, test } from '../support/app.ts';

/** What lies on the disk, in the order it was written. */
function written(profile: string): readonly HistoryEntry[] {
  const home = path.join(profile, 'history');
  if (!existsSync(home)) return [];
  const files = readdirSync(home).filter((name) => name.endsWith('.jsonl'));
  return files.flatMap((name) =>
    readFileSync(path.join(home, name), 'utf8')
      .split('\n')
      .flatMap((line) => historyLine(line) ?? []),
  );
}
const ofBilling = (entries: readonly HistoryEntry[]): readonly DeploymentEntry[] =>
  entries.filter((one) => one.kind === 'deployment').filter((one) => one.project === 'billing' && one.environment === 'production');

/** As `kill -9` does it: nothing of the app gets a turn. */
async function killed(app: ElectronApplication, desktop: DesktopPeer): Promise<void> {
  app.process().kill('SIGKILL');
  await desktop.until(() => desktop.items.length === 0, 'the tray icon to go');
}

test.use({ scenario: 'tour', speed: 6 });

test('killed between an error and its recovery, the app tells each once, and the history holds both, each once', async ({
  app,
  desktop,
  launch,
  profile,
}) => {
  const failure = await desktop.until(() => desktop.notices.find((one) => one.summary.includes('DEPLOYMENT ERROR')), 'the failure', 30_000);
  await desktop.until(() => ofBilling(written(profile)).some(({ tone }) => tone === 'error'), 'the failure on the disk');
  await killed(app, desktop);
  await launch();
  const where = failure.summary.split(' · ')[0] ?? '';
  await desktop.until(() => desktop.notices.find((one) => one.summary === `${where}: DEPLOYMENT OK`), 'its repair', 30_000);
  const failed = ofBilling(written(profile)).find(({ tone }) => tone === 'error');
  await desktop.until(
    () => ofBilling(written(profile)).some((one) => one.tone === 'ok' && one.at > (failed?.at ?? Infinity)),
    'the repair on the disk',
  );
  expect(desktop.notices.filter(({ summary }) => summary.startsWith(where)).map(({ summary }) => summary)).toEqual([
    expect.stringMatching(new RegExp(`^${where} · [\\w-]+: DEPLOYMENT ERROR$`)),
    `${where}: DEPLOYMENT OK`,
  ]);
  const said = ofBilling(written(profile)).map(({ executionId, label, cause }) => `${executionId} ${label} ${cause ?? ''}`);
  expect(said).toEqual([...new Set(said)]);
  expect(failed).toMatchObject({ label: 'DEPLOYMENT ERROR', project: 'billing' });
  expect(failed?.cause).toMatch(/\w/);
});

test('what failed and was mended while the app was away is told once, and stands on top of the history', async ({
  app,
  desktop,
  launch,
  platform,
  profile,
}) => {
  await desktop.until(() => ofBilling(written(profile)).length > 0, 'the first look on the disk');
  await killed(app, desktop);
  const access = { apiUrl: platform.apiUrl, wsUrl: platform.wsUrl, token: platform.token, scheme: 'Token' } as const;
  const clock = { now: () => Date.now(), after: () => () => undefined };
  const client = createPlatform({ clock, log: SILENT_LOG, random: () => 0.5, userAgent: 'test', access: () => access });
  const { environmentId = '' } = ofBilling(written(profile))[0] ?? {};
  await desktop.until(
    async () => {
      const past = await client.deploymentHistory(environmentId, 2);
      return past.ok && past.value[0]?.state === 'DEPLOYED' && past.value[1]?.state === 'DEPLOYMENT_ERROR';
    },
    'the failure and its repair',
    40_000,
  );
  const again = await launch();
  const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
  expect(notice.summary).toMatch(/^billing\/production · [\w-]+: DEPLOYMENT ERROR, repaired since$/);
  await desktop.until(() => ofBilling(written(profile)).some(({ isMissed }) => isMissed), 'what was missed on the disk');
  const opened = again.waitForEvent('window');
  await desktop.click('History');
  const page = (await opened).getByRole('region', { name: 'History' });
  await expect(page.getByRole('heading', { name: 'While you were away' })).toBeVisible();
  await expect(page.getByRole('button', { name: /billing\/production MENDED Failed, mended by/ })).toBeVisible();
  expect(desktop.notices.filter((one) => one.summary.startsWith('billing/production'))).toHaveLength(1);
});
