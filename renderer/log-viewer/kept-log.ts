// PURE. All that a window keeps of its log: the lines in chunks, the notes between them, what the connection says. Bounded: past
// the limit the oldest chunks leave, and how many lines left is known.
import { LOG_LEVELS, type LogBatch, type LogSender } from '../../electron/contract/log-batch.ts';
import type { LogGap, LogState } from '../../electron/model/log-line.ts';
import type { Instant } from '../../electron/model/world.ts';
import { isSameSender, withBatch, type Chunk } from './chunks.ts';
import { isErrorLine } from './line-filter.ts';
import type { PlacedNote } from './notes.ts';

export interface KeptLog {
  readonly chunks: readonly Chunk[];
  /** Number of the oldest line kept: so many have left. */
  readonly first: number;
  /** Number that the next line will have. */
  readonly end: number;
  readonly notes: readonly PlacedNote[];
  readonly errors: number;
  readonly warnings: number;
  readonly textBytes: number;
  /** Names of who spoke, in the order of their first line: the place gives an instance its colour. */
  readonly speakers: readonly string[];
  /** Everyone who spoke: instance, container and version together. */
  readonly voices: readonly LogSender[];
  /** Time of the first line that said one; times may be shown from there on. */
  readonly origin: Instant | null;
  readonly state: LogState;
  /** How often a connection was tried in vain since the last good one. */
  readonly tries: number;
}
export interface Limit {
  readonly lines: number;
  readonly textBytes: number;
}

/** What a window keeps at most; of lines, fewer where the settings say so. */
export const LIMIT: Limit = { lines: 1_000_000, textBytes: 256 * 1_048_576 };
/** Leaving is done in steps of this share of the limit: laying out anew costs more than a few thousand lines. */
const STEP = 0.05;

/** A log of which nothing came yet. */
export const EMPTY_LOG: KeptLog = {
  chunks: [],
  first: 0,
  end: 0,
  notes: [],
  errors: 0,
  warnings: 0,
  textBytes: 0,
  speakers: [],
  voices: [],
  origin: null,
  state: { kind: 'loading', problem: null, nextTryAt: null, lastAt: null },
  tries: 0,
};

function countsOf(batch: LogBatch): { readonly errors: number; readonly warnings: number } {
  let [errors, warnings] = [0, 0];
  const warning = LOG_LEVELS.indexOf('warning');
  for (let index = 0; index < batch.count; index += 1) {
    if (isErrorLine(batch, index)) errors += 1;
    else if (batch.levels[index] === warning) warnings += 1;
  }
  return { errors, warnings };
}

function bounded(log: KeptLog, limit: Limit): KeptLog {
  if (log.end - log.first <= limit.lines && log.textBytes <= limit.textBytes) return log;
  const keep = 1 - STEP;
  let { first, errors, warnings, textBytes } = log;
  let leaving = 0;
  for (const { batch } of log.chunks.slice(0, -1)) {
    if (log.end - first <= limit.lines * keep && textBytes <= limit.textBytes * keep) break;
    const counts = countsOf(batch);
    [errors, warnings] = [errors - counts.errors, warnings - counts.warnings];
    [first, textBytes, leaving] = [first + batch.count, textBytes - batch.text.length, leaving + 1];
  }
  return {
    ...log,
    chunks: log.chunks.slice(leaving),
    first,
    errors,
    warnings,
    textBytes,
    notes: log.notes.filter(({ before }) => before > first),
  };
}

function withSpeakers(speakers: readonly string[], batch: LogBatch): readonly string[] {
  const strangers = batch.senders.map(({ name }) => name).filter((name) => !speakers.includes(name));
  return strangers.length === 0 ? speakers : [...speakers, ...new Set(strangers)];
}

function withVoices(voices: readonly LogSender[], { senders }: LogBatch): readonly LogSender[] {
  const strangers = senders.filter((sender) => !voices.some((voice) => isSameSender(voice, sender)));
  return strangers.length === 0 ? voices : [...voices, ...strangers];
}

/** The log with a batch more. */
export function withLines(log: KeptLog, batch: LogBatch, limit: Limit = LIMIT): KeptLog {
  if (batch.count === 0) return log;
  const counts = countsOf(batch);
  const next = {
    ...log,
    chunks: withBatch(log.chunks, batch),
    end: log.end + batch.count,
    errors: log.errors + counts.errors,
    warnings: log.warnings + counts.warnings,
    textBytes: log.textBytes + batch.text.length,
    speakers: withSpeakers(log.speakers, batch),
    voices: withVoices(log.voices, batch),
    origin: log.origin ?? batch.times.find((at) => !Number.isNaN(at)) ?? null,
  };
  return bounded(next, limit);
}

/** The log with a gap after its last line. */
export function withGap(log: KeptLog, gap: LogGap): KeptLog {
  return { ...log, notes: [...log.notes, { before: log.end, note: { kind: 'gap', gap } }] };
}

/** The log with what its connection says now. */
export function withState(log: KeptLog, state: LogState): KeptLog {
  const isTry = (state.kind === 'reconnecting' || state.kind === 'failed') && state.nextTryAt !== null;
  const isNewTry = isTry && state.nextTryAt !== log.state.nextTryAt;
  return { ...log, state, tries: isNewTry ? log.tries + 1 : isTry || state.kind === 'reconnecting' ? log.tries : 0 };
}
