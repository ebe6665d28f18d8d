// How soon the app is there, what it weighs and what it does while nothing happens: beside a bare Electron tray app, in turns.
import { accessTo, BARE, OURS, pause, withApp, withDemo, type Running } from './launched.ts';
import { cpuSeconds, memoryMb, processMb, processTree, treeWeight, type Weight } from './process-tree.ts';
import { alone, median, type Row } from './table.ts';

const SETTLE_MS = 30_000;
const WINDOW_SETTLE_MS = 10_000;
const IDLE_MS = 60_000;
/** Half a minute after the start the engine collects what the start has left: that is not yet doing nothing. */
const IDLE_SETTLE_MS = 60_000;
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
    await pause(IDLE_SETTLE_MS);
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

/** The pages that the app has open, and the way to close one: without a driver, which would leave its own weight behind. */
async function pagesOf(running: Running): Promise<readonly { readonly url: string; readonly close: () => Promise<unknown> }[]> {
  const { host } = new URL(await running.endpoint());
  const list = (await (await fetch(`http://${host}/json/list`)).json()) as readonly { type: string; id: string; url: string }[]; // Chromium's list
  return list.filter(({ type }) => type === 'page').map(({ id, url }) => ({ url, close: () => fetch(`http://${host}/json/close/${id}`) }));
}

/** Opens a window from the tray's menu and waits until it stands. */
async function opened(running: Running, choice: string): Promise<void> {
  const before = (await pagesOf(running)).length;
  await running.peer.click(choice);
  await running.peer.until(async () => (await pagesOf(running)).length > before, 'a window', 10_000);
  await pause(WINDOW_SETTLE_MS);
}

async function closeAll(running: Running): Promise<void> {
  for (const page of await pagesOf(running)) await page.close();
}

/** How much more than before its window was opened the app weighs once that is closed. */
function afterClosing(): Promise<readonly Row[]> {
  return withDemo({}, (demo) =>
    withApp(OURS, [AS_PACKAGED, '--remote-debugging-port=0'], accessTo(demo), async (running) => {
      await pause(SETTLE_MS);
      const before = treeWeight(running.pid);
      await opened(running, 'Open');
      await closeAll(running);
      const samples: Weight[] = [];
      const end = performance.now() + CLOSED_MS;
      while (performance.now() < end && (samples.at(-1)?.pss ?? Infinity) > BACK_MB) {
        await pause(5_000);
        const now = treeWeight(running.pid);
        samples.push({ pss: now.pss - before.pss, anonymous: now.anonymous - before.anonymous });
      }
      const row = (figure: string, of: keyof Weight, goal: string): Row =>
        alone(
          figure,
          samples.at(-1)?.[of] ?? Number.NaN,
          'MB',
          goal,
          samples.map((one) => one[of]),
        );
      return [
        row('memory, after the window closed: more', 'pss', '≤ 10 MB in 60 s'),
        row('of it what is in no file (else: the program’s own pages)', 'anonymous', ''),
      ];
    }),
  );
}

/** What each window weighs while it is open: its renderer alone, with the largest account. */
function rendererWeights(): Promise<readonly Row[]> {
  return withDemo({ scenario: 'huge' }, (demo) =>
    withApp(OURS, [AS_PACKAGED, '--remote-debugging-port=0'], accessTo(demo), async (running) => {
      await pause(SETTLE_MS);
      const rows: Row[] = [];
      for (const [choice, name] of [
        ['Open', 'overview'],
        ['Settings…', 'settings'],
      ] as const) {
        const others = new Set(processTree(running.pid));
        await opened(running, choice);
        const own = processTree(running.pid).filter((pid) => !others.has(pid));
        rows.push(
          alone(
            `5,000 services: renderer of ${name}`,
            own.reduce((sum, pid) => sum + processMb(pid), 0),
            'MB',
          ),
        );
        await closeAll(running);
        await running.peer.until(() => own.every((pid) => !processTree(running.pid).includes(pid)), 'the renderer to go', 10_000);
      }
      return rows;
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
    ...(await afterClosing()),
    await largestAccount(),
    ...(await rendererWeights()),
    ...(await idle()),
  ];
}
