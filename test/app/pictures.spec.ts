import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { expect, test } from '../support/app.ts';
import { reached, STATES } from '../support/states.ts';

/** Pictures that hold nothing which moves with the clock, or hide it: what they show is the same on every day. */
const COMPARED = ['first-run', 'empty', 'calm', 'long-names-narrow'] as const;
/** Texts that hold an age or a time of day. */
const MOVING = '.foot, .age';

/** What the pictures were taken with: another runtime or another face of letters draws other pixels, and says nothing of us. */
const RECORDED = path.join(import.meta.dirname, 'shots/taken-with.txt');

async function takenWith(page: Page): Promise<string> {
  const letters = await page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) return [];
    pen.font = getComputedStyle(document.body).font;
    return ['environments 0123', 'WARNING', '…·–'].map((text) => Math.round(pen.measureText(text).width * 100) / 100);
  });
  const facts = { system: process.platform, chromium: await page.evaluate(() => /Chrome\/[\d.]+/.exec(navigator.userAgent)?.[0]), letters };
  return `${JSON.stringify(facts)}\n`;
}

for (const name of COMPARED)
  test.describe(`the picture ${name}`, () => {
    const { scenario = 'calm', fault = null, token } = STATES[name] ?? {};
    test.use({
      platform: async ({}, use) => {
        const platform = await startDemoPlatform({ port: 0, scenario, fault, seed: 1, speed: 1 });
        await use(platform);
        await platform.stop();
      },
      appEnv: async ({ platform }, use) => {
        await use({ QOVERY_CLI_ACCESS_TOKEN: token ?? platform.token, QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
      },
      appArgs: ['--open'],
    });
    test('is as it was recorded, in both themes', async ({ app, platform }, info) => {
      const state = STATES[name];
      if (!state) throw new Error(`there is no state ${name}`);
      const page = await reached(state, { app, window: app.windows()[0] ?? (await app.waitForEvent('window')), platform });
      const now = await takenWith(page);
      if (info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed') writeFileSync(RECORDED, now);
      const recorded = readFileSync(RECORDED, 'utf8');
      test.skip(now !== recorded, `skipped because the pictures were taken with ${recorded.trim()}, and this is ${now.trim()}`);
      await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur()); // a caret blinks
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(page).toHaveScreenshot(`${name}-${colorScheme}.png`, { mask: [page.locator(MOVING)], maxDiffPixelRatio: 0.002 });
      }
    });
  });
