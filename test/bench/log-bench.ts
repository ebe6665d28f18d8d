// The log window's figures: lines are handed to its page as the main process would hand them, so that nothing but the window is
// measured. Beside it one <pre> with the same lines, as plain as a page can be. Called by bench.ts --log.
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDesktop } from '../../build/desktop.mjs';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { memoryMb } from './process-tree.ts';

interface LogFigures {
  readonly lines: number;
  readonly firstMs: number;
  readonly endMs: number;
  readonly searchMs: number;
  readonly pssMb: number;
}
interface LiveFigures {
  readonly frames: number;
  readonly longestMs: number;
  readonly over50Ms: number;
}

/** One line in the middle holds this word. */
const RARE = 'needle-in-the-hay';

/** Runs in the page: feeds so many lines through a fresh port, as fast as the window takes them. */
async function feedPage([lines, rare]: readonly [number, string]): Promise<{ firstMs: number; endMs: number }> {
  const EACH = 5_000;
  const encoder = new TextEncoder();
  const batchFrom = (first: number, count: number): object => {
    const offsets = new Uint32Array(count + 1);
    const texts = Array.from({ length: count }, (_, index) => {
      const number = first + index;
      const word = number === Math.floor(lines / 2) ? rare : 'cache=miss';
      return `2026-11-24T14:05:49.${number % 1000}Z INFO http GET /v1/carts/${number} 200 ${number % 300}ms user=${(number * 7919) % 100_000} ${word}`;
    });
    for (const [index, text] of texts.entries()) offsets[index + 1] = (offsets[index] ?? 0) + text.length; // all of it is ASCII
    const at = Date.now();
    return {
      count,
      text: encoder.encode(texts.join('')),
      offsets,
      times: Float64Array.from({ length: count }, () => at),
      levels: new Uint8Array(count).fill(2),
      flags: new Uint8Array(count),
      senderOf: Uint16Array.from({ length: count }, (_, index) => index % 4),
      senders: [0, 1, 2, 3].map((pod) => ({ id: `api-${pod}`, name: `api-${pod}`, kind: 'api', version: 'v1' })),
      extras: [],
    };
  };
  const batches = Array.from({ length: Math.ceil(lines / EACH) }, (_, index) =>
    batchFrom(index * EACH, Math.min(EACH, lines - index * EACH)),
  );
  const { port1, port2 } = new MessageChannel();
  window.postMessage({ qoveryTray: 'logPort' }, location.origin, [port2]);
  const drawn = (selector: string): Promise<number> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (document.querySelector(selector)) resolve(performance.now());
        else requestAnimationFrame(look);
      };
      look();
    });
  await new Promise((resolve) => setTimeout(resolve, 300)); // the port is taken and the list is empty
  const begin = performance.now();
  for (const batch of batches.splice(0)) {
    const buffers = Object.values(batch).flatMap((value: unknown) => (ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []));
    port1.postMessage({ kind: 'lines', batch }, buffers);
  }
  const firstMs = (await drawn('[data-line]')) - begin;
  return { firstMs, endMs: (await drawn(`[data-line="${lines - 1}"]`)) - begin };
}

/** Runs in the page: types into the search and waits for the count. */
function searchPage(word: string): Promise<number> {
  const field = document.querySelector<HTMLInputElement>('input[type="search"]');
  if (!field) throw new Error('there is no search');
  const begin = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, word); // React hears only what the browser sets
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('.search .count')?.textContent === '1') resolve(performance.now() - begin);
      else requestAnimationFrame(look);
    };
    look();
  });
}

