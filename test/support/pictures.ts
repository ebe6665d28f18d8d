// The pictures of test/app/shots, and whether this machine can draw the same: another runtime or another face of letters draws
// other pixels, which says nothing of us.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { isSmall, smallPng } from './small-png.ts';

/**
 * States whose pictures are compared. The zoomed ones are not: of those Playwright takes a corner; nor is the history, whose
 * days depend on the hour, nor the doctor, who finds more the longer the app runs.
 */
export const PICTURED: ReadonlySet<string> = new Set([
  'first-run',
  'first-run-refused',
  'expired',
  'partly-permitted',
  'loading',
  'empty',
  'empty-filter',
  'offline',
  'calm',
  'failed',
  'one-service',
  'long-names',
  'long-names-narrow',
  'wide-1600',
  'details',
  'row-menu',
  'narrow-320',
  'log-failed',
  'settings',
  'settings-appearance',
]);
const SHOTS = path.join(import.meta.dirname, '../app/shots');
const RECORDED = path.join(SHOTS, 'taken-with.txt');
/** Fewer than one sign has that is another: what a letter that lies between two pixels may differ by. */
const TOLERANCE = { maxDiffPixels: 60 } as const;

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

/** Why pictures cannot be compared here; empty where they can. */
export async function whyNot(page: Page): Promise<string> {
  const [now, recorded] = [await takenWith(page), readFileSync(RECORDED, 'utf8')];
  return now === recorded ? '' : `skipped because the pictures were taken with ${recorded.trim()}, and this is ${now.trim()}`;
}

/** A sheet of the page's own: Playwright's, a style element, our policy refuses. */
async function hideMoving(page: Page): Promise<void> {
  await page.evaluate(
    (text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    },
    readFileSync(path.join(SHOTS, 'moving.css'), 'utf8'),
  );
}

/** One that was not taken anew is small already. */
function shrink(file: string): void {
  const png = readFileSync(file);
  if (!isSmall(png)) writeFileSync(file, smallPng(png));
}

/** Compares the page with its pictures in both themes, where that can be done; takes them anew with `--update-snapshots`. */
export async function looksAsRecorded(page: Page, name: string, info: TestInfo): Promise<void> {
  const isTaking = info.config.updateSnapshots === 'all' || info.config.updateSnapshots === 'changed';
  if (isTaking) writeFileSync(RECORDED, await takenWith(page));
  if ((await whyNot(page)) !== '') return;
  await page.evaluate(() => document.activeElement instanceof HTMLInputElement && document.activeElement.blur()); // a caret blinks
  await hideMoving(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce', forcedColors: 'none' });
    const file = `${name}-${colorScheme}.png`;
    await expect(page).toHaveScreenshot(file, TOLERANCE);
    if (isTaking) shrink(info.snapshotPath(file, { kind: 'screenshot' }));
  }
}
