// PURE. Plain-text search over the kept lines, in slices: each call looks at some lines and says where it stopped, so that the
// window never waits for it. Upper and lower case are the same; ANSI codes are not seen.
import { textOf } from '../../electron/contract/log-pack.ts';
import { plainText } from './ansi.ts';
import type { Chunk } from './chunks.ts';
import type { KeptLog } from './kept-log.ts';
import { noNumbers, placeOf, withNumber, type Numbers } from './numbers.ts';

export interface Hits {
  /** As typed; "" finds nothing. */
  readonly query: string;
  /** Numbers of the lines that hold it, ascending. */
  readonly lines: Numbers;
  /** Lines before this number were looked at. */
  readonly through: number;
}

/** A search that has not looked at anything yet. */
export function newSearch(query: string): Hits {
  return { query, lines: noNumbers(), through: 0 };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const ESCAPE = '\u001B';

/** The text of each line of a chunk, ready to be compared. Pure ASCII is decoded in one go: then offsets are the same. */
function lineTexts({ batch }: Chunk): (index: number) => string {
  const whole = decoder.decode(batch.text);
  const isAscii = whole.length === batch.text.length;
  const low = isAscii ? whole.toLowerCase() : '';
  const hasCodes = whole.includes(ESCAPE);
  return (index) => {
    if (isAscii && !hasCodes) return low.slice(batch.offsets[index], batch.offsets[index + 1]);
    const text = textOf(batch, index);
    return (hasCodes ? plainText(text) : text).toLowerCase();
  };
}

/** Looks at the next chunk of lines; `through` tells how far it came. Call again while that is less than `log.end`. */
export function searchOn(hits: Hits, log: KeptLog, isShown: (number: number) => boolean): Hits {
  const from = Math.max(hits.through, log.first);
  const chunk = log.chunks.find(({ first, batch }) => first + batch.count > from);
  if (!chunk || hits.query === '') return { ...hits, through: log.end };
  const [query, textAt] = [hits.query.toLowerCase(), lineTexts(chunk)];
  let { lines } = hits;
  for (let index = from - chunk.first; index < chunk.batch.count; index += 1)
    if (textAt(index).includes(query) && isShown(chunk.first + index)) lines = withNumber(lines, chunk.first + index);
  return { ...hits, lines, through: chunk.first + chunk.batch.count };
}

/** Place of the hit to go to from line `number`: the next one (`step` 1) or the one before, round the end; null without hits. */
export function hitFrom({ lines }: Hits, number: number, step: 1 | -1): number | null {
  if (lines.count === 0) return null;
  const place = step === 1 ? placeOf(lines, number + 1) : placeOf(lines, number) - 1;
  return lines.room[(place + lines.count) % lines.count] ?? null;
}

export interface MarkedText {
  readonly text: string;
  readonly isHit: boolean;
}
/** The text cut where the query stands in it. */
export function markedText(text: string, query: string): readonly MarkedText[] {
  const [low, wanted] = [text.toLowerCase(), query.toLowerCase()];
  // Some characters change their length with their case; then places do not fit and nothing is marked.
  if (wanted === '' || low.length !== text.length) return [{ text, isHit: false }];
  const parts: MarkedText[] = [];
  let from = 0;
  for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, from)) {
    if (at > from) parts.push({ text: text.slice(from, at), isHit: false });
    parts.push({ text: text.slice(at, at + wanted.length), isHit: true });
    from = at + wanted.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isHit: false });
  return parts;
}
