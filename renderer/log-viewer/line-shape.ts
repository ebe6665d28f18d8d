// PURE. How much room each line of a batch takes, read from its bytes once when it comes: cells of a fixed-width face and
// line breaks inside the text. With it every row height is known without drawing anything, wrapped or not.
import type { LogBatch } from '../../electron/contract/log-batch.ts';

/** A line is drawn up to so many bytes; the rest is counted, not drawn. */
export const MOST_DRAWN_BYTES = 16_384;
/** A tab goes to the next multiple of so many cells. */
const TAB_CELLS = 8;

export interface LineShape {
  /** Cells of each line, without ANSI codes; of a line with breaks, of its longest part. */
  readonly cells: Uint16Array;
  /** Line breaks inside each line's text. */
  readonly breaks: Uint16Array;
}

const [TAB, NEWLINE, RETURN, ESCAPE] = [0x09, 0x0a, 0x0d, 0x1b];

/** Cells of a code point that is not ASCII: wide scripts and emoji take two, what combines takes none. */
function cellsOf(code: number): number {
  if ((code >= 0x300 && code < 0x370) || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  if (code < 0x1100 || (code >= 0x2000 && code < 0x2600)) return 1;
  const isWide =
    code < 0x1160 || (code >= 0x2600 && code < 0x27c0) || (code >= 0x2e80 && code < 0xd7b0) || (code >= 0xf900 && code < 0xfb00);
  return isWide || code >= 0xfe30 ? 2 : 1;
}

/** Where the escape sequence that begins at `at` ends; only CSI and OSC are longer than two bytes. */
function afterEscape(text: Uint8Array, at: number, end: number): number {
  let index = at + 2;
  if (text[at + 1] === 0x5b) {
    while (index < end && ((text[index] ?? 0) < 0x40 || (text[index] ?? 0) > 0x7e)) index += 1;
    return index + 1;
  }
  if (text[at + 1] !== 0x5d) return index;
  while (index < end && text[index] !== 0x07 && text[index] !== ESCAPE) index += 1;
  return text[index] === ESCAPE ? index + 2 : index + 1;
}

/** The code point at `at` and its length; bytes that are no UTF-8 count as one character each. */
function decoded(text: Uint8Array, at: number): { readonly code: number; readonly length: number } {
  const [a, b, c, d] = [text[at] ?? 0, text[at + 1] ?? 0, text[at + 2] ?? 0, text[at + 3] ?? 0];
  if (a >= 0xf0) return { code: ((a & 7) << 18) | ((b & 63) << 12) | ((c & 63) << 6) | (d & 63), length: 4 };
  if (a >= 0xe0) return { code: ((a & 15) << 12) | ((b & 63) << 6) | (c & 63), length: 3 };
  return { code: a >= 0xc0 ? ((a & 31) << 6) | (b & 63) : a, length: a >= 0xc0 ? 2 : 1 };
}

/** Cells of each part between line breaks of the text in `text[start … end)`. */
function partsOf(text: Uint8Array, start: number, end: number): readonly number[] {
  const parts: number[] = [];
  let cells = 0;
  for (let at = start; at < end;) {
    const byte = text[at] ?? 0;
    if (byte === ESCAPE) at = afterEscape(text, at, end);
    else if (byte < 0x80) {
      if (byte === NEWLINE) parts.push(cells);
      if (byte === NEWLINE) cells = 0;
      else if (byte === TAB) cells += TAB_CELLS - (cells % TAB_CELLS);
      else if (byte !== RETURN) cells += 1;
      at += 1;
    } else {
      const { code, length } = decoded(text, at);
      cells += cellsOf(code);
      at += length;
    }
  }
  return [...parts, cells];
}

/** Start and end of what is drawn of line `index`. */
function drawnBytes(batch: LogBatch, index: number): readonly [start: number, end: number] {
  const start = batch.offsets[index] ?? 0;
  const end = batch.offsets[index + 1] ?? start;
  return [start, Math.min(end, start + MOST_DRAWN_BYTES)];
}

/** Four bytes at a time: whether one of them is 0x80 or more, or less than 0x20. */
const isOddWord = (word: number): boolean => ((word | ((word - 0x20202020) & ~word)) & 0x80808080) !== 0;
const isOddByte = (byte: number): boolean => byte < 0x20 || byte >= 0x80;

/** Whether each byte is one cell: no codes, no breaks, no tabs, nothing but ASCII. */
function isPlain(text: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isOddByte(text[at] ?? 0)) return false;
  return true;
}
/** The same of all of a batch's text, most of which is plain: four times as fast. */
function isAllPlain(text: Uint8Array): boolean {
  if (text.byteOffset % 4 !== 0) return false;
  const words = new Uint32Array(text.buffer, text.byteOffset, text.length >> 2);
  for (let at = 0; at < words.length; at += 1) if (isOddWord(words[at] ?? 0)) return false;
  return isPlain(text, words.length * 4, text.length);
}

/** The shape of every line of a batch. */
export function shapeOf(batch: LogBatch): LineShape {
  const [cells, breaks] = [new Uint16Array(batch.count), new Uint16Array(batch.count)];
  const isOne = isAllPlain(batch.text);
  for (let index = 0; index < batch.count; index += 1) {
    const [start, end] = drawnBytes(batch, index);
    if (isOne || isPlain(batch.text, start, end)) {
      cells[index] = end - start;
      continue;
    }
    const parts = partsOf(batch.text, start, end);
    breaks[index] = parts.length - 1;
    cells[index] = parts.length === 1 ? (parts[0] ?? 0) : Math.max(...parts);
  }
  return { cells, breaks };
}

const rowsFor = (cells: number, columns: number): number => Math.max(1, Math.ceil(cells / columns));

/** How many rows line `index` takes when `columns` cells fit in one; 0 columns: lines are not wrapped. */
export function rowsOf(batch: LogBatch, shape: LineShape, index: number, columns: number): number {
  const breaks = shape.breaks[index] ?? 0;
  if (columns <= 0) return breaks + 1;
  const cells = shape.cells[index] ?? 0;
  if (breaks === 0) return rowsFor(cells, columns);
  if (cells <= columns) return breaks + 1;
  return partsOf(batch.text, ...drawnBytes(batch, index)).reduce((sum, part) => sum + rowsFor(part, columns), 0);
}
