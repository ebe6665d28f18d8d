import type { Page } from '@playwright/test';
import { expect, test } from '../support/app.ts';
import { serviceLog } from '../support/log-window.ts';

// 5,000 lines a second: whoever reads back must not be pulled to the end by what comes.
test.use({ scenario: 'chatty', speed: 10 });

const foot = (log: Page) => log.getByRole('contentinfo');
const list = (log: Page) => log.getByRole('log');
const jump = (log: Page) => log.getByRole('button', { name: /^Jump to latest/ });

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** What a person does to leave the end of the list. */
const WAYS: Readonly<Record<string, (log: Page, box: Box) => Promise<void>>> = {
  'the wheel': async (log, { x, y, width, height }) => {
    await log.mouse.move(x + width / 2, y + height / 2);
    await log.mouse.wheel(0, -300);
  },
  'a key': async (log) => list(log).press('PageUp'),
  'the scroll bar': async (log, { x, y, width, height }) => {
    await log.mouse.move(x + width - 5, y + height - 8);
    await log.mouse.down();
    await log.mouse.move(x + width - 5, y + height / 2, { steps: 8 });
    await log.mouse.up();
  },
  'a finger': async (log, { x, y, width }) => {
    const cdp = await log.context().newCDPSession(log);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', atY: number | null) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: atY === null ? [] : [{ x: x + width / 2, y: atY }] });
    await touch('touchStart', y + 80);
    for (let step = 1; step <= 12; step += 1) await touch('touchMove', y + 80 + step * 20);
    await touch('touchEnd', null);
  },
};

/** A list that was flung runs on for a moment: resolves once it stands. */
async function rest(log: Page): Promise<void> {
  let before = Number.NaN;
  await expect
    .poll(
      async () => {
        const now = await list(log).evaluate((box) => box.scrollTop);
        const isSame = now === before;
        before = now;
        return isSame;
      },
      { intervals: [200] },
    )
    .toBe(true);
}

test('whoever leaves the end by wheel, key, scroll bar or finger reads in peace until they jump back', async ({ app, overview }) => {
  const log = await serviceLog(app, overview, 'shop / production', 'api');
  await expect.poll(() => list(log).evaluate((box) => box.scrollHeight > box.clientHeight * 20)).toBe(true);
  const topLine = (): Promise<string | null> =>
    list(log).evaluate((box) => {
      const { left, top } = box.getBoundingClientRect();
      return document.elementFromPoint(left + 200, top + 10)?.closest<HTMLElement>('.line')?.dataset['line'] ?? null;
    });
  const missed = async (): Promise<number> => Number((await jump(log).textContent())?.replaceAll(/\D/g, '') ?? 0);
  for (const [name, leave] of Object.entries(WAYS)) {
    await expect(foot(log), name).toContainText(/^Following/);
    await leave(log, (await list(log).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 });
    await expect(foot(log), name).toContainText('Not following: you are reading back');
    await rest(log);
    const top = await topLine();
    expect(top, name).not.toBeNull();
    const count = await missed();
    await expect.poll(missed, name).toBeGreaterThan(count + 5_000);
    expect(await topLine(), name).toBe(top);
    await jump(log).click();
  }
});
