// npm run bench [-- --only start,memory,notices,monitor,soak,lists,log] [--json FILE] [--rounds N]: our figures, medians and ratios
// beside what they are measured against. A part that fails or takes too long is named, and the others go on.
// Absolute figures of one machine mean little (pages are shared, the machine is noisy): read the ratios.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listFigures } from './list-figures.ts';
import { logBusyFigures, logExtremeFigures, logFigures, logOpenFigures } from './log-figures.ts';
import { monitorFigures } from './monitor-figures.ts';
import { noticeFigures } from './notice-figures.ts';
import { processTree } from './process-tree.ts';
import { soakFigures } from './soak-figures.ts';
import { ratio, tableText, type Row } from './table.ts';
import { memoryFigures, startFigures } from './weight-figures.ts';

type Part = (rounds: number, say: (text: string) => void) => Promise<readonly Row[]>;
/** In the order in which they are played. */
const PARTS: Readonly<Record<string, Part>> = {
  start: startFigures,
  memory: memoryFigures,
  notices: noticeFigures,
  monitor: monitorFigures,
  soak: soakFigures,
  lists: listFigures,
  log: logFigures,
  'log-busy': logBusyFigures,
  'log-extremes': logExtremeFigures,
  'log-open': logOpenFigures,
};
/** A part may take so long: far more than it needs. */
const [LIMIT_MS, LIMIT_MS_PER_ROUND] = [300_000, 240_000];

const say = (text: string): void => console.error(`bench: ${text}`);

interface Outcome {
  readonly name: string;
  readonly seconds: number;
  readonly rows: readonly Row[];
  /** Why there are no figures; null: there are. */
  readonly failure: string | null;
}

/** Ends whatever a part has started: all of it are processes of ours. */
function endAll(): void {
  for (const pid of processTree(process.pid).filter((one) => one !== process.pid)) {
    try {
      process.kill(pid, 'SIGTERM');
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error; // one with a code has ended meanwhile
    }
  }
}

async function played(name: string, part: Part, rounds: number): Promise<Outcome> {
  const begin = performance.now();
  say(`${name} …`);
  const limitMs = LIMIT_MS + rounds * LIMIT_MS_PER_ROUND;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limitMs / 1000} s`)), limitMs);
  });
  const outcome = await Promise.race([part(rounds, (text) => say(`${name}: ${text}`)), tooLong]).then(
    (rows) => ({ rows, failure: null }),
    (error: unknown) => ({ rows: [], failure: error instanceof Error ? error.message : String(error) }),
  );
  clearTimeout(timer);
  if (outcome.failure !== null) endAll();
  const seconds = Math.round((performance.now() - begin) / 1000);
  say(`${name}: ${outcome.failure === null ? `done in ${seconds} s` : `FAILED after ${seconds} s: ${outcome.failure}`}`);
  return { name, seconds, ...outcome };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, rounds: { type: 'string', default: '3' }, only: { type: 'string' } },
  });
  const rounds = Number(values.rounds);
  const names = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = names.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  const outcomes: Outcome[] = [];
  for (const [name, part] of Object.entries(PARTS)) {
    if (!names.some((one) => name === one || name.startsWith(`${one}-`))) continue; // "log" means "log-busy", too
    outcomes.push(await played(name, part, rounds));
    if (values.json) await writeFile(values.json, jsonText(rounds, outcomes)); // what is measured is kept, whatever comes
  }
  console.log(tableText(outcomes.flatMap(({ rows }) => rows)));
  const failed = outcomes.filter(({ failure }) => failure !== null);
  for (const { name, failure } of failed) console.log(`${name} FAILED: ${failure}`);
  process.exit(failed.length > 0 ? 1 : 0); // a part that hangs holds this process
}

function jsonText(rounds: number, outcomes: readonly Outcome[]): string {
  const parts = outcomes.map(({ name, seconds, failure }) => ({ name, seconds, failure }));
  const rows = outcomes.flatMap(({ rows: some }) => some.map((row) => ({ ...row, ratio: ratio(row) })));
  return `${JSON.stringify({ rounds, parts, rows }, null, 2)}\n`;
}

await main();