/** Runs in the page: so many lines a second for so long, and how long each frame took. */
async function livePage([perSecond, seconds]: readonly [number, number]): Promise<readonly number[]> {
  const EVERY_MS = 50;
  const count = (perSecond * EVERY_MS) / 1000;
  const { port1, port2 } = new MessageChannel();
  window.postMessage({ qoveryTray: 'logPort' }, location.origin, [port2]);
  const encoder = new TextEncoder();
  let number = 0;
  const timer = setInterval(() => {
    const texts = Array.from({ length: count }, () => `GET /v1/carts/${number++} 200 user=${(number * 7919) % 100_000} region=eu-west-3`);
    const offsets = new Uint32Array(count + 1);
    for (const [index, text] of texts.entries()) offsets[index + 1] = (offsets[index] ?? 0) + text.length;
    const sender = { id: 'api-1', name: 'api-1', kind: 'api', version: 'v1' };
    const arrays = { levels: new Uint8Array(count).fill(2), flags: new Uint8Array(count), senderOf: new Uint16Array(count) };
    const times = new Float64Array(count).fill(Date.now());
    const batch = { count, text: encoder.encode(texts.join('')), offsets, times, ...arrays, senders: [sender], extras: [] };
    port1.postMessage({ kind: 'lines', batch });
  }, EVERY_MS);
  const frames: number[] = [];
  const end = performance.now() + seconds * 1000;
  let before = performance.now();
  await new Promise<void>((resolve) => {
    const frame = (now: number): void => {
      frames.push(now - before);
      before = now;
      if (now < end) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  clearInterval(timer);
  return frames.slice(2);
}

/** Runs in a bare page: the same number of lines in one <pre>. */
async function plainPage([lines, rare]: readonly [number, string]): Promise<{ firstMs: number; endMs: number; searchMs: number }> {
  const texts = Array.from({ length: lines }, (_, number) => {
    const word = number === Math.floor(lines / 2) ? rare : 'cache=miss';
    return `2026-11-24T14:05:49.${number % 1000}Z INFO http GET /v1/carts/${number} 200 ${number % 300}ms user=${(number * 7919) % 100_000} ${word}`;
  });
  const painted = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const box = document.querySelector('pre');
  if (!box) throw new Error('there is no <pre>');
  const begin = performance.now();
  box.textContent = texts.join('\n');
  await painted();
  const firstMs = performance.now() - begin;
  window.scrollTo(0, document.documentElement.scrollHeight);
  await painted();
  const endMs = performance.now() - begin;
  const search = performance.now();
  box.textContent.toLowerCase().indexOf(rare);
  return { firstMs, endMs, searchMs: performance.now() - search };
}

async function pssOf(app: ElectronApplication, page: Page): Promise<number> {
  await page.waitForTimeout(2_000); // what is not needed any more is given back
  const pid = await app.evaluate(
    ({ webContents }, url) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL() === url)
        ?.getOSProcessId() ?? 0,
    page.url(),
  );
  return memoryMb(pid);
}

async function withApp<T>(act: (app: ElectronApplication, openLog: () => Promise<Page>) => Promise<T>): Promise<T> {
  const desktop = await startDesktop();
  const demo = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1 });
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-log-'));
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${profile}`, '--open'],
    chromiumSandbox: process.getuid?.() !== 0,
    env: {
      ...(process.env as Record<string, string>), // a running process has no undefined variables
      ...desktop.env,
      QOVERY_CLI_ACCESS_TOKEN: demo.token,
      QOVERY_API_URL: demo.apiUrl,
      QOVERY_WS_URL: demo.wsUrl,
    },
  });
  try {
    const window = app.windows()[0] ?? (await app.waitForEvent('window'));
    return await act(app, async () => {
      const row = window.getByRole('row', { name: /^production/ }).first();
      await row.click();
      const opened = app.waitForEvent('window');
      await window.getByRole('button', { name: 'ledger-api, open the service log' }).click();
      const log = await opened;
      await log.locator('[data-line]').first().waitFor();
      return log;
    });
  } finally {
    await app.close();
    await demo.stop();
    await desktop.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Our window with so many lines. */
function logFigures(lines: number): Promise<LogFigures> {
  return withApp(async (app, openLog) => {
    const log = await openLog();
    const fed = await log.evaluate(feedPage, [lines, RARE] as const);
    const searchMs = await log.evaluate(searchPage, RARE);
    return { lines, ...fed, searchMs, pssMb: await pssOf(app, log) };
  });
}

/** The same lines as plain text. */
function plainFigures(lines: number): Promise<LogFigures> {
  return withApp(async (app) => {
    const opened = app.waitForEvent('window');
    await app.evaluate(async ({ BrowserWindow }) => {
      await new BrowserWindow({ width: 960, height: 640 }).loadURL('data:text/html,<pre></pre>');
    });
    const page = await opened;
    await page.locator('pre').waitFor({ state: 'attached' });
    const figures = await page.evaluate(plainPage, [lines, RARE] as const);
    return { lines, ...figures, pssMb: await pssOf(app, page) };
  });
}

/** A busy service for a while. */
function liveFigures(perSecond: number, seconds: number): Promise<LiveFigures> {
  return withApp(async (_, openLog) => {
    const log = await openLog();
    const frames = await log.evaluate(livePage, [perSecond, seconds] as const);
    return { frames: frames.length, longestMs: Math.max(...frames), over50Ms: frames.filter((ms) => ms > 50).length };
  });
}

const rounded = (figures: LogFigures | LiveFigures): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(figures).map(([name, value]: [string, number]) => [name, Math.round(value)]));

/** Every figure by name: our window and plain text with the same lines, and 5,000 lines a second for a minute. */
export async function logTable(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const table: Record<string, Readonly<Record<string, number>>> = {};
  for (const lines of [100_000, 1_000_000]) table[`log window, ${lines} lines`] = rounded(await logFigures(lines));
  table['plain text, 100000 lines'] = rounded(await plainFigures(100_000));
  table['log window, 5000 lines/s for 60 s'] = rounded(await liveFigures(5_000, 60));
  return table;
}
