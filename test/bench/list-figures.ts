// What a large account costs the main window: 1,000 environments, 10,000 services, in the built page itself, fed with a
// snapshot and patches of our own. Also: how heavy each window's page is, and how soon the window is there again.
import { _electron, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDesktop } from '../../build/desktop.mjs';
import { diff, type Patch } from '../../electron/contract/patch.ts';
import type { AppState, Snapshot } from '../../electron/contract/state.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { plainVerdict } from '../../electron/model/service-status.ts';
import { anEnvironment, aService, aState, aWorld } from '../support/a-world.ts';
import { DesktopPeer } from '../support/desktop-peer.ts';
import { alone, median, type Row } from './table.ts';

const [ENVIRONMENTS, SERVICES, ROUNDS, FRAMES] = [1_000, 10_000, 11, 120];
const pages = path.resolve(import.meta.dirname, '../../dist/renderer');
const isRoot = process.getuid?.() === 0;

const snapshot: Snapshot = { version: 1, state: aState(aBigWorld()) };

function aBigWorld(): AppState['world'] {
  const place = (i: number): string => `project-${i % 40}/environment-${i}`;
  const environments = Array.from({ length: ENVIRONMENTS }, (_, i) => anEnvironment(place(i), i % 50 === 0 ? 'ERROR' : 'RUNNING'));
  const services = Array.from({ length: SERVICES }, (_, i) => aService(`service-${i}`, place(i % ENVIRONMENTS)));
  return aWorld(environments, services);
}

