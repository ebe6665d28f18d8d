import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { LogLine } from '../../electron/model/log-line.ts';
import { aLine, anErrorLine } from '../support/a-log.ts';
import { expect, test } from '../support/app.ts';

const RUN = 'run-1';
const BOMB = '<img src=x onerror="document.title=1"><script>document.title=1</script>';
const LONG = `${'0123456789'.repeat(100_000)}END`;
/** Whatever a program may print, and times as they should not be. */
const LINES: readonly LogLine[] = [
  aLine(0, { text: BOMB }),
  aLine(1, { text: 'nul\u0000 bell\u0007 half \uD83D of a pair', at: null }),
  aLine(2, { text: '\u001B[31mred\u001B[999;12 never ends' }),
  aLine(3, { text: 'as early as the first', at: aLine(0).at }),
  aLine(4, { text: LONG }),
  aLine(5, { text: 'x'.repeat(90_000), at: (aLine(0).at ?? 0) - 3_600_000 }),
  anErrorLine(6, { text: BOMB, error: { tag: null, message: BOMB, hint: BOMB, link: 'javascript:document.title=1', underlying: BOMB } }),
].map((line) => ({ ...line, executionId: RUN }));

test.beforeEach(async ({ profile }) => {
  const folder = path.join(profile, 'failed-logs');
  await mkdir(folder, { recursive: true });
  const name = ['1795000000000', 'DEPLOYMENT ERROR', 'env-1', RUN, 'shop / production'].map(encodeURIComponent).join('@');
  await writeFile(path.join(folder, `${name}.json.gz`), gzipSync(JSON.stringify(LINES)));
});
test.use({ appArgs: ['--open'] });

test('whatever a log says is text, shown and copied whole, and nothing of it is carried out', async ({ app, platform }, info) => {
  await platform.stop();
  const overview = app.windows()[0] ?? (await app.waitForEvent('window'));
  const opened = app.waitForEvent('window');
  await overview.getByRole('button', { name: 'Kept logs' }).click({ timeout: 30_000 });
  const log = await opened;
  const say = (number: number) => log.locator(`[data-line="${number}"] .say`);
  await expect(log.getByText('Hint').first()).toBeVisible();
  await log.getByRole('log').press('Home');
  await expect(say(0)).toHaveText(BOMB);
  await expect(say(1)).toHaveText('nul␀ bell␇ half \uFFFD of a pair');
  await expect(log.locator('[data-line="1"] .time')).toHaveText('');
  await expect(say(2)).toContainText('red');
  await expect(say(3)).toHaveText('as early as the first');
  await expect(log.locator('.lines img, .lines script')).toHaveCount(0);
  expect(await log.title()).toBe('shop / production: deployment log');
  await expect(log.locator('.why .link')).toHaveCount(0);

  await log
    .locator('[data-line="4"]')
    .getByRole('button', { name: /more bytes: show/ })
    .click();
  const whole = log.getByRole('dialog', { name: 'The whole line' });
  await expect(whole).toContainText('1,000,003 characters');
  for (const colorScheme of ['light', 'dark'] as const) {
    await log.emulateMedia({ colorScheme });
    await info.attach(`whole-${colorScheme}`, { body: await log.screenshot(), contentType: 'image/png' });
  }
  await whole.getByRole('document').press('End');
  await whole.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(async () => (await app.evaluate(({ clipboard }) => clipboard.readText())).length).toBe(LONG.length);
  await log.keyboard.press('Escape');
  await expect(whole).toBeHidden();

  await log.keyboard.press('w');
  await expect(say(5)).toHaveCSS('white-space', 'break-spaces');
  await log.getByRole('log').press('End');
  await log.getByRole('log').press('PageUp');
  await log.getByRole('log').press('PageDown');
  await log.keyboard.press('Control+a');
  await log.getByRole('button', { name: 'Copy or save' }).click();
  await log.getByRole('menuitem', { name: /^Copy 7 chosen lines$/ }).click();
  await expect(log.locator('.foot .notice')).toHaveText('7 lines copied');
  const copied = (await app.evaluate(({ clipboard }) => clipboard.readText())).split('\n');
  expect(copied.map(({ length }) => length).slice(4, 6)).toEqual([LONG.length, 90_000]);
  expect(copied[0]).toBe(BOMB);
});
