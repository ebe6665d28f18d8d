// What an earlier run of the app wrote, as a person finds it: absences, an agent that was away, lines that cannot be read.
import AxeBuilder from '@axe-core/playwright';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { historyEntryAt } from '../support/a-history.ts';
import { expect, test } from '../support/app.ts';

test.use({ scenario: 'failed-before' });

const HOUR_MS = 3_600_000;

test('absences stand in the history, what failed in the last one stands on top with its cause, and damaged lines are counted', async ({
  launch,
  platform,
  profile,
}, info) => {
  const answer = await fetch(`${platform.apiUrl}/organization`, { headers: { authorization: `Token ${platform.token}` } });
  const { results } = (await answer.json()) as { readonly results: readonly { readonly id: string }[] };
  const now = Date.now();
  const entry = historyEntryAt(now, results[0]?.id ?? '');
  const lines = [
    JSON.stringify({ version: 1, memory: null }),
    JSON.stringify(entry.outage('agent', 5 * HOUR_MS, 4 * HOUR_MS, { of: 'production-eu' })),
    '{"kind":"deployment","at":17',
    'not a line of ours',
    JSON.stringify(entry.outage('asleep', 3 * HOUR_MS, HOUR_MS, { missed: [entry.missed('mended', 'no space left on device'), entry.missed('red', 'quota exceeded')] })),
    JSON.stringify(entry.outage('closed', 0.9 * HOUR_MS, 0.2 * HOUR_MS)),
  ]; // prettier-ignore
  mkdirSync(path.join(profile, 'history'), { recursive: true });
  writeFileSync(path.join(profile, 'history', `${new Date(now).toISOString().slice(0, 10)}.jsonl`), `${lines.join('\n')}\n`);
  const app = await launch(undefined, ['--open']);
  const page = app.windows()[0] ?? (await app.waitForEvent('window'));
  await page
    .getByRole('row', { name: /DEPLOYMENT ERROR/ })
    .first()
    .waitFor();
  await page.keyboard.press('h');
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByRole('heading', { name: 'While you were away' })).toBeVisible();
  await expect(history.getByRole('button', { name: /MENDED Failed, mended by bob: no space left on device/ })).toBeVisible();
  await expect(history.getByRole('button', { name: /DEPLOYMENT ERROR Failed, still red: quota exceeded/ })).toBeVisible();
  await expect(history.getByText('2 lines of it could not be read')).toBeVisible();
  for (const words of [
    'The computer slept',
    'The app was not running',
    'The agent of production-eu was away: what runs there was not seen',
  ])
    await expect(history.getByText(words).first()).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await info.attach(`history-digest-${colorScheme}`, { body: await page.screenshot(), contentType: 'image/png' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  }
  await history.getByRole('button', { name: /Failed, still red/ }).click();
  await expect(history.getByRole('status')).toContainText('is not among the environments that are known now');
});

test('an environment is picked from the list of those that are known, and let go again', async ({ overview }) => {
  await overview.getByRole('row', { name: /DEPLOYMENT ERROR/ }).first().waitFor();
  await overview.keyboard.press('h');
  const history = overview.getByRole('region', { name: 'History' });
  await expect(history.getByRole('button', { name: /shop\/production/ }).first()).toBeVisible();
  const picker = history.getByRole('combobox', { name: 'Environment' });
  const wanted = picker.locator('optgroup[label="billing"] option', { hasText: 'production' });
  await picker.selectOption((await wanted.getAttribute('value')) ?? '');
  await expect(history.getByRole('button', { name: /shop\/production/ })).toHaveCount(0);
  await expect(history.getByRole('button', { name: /billing\/production/ }).first()).toBeVisible();
  await history.getByRole('button', { name: 'billing/production', exact: true }).click();
  await expect(history.getByRole('button', { name: /shop\/production/ }).first()).toBeVisible();
}); // prettier-ignore
