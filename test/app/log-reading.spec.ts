import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '../support/app.ts';
import { failedLog, serviceLog } from '../support/log-window.ts';

test.use({ scenario: 'failed-before', speed: 4 });

const lines = (log: Page) => log.getByRole('log');
const zoomOf = (log: Page): Promise<number> => lines(log).evaluate((box) => Number(getComputedStyle(box).zoom));
const rowPx = async (log: Page): Promise<number> => (await log.locator('.line').first().boundingBox())?.height ?? 0;

test('markers are set, gone to, copied and taken away by key', async ({ app, desktop }, info) => {
  const log = await failedLog(app, desktop);
  const markers = log.locator('.rule-line.marker');
  await log.keyboard.press('m');
  await expect(markers).toHaveCount(1);
  await lines(log).press('Home');
  await log.keyboard.press('m');
  await lines(log).press('PageDown');
  await log.keyboard.press(',');
  await expect(log.locator('.rule-line.marker.now')).toBeInViewport();
  await log.keyboard.press('.');
  await expect(log.locator('.rule-line.marker.now + .line.bad')).toBeInViewport();
  for (const colorScheme of ['light', 'dark'] as const) {
    await log.emulateMedia({ colorScheme });
    await info.attach(`markers-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
  }
  await log.getByRole('button', { name: 'Copy or save' }).click();
  await log.getByRole('menuitem', { name: /lines$/ }).click();
  await expect(log.locator('.foot .notice')).toHaveText(/lines copied$/);
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n').filter((line) => /^— marker \d\d:\d\d:\d\d —$/.test(line))).toHaveLength(2);
  await lines(log).press('e');
  await log.keyboard.press('l');
  await expect(log.locator('.foot .notice')).toHaveText('Reference to the line copied');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /\n> cannot build .*\nDeployment .+\nhttp.+\/deployments\/logs\/.+$/,
  );
  await lines(log).press('.');
  await lines(log).press('M');
  await expect(markers).toHaveCount(0);
  await lines(log).press('Home');
  await expect(markers).toHaveCount(1);
});

test('the text of the lines grows and shrinks by key, its line stays, and the size holds for the next window', async ({ app, desktop }) => {
  const log = await failedLog(app, desktop);
  const top = () => log.locator('.line.bad').first();
  const [before, at] = [await rowPx(log), await top().boundingBox()];
  for (let size = 13; size <= 18; size += 1) {
    await log.keyboard.press('Control+=');
    await expect.poll(() => zoomOf(log)).toBeCloseTo(size / 12, 3);
  }
  expect(await rowPx(log)).toBeCloseTo(before * 1.5, 0);
  await expect(top()).toBeInViewport();
  expect(Math.abs(((await top().boundingBox())?.y ?? 0) - (at?.y ?? 0))).toBeLessThan(200);
  await log.reload();
  await expect(lines(log)).toHaveCSS('zoom', '1.5');
  await log.keyboard.press('Control+0');
  await expect(lines(log)).toHaveCSS('zoom', '1');
});

test('a failed deployment is compared with the last good one: durations side by side, new lines to go through', async ({
  app,
  desktop,
}, info) => {
  const log = await failedLog(app, desktop);
  await log.getByRole('button', { name: 'Compare' }).click();
  const pane = log.getByRole('region', { name: 'Durations side by side' });
  await expect(pane.getByRole('row', { name: /^Whole deployment \d.* \d/ })).toBeVisible();
  await expect(pane.getByRole('row', { name: /^Build \d.* \d/ }).first()).toBeVisible();
  // Each row stands below the one before it, and its three cells beside each other.
  const boxes = await pane
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect()).map(({ top, height }) => [top, height]));
  expect(boxes.every(([top = 0], row) => row === 0 || top >= (boxes[row - 1]?.[0] ?? 0) + 24)).toBe(true);
  expect(
    new Set(await pane.locator('tr').evaluateAll((rows) => rows.map((row) => row.lastElementChild?.getBoundingClientRect().right))).size,
  ).toBe(1);
  const bar = log.getByRole('group', { name: 'Comparison with the last good run' });
  await expect(bar.getByRole('status')).toHaveText(/^\d+ new lines$/);
  const count = Number((await bar.getByRole('status').textContent())?.split(' ')[0]);
  await bar.getByRole('button', { name: 'Only new lines' }).click();
  await expect(log.getByRole('contentinfo')).toContainText('hidden');
  await lines(log).press('Home');
  await expect(log.locator('.line').first()).toHaveClass(/fresh/);
  await expect(log.locator('.line:not(.fresh)')).toHaveCount(0);
  await expect(log.locator('.line.bad.fresh').first()).toBeAttached();
  for (const colorScheme of ['light', 'dark'] as const) {
    await log.emulateMedia({ colorScheme });
    await info.attach(`compare-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
  }
  await log.keyboard.press('d');
  await expect(log.locator('.line.now.fresh')).toBeInViewport();
  expect(count).toBeGreaterThan(1);
  await log.keyboard.press('v');
  await expect(pane).toBeHidden();
  await expect(log.locator('.line.fresh')).toHaveCount(0);
});

test.describe('logs of 10,000 lines', () => {
  test.use({ scenario: 'long-log' });

  test('are read whole, and compared with the whole of the good run', async ({ app, desktop }) => {
    const log = await failedLog(app, desktop);
    await expect(log.getByRole('contentinfo')).toContainText(/complete, 10,\d{3} lines/);
    await log.keyboard.press('v');
    const news = log.getByRole('group', { name: 'Comparison with the last good run' }).getByRole('status');
    await expect(news).toHaveText(/^\d+ new lines$/);
    // The tests of both runs say the same: with half of the good run thousands of them would be new.
    expect(Number((await news.textContent())?.split(' ')[0])).toBeLessThan(200);
  });
});

test('says why there is nothing to compare with', async ({ app, desktop, platform }) => {
  const log = await failedLog(app, desktop);
  platform.fault('500');
  await log.keyboard.press('v');
  await expect(log.locator('.foot .notice')).toHaveText(/^Nothing to compare with: /);
  await expect(log.locator('.compare-bar')).toHaveCount(0);
});

test.describe('a service that runs', () => {
  test.use({ scenario: 'calm', speed: 4 });

  test('is followed on while the window is resized, and no longer once a person scrolls', async ({ app, overview }) => {
    await overview
      .getByRole('row', { name: /^production/ })
      .first()
      .click();
    const opened = app.waitForEvent('window');
    await overview.getByRole('button', { name: 'ledger-api, open the service log' }).click();
    const log = await opened;
    await expect(log.locator('.line').nth(20)).toBeVisible();
    const resize = (width: number, height: number) =>
      app.evaluate(
        ({ BrowserWindow }, [w, h, url]) => {
          const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL() === url);
          window?.setContentSize(w, h);
        },
        [width, height, log.url()] as const,
      );
    for (const [width, height] of [
      [960, 420],
      [480, 640],
      [960, 700],
    ] as const) {
      await resize(width, height);
      await expect.poll(() => log.evaluate(() => window.innerHeight)).toBe(height);
    }
    await expect(log.getByRole('contentinfo')).toContainText(/^Following/);
    await lines(log).press('PageUp');
    await expect(log.getByRole('contentinfo')).toContainText('Not following: you are reading back');
  });

  test('drops what a new connection repeats, and keeps lines that are alike', async ({ app, overview, platform, profile }) => {
    platform.fault('frames-twice'); // each line comes twice, and is two
    const log = await serviceLog(app, overview, 'billing / production', 'ledger-api');
    const foot = log.getByRole('contentinfo');
    platform.fault('socket-1006');
    await expect(foot).toContainText('Reconnecting');
    platform.fault('frames-twice');
    await expect(foot).toContainText('Live', { timeout: 20_000 });
    const count = async (): Promise<number> => Number(/([\d,]+) lines/.exec((await foot.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
    const before = await count();
    await expect.poll(count).toBeGreaterThan(before + 4);
    const file = path.join(profile, 'taken.json');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, file);
    await log.getByRole('button', { name: 'Copy or save' }).click();
    await log.getByRole('menuitem', { name: /as JSON…$/ }).click();
    await expect(log.locator('.foot .notice')).toHaveText(/lines saved$/);
    const saved = JSON.parse(await readFile(file, 'utf8')) as readonly {
      readonly time?: string;
      readonly text?: string;
      readonly gap?: string;
    }[];
    const times = new Map<string, number>();
    const newest = saved.at(-1)?.time; // its second half may still be on its way
    for (const { time, text, gap } of saved.filter((one) => one.time !== newest))
      times.set(gap ?? `${time} ${text}`, (times.get(gap ?? `${time} ${text}`) ?? 0) + 1);
    expect([...times].filter(([, often]) => often !== 2)).toEqual([]);
    expect(saved.map(({ time }) => time ?? '')).toEqual(saved.map(({ time }) => time ?? '').toSorted());
  });
});
