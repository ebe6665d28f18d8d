// Starts an app on a desktop of its own, as a person's session would, and tells when its tray item is there.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDesktop } from '../../build/desktop.mjs';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { DesktopPeer } from '../support/desktop-peer.ts';

const electron = createRequire(import.meta.url)('electron') as string; // in plain Node the package exports the binary's path

/** Folders of the two apps. */
export const OURS = '.';
export const BARE = path.resolve(import.meta.dirname, 'bare');

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Env = Readonly<Record<string, string>>;
type Demo = Awaited<ReturnType<typeof startDemoPlatform>>;
type DemoOptions = Partial<Parameters<typeof startDemoPlatform>[0]>;

/** What the app finds in its environment to speak with this demo platform. */
export function accessTo(demo: Demo): Env {
  return { QOVERY_CLI_ACCESS_TOKEN: demo.token, QOVERY_API_URL: demo.apiUrl, QOVERY_WS_URL: demo.wsUrl };
}

/** Acts with a demo platform that is there as long as it takes. */
export async function withDemo<T>(options: DemoOptions, act: (demo: Demo) => Promise<T>): Promise<T> {
  const demo = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1, ...options });
  try {
    return await act(demo);
  } finally {
    await demo.stop();
  }
}

export interface Running {
  readonly pid: number;
  readonly peer: DesktopPeer;
  /** From spawn to the tray item on the bus. */
  readonly startMs: number;
  /** Where its pages can be driven, when it was started with --remote-debugging-port=0. */
  readonly endpoint: () => Promise<string>;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** The address that Chromium says on the terminal. */
function endpointOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('the app ended before it could be driven')));
  });
}

/** Starts an app and waits for its tray item. */
async function launched(app: string, args: readonly string[], env: Env = {}): Promise<Running> {
  const desktop = await startDesktop();
  const peer = await DesktopPeer.start(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begin = performance.now();
  const child = spawn(electron, [...root, app, `--user-data-dir=${profile}`, ...args], {
    env: { ...process.env, ...desktop.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const endpoint = endpointOf(child);
  endpoint.catch(() => undefined); // only who asks for it is told
  const stop = async (): Promise<void> => {
    await ended(child);
    peer.stop();
    await desktop.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await peer.until(() => peer.items.length > 0, 'a tray item', 30_000);
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, peer, startMs: performance.now() - begin, endpoint: () => endpoint, stop };
}

/** Acts with an app that is there as long as it takes. */
export async function withApp<T>(app: string, args: readonly string[], env: Env, act: (running: Running) => Promise<T>): Promise<T> {
  const running = await launched(app, args, env);
  try {
    return await act(running);
  } finally {
    await running.stop();
  }
}
