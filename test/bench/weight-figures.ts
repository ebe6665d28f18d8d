// How soon the app is there, what it weighs and what it does while nothing happens: beside a bare Electron tray app, in turns.
import { chromium } from '@playwright/test';
import { accessTo, BARE, OURS, pause, withApp, withDemo, type Running } from './launched.ts';
import { cpuSeconds, memoryMb, processMb, processTree } from './process-tree.ts';
import { alone, median, type Row } from './table.ts';

const SETTLE_MS = 30_000;
const WINDOW_SETTLE_MS = 10_000;
const IDLE_MS = 60_000;
const CLOSED_MS = 60_000;
/** Starts for each round of the whole. */
const STARTS = 3;
/** Packages start the app so (build/electron-builder.mjs): renderers stay sandboxed, one helper process less. */
const AS_PACKAGED = '--no-unsandboxed-zygote';
/** So much above the first figure is "back" after a window was closed. */
const BACK_MB = 10;

interface Pair {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

/** Both apps in turns: what `measure` says of each, so many times. */
async function inTurns(
  rounds: number,
  bareArgs: readonly string[],
  ourArgs: readonly string[],
  measure: (one: Running) => Promise<number>,
) {
  return withDemo({}, async (demo) => {
    const pair = { ours: [] as number[], bare: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      pair.bare.push(await withApp(BARE, bareArgs, {}, measure));
      pair.ours.push(await withApp(OURS, [AS_PACKAGED, ...ourArgs], accessTo(demo), measure));
    }
    return pair;
  });
}

const beside = (figure: string, { ours, bare }: Pair, unit: string, goal: string): Row => ({
  figure,
  ours: median(ours),
  beside: median(bare),
  unit,
  goal,
  samples: ours,
});

/** From spawn to the tray. */
export async function startFigures(rounds: number): Promise<readonly Row[]> {
  const started = await inTurns(rounds * STARTS, [], [], ({ startMs }) => Promise.resolve(startMs));
  return [beside('start to tray', started, 'ms', '≤ 1.15 ×')];
}

const settled = (ms: number) => async (running: Running) => {
  await pause(ms);
  return memoryMb(running.pid);
};

/** Both do nothing for a minute, side by side: what one does is no concern of the other's clock. */
async function idle(): Promise<readonly Row[]> {
  const used = async ({ pid }: Running): Promise<readonly [cpuS: number, processes: number]> => {
    await pause(SETTLE_MS);
    const before = cpuSeconds(pid);
    await pause(IDLE_MS);
    return [cpuSeconds(pid) - before, processTree(pid).length];
  };
  const [bare, ours] = await withDemo({}, (demo) =>
    Promise.all([withApp(BARE, [], {}, used), withApp(OURS, [AS_PACKAGED], accessTo(demo), used)] as const),
  );
  return [
    { figure: 'CPU in 60 s, idle', ours: ours[0], beside: bare[0], unit: 's', goal: '≤ 2 ×' },
    { figure: 'processes, no window', ours: ours[1], beside: bare[1], unit: '', goal: '' },
  ];
}

/** Closes the window that the app has open, without a driver that stays. */
async function closeWindow(running: Running): Promise<void> {
  const browser = await chromium.connectOverCDP(await running.endpoint());
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  await page?.close();
  await browser.close();
}

/** How much more than before its window was opened the app weighs once that is closed. */
function afterClosing(): Promise<Row> {
  return withDemo({}, (demo) =>
    withApp(OURS, [AS_PACKAGED, '--remote-debugging-port=0'], accessTo(demo), async (running) => {
      const before = await settled(SETTLE_MS)(running);
      await running.peer.click('Open');
      await pause(WINDOW_SETTLE_MS);
      await closeWindow(running);
      const samples: number[] = [];
      const end = performance.now() + CLOSED_MS;
      while (performance.now() < end && (samples.at(-1) ?? Infinity) > BACK_MB) {
        await pause(5_000);
        samples.push(memoryMb(running.pid) - before);
      }
      return alone('memory, after the window closed: more', samples.at(-1) ?? Number.NaN, 'MB', '≤ 10 MB in 60 s', samples);
    }),
  );
}

/** The main process alone with the largest account, no window: 5,000 services in 500 environments. */
function largestAccount(): Promise<Row> {
  return withDemo({ scenario: 'huge' }, (demo) =>
    withApp(OURS, [AS_PACKAGED], accessTo(demo), async ({ pid }) => {
      await pause(SETTLE_MS);
      return alone('5,000 services: memory of the main process', processMb(pid), 'MB');
    }),
  );
}

/** Memory with and without a window, and the CPU of doing nothing. */
export async function memoryFigures(rounds: number): Promise<readonly Row[]> {
  const noWindow = await inTurns(rounds, [], [], settled(SETTLE_MS));
  const withWindow = await inTurns(rounds, ['--window'], ['--open'], settled(WINDOW_SETTLE_MS));
  return [
    beside('memory, no window', noWindow, 'MB', '≤ 0.9 ×'),
    beside('memory, window open', withWindow, 'MB', '≤ 0.95 ×'),
    await afterClosing(),
    await largestAccount(),
    ...(await idle()),
  ];
}