/** Patches that change one in a hundred services and environments, one after the other, there and back again. */
function patches(): readonly Patch[] {
  const { world } = snapshot.state;
  const run = plainVerdict('STARTING', { kind: 'reported', raw: 'STARTING' });
  const changed = <T extends { readonly run: unknown }>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
    Object.fromEntries(Object.entries(all).map(([id, one], i) => [id, i % 100 === 7 ? { ...one, run } : one]));
  const other = {
    ...snapshot.state,
    world: { ...world, environments: changed(world.environments), services: changed(world.services) },
  };
  return Array.from({ length: ROUNDS }, (_, i) => {
    const [before, after] = i % 2 === 0 ? [snapshot.state, other] : [other, snapshot.state];
    return diff(i + 1, before, after) ?? { from: i + 1, to: i + 2 };
  });
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Serves the built pages and the facts for them. */
async function servePages(): Promise<{ readonly url: string; readonly server: Server }> {
  const facts: Readonly<Record<string, string>> = { '/facts': JSON.stringify(snapshot), '/patches': JSON.stringify(patches()) };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const fact = facts[pathname];
    const file = fact === undefined ? readFile(path.join(pages, pathname)) : Promise.resolve(fact);
    file.then(
      (content) => response.setHeader('content-type', TYPES[path.extname(pathname)] ?? 'application/json').end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }; // a TCP server has a port
}

/** Stands for the preload: the facts come from the server, and the time at which they are there is noted. */
function asPreload(): void {
  const page = globalThis as unknown as Record<string, unknown>; // the page's own globals
  page['qoveryTray'] = {
    ask: async (name: string) => {
      if (name !== 'snapshot') return { ok: true, value: null };
      const value: unknown = await fetch('/facts').then((answer) => answer.json());
      page['factsAt'] = performance.now();
      return { ok: true, value };
    },
    onState(listener: unknown) {
      page['tell'] = listener;
      return () => undefined;
    },
    onReveal: () => () => undefined,
  };
}

interface PageTimes {
  readonly paintMs: number;
  readonly updateMs: readonly number[];
  readonly keyMs: readonly number[];
  readonly frameMs: readonly number[];
}

/** In the page: React answers within the microtasks of an event; reading a size makes the browser lay out. */
async function measure({ frames }: { readonly frames: number }): Promise<PageTimes> {
  const page = globalThis as unknown as { factsAt?: number; tell(patch: unknown): void }; // what the lines above put there
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const isThere = (): boolean => document.querySelector('[role="row"][data-key]') !== null;
  while (!isThere()) await frame();
  await new Promise((resolve) => setTimeout(resolve, 0)); // after this frame's painting
  const paintMs = performance.now() - (page.factsAt ?? Number.NaN);
  const timed = async (act: () => void): Promise<number> => {
    await frame();
    const begin = performance.now();
    act();
    await Promise.resolve();
    document.body.getBoundingClientRect();
    return performance.now() - begin;
  };
  const updateMs: number[] = [];
  for (const patch of (await fetch('/patches').then((answer) => answer.json())) as readonly unknown[])
    // our own server's list
    updateMs.push(await timed(() => page.tell(patch)));
  const search = document.querySelector<HTMLInputElement>('input[type="search"]');
  const keyMs: number[] = [];
  for (const text of ['s', 'se', 'ser', 'serv', 'servi', 'servic', 'service', 'service-', 'service-1', 'service-12', 'service-', 'service'])
    keyMs.push(
      await timed(() => {
        if (search) Reflect.set(HTMLInputElement.prototype, 'value', text, search); // past React's own setter, as typing does
        search?.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
  const list = document.querySelector('.virtual-list');
  const frameMs: number[] = [];
  let last = await frame();
  for (let i = 0; i < frames; i += 1) {
    list?.scrollBy(0, 400);
    const now = await frame();
    frameMs.push(now - last);
    last = now;
  }
  return { paintMs, updateMs, keyMs, frameMs };
}

async function started(args: readonly string[], env: Readonly<Record<string, string>>): Promise<ElectronApplication> {
  return _electron.launch({ args: [...args], chromiumSandbox: !isRoot, env: { ...(process.env as Record<string, string>), ...env } }); // a running process has no undefined variables
}

async function pageTimes(env: Readonly<Record<string, string>>): Promise<PageTimes> {
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-list-'));
  const { url, server } = await servePages();
  const app = await started([path.resolve(import.meta.dirname, 'bare'), `--user-data-dir=${profile}`, '--window'], env);
  try {
    const page: Page = app.windows()[0] ?? (await app.waitForEvent('window'));
    await page.addInitScript(asPreload);
    await page.goto(`${url}/overview/index.html`);
    return await page.evaluate(measure, { frames: FRAMES });
  } finally {
    await app.close();
    server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

interface Opening {
  readonly scenario: string;
  readonly choice: string;
  /** What is first looked at on the page. */
  readonly content: (page: Page) => Locator;
  /** What the window shows once everything was read. */
  readonly whole: (page: Page) => Locator;
}
const firstRow = (page: Page): Locator => page.locator('[role="row"][data-key]').first();
const OVERVIEW: Opening = { scenario: 'calm', choice: 'Open', content: firstRow, whole: firstRow };
const SETTINGS: Opening = {
  scenario: 'huge',
  choice: 'Settings…',
  content: (page) => page.getByRole('treeitem').first(),
  whole: (page) => page.getByText('500 of 500 environments are watched'),
};

/** From the choice in the tray's menu to the content, for a window that was closed before. */
async function openedAgain(opening: Opening, env: Readonly<Record<string, string>>, peer: DesktopPeer): Promise<readonly number[]> {
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-open-'));
  const demo = await startDemoPlatform({ port: 0, scenario: opening.scenario, seed: 1, speed: 1 });
  const access = { QOVERY_CLI_ACCESS_TOKEN: demo.token, QOVERY_API_URL: demo.apiUrl, QOVERY_WS_URL: demo.wsUrl };
  const app = await started(['.', `--user-data-dir=${profile}`], { ...env, ...access });
  try {
    const times: number[] = [];
    for (let i = 0; i < 6; i += 1) {
      const next = app.waitForEvent('window');
      const begin = performance.now();
      await peer.click(opening.choice);
      const page = await next;
      await opening.content(page).waitFor();
      if (i > 0) times.push(performance.now() - begin); // the first opening is not an opening again
      else await opening.whole(page).waitFor({ timeout: 60_000 });
      await page.close();
    }
    return times;
  } finally {
    await app.close();
    await demo.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Scripts and styles that a page loads at once, in kB as they lie on the disk. */
async function pageKb(name: string): Promise<number> {
  const html = await readFile(path.join(pages, name, 'index.html'), 'utf8');
  const files = [...html.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(([, file]) => path.join(pages, name, file ?? ''));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}

/** The figures of the windows. */
export async function listFigures(): Promise<readonly Row[]> {
  const desktop = await startDesktop();
  const peer = await DesktopPeer.start(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  try {
    const { paintMs, updateMs, keyMs, frameMs } = await pageTimes(desktop.env);
    const again = await openedAgain(OVERVIEW, desktop.env, peer);
    const settings = await openedAgain(SETTINGS, desktop.env, peer);
    const kb = await Promise.all(['overview', 'log-viewer', 'settings'].map(async (name) => [name, await pageKb(name)] as const));
    return [
      alone('10,000 services: first paint', paintMs, 'ms', '≤ 150 ms'),
      alone('10,000 services: 1 % update', median(updateMs), 'ms', '≤ 5 ms'),
      alone('10,000 services: filter keystroke', median(keyMs), 'ms', '≤ 16 ms'),
      alone('10,000 services: slowest keystroke', Math.max(...keyMs), 'ms', ''),
      alone('10,000 services: slowest frame of a scroll', Math.max(...frameMs), 'ms', '≤ 50 ms'),
      alone('open again to content', median(again), 'ms', '≤ 300 ms', again),
      alone('500 environments: settings opened, to what is watched', median(settings), 'ms', '≤ 300 ms', settings),
      ...kb.map(([name, size]) => alone(`page of ${name}`, size, 'kB', '')),
    ];
  } finally {
    peer.stop();
    await desktop.stop();
  }
}
