// PURE. What is searched and where it stands: plain text or a pattern, with or without case, never seeing ANSI codes. Lines are
// searched as bytes, many at once, in search-worker.ts; the page only cuts what it draws.
import { plainText, type Span } from './ansi.ts';
import { noNumbers, placeOf, type Numbers } from './numbers.ts';

export interface Query {
  /** As typed; "" finds nothing. */
  readonly text: string;
  readonly isPattern: boolean;
  readonly isCase: boolean;
}
export const NO_QUERY: Query = { text: '', isPattern: false, isCase: false };

export interface Hits {
  readonly query: Query;
  /** Numbers of the lines shown that hold it, ascending. */
  readonly lines: Numbers;
  /** Lines before this number were looked at. */
  readonly through: number;
  /** Why nothing (more) is found: the pattern is none, or it takes longer than anybody waits. */
  readonly trouble: 'bad-pattern' | 'too-slow' | null;
}

/** A search that has not looked at anything yet. */
export function newHits(query: Query): Hits {
  return { query, lines: noNumbers(), through: 0, trouble: null };
}

/** Lines of a log as they lie in a batch: line i's UTF-8 text is `text[offsets[i] … offsets[i + 1])`. */
export interface LineBytes {
  readonly text: Uint8Array;
  readonly offsets: Uint32Array;
}
/** Says which lines of a part hold what is searched, by their place in it. */
type Finder = (part: LineBytes) => readonly number[];

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
/** One character for each byte, so that places in the text are places in the bytes. */
const bytewise = new TextDecoder('windows-1252');
const ESCAPE = '\u001B';
const ASCII = /^[ -~\t]*$/;

