// PURE. The lines of a log as they came: batches with their shape, numbered through. Small neighbours are put together, so that
// a service that says one line at a time does not cost a batch for each.
import {
  LINE_IS_CANCELLATION,
  LINE_IS_ERROR,
  LOG_LEVELS,
  type LogBatch,
  type LogExtra,
  type LogSender,
} from '../../electron/contract/log-batch.ts';
import type { LogLevel } from '../../electron/model/log-line.ts';
import { shapeOf, type LineShape } from './line-shape.ts';

/** Lines `first … first + batch.count − 1` of the log. */
export interface Chunk {
  readonly first: number;
  readonly batch: LogBatch;
  readonly shape: LineShape;
}

/** Neighbours are put together up to so many lines and bytes. */
const SMALL_LINES = 512;
const SMALL_BYTES = 262_144;

/** The chunk of a batch whose first line is number `first`. */
function chunkOf(first: number, batch: LogBatch): Chunk {
  return { first, batch, shape: shapeOf(batch) };
}

type Bytes = Uint8Array | Uint16Array | Uint32Array | Float64Array;
function joined<T extends Bytes>(a: T, b: T, make: (length: number) => T): T {
  const both = make(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
const bytes = (length: number): Uint8Array<ArrayBuffer> => new Uint8Array(length);
const shorts = (length: number): Uint16Array<ArrayBuffer> => new Uint16Array(length);

/** Whether both are one voice: same name, same part, same version. */
export function isSameSender(a: LogSender, b: LogSender): boolean {
  return a.id === b.id && a.name === b.name && a.kind === b.kind && a.version === b.version;
}

/** The senders of both, and where each of the second's stands among them. */
function joinedSenders(
  a: readonly LogSender[],
  b: readonly LogSender[],
): { readonly senders: readonly LogSender[]; readonly at: readonly number[] } {
  const senders = [...a];
  const at = b.map((sender) => {
    const known = senders.findIndex((one) => isSameSender(one, sender));
    return known === -1 ? senders.push(sender) - 1 : known;
  });
  return { senders, at };
}

function joinedBatch(a: LogBatch, b: LogBatch): LogBatch {
  const { senders, at } = joinedSenders(a.senders, b.senders);
  const offsets = joined(a.offsets, b.offsets.subarray(1), (length) => new Uint32Array(length));
  for (let index = a.count + 1; index < offsets.length; index += 1) offsets[index] = (offsets[index] ?? 0) + a.text.length;
  return {
    count: a.count + b.count,
    text: joined(a.text, b.text, bytes),
    offsets,
    times: joined(a.times, b.times, (length) => new Float64Array(length)),
    levels: joined(a.levels, b.levels, bytes),
    flags: joined(a.flags, b.flags, bytes),
    senderOf: joined(
      a.senderOf,
      b.senderOf.map((sender) => at[sender] ?? 0),
      shorts,
    ),
    senders,
    extras: [...a.extras, ...b.extras.map((extra) => ({ ...extra, line: extra.line + a.count }))],
  };
}

/** The chunks with one more batch at the end. */
export function withBatch(chunks: readonly Chunk[], batch: LogBatch): readonly Chunk[] {
  const last = chunks.at(-1);
  if (!last) return [chunkOf(0, batch)];
  const next = chunkOf(last.first + last.batch.count, batch);
  const isSmall = last.batch.count + batch.count <= SMALL_LINES && last.batch.text.length + batch.text.length <= SMALL_BYTES;
  if (!isSmall) return [...chunks, next];
  const shape = {
    cells: joined(last.shape.cells, next.shape.cells, shorts),
    breaks: joined(last.shape.breaks, next.shape.breaks, shorts),
  };
  return [...chunks.slice(0, -1), { first: last.first, batch: joinedBatch(last.batch, batch), shape }];
}

/** The chunk that holds line `number`; undefined when it has left or not come. */
export function chunkAt(chunks: readonly Chunk[], number: number): Chunk | undefined {
  let [low, high] = [0, chunks.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((chunks[middle]?.first ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  const chunk = chunks[low];
  return chunk && number >= chunk.first && number < chunk.first + chunk.batch.count ? chunk : undefined;
}

const NOBODY: LogSender = { id: null, name: '', kind: '', version: null };

/** What one line says of itself, besides its text. */
export interface LineFacts {
  readonly at: number | null;
  readonly level: LogLevel;
  readonly sender: LogSender;
  readonly isError: boolean;
  readonly isCancellation: boolean;
  readonly extra: LogExtra | null;
}

/** What line `index` has more to say; extras stand in the order of their lines. */
function extraOf({ extras }: LogBatch, index: number): LogExtra | null {
  let [low, high] = [0, extras.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((extras[middle]?.line ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  const extra = extras[low];
  return extra?.line === index ? extra : null;
}

/** The facts of line `index` of a chunk. */
export function factsOf({ batch }: Chunk, index: number): LineFacts {
  const [at, flags] = [batch.times[index] ?? Number.NaN, batch.flags[index] ?? 0];
  return {
    at: Number.isNaN(at) ? null : at,
    level: LOG_LEVELS[batch.levels[index] ?? 0] ?? 'unknown',
    sender: batch.senders[batch.senderOf[index] ?? 0] ?? NOBODY,
    isError: (flags & LINE_IS_ERROR) !== 0 && (flags & LINE_IS_CANCELLATION) === 0,
    isCancellation: (flags & LINE_IS_CANCELLATION) !== 0,
    extra: extraOf(batch, index),
  };
}
