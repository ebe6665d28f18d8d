import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { expect, test } from '../support/app.ts';
import { looksAsRecorded, PICTURED } from '../support/pictures.ts';
import { reached, STATES } from '../support/states.ts';

const LOOKS = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'dark', forcedColors: 'active' }],
] as const;

/** Forced colours are the person's own, so their contrast is not ours to judge. */
async function faults(page: Page, look: string): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (look === 'forced colours' ? axe.disableRules('color-contrast') : axe).analyze();
  return violations.map((one) => `${look}: ${one.id}: ${one.nodes[0]?.html ?? ''}`);
}

/** Names of animations that move although less motion is asked for. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter((one) => one.playState === 'running' && Number(one.effect?.getComputedTiming().duration) > 1)
      .map((one) => (one instanceof CSSAnimation ? one.animationName : 'a transition')),
  );

/** What is announced by itself; an age in it would be announced each second. */
const announced = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));

for (const [name, state] of Object.entries(STATES))
  test.describe(`in the state ${name}`, () => {
    test.use({
      platform: async ({}, use) => {
        const { scenario = 'calm', fault = null } = state;
        const platform = await startDemoPlatform({ port: 0, scenario, fault, seed: 1, speed: 1 });
        await use(platform);
        await platform.stop();
      },
      appEnv: async ({ platform }, use) => {
        const { token = platform.token } = state;
        await use({ QOVERY_CLI_ACCESS_TOKEN: token, QOVERY_API_URL: platform.apiUrl, QOVERY_WS_URL: platform.wsUrl });
      },
      appArgs: ['--open'],
    });
    test('nothing is inaccessible in any look, wider than its window, or moving without need, and all looks as recorded', async ({
      app,
      platform,
    }, info) => {
      test.slow();
      const page = await reached(state, { app, window: app.windows()[0] ?? (await app.waitForEvent('window')), platform });
      for (const [look, media] of LOOKS) {
        await page.emulateMedia(media);
        await info.attach(`${name}, ${look}`, { body: await page.screenshot(), contentType: 'image/png' });
        expect(await faults(page, look)).toEqual([]);
      }
      expect((await announced(page)).filter((text) => /\b\d+ s\b/.test(text))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await expect.poll(() => moving(page)).toEqual([]);
      if (PICTURED.has(name)) await looksAsRecorded(page, name, info);
    });
  });