/** The pattern; null when it is none. `m`: a line may hold line breaks. */
export function patternOf({ text, isCase }: Query, more = ''): RegExp | null {
  try {
    return new RegExp(text, `m${isCase ? '' : 'i'}${more}`);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The text of each line, as people read it. */
function lineTexts({ text, offsets }: LineBytes): (index: number) => string {
  const whole = utf8.decode(text);
  const [isAscii, hasCodes] = [whole.length === text.length, whole.includes(ESCAPE)];
  return (index) => {
    const [start, end] = [offsets[index] ?? 0, offsets[index + 1] ?? 0];
    const line = isAscii ? whole.slice(start, end) : utf8.decode(text.subarray(start, end));
    return hasCodes && line.includes(ESCAPE) ? plainText(line) : line;
  };
}
function linesThat(part: LineBytes, holds: (line: string) => boolean): readonly number[] {
  const textAt = lineTexts(part);
  const found: number[] = [];
  for (let index = 0; index + 1 < part.offsets.length; index += 1) if (holds(textAt(index))) found.push(index);
  return found;
}

/** The lines of `whole` in which `wanted` stands; what begins in one and ends in the next is not found. */
function linesHolding(whole: string, wanted: string, offsets: Uint32Array): readonly number[] {
  const ends = { room: offsets, count: offsets.length };
  const found: number[] = [];
  for (let at = whole.indexOf(wanted); at !== -1;) {
    const line = placeOf(ends, at + 1) - 1;
    const end = offsets[line + 1] ?? whole.length;
    const isInside = at + wanted.length <= end;
    if (isInside) found.push(line);
    at = whole.indexOf(wanted, isInside ? end : at + 1);
  }
  return found;
}

function plainFinder({ text, isCase }: Query): Finder {
  const cased = isCase ? (one: string) => one : (one: string) => one.toLowerCase();
  const wanted = cased(text);
  const isAscii = ASCII.test(text);
  return (part) => {
    const whole = isAscii ? bytewise.decode(part.text) : ESCAPE;
    if (whole.includes(ESCAPE)) return linesThat(part, (line) => cased(line).includes(wanted));
    return linesHolding(cased(whole), wanted, part.offsets);
  };
}

/** What finds the query in parts of a log; finds nothing for an empty query and for a pattern that is none. */
export function finderOf(query: Query): Finder {
  if (query.text === '') return () => [];
  if (!query.isPattern) return plainFinder(query);
  const pattern = patternOf(query);
  return pattern ? (part) => linesThat(part, (line) => pattern.test(line)) : () => [];
}

/** The hit to go to from line `number`: the next one (`step` 1) or the one before, round the end; null without hits. */
export function hitFrom({ lines }: Hits, number: number, step: 1 | -1): number | null {
  if (lines.count === 0) return null;
  const place = step === 1 ? placeOf(lines, number + 1) : placeOf(lines, number) - 1;
  return lines.room[(place + lines.count) % lines.count] ?? null;
}

/** A hit that was asked for before it could be known: what was searched then, from which line, with lines up to which number. */
export interface Sought {
  readonly query: Query;
  readonly from: number;
  readonly step: 1 | -1;
  readonly end: number;
}
/** Whether what is found so far says which hit that is: lines still to be looked at may hold a nearer one. */
export function isDecided(hits: Hits, { query, from, step, end }: Sought): boolean {
  if (hits.query !== query) return false;
  if (hits.trouble !== null || hits.through >= end) return true;
  const place = step === 1 ? placeOf(hits.lines, from + 1) : placeOf(hits.lines, from) - 1;
  return step === 1 ? place < hits.lines.count : place >= 0 && hits.through >= from;
}

/** From one place of a text up to another, without it. */
export type Range = readonly [from: number, to: number];
/** Of one line so many matches are marked at most. */
const MOST_MARKS = 200;

/** Where plain text stands in a line. Some characters change their length with their case; then nothing is marked. */
export function plainRanges(line: string, { text, isCase }: Query): readonly Range[] {
  const [whole, wanted] = isCase ? [line, text] : [line.toLowerCase(), text.toLowerCase()];
  const ranges: Range[] = [];
  if (wanted === '' || whole.length !== line.length) return ranges;
  for (let at = whole.indexOf(wanted); at !== -1 && ranges.length < MOST_MARKS; at = whole.indexOf(wanted, at + wanted.length))
    ranges.push([at, at + wanted.length]);
  return ranges;
}

/** Where a pattern matches in a line. May take for ever: only a worker, which can be ended, may ask. */
export function patternRanges(line: string, query: Query): readonly Range[] {
  const pattern = patternOf(query, 'g');
  const ranges: Range[] = [];
  for (const { index, 0: found } of pattern ? line.matchAll(pattern) : []) {
    if (found !== '') ranges.push([index, index + found.length]);
    if (ranges.length >= MOST_MARKS) break;
  }
  return ranges;
}

/** The spans cut where ranges of their whole text begin and end; `place` says which range a part lies in. */
export function cutSpans<S extends Span>(
  spans: readonly S[],
  ranges: readonly Range[],
): readonly { readonly span: S; readonly place: number | null }[] {
  if (ranges.length === 0) return spans.map((span) => ({ span, place: null }));
  const cuts = ranges.flat();
  const parts: { readonly span: S; readonly place: number | null }[] = [];
  let [start, next] = [0, 0];
  for (const span of spans) {
    const end = start + span.text.length;
    for (let from = start; from < end;) {
      while (next < cuts.length && (cuts[next] ?? end) <= from) next += 1;
      const to = Math.min(end, cuts[next] ?? end);
      parts.push({ span: { ...span, text: span.text.slice(from - start, to - start) }, place: next % 2 === 1 ? (next - 1) / 2 : null });
      from = to;
    }
    start = end;
  }
  return parts;
}

/** The spans with what is found in them told apart. */
export function markedSpans<S extends Span>(spans: readonly S[], ranges: readonly Range[]): readonly (S & { readonly isHit: boolean })[] {
  return cutSpans(spans, ranges).map(({ span, place }) => ({ ...span, isHit: place !== null }));
}
