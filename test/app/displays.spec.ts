import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '../support/app.ts';

/** The first window's place, and whether all of it lies on a display. */
const placeOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
    if (!bounds) throw new Error('no window is open');
    const isWhole = screen.getAllDisplays().some(({ workArea: area }) => {
      const isAcross = bounds.x >= area.x && bounds.x + bounds.width <= area.x + area.width;
      return isAcross && bounds.y >= area.y && bounds.y + bounds.height <= area.y + area.height;
    });
    return { bounds, isWhole };
  });

test('a window that stood on a display which is not plugged in today opens whole on one that is', async ({ launch, profile, desktop }) => {
  await writeFile(path.join(profile, 'windows.json'), '{"overview":{"x":5000,"y":-3000,"width":500,"height":600}}');
  const app = await launch();
  const opened = app.waitForEvent('window');
  await desktop.click('Open');
  const page = await opened;
  await expect(page.getByRole('treegrid')).toBeVisible();
  expect(await placeOf(app)).toMatchObject({ isWhole: true, bounds: { width: 500, height: 600 } });
});

/** Not there on every machine. */
const TOOL = 'xrandr';

/** Makes the display of 1280 × 800 one of 800 × 600; whether that could be done. */
function isShrunk(display: Record<string, string>): boolean {
  const run = (...args: readonly string[]): boolean => spawnSync(TOOL, args, { env: { ...process.env, ...display } }).status === 0;
  const timings = '38.25 800 832 912 1024 600 603 607 624'.split(' ');
  return run('--newmode', 'small', ...timings) && run('--addmode', 'screen', 'small') && run('--output', 'screen', '--mode', 'small');
}

test('a window comes back when the display it stands on shrinks under it', async ({ app, overview, display }) => {
  await expect(overview.getByRole('treegrid')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 800, y: 120, width: 440, height: 640 }));
  await expect.poll(async () => (await placeOf(app)).bounds.x).toBe(800);
  test.skip(!isShrunk(display), 'skipped because there is no xrandr here that could change the display');
  await expect.poll(() => app.evaluate(({ screen }) => screen.getPrimaryDisplay().size.width)).toBe(800);
  await expect.poll(async () => (await placeOf(app)).isWhole).toBe(true);
  expect((await placeOf(app)).bounds).toMatchObject({ width: 440, height: 600 });
  await expect(overview.getByRole('treegrid')).toBeVisible();
});
