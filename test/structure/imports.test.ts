import { expect, test } from 'vitest';
import { importsOf, sources, type Import } from './sources.ts';

/**
 * Who may import what from us. A zone is a folder or a file; the longest name that fits a file is its zone. A folder may
 * always import itself. `types:` allows `import type` alone. Change this table only in a commit of its own, with the reason.
 */
const ZONES: Readonly<Record<string, readonly string[]>> = {
  'electron/model': [],
  'electron/contract': ['electron/model'],
  'electron/log.ts': [],
  'electron/platform': ['electron/model', 'electron/log.ts'],
  'electron/demo': ['electron/platform/wire'],
  'electron/monitor': ['electron/model', 'electron/platform/platform.ts', 'electron/log.ts'],
  // Notes what the monitor tells and asks the platform what was missed; its files are handed in by the store.
  'electron/history': ['electron/model', 'electron/platform/platform.ts'],
  'electron/log-stream': ['electron/model', 'electron/platform/platform.ts', 'electron/log.ts'],
  // The account's state is what windows see of it, so its union lives in contract/state.ts.
  'electron/account.ts': ['electron/model', 'types:electron/contract', 'electron/platform/platform.ts', 'electron/log.ts'],
  'electron/commands': ['electron/model', 'electron/contract', 'electron/platform/platform.ts', 'electron/log.ts'],
  'electron/tray': ['electron/model', 'electron/contract', 'electron/log.ts'],
  'electron/notifications': ['electron/model', 'electron/contract', 'electron/log.ts'],
  'electron/windows': ['electron/model', 'electron/contract', 'electron/log.ts'],
  'electron/store': ['electron/model', 'electron/contract', 'electron/log.ts'],
  'electron/bridge': ['electron/model', 'electron/contract', 'electron/log.ts'],
  // A switch of the system can fail, and what can fail answers with a Problem.
  'electron/system': ['electron/model', 'electron/log.ts'],
  'electron/connect-parts.ts': ['types:electron'],
  'electron/connect.ts': [
    'electron/model',
    'electron/contract',
    'electron/commands',
    'electron/tray/tray-face.ts',
    'electron/notifications/notices.ts',
    'electron/notifications/telling.ts', // holds the notices' memory, and takes back from it what could not be shown
    'electron/log.ts',
    'types:electron',
  ],
  'electron/switches.ts': [],
  // What app.ts is made of, part by part; it alone imports them, but for the first, which main.ts shows before.
  'electron/parts': ['electron'],
  'electron/app.ts': ['electron'],
  'electron/main.ts': ['electron'],
  'renderer/ui': [],
  'renderer/bridge.ts': ['electron/model', 'electron/contract'],
  'renderer/mirror': ['electron/model', 'electron/contract', 'renderer/bridge.ts'],
  'renderer/overview': ['renderer/ui', 'renderer/mirror', 'renderer/bridge.ts', 'electron/model', 'electron/contract'],
  'renderer/log-viewer': ['renderer/ui', 'renderer/mirror', 'renderer/bridge.ts', 'electron/model', 'electron/contract'],
  'renderer/settings': ['renderer/ui', 'renderer/mirror', 'renderer/bridge.ts', 'electron/model', 'electron/contract'],
};

/** Nobody imports the composition root; main.ts alone imports app.ts, and app.ts alone what it is made of. */
const ROOTS: ReadonlySet<string> = new Set(['electron/app.ts', 'electron/main.ts']);

/** The icon is shown before app.ts is loaded: main.ts shows it, and hands it on. */
const FIRST = 'electron/parts/first-face.ts';

/** Packages that only these files may import: everything else runs in plain Node, and knows nothing of a bus. */
const ONLY: Readonly<Record<string, RegExp>> = {
  electron:
    /^electron\/(main|app|parts\/[\w-]+|tray\/(tray|tray-icons)|notifications\/notifier|windows\/(?!placement\b)[\w-]+|bridge\/(preload|serve|push)|store\/[\w-]+|update\/updater|system\/[\w-]+)\.ts$/,
  '@jellybrick/dbus-next': /^electron\/system\/session-bus\.ts$/,
};
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

