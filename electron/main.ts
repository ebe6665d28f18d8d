// Electron's life: one instance, ready, quit. What the app is made of stands in app.ts.
import { app } from 'electron';
import { startApp, type RunningApp } from './app.ts';
import { addressFrom, switchesFrom } from './switches.ts';
import { registerScheme } from './windows/pages.ts';

let running: RunningApp | undefined;

/**
 * Three processes instead of five on Linux: windows are drawn in software, and our requests are Node's, not Chromium's.
 * On macOS and Windows the GPU is left alone.
 */
function saveMemory(): void {
  if (process.platform !== 'linux') return;
  for (const flag of ['disable-gpu', 'disable-software-rasterizer', 'in-process-gpu']) app.commandLine.appendSwitch(flag);
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
}

async function start(): Promise<void> {
  running = await startApp(switchesFrom(process.argv.slice(1)), addressFrom(process.env));
}

registerScheme();
saveMemory();
if (!app.requestSingleInstanceLock()) app.quit();
else {
  app.on('second-instance', () => running?.showOverview());
  app.on('activate', () => running?.showOverview());
  app.on('window-all-closed', () => undefined); // the tray stays
  app.on('will-quit', () => running?.stop());
  process.once('SIGTERM', () => app.quit());
  process.once('SIGINT', () => app.quit());
  // Not a top-level await: `ready` comes only after this module has finished loading.
  app.whenReady().then(start, fail).catch(fail);
}

/** Nothing is running that could tell a person: say it where a terminal would see it, and end. */
function fail(error: unknown): void {
  process.stderr.write(`Qovery Tray could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  app.exit(1);
}
