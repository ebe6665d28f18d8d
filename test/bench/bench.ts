// npm run bench [-- --json FILE] [--rounds N] [--log]: our figures beside a bare Electron tray app, in turns, medians and ratios.
// --log: the log window's figures instead, two minutes more or less.
// Absolute figures of one machine mean little (pages are shared, the machine is noisy): read the ratios.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startDesktop } from '../../build/desktop.mjs';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { DesktopPeer } from '../support/desktop-peer.ts';
import { openFrameGate } from './frame-gate.ts';
import { listFigures } from './list-figures.ts';
import { median, monitorFigures, type Row } from './monitor-figures.ts';
import { errorToNotice, weekFigures } from './notice-figures.ts';
import { logTable } from './log-bench.ts';
import { cpuSeconds, memoryMb, processTree } from './process-tree.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'string' }, rounds: { type: 'string', default: '3' }, log: { type: 'boolean' } },
});
const rounds = Number(options.rounds);
const electron = createRequire(import.meta.url)('electron') as string; // in plain Node the package exports the binary's path
const bare = path.resolve(import.meta.dirname, 'bare');
const SETTLE_MS = 30_000;
const CPU_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

interface Running {
  readonly pid: number;
  readonly peer: DesktopPeer;
  readonly startMs: number;
  stop(): Promise<void>;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Starts an app on a desktop of its own; `startMs` is from spawn to its tray item on the bus. */
async function run(app: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const desktop = await startDesktop();
  const peer = await DesktopPeer.start(desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '');
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-'));
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begin = performance.now();
  const child = spawn(electron, [...root, app, `--user-data-dir=${profile}`, ...args], {
    env: { ...process.env, ...desktop.env, ...env },
    stdio: 'ignore',
  });
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
  return { pid: child.pid ?? 0, peer, startMs: performance.now() - begin, stop };
}

interface Weights {
  readonly startMs: number;
  readonly memoryMb: number;
  readonly processes: number;
  readonly cpuS: number;
}
async function weigh(running: Running, withCpu: boolean): Promise<Weights> {
  try {
    await pause(SETTLE_MS);
    const weight = { startMs: running.startMs, memoryMb: memoryMb(running.pid), processes: processTree(running.pid).length };
    const before = cpuSeconds(running.pid);
    if (withCpu) await pause(CPU_MS);
    return { ...weight, cpuS: cpuSeconds(running.pid) - before };
  } finally {
    await running.stop();
  }
}

const demo = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1 });
const access = { QOVERY_CLI_ACCESS_TOKEN: demo.token, QOVERY_API_URL: demo.apiUrl, QOVERY_WS_URL: demo.wsUrl };

async function frameToIcon(samples: number): Promise<readonly number[]> {
  const gate = await openFrameGate(demo.wsUrl);
  const ours = await run('.', [], { ...access, QOVERY_WS_URL: gate.wsUrl });
  try {
    await pause(8_000); // until the first frames are in and the world is ready
    const times: number[] = [];
    for (let i = 0; i < samples; i++) {
      const seen = ours.peer.iconChanges.length;
      const at = gate.toggle(i % 2 === 0);
      const changed = await ours.peer.until(() => ours.peer.iconChanges[seen], 'a new icon', 5_000);
      times.push(changed - at);
      await pause(250 + ((i * 37) % 200));
    }
    return times;
  } finally {
    await ours.stop();
    gate.stop();
  }
}

const ratio = (row: Row): number | null => (row.bare === null ? null : row.ours / row.bare);
const shown = (value: number): string => value.toFixed(value < 10 ? 2 : 0);

function print(rows: readonly Row[]): void {
  const cells = rows.map((row) => {
    const share = ratio(row);
    return [
      row.figure,
      `${shown(row.ours)} ${row.unit}`,
      row.bare === null ? '–' : `${shown(row.bare)} ${row.unit}`,
      share === null ? '–' : `${share.toFixed(2)} ×`,
      row.now,
      row.goal,
    ];
  });
  const table = [['figure (median)', 'ours', 'bare', 'ratio', 'first goal', 'final goal'], ...cells];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)));
  for (const row of table)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

async function main(): Promise<void> {
  const all: Record<'ours' | 'bare' | 'oursWindow' | 'bareWindow', Weights[]> = { ours: [], bare: [], oursWindow: [], bareWindow: [] };
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}`);
    all.bare.push(await weigh(await run(bare, []), round === 0));
    all.ours.push(await weigh(await run('.', [], access), round === 0));
    all.bareWindow.push(await weigh(await run(bare, ['--window']), false));
    all.oursWindow.push(await weigh(await run('.', ['--open'], access), false));
  }
  console.error('frames');
  const icon = await frameToIcon(60);
  const notice = await errorToNotice((env) => run('.', [], env), 12);
  const of = (kind: keyof typeof all, figure: keyof Weights): number => median(all[kind].map((one) => one[figure]));
  const rows: readonly Row[] = [
    { figure: 'start to tray', ours: of('ours', 'startMs'), bare: of('bare', 'startMs'), unit: 'ms', now: '≤ 1.4 ×', goal: '≤ 1.15 ×' },
    {
      figure: 'memory, no window',
      ours: of('ours', 'memoryMb'),
      bare: of('bare', 'memoryMb'),
      unit: 'MB',
      now: '≤ 1.0 ×',
      goal: '≤ 0.9 ×',
    },
    {
      figure: 'memory, window open',
      ours: of('oursWindow', 'memoryMb'),
      bare: of('bareWindow', 'memoryMb'),
      unit: 'MB',
      now: '',
      goal: '≤ 0.95 ×',
    },
    { figure: 'processes, no window', ours: of('ours', 'processes'), bare: of('bare', 'processes'), unit: '', now: '', goal: '' },
    {
      figure: 'CPU in 60 s, idle',
      ours: all.ours[0]?.cpuS ?? Number.NaN,
      bare: all.bare[0]?.cpuS ?? Number.NaN,
      unit: 's',
      now: '',
      goal: '≤ 2 ×',
    },
    { figure: 'frame to icon, median', ours: median(icon), bare: null, unit: 'ms', now: '', goal: '' },
    { figure: 'frame to icon, p95', ours: percentile(icon, 0.95), bare: null, unit: 'ms', now: '≤ 400 ms', goal: '≤ 250 ms' },
    { figure: 'error frame to notification, median', ours: median(notice), bare: null, unit: 'ms', now: '', goal: '' },
    {
      figure: 'error frame to notification, p95',
      ours: percentile(notice, 0.95),
      bare: null,
      unit: 'ms',
      now: '≤ 1,500 ms',
      goal: '≤ 1,500 ms',
    },
    ...weekFigures(),
    ...monitorFigures(),
    ...(await listFigures()),
  ];
  print(rows);
  if (options.json)
    await writeFile(
      options.json,
      `${JSON.stringify({ rounds, rows: rows.map((row) => ({ ...row, ratio: ratio(row) })), raw: all, icon, notice }, null, 2)}\n`,
    );
}

try {
  if (options.log) console.table(await logTable());
  else await main();
} finally {
  await demo.stop();
}