const isIn = (file: string, zone: string): boolean => file === zone || file.startsWith(`${zone}/`);

function zoneOf(file: string): string | undefined {
  return Object.keys(ZONES)
    .filter((zone) => isIn(file, zone))
    .toSorted((a, b) => b.length - a.length)[0];
}

function isAllowed(file: string, zone: string, { target, isTypeOnly }: Import): boolean {
  if (ROOTS.has(target)) return file === 'electron/main.ts' && target === 'electron/app.ts';
  if (target === FIRST && file === 'electron/main.ts') return true;
  if (isIn(target, 'electron/parts')) return file === 'electron/app.ts' || isIn(file, 'electron/parts');
  if (isIn(target, zone) && zone.includes('/')) return true;
  return (ZONES[zone] ?? []).some((entry) =>
    entry.startsWith('types:') ? isTypeOnly && isIn(target, entry.slice(6)) : isIn(target, entry),
  );
}

/** What is wrong with the imports of one file, in words. */
function complaints(file: string, imports: readonly Import[]): readonly string[] {
  const zone = zoneOf(file);
  if (zone === undefined) return [`${file} lies outside every zone`];
  const wrong = imports.flatMap((one) => {
    const name = packageOf(one.target);
    if (!one.isOurs) return ONLY[name]?.test(file) === false ? [`${file} imports ${name}`] : [];
    if (one.target.endsWith('.css')) return isIn(one.target, zone) || isAllowed(file, zone, one) ? [] : [`${file} imports ${one.target}`];
    return isAllowed(file, zone, one) ? [] : [`${file} imports ${one.target}`];
  });
  return wrong;
}

const all = sources('electron', 'renderer');

test('every file lies in a zone and imports only what the table allows', () => {
  expect(all.length).toBeGreaterThan(60);
  expect(all.flatMap(({ file, imports }) => complaints(file, imports))).toEqual([]);
});

test('no file takes part in an import cycle', () => {
  const edges = new Map(
    all.map(({ file, imports }) => [file, imports.filter((one) => one.isOurs && !one.isTypeOnly).map((one) => one.target)]),
  );
  const [done, open] = [new Set<string>(), new Set<string>()];
  const cycles: string[] = [];
  const visit = (file: string): void => {
    if (open.has(file)) cycles.push(file);
    if (done.has(file) || open.has(file)) return;
    open.add(file);
    for (const next of edges.get(file) ?? []) visit(next);
    open.delete(file);
    done.add(file);
  };
  for (const file of edges.keys()) visit(file);
  expect(cycles).toEqual([]);
});

test.each([
  ['electron/helpers.ts', '', 'electron/helpers.ts lies outside every zone'],
  [
    'electron/tray/tray.ts',
    "import { monitor } from '../monitor/monitor.ts';",
    'electron/tray/tray.ts imports electron/monitor/monitor.ts',
  ],
  [
    'renderer/ui/button.tsx',
    "import type { Tray } from '../../electron/tray/tray.ts';",
    'renderer/ui/button.tsx imports electron/tray/tray.ts',
  ],
  [
    'electron/connect.ts',
    "import { createMonitor } from './monitor/monitor.ts';",
    'electron/connect.ts imports electron/monitor/monitor.ts',
  ],
  ['electron/model/status.ts', "export { app } from 'electron';", 'electron/model/status.ts imports electron'],
  ['electron/windows/placement.ts', "import { screen } from 'electron';", 'electron/windows/placement.ts imports electron'],
  [
    'electron/notifications/bus-notifier.ts',
    "import type { Message } from '@jellybrick/dbus-next';",
    'electron/notifications/bus-notifier.ts imports @jellybrick/dbus-next',
  ],
  ['electron/monitor/monitor.ts', "const app = await import('../app.ts');", 'electron/monitor/monitor.ts imports electron/app.ts'],
])('tells of a breach in %s', (file, text, complaint) => {
  expect(complaints(file, importsOf(file, text))).toEqual([complaint]);
});
