// The windows that the log bench measures: our log window, a bare page, and a page with a popular React log viewer.
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { startDesktop } from '../../build/desktop.mjs';
import { DesktopPeer } from '../support/desktop-peer.ts';
import { accessTo, BARE, OURS, pause, withDemo } from './launched.ts';
import { defineLines } from './log-pages.ts';
import { memoryMb } from './process-tree.ts';

/** One line in the middle of each log holds this word. */
export const RARE = 'needle-in-the-hay';

interface Driven {
  readonly app: ElectronApplication;
  readonly peer: DesktopPeer;
}

async function driven<T>(app: string, args: readonly string[], env: Readonly<Record<string, string>>, act: (one: Driven) => Promise<T>) {
  const desktop = await startDesktop();
  const peer = await DesktopPeer.start(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-log-'));
  const running = await _electron.launch({
    args: [app, `--user-data-dir=${profile}`, ...args],
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...(process.env as Record<string, string>), ...desktop.env, ...env }, // a running process has no undefined variables
  });
  try {
    return await act({ app: running, peer });
  } finally {
    await running.close();
    peer.stop();
    await desktop.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Acts with the log window of a service, in which some lines stand. */
export function withOurLog<T>(act: (log: Page, app: ElectronApplication) => Promise<T>): Promise<T> {
  return withDemo({}, (demo) =>
    driven(OURS, ['--open'], accessTo(demo), async ({ app }) => {
      const window = app.windows()[0] ?? (await app.waitForEvent('window'));
      const row = window.getByRole('row', { name: /^production/ }).first();
      await row.click();
      const opened = app.waitForEvent('window');
      await window.getByRole('button', { name: 'ledger-api, open the service log' }).click();
      const log = await opened;
      await log.locator('[data-line]').first().waitFor();
      await log.evaluate(defineLines, RARE);
      return act(log, app);
    }),
  );
}

/** Acts with our app and the person's desktop. */
export function withOurs<T>(env: Readonly<Record<string, string>>, act: (one: Driven) => Promise<T>): Promise<T> {
  return driven(OURS, [], env, act);
}

/** Acts with a bare window, on whose page a script may be run first. */
export function withPage<T>(script: string | null, act: (page: Page, app: ElectronApplication) => Promise<T>): Promise<T> {
  return driven(BARE, ['--window'], {}, async ({ app }) => {
    const page = app.windows()[0] ?? (await app.waitForEvent('window'));
    await page.locator('p').waitFor();
    await page.evaluate(defineLines, RARE);
    if (script !== null) await page.addScriptTag({ content: script });
    return act(page, app);
  });
}

/** Acts with a page on which the other viewer stands. */
export async function withPeer<T>(act: (page: Page, app: ElectronApplication) => Promise<T>): Promise<T> {
  const input = path.join(import.meta.dirname, 'log-peer/main.tsx');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, target: 'chrome130', rolldownOptions: { input, output: { format: 'iife' } } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('a build that is not watched has an output');
  return withPage(output.output[0].code, act);
}

/** What the page's process weighs, in MB. What the bench itself has left on the page, its lines as texts, is collected before. */
export async function pageMb(app: ElectronApplication, page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  await pause(2_000); // what is not needed any more is given back
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
