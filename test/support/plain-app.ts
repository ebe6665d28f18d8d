// The built app started as a person starts it, driven over Chromium's own protocol: Playwright's launcher would switch the
// system's keyring off. Also for packages, whose fuses forbid the launcher.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { chromium, type Browser, type Page } from '@playwright/test';

export interface PlainApp {
  /** The first window, once there is one. */
  window(): Promise<Page>;
  /** Ends the app as the system does at log-out. */
  stop(): Promise<void>;
}

/** After so long an app that was told to end is ended by its process id. */
const END_MS = 20_000;

const electron = createRequire(import.meta.url)('electron') as string; // in plain Node the package exports the binary's path

/** Starts the app of this folder with its files under `profile`. */
export async function startPlainApp(profile: string, env: Readonly<Record<string, string>>): Promise<PlainApp> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...root, '--remote-debugging-port=0', '.', `--user-data-dir=${profile}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const endpoint = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found) resolve(found);
    });
    child.once('exit', () => reject(new Error('the app ended before it could be driven')));
  });
  const browser: Browser = await chromium.connectOverCDP(endpoint);
  return {
    async window() {
      const [context] = browser.contexts();
      if (!context) throw new Error('a browser has one context');
      return context.pages()[0] ?? (await context.waitForEvent('page'));
    },
    async stop() {
      await browser.close();
      const timer = setTimeout(() => child.kill('SIGKILL'), END_MS);
      if (child.kill('SIGTERM')) await gone;
      clearTimeout(timer);
    },
  };
}

/** Starts the app once more on the profile of one that runs; resolves to what it says on the terminal, once it has ended. */
export async function startAgain(profile: string, env: Readonly<Record<string, string>>): Promise<string> {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, [...root, '.', `--user-data-dir=${profile}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => {
    said += data.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  return said;
}
