// Electron's life: one instance, ready, quit. The icon comes first (parts/first-face.ts); what else the app is made of stands
// in app.ts and is loaded behind it.
import { app } from 'electron';
import type { RunningApp } from './app.ts';
import { showFirstFace, type FirstFace } from './parts/first-face.ts';
import { addressFrom, switchesFrom, TOKEN_VARIABLES } from './switches.ts';
import { isOnlyInstance } from './system/only-instance.ts';
import { registerScheme } from './windows/pages.ts';

let first: FirstFace | undefined;
let running: RunningApp | undefined;

/**
 * Three processes instead of five on Linux: windows are drawn in software, and our requests are Node's, not Chromium's. GTK, which
 * draws menus and dialogs, is kept from loading OpenGL, which it looks for at its start and uses for nothing that we show: that
 * is the whole of Mesa, 50 MB, and a fifth of the start. On macOS and Windows the GPU is left alone. Returns what undoes it
 * for programs that we start.
 */
function saveMemory(): () => void {
  if (process.platform !== 'linux') return () => undefined;
  for (const flag of ['disable-gpu', 'disable-software-rasterizer', 'in-process-gpu']) app.commandLine.appendSwitch(flag);
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
  if (process.env['GDK_GL'] !== undefined) return () => undefined; // somebody knows better
  process.env['GDK_GL'] = 'disable';
  return () => void delete process.env['GDK_GL'];
}

/** Shows the icon, then loads and builds what lies behind it. */
async function build(): Promise<RunningApp> {
  forOthers();
  const address = addressFrom(process.env);
  for (const name of TOKEN_VARIABLES) delete process.env[name]; // programs that we start, the browser above all, need not know it
  first = showFirstFace(address);
  const { buildApp } = await import('./app.ts');
  running = buildApp(switchesFrom(process.argv.slice(1)), address, first);
  return running;
}

function stop(): void {
  running?.stop();
  first?.stop();
}

registerScheme();
const forOthers = saveMemory();
if (process.platform === 'win32') app.setAppUserModelId('com.qovery.tray'); // else Windows shows no notifications
if (!isOnlyInstance()) {
  process.stderr.write('Qovery Tray is already running; its window is shown.\n');
  app.quit();
} else {
  // Not a top-level await: `ready` comes only after this module has finished loading.
  const built = app.whenReady().then(build);
  built.then((one) => one.start()).catch(fail);
  const act = (what: 'showAgain' | 'showOverview') => (): void => void built.then((one) => one[what]());
  app.on('second-instance', act('showAgain'));
  app.on('activate', act('showOverview'));
  app.on('window-all-closed', () => undefined); // the tray stays
  app.on('will-quit', stop);
  process.once('SIGTERM', () => app.quit());
  process.once('SIGINT', () => app.quit());
}

/** Nothing is running that could tell a person: say it where a terminal would see it, and end. */
function fail(error: unknown): void {
  process.stderr.write(`Qovery Tray could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  app.exit(1);
}
