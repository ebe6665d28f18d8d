// PURE. Which lines were told already. A log is heard through several readings (a REST read, each connection's replay); a
// reading repeats what another one brought. Two lines with one key inside one reading are two lines: both stay.
import type { LogLine } from '../model/log-line.ts';

interface Fresh {
  /** The lines that no other reading brought before, in order. */
  readonly lines: readonly LogLine[];
  /** Whether at least one of the lines was known: then nothing is missing between what was told and this. */
  readonly overlaps: boolean;
}
/** One reading: hand its lines in, in the order they come. */
export type Reading = (lines: readonly LogLine[]) => Fresh;

/** 53 bits of a text: keys hold whole lines, and a long log would keep every line's text alive. (cyrb53) */
function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

const more = (counts: Map<number, number>, hash: number): void => void counts.set(hash, (counts.get(hash) ?? 0) + 1);
function less(counts: Map<number, number>, hash: number): void {
  const left = (counts.get(hash) ?? 1) - 1;
  if (left === 0) counts.delete(hash);
  else counts.set(hash, left);
}

/** Remembers the newest `capacity` lines told. The returned function begins a reading; one is to end before the next begins. */
export function createSeenLines(capacity: number): () => Reading {
  const told = new Map<number, number>();
  let order: number[] = [];
  let oldest = 0;

  const tell = (hash: number): void => {
    more(told, hash);
    order.push(hash);
    if (order.length - oldest <= capacity) return;
    less(told, order[oldest] ?? hash);
    oldest += 1;
    if (oldest <= capacity) return;
    order = order.slice(oldest);
    oldest = 0;
  };
  return () => {
    const expected = new Map(told);
    return (lines) => {
      let overlaps = false;
      const fresh = lines.filter((line) => {
        const hash = hashOf(line.key);
        const isRepeat = expected.has(hash);
        if (isRepeat) less(expected, hash);
        else tell(hash);
        overlaps ||= isRepeat;
        return !isRepeat;
      });
      return { lines: fresh, overlaps };
    };
  };
}
