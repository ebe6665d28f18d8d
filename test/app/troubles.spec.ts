import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { expect, test } from '../support/app.ts';

test('when the platform goes away the mark for old data appears, what was known stays, and it goes when the platform is back', async ({
  desktop,
  app,
  platform,
}) => {
  test.slow();
  await desktop.until(async () => (await desktop.tray()).tooltip.includes('4 STOPPED'), 'the whole picture');
  const opened = app.waitForEvent('window');
  await desktop.click('Open');
  const window = await opened;
  await expect(window.getByRole('row').nth(10)).toBeVisible();
  const rows = await window.getByRole('row').count();
  await platform.stop();
  await desktop.click('Refresh now');
  await desktop.until(async () => (await desktop.tray()).tooltip.startsWith('Offline since'), 'the loss', 30_000);
  const drained = (await desktop.tray()).icons[0]?.at(22, 10);
  expect(drained).not.toBe('ff2c9e5b'); // nothing is green that is not known to be so
  await expect(window.getByRole('contentinfo')).toContainText('Offline');
  expect(await window.getByRole('row').count()).toBe(rows);
  const back = await startDemoPlatform({ port: Number(new URL(platform.apiUrl).port), scenario: 'calm', seed: 1, speed: 1 });
  try {
    await desktop.until(async () => (await desktop.tray()).icons[0]?.at(22, 10) === 'ff2c9e5b', 'green again', 70_000);
    await expect(window.getByRole('contentinfo')).toContainText('Live');
  } finally {
    await back.stop();
  }
});

test('a broken settings file is set aside and said, and the app runs', async ({ desktop, launch, profile }) => {
  await writeFile(path.join(profile, 'settings.json'), '{ "theme": "dark", ');
  await launch();
  await desktop.until(async () => (await desktop.menu()).some((entry) => /settings\.json/.test(entry.label)), 'the remark in the menu');
  const aside = (await readdir(profile)).filter((name) => name.startsWith('settings.broken'));
  expect(aside).toHaveLength(1);
  expect(await readFile(path.join(profile, aside[0] ?? ''), 'utf8')).toContain('"theme"');
});

test.describe('with a token that is refused', () => {
  test.use({
    appEnv: async ({ platform }, use) => {
      await use({ QOVERY_CLI_ACCESS_TOKEN: 'revoked-token', QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
    },
  });
  test('tray and window say so, with a way out', async ({ desktop, app, platform }) => {
    await desktop.until(async () => (await desktop.tray()).tooltip.includes('refused'), 'the refusal in the tooltip');
    const opened = app.waitForEvent('window');
    await desktop.click('Replace the token…');
    const page = await opened;
    await expect(page.getByText(/refused/).first()).toBeVisible();
    await page.getByLabel(/token/i).first().fill(platform.token);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treegrid')).toBeVisible();
  });
});

test.describe('with an address of the sockets that is none', () => {
  test.use({
    appEnv: async ({ platform }, use) => {
      const wsUrl = platform.wsUrl.replace(/^ws/, 'http');
      await use({ QOVERY_CLI_ACCESS_TOKEN: platform.token, QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: wsUrl });
    },
  });
  test('tray, footer and dot say so, and nothing claims that all is well', async ({ desktop, app }) => {
    const said = async (): Promise<string> => (await desktop.tray()).tooltip;
    await desktop.until(async () => /with no run status.*is not an address/.test(await said()), 'the tooltip');
    expect(await said()).not.toContain('nothing needs attention');
    const opened = app.waitForEvent('window');
    await desktop.click('Open');
    const window = await opened;
    await expect(window.getByRole('contentinfo')).toContainText(/No live updates from .*: address not usable/);
    await window.getByRole('button', { name: 'UNKNOWN', exact: true }).first().hover();
    await expect(window.getByRole('tooltip')).toContainText('is not an address of a platform');
  });
});

for (const [what, apiUrl, words] of [
  ['no URL', 'nonsense', /not an address/],
  ['refuses connections', 'http://127.0.0.1:9', /cannot be reached/],
] as const)
  test.describe(`at an address that is or does: ${what}`, () => {
    test.use({
      appEnv: async ({}, use) => {
        await use({ QOVERY_CLI_ACCESS_TOKEN: 'any-token', QOVERY_API_URL: apiUrl, QOVERY_WS_URL: 'ws://127.0.0.1:9' });
      },
    });
    test('tray and window say what is wrong', async ({ desktop, app }) => {
      await desktop.until(async () => words.test((await desktop.tray()).tooltip), 'the tooltip');
      const opened = app.waitForEvent('window');
      await desktop.click('Open');
      await expect((await opened).getByText(words).first()).toBeVisible();
    });
  });
