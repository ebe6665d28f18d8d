// Packs log lines for their way to a window and reads them there: LogLine[] → LogBatch → text again.
// Text travels as UTF-8; what UTF-8 cannot say (half a surrogate pair) becomes U+FFFD, everything else comes back as it was.
import type { LogLine } from '../model/log-line.ts';
import { LINE_IS_CANCELLATION, LINE_IS_ERROR, LOG_LEVELS, type LogBatch, type LogExtra, type LogSender } from './log-batch.ts';

/** `senderOf` counts in 16 bits: a batch names this many senders at most. Batches of at most as many lines always fit. */
export const MOST_SENDERS = 65_536;

/** UTF-8 needs at most three bytes for each UTF-16 unit. */
const MOST_BYTES_PER_UNIT = 3;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function packText(lines: readonly LogLine[]): { text: Uint8Array; offsets: Uint32Array } {
  const units = lines.reduce((sum, line) => sum + line.text.length, 0);
  const room = new Uint8Array(units * MOST_BYTES_PER_UNIT);
  const offsets = new Uint32Array(lines.length + 1);
  let used = 0;
  for (const [index, line] of lines.entries()) {
    used += encoder.encodeInto(line.text, room.subarray(used)).written;
    offsets[index + 1] = used;
  }
  return { text: room.slice(0, used), offsets };
}

function packSenders(lines: readonly LogLine[]): { senderOf: Uint16Array; senders: readonly LogSender[] } {
  const senderOf = new Uint16Array(lines.length);
  const senders: LogSender[] = [];
  const known = new Map<string, number>();
  for (const [index, { senderId: id, sender: name, senderKind: kind, version }] of lines.entries()) {
    const key = JSON.stringify([id, name, kind, version]);
    const number = known.get(key) ?? senders.push({ id, name, kind, version }) - 1;
    if (number >= MOST_SENDERS) throw new Error(`a batch names at most ${MOST_SENDERS} senders`);
    known.set(key, number);
    senderOf[index] = number;
  }
  return { senderOf, senders };
}

const hasMore = (line: LogLine): boolean => line.isError || line.isCancellation || line.error !== null;
const flagsOf = (line: LogLine): number => (line.isError ? LINE_IS_ERROR : 0) | (line.isCancellation ? LINE_IS_CANCELLATION : 0);

/** The lines as one batch, in the same order. Its buffers hold nothing else, so they may be handed over. */
export function packLines(lines: readonly LogLine[]): LogBatch {
  const extras = lines.flatMap((line, index): LogExtra[] =>
    hasMore(line) ? [{ line: index, key: line.key, step: line.step, error: line.error }] : [],
  );
  return {
    count: lines.length,
    ...packText(lines),
    times: Float64Array.from(lines, (line) => line.at ?? Number.NaN),
    levels: Uint8Array.from(lines, (line) => LOG_LEVELS.indexOf(line.level)),
    flags: Uint8Array.from(lines, flagsOf),
    ...packSenders(lines),
    extras,
  };
}

/** The text of line `index`; `mostBytes` cuts a long one (a cut character becomes U+FFFD). */
export function textOf(batch: LogBatch, index: number, mostBytes = Number.POSITIVE_INFINITY): string {
  const start = batch.offsets[index] ?? 0;
  const end = batch.offsets[index + 1] ?? start;
  return decoder.decode(batch.text.subarray(start, Math.min(end, start + mostBytes)));
}
