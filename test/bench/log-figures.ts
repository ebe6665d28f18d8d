// The log window's figures: lines are handed to its page as the main process would hand them, so that nothing but the window is
// measured. Beside it, with the same lines, one <pre> and a popular React log viewer.
import { openLogGate } from './log-gate.ts';
import { accessTo, withDemo } from './launched.ts';
import { feedPage, hostilePage, livePage, longPage, peerPage, plainPage, searchPage, type FedTimes } from './log-pages.ts';
import { pageMb, RARE, withOurLog, withOurs, withPage, withPeer } from './log-windows.ts';
import { alone, median, type Row } from './table.ts';

type Say = (text: string) => void;

interface LogTimes extends FedTimes {
  readonly searchMs: number;
  readonly mb: number;
}
const [FEW, MANY] = [100_000, 1_000_000];
const OUR_COUNT = '.search .count';
const OPENINGS = 5;

/** Our window with so many lines. */
function ours(lines: number): Promise<LogTimes> {
  return withOurLog(async (log, app) => {
    const fed = await log.evaluate(feedPage, lines);
    const searchMs = await log.evaluate(searchPage, [RARE, OUR_COUNT, '1'] as const);
    return { ...fed, searchMs, mb: await pageMb(app, log) };
  });
}

/** The same lines as plain text. */
const plain = (): Promise<LogTimes> =>
  withPage(null, async (page, app) => ({ ...(await page.evaluate(plainPage, [FEW, RARE] as const)), mb: await pageMb(app, page) }));

/** The same lines in the other viewer. */
function peer(): Promise<LogTimes> {
  return withPeer(async (page, app) => {
    const fed = await page.evaluate(peerPage, FEW);
    const searchMs = await page.evaluate(searchPage, [RARE, '.react-lazylog-searchbar-matches', '1'] as const);
    return { ...fed, searchMs, mb: await pageMb(app, page) };
  });
}

const FIGURES = [
  ['first line', 'firstMs', 'ms'],
  ['at the end', 'endMs', 'ms'],
  ['rare word found', 'searchMs', 'ms'],
  ['memory of the page', 'mb', 'MB'],
] as const;
const GOALS: Readonly<Record<number, readonly string[]>> = {
  [FEW]: ['≤ 80 ms', '≤ 200 ms', '≤ 120 ms', '≤ 110 MB'],
  [MANY]: ['≤ 100 ms', '≤ 250 ms', '≤ 600 ms', '≤ 240 MB'],
};

/** The medians of all rounds, each beside what it is compared with. */
function rowsOf(lines: number, what: string, all: readonly LogTimes[], beside: readonly LogTimes[] | null): readonly Row[] {
  return FIGURES.map(([name, key, unit], index) => ({
    figure: `log of ${lines.toLocaleString('en')}: ${name}${what}`,
    ours: median(all.map((one) => one[key])),
    beside: beside && median(beside.map((one) => one[key])),
    unit,
    goal: GOALS[lines]?.[index] ?? '',
    samples: all.map((one) => one[key]),
  }));
}

/** Logs of two sizes, ours and others'. */
export async function logFigures(rounds: number, say: Say): Promise<readonly Row[]> {
  const [few, many, pre, others]: LogTimes[][] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    say(`our window, round ${round + 1} of ${rounds}`);
    few?.push(await ours(FEW));
    many?.push(await ours(MANY));
    if (round > 0) continue; // seconds and hundreds of MB: once tells enough
    say('<pre> and a React log viewer');
    pre?.push(await plain());
    others?.push(await peer());
  }
  return [
    ...rowsOf(FEW, ' (beside: <pre>)', few ?? [], pre ?? []),
    ...rowsOf(FEW, ' (beside: React viewer)', few ?? [], others ?? []),
    ...rowsOf(MANY, '', many ?? [], null),
  ];
}

/** A busy service for a minute. */
export function logBusyFigures(): Promise<readonly Row[]> {
  return withOurLog(async (log) => {
    const { frameMs, lost } = await log.evaluate(livePage, [5_000, 60] as const);
    return [
      alone('5,000 lines/s for 60 s: frames over 50 ms', frameMs.filter((ms) => ms > 50).length, '', '0'),
      alone('5,000 lines/s for 60 s: longest frame', Math.max(...frameMs), 'ms', '≤ 50 ms'),
      alone('5,000 lines/s for 60 s: lines lost', lost, '', '0'),
    ];
  });
}

/** What no log should hold. */
export function logExtremeFigures(): Promise<readonly Row[]> {
  return withOurLog(async (log) => {
    const one = await log.evaluate(longPage, [1, 1_048_576] as const);
    await log.getByRole('button', { name: 'Wrap lines' }).click();
    const wrapped = await log.evaluate(longPage, [100, 90_000] as const);
    await log.evaluate(feedPage, MANY);
    await log.getByRole('button', { name: 'Regular expression' }).click();
    const { longestMs, givenUpMs } = await log.evaluate(hostilePage, '(.+)+(.+)+##');
    return [
      alone('one line of 1 MB: drawn', one.endMs, 'ms'),
      alone('100 lines of 90,000 characters, wrapped: at the end', wrapped.endMs, 'ms'),
      alone('100 lines of 90,000 characters, wrapped: longest frame', wrapped.longestMs, 'ms'),
      alone('hostile pattern over 1,000,000 lines: longest frame', longestMs, 'ms', '≤ 50 ms'),
      alone('hostile pattern over 1,000,000 lines: given up', givenUpMs, 'ms'),
    ];
  });
}

/** From the click in the tray's menu to the first error in view, 10,000 lines long. */
export function logOpenFigures(): Promise<readonly Row[]> {
  return withDemo({ scenario: 'failed-before' }, async (demo) => {
    const gate = await openLogGate(demo.apiUrl, 10_000);
    const act = withOurs({ ...accessTo(demo), QOVERY_API_URL: gate.apiUrl }, async ({ app, peer: desktop }) => {
      await desktop.until(async () => (await desktop.menu()).some((one) => one.label === 'Open deployment log'), 'a log to open');
      const times: number[] = [];
      for (let i = 0; i < OPENINGS; i += 1) {
        const opened = app.waitForEvent('window');
        const begin = performance.now();
        await desktop.click('Open deployment log');
        const log = await opened;
        await log.locator('.why').first().waitFor();
        times.push(performance.now() - begin);
        await log.close();
      }
      return [alone('click to first error in view, 10,000 lines', median(times), 'ms', '≤ 600 ms', times)];
    });
    return act.finally(() => gate.stop());
  });
}
