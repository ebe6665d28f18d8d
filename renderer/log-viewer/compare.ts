// PURE. Which lines of a log are new beside a good run's: those that no line of it equals once times, numbers and ids are left out.
import { textOf } from '../../electron/contract/log-pack.ts';
import type { LogBatch } from '../../electron/contract/log-batch.ts';
import { plainText } from './ansi.ts';
import { chunkAt } from './chunks.ts';
import type { KeptLog } from './kept-log.ts';

/** The alphabet that Kubernetes makes names of. */
const RANDOM = '[bcdfghjklmnpqrstvwxz2456789]';
/** What differs from run to run and says nothing, the longest first. */
const VARYING: readonly (readonly [found: RegExp, sign: string])[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?( ?(Z|[+-]\d\d:?\d\d))?/g, '<time>'],
  [/\b\d{1,2}:\d\d(:\d\d([.,]\d+)?)?\b/g, '<time>'],
  [/\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi, '<id>'],
  [new RegExp(`-${RANDOM}{8,10}-${RANDOM}{5}\\b`, 'g'), '-<id>'],
  [new RegExp(`-(?=[a-z]*\\d)${RANDOM}{5}\\b`, 'g'), '-<id>'],
  [/\b(0x)?(?=[a-f]*\d)[\da-f]{7,}\b/gi, '<id>'],
  [/\d+([.,:]\d+)*/g, '<n>'],
  [/\s+/g, ' '],
];
/** Of a line so much is compared: what follows in one that long makes it no other line. */
const MOST_COMPARED = 4_000;

/** The text as it is in every run: without codes, times, numbers and ids. */
export function normalised(text: string): string {
  return VARYING.reduce((all, [found, sign]) => all.replaceAll(found, sign), plainText(text).slice(0, MOST_COMPARED)).trim();
}

/** A line as it is compared: who says what. */
function spoken(batch: LogBatch, index: number): string {
  return `${batch.senders[batch.senderOf[index] ?? 0]?.name ?? ''}\n${normalised(textOf(batch, index, MOST_COMPARED * 4))}`;
}

/** Adds what lines `from … to − 1` of a batch say, to compare others with. */
export function addSayings(sayings: Set<string>, batch: LogBatch, from: number, to: number): void {
  for (let index = from; index < Math.min(to, batch.count); index += 1) sayings.add(spoken(batch, index));
}

/** Numbers of the lines `from … to − 1` that `good` does not say; a line without words is never new. */
export function newLines(log: KeptLog, good: ReadonlySet<string>, from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let number = Math.max(from, log.first); number < Math.min(to, log.end); number += 1) {
    const chunk = chunkAt(log.chunks, number);
    const said = chunk ? spoken(chunk.batch, number - chunk.first) : '\n';
    if (!said.endsWith('\n') && !good.has(said)) found.push(number);
  }
  return found;
}
