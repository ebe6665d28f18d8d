// What a large account costs the main process: 500 environments, 5,000 services, 15,000 instances, one frame of 7 MB.
// Through the very code of the app, from the text of a frame to the patch for the windows; medians of repeated runs.
import { diff } from '../../electron/contract/patch.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { changes } from '../../electron/model/changes.ts';
import type { RunReport } from '../../electron/model/report.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../electron/monitor/fold.ts';
import { createRunReader } from '../../electron/platform/decode/run-reader.ts';
import { trayFace } from '../../electron/tray/tray-face.ts';
import { aSource, aState, T0 } from '../support/a-world.ts';
import { discoveryOf, frameText, FULL_SIZE, idOf } from '../support/big-platform.ts';
import { alone, median, type Row } from './table.ts';

const SOURCE = `run:${idOf('cccc')}`;
const ROUNDS = 31;

function timed<T>(act: () => T): readonly [T, number] {
  const begin = performance.now();
  const value = act();
  return [value, performance.now() - begin];
}

/** Everything named, nothing heard. */
function named(): Known {
  const discovery = discoveryOf(FULL_SIZE);
  const events: readonly MonitorEvent[] = [
    { kind: 'started' },
    { kind: 'organizations', organizations: [discovery.organization] },
    { kind: 'discovery', discovery },
    { kind: 'source', source: aSource('run', { id: SOURCE }) },
    { kind: 'ready' },
  ];
  return events.reduce(fold, NOTHING_KNOWN);
}

interface Step {
  readonly known: Known;
  readonly readMs: number;
  readonly patchMs: number;
  readonly patchBytes: number;
  readonly faceMs: number;
  /** The main thread gets a turn between two of them. */
  readonly blocksMs: readonly number[];
}

/** What is told of a frame, or of a part of it: folded, compared, patched, drawn. */
function told(known: Known, report: RunReport, round: number) {
  const stateOf = ({ world }: Known): AppState => aState(world);
  const [next, foldMs] = timed(() => fold(known, { kind: 'run', sourceId: SOURCE, report, now: T0 + round * 5_000 }));
  const [before, after] = [stateOf(known), stateOf(next)];
  const [patch, diffMs] = timed(() => {
    changes(known.world, next.world);
    return diff(round + 1, before, after);
  });
  const [, faceMs] = timed(() => trayFace(after, T0));
  return { known: next, patchMs: foldMs + diffMs, patchBytes: JSON.stringify(patch)?.length ?? 0, faceMs };
}

/** One frame as it comes from the socket, block by block: what frames.ts does between two turns of the main thread. */
function step(read: ReturnType<typeof createRunReader>, begun: Known, frame: Buffer, round: number): Step {
  let [known, patchMs, readMs] = [begun, 0, 0];
  const blocksMs: number[] = [];
  const [text, textMs] = timed(() => frame.toString('utf8'));
  const reading = read(text);
  for (;;) {
    const [{ done, value }, sliceMs] = timed(() => reading.next());
    if (!value) throw new Error('the frame is one of run state');
    const news = told(known, value, round);
    [known, patchMs, readMs] = [news.known, patchMs + news.patchMs, readMs + sliceMs];
    blocksMs.push(sliceMs + news.patchMs + news.faceMs + (blocksMs.length === 0 ? textMs : 0));
    if (done) return { ...news, readMs: readMs + textMs, patchMs, blocksMs };
  }
}

/** Comparing the text of a frame with the one before, as socket.ts does, per 100 KB. */
function sameTextMs(text: string): number {
  const copy = Buffer.from(text).toString('utf8');
  return timed(() => copy === text)[1] / (text.length / 100_000);
}

/** The figures of a large account; the rounds are its own. */
export function monitorFigures(): Promise<readonly Row[]> {
  const texts = [-1, 7, 8].map((changed) => frameText(FULL_SIZE, changed));
  const frames = texts.map((text) => Buffer.from(text));
  const [calm = Buffer.of()] = frames;
  const wholes = Array.from({ length: 5 }, () => step(createRunReader(), named(), calm, 0));
  const read = createRunReader();
  let { known } = step(read, named(), calm, 0);
  const steps: Step[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const next = step(read, known, frames[round % frames.length] ?? calm, round);
    known = next.known;
    steps.push(next);
  }
  const of = (figure: Exclude<keyof Step, 'known' | 'blocksMs'>): number => median(steps.map((one) => one[figure]));
  const longest = wholes.map(({ blocksMs }) => Math.max(...blocksMs));
  return Promise.resolve([
    alone('5,000 services: one changed, read of 7 MB', of('readMs'), 'ms', ''),
    alone('5,000 services: one changed, to patch', of('patchMs'), 'ms', '≤ 2 ms'),
    alone('5,000 services: one changed, patch', of('patchBytes') / 1024, 'KB', '≤ 2 KB'),
    alone('5,000 services: tray face', of('faceMs'), 'ms', ''),
    alone('5,000 services: whole picture', median(wholes.map((one) => one.readMs + one.patchMs)), 'ms', '≤ 150 ms'),
    alone('5,000 services: longest block of it', median(longest), 'ms', '≤ 50 ms', longest),
    alone('frame that repeats, per 100 KB', median(Array.from({ length: 9 }, () => sameTextMs(texts[0] ?? ''))), 'ms', '≤ 1 ms'),
  ]);
}
