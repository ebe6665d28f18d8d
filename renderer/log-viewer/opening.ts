// PURE. Where a log window stands when it opens: at the line it was opened for, in a deployment's log else at the
// first error of its service, else at the first error. "Opening" lasts while lines come that were said before the window was there.
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { LogError } from '../../electron/model/log-line.ts';
import type { Instant } from '../../electron/model/world.ts';
import { textOf } from '../../electron/contract/log-pack.ts';
import { MOST_DRAWN_BYTES } from './line-shape.ts';
import { chunkAt, factsOf, type LineFacts } from './chunks.ts';
import type { KeptLog } from './kept-log.ts';
import type { Layout } from './lines.ts';

/** The facts of a line; null when it is not kept. */
export function factsOfLine(log: KeptLog, number: number): LineFacts | null {
  const chunk = chunkAt(log.chunks, number);
  return chunk ? factsOf(chunk, number - chunk.first) : null;
}
/** The text of a line as far as it is drawn; "" when it is not kept. */
export function textOfLine(log: KeptLog, number: number): string {
  const chunk = chunkAt(log.chunks, number);
  return chunk ? textOf(chunk.batch, number - chunk.first, MOST_DRAWN_BYTES) : '';
}
/** Whether a line says more than is drawn of it. */
export function isCut(log: KeptLog, number: number): boolean {
  const chunk = chunkAt(log.chunks, number);
  if (!chunk) return false;
  const { offsets } = chunk.batch;
  return (offsets[number - chunk.first + 1] ?? 0) - (offsets[number - chunk.first] ?? 0) > MOST_DRAWN_BYTES;
}
/** What the error of a line explains; null when there is nothing beyond its text. */
export function errorOfLine(log: KeptLog, number: number): LogError | null {
  return factsOfLine(log, number)?.extra?.error ?? null;
}

function lineOfKey(log: KeptLog, key: string): number | null {
  for (const { first, batch } of log.chunks) {
    const extra = batch.extras.find((one) => one.key === key);
    if (extra) return first + extra.line;
  }
  return null;
}

function firstErrorOf(log: KeptLog, layout: Layout, serviceId: string): number | null {
  for (const number of layout.errors.room.subarray(0, layout.errors.count))
    if (factsOfLine(log, number)?.sender.id === serviceId) return number;
  return null;
}

/** The line to stand at; null while there is none: then the log is followed. A live log is opened to be watched, unless at a line. */
export function openingLine(log: KeptLog, layout: Layout, place: LogPlace): number | null {
  if (place.kind === 'service' && place.lineKey === null) return null;
  const asked = place.lineKey === null ? null : lineOfKey(log, place.lineKey);
  const ofService = asked ?? (place.serviceId === null ? null : firstErrorOf(log, layout, place.serviceId));
  return ofService ?? (layout.errors.count > 0 ? (layout.errors.room[0] ?? null) : null);
}

/** Whether what was there when the window opened has come: the log is over, or its newest line is younger than the window. */
export function isOpened(log: KeptLog, openedAt: Instant): boolean {
  if (log.state.kind === 'finished') return true;
  const newest = log.chunks.at(-1)?.batch.times.at(-1) ?? Number.NaN;
  return newest >= openedAt;
}
