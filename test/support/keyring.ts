// A keyring of a test's own: unlocked, on the test's bus, with its files in a folder that goes with it.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DesktopPeer } from './desktop-peer.ts';

export interface Keyring {
  /** What an app needs in its environment to use it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts gnome-keyring-daemon and waits until it answers on the bus. */
export async function startKeyring(display: Readonly<Record<string, string>>, desktop: DesktopPeer): Promise<Keyring> {
  const home = await mkdtemp(path.join(tmpdir(), 'keyring-'));
  const runtime = path.join(home, 'run');
  await mkdir(runtime, { mode: 0o700 });
  const env = { HOME: home, XDG_DATA_HOME: path.join(home, 'data'), XDG_RUNTIME_DIR: runtime, XDG_CURRENT_DESKTOP: 'GNOME' };
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--foreground', '--components=secrets'], {
    env: { ...process.env, ...display, ...env },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const gone = new Promise((resolve) => daemon.once('exit', resolve));
  daemon.stdin.end('password');
  await desktop.until(() => desktop.hasOwner('org.freedesktop.secrets'), 'the keyring on the bus');
  return {
    env,
    async stop() {
      if (daemon.kill('SIGTERM')) await gone;
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
