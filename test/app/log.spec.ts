import type { ElectronApplication } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/app.ts';
import { failedLog } from '../support/log-window.ts';

test.use({ scenario: 'failed-before', speed: 4 });

test('searches in a thread of its own: text, case and patterns, with counts, marks and ticks', async ({ app, desktop }, info) => {
  const log = await failedLog(app, desktop);
  const [field, count] = [log.getByRole('searchbox'), log.getByRole('search').getByRole('status')];
  await field.fill('BUILD');
  await expect(count).toHaveText(/^\d+$/);
  const all = Number(await count.textContent());
  expect(all).toBeGreaterThan(1);
  await field.press('Enter');
  await expect(count).toHaveText(new RegExp(`^\\d+ of ${all}$`));
  await expect(log.locator('mark.now').first()).toBeInViewport();
  // Beside count and buttons what was typed is still to be read.
  expect((await field.boundingBox())?.width).toBeGreaterThan(64);
  for (const colorScheme of ['light', 'dark'] as const) {
    await log.emulateMedia({ colorScheme });
    await info.attach(`search-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
  }
  await log.getByRole('button', { name: 'Match case' }).click();
  await expect(count).not.toHaveText(new RegExp(`of ${all}$|^${all}$`));
  await log.getByRole('button', { name: 'Match case' }).click();
  await log.getByRole('button', { name: 'Regular expression' }).click();
  await field.fill('bu[i]ld');
  await expect(count).toHaveText(String(all));
  await field.press('Enter');
  await expect(log.locator('mark.now').first()).toHaveText(/build/i);
  await field.fill('bu[ild');
  await expect(count).toHaveText('not valid');
});

test('stays at hand while a hostile pattern runs, and gives the pattern up', async ({ app, desktop }) => {
  const log = await failedLog(app, desktop);
  const [field, count] = [log.getByRole('searchbox'), log.getByRole('search').getByRole('status')];
  await log.getByRole('button', { name: 'Regular expression' }).click();
  await field.fill('(.+)+(.+)+\u2713\u2713');
  await log.getByRole('log').press('Home');
  await expect(log.locator('[data-line="0"]')).toBeInViewport();
  await expect(count).toHaveText(/too slow/, { timeout: 15_000 });
  await field.fill('bu.ld');
  await expect(count).toHaveText(/^\d+$/);
});

const clipboard = (app: ElectronApplication): Promise<string> => app.evaluate(({ clipboard: system }) => system.readText());

test('copies lines chosen across rows, an incident as Markdown, and saves what is shown', async ({ app, desktop, profile }, info) => {
  const log = await failedLog(app, desktop);
  const notice = log.locator('.foot .notice');
  await log.getByRole('log').press('Home');
  await log.locator('[data-line="2"] .time').click();
  await log.getByRole('log').press('End');
  const last = log.locator('[data-line]').last();
  await expect(last).toBeInViewport();
  const end = Number(await last.getAttribute('data-line'));
  await last.locator('.time').click({ modifiers: ['Shift'] });
  await log.getByRole('button', { name: 'Copy or save' }).click();
  await expect(log.getByRole('menu')).toContainText(`${end - 1} chosen lines`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await log.emulateMedia({ colorScheme });
    await info.attach(`copy-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
  }
  await log.getByRole('menuitem', { name: /with times/ }).click();
  await expect(notice).toHaveText(`${end - 1} lines copied`);
  expect((await clipboard(app)).split('\n')[0]).toMatch(/^\d\d:\d\d:\d\d\.\d{3} /);
  await log.keyboard.press('Escape');
  await log.getByRole('button', { name: 'First error' }).click();
  await log.keyboard.press('c');
  await expect(notice).toHaveText('Incident copied as Markdown');
  const incident = await clipboard(app);
  expect(incident).toMatch(/^## .*DEPLOYMENT ERROR\n/);
  expect(incident).toMatch(/- Hint: .+\n/);
  const file = path.join(profile, 'taken.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await log.getByRole('button', { name: 'Copy or save' }).click();
  await log.getByRole('menuitem', { name: /as JSON…$/ }).click();
  await expect(notice).toHaveText(/lines saved$/);
  expect(JSON.parse(await readFile(file, 'utf8'))).toHaveLength(end + 1);
});

test.describe('a service that runs', () => {
  test.use({ scenario: 'calm', speed: 4 });

  test('shows who speaks by letter and colour, hides instances and levels, and says how many lines are hidden', async ({
    app,
    overview,
  }, info) => {
    await overview
      .getByRole('row', { name: /^production/ })
      .first()
      .click();
    const opened = app.waitForEvent('window');
    await overview.getByRole('button', { name: 'ledger-api, open the service log' }).click();
    const log = await opened;
    const instances = log.getByRole('group', { name: 'Instances' }).getByRole('button', { name: /^[A-Z] / });
    await expect(instances.nth(1)).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await log.emulateMedia({ colorScheme });
      await info.attach(`service-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
    }
    const [first, foot] = [await instances.first().locator('b').textContent(), log.getByRole('contentinfo')];
    await expect(log.locator('.line .from', { hasText: first ?? '?' }).first()).toBeVisible();
    await instances.first().click();
    await expect(log.locator('.line .from', { hasText: first ?? '?' })).toHaveCount(0);
    await expect(foot).toContainText(/\d hidden/);
    await log.getByRole('button', { name: 'Show all' }).click();
    await expect(foot).not.toContainText('hidden');
    await log.getByLabel('Level').selectOption('error');
    await expect(foot).toContainText(/\d hidden/);
    // What is saved is all that is loaded, also what a filter hides.
    await log.getByRole('button', { name: 'Copy or save' }).click();
    const items = log.getByRole('menu');
    const count = async (name: RegExp) => Number((await items.getByRole('menuitem', { name }).textContent())?.replaceAll(/\D/g, ''));
    expect(await count(/^Save all [\d,]+ lines as JSON/)).toBeGreaterThan(await count(/^Copy [\d,]+ lines?$/));
  });
});

test.describe('a deployment that fails while we look', () => {
  test.use({ scenario: 'build-error', speed: 4 });

  test('is kept on this computer and read from the list of deployments without a connection', async ({ app, desktop, platform }, info) => {
    const notice = await desktop.notice((one) => one.summary.includes('DEPLOYMENT ERROR'));
    const opened = app.waitForEvent('window');
    desktop.invoke(notice);
    const log = await opened;
    await expect(log.getByText('Hint').first()).toBeVisible();
    await log.getByTitle('Deployments of this environment').click();
    await expect(log.getByRole('menuitem', { name: /DEPLOYMENT ERROR.*kept here/ })).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await log.emulateMedia({ colorScheme });
      await info.attach(`runs-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
    }
    await log.keyboard.press('Escape');
    await platform.stop();
    await log.reload();
    await expect(log.getByRole('contentinfo')).toContainText('a copy kept on this computer');
    await expect(log.getByText('Hint').first()).toBeVisible();
  });
});
