import type { Locator, Page } from '@playwright/test';
import type { Snapshot } from '../../electron/contract/state.ts';
import type { Result } from '../../electron/model/result.ts';
import { expect, test } from '../support/app.ts';
import { wholeList } from '../support/states.ts';

/** What stands in the list from its top, the names of headings and environments. */
const inOrder = (page: Page): Promise<readonly string[]> =>
  page.locator('.section [role="gridcell"] bdi, .env .name').evaluateAll((all) => all.map((one) => (one.textContent ?? '').trim()));
const topOf = (row: Locator): Promise<number> => row.evaluate((one) => one.getBoundingClientRect().top);
const moved = (page: Page) => page.getByRole('contentinfo').filter({ hasText: '1 moved' });
const row = (page: Page, name: RegExp) => page.getByRole('row', { name }).first();

test.describe('while a deployment fails', () => {
  test.use({ scenario: 'build-error', speed: 2 });

  test('no row leaves the place under the pointer; the failed one takes its own a moment after the hand has left', async ({ overview }) => {
    test.slow();
    await wholeList(overview);
    const held = row(overview, /^dev, /);
    const before = await inOrder(overview);
    expect(before).not.toContain('Needs attention');
    const top = await topOf(held);
    await held.hover();
    await overview.mouse.move(200, top + 12, { steps: 3 });
    await expect(moved(overview)).toBeVisible({ timeout: 60_000 });
    await expect(row(overview, /DEPLOYMENT ERROR/)).toBeVisible(); // what it says has changed at once
    expect([await inOrder(overview), await topOf(held)]).toEqual([before, top]);
    await overview.mouse.move(200, 20);
    await expect.poll(async () => (await inOrder(overview))[0]).toBe('Needs attention');
    await expect(moved(overview)).toHaveCount(0);
  });

  test('no row moves while one has the focus, which stays where it is', async ({ overview }) => {
    test.slow();
    await wholeList(overview);
    const held = row(overview, /^dev, /);
    const before = await inOrder(overview);
    expect(before).not.toContain('Needs attention');
    await held.focus();
    await expect(moved(overview)).toBeVisible({ timeout: 60_000 });
    expect(await inOrder(overview)).toEqual(before);
    await expect(held).toBeFocused();
    await overview.keyboard.press('/');
    await expect.poll(async () => (await inOrder(overview))[0]).toBe('Needs attention');
  });
});

/** As when somebody deletes it in the Console: the environment of this row is there no more. */
async function takeAway(page: Page, of: Locator): Promise<void> {
  const id = ((await of.getAttribute('data-key')) ?? '').replace(/^\w+:/, '');
  await page.evaluate(async (environmentId) => {
    const packed = await window.qoveryTray.ask('snapshot', null);
    const snapshot = typeof packed === 'string' ? (JSON.parse(packed) as Result<Snapshot>) : packed; // the preload hands over text
    if (!snapshot.ok) throw new Error('no snapshot');
    const seen = snapshot.value.state.settings;
    const hidden = { ...seen.hidden, environments: [...seen.hidden.environments, environmentId] };
    await window.qoveryTray.ask('changeSettings', { seen, wanted: { ...seen, hidden } });
  }, id);
}

test('the focus is never lost with the row that had it: the next one takes it, and the last where none is below', async ({ overview }) => {
  await wholeList(overview);
  const environments = overview.getByRole('row', { level: 1 });
  const [first, second] = [environments.first(), (await environments.nth(1).getAttribute('data-key')) ?? ''];
  await first.focus();
  await takeAway(overview, first);
  await expect(overview.getByText('1 not watched')).toBeVisible();
  await expect(overview.locator(`[data-key="${second}"]`)).toBeFocused();
  await overview.keyboard.press('End');
  const last = environments.last();
  await expect(last).toBeFocused();
  const above = (await environments.nth((await environments.count()) - 2).getAttribute('data-key')) ?? '';
  await takeAway(overview, last);
  await expect(overview.locator(`[data-key="${above}"]`)).toBeFocused();
});
