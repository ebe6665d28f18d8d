// PURE. Which rows a log is drawn in: every row is 20 px high, a line takes one or more of them, a note one, an explanation as
// many as it has. Positions are sums over rows, extended as lines come and found by halving: nothing is measured.
import type { Chunk } from './chunks.ts';
import type { Explained, WhyRow } from './explanation.ts';
import type { KeptLog } from './kept-log.ts';
import { isErrorLine, shownIn, type LineFilter } from './line-filter.ts';
import { rowsOf } from './line-shape.ts';
import type { PlacedNote } from './notes.ts';
import { noNumbers, placeOf, withNumber, withRoomFor, type Numbers } from './numbers.ts';

export interface LayoutOptions {
  /** Cells that fit in a row; 0: not known yet. */
  readonly columns: number;
  /** Lines that are explained are wrapped at words in any case: the whole error is to be read. */
  readonly isWrapped: boolean;
  readonly filter: LineFilter | null;
  /** Lines whose explanation is unfolded. */
  readonly unfolded: ReadonlyMap<number, Explained>;
}
export interface Layout {
  readonly options: LayoutOptions;
  /** Numbers of the lines shown, and for each the row below its last one. */
  readonly numbers: Numbers;
  readonly ends: Numbers;
  /** Numbers of the error lines shown. */
  readonly errors: Numbers;
  readonly firstNumber: number;
  /** Lines before this number are laid out; so many notes are placed above them. */
  readonly through: number;
  readonly notesPlaced: number;
  /** All rows, with the notes after the last line. */
  readonly rows: number;
}

/** The row above which nothing but the note about lines that left stands. */
const headRows = (firstNumber: number): number => (firstNumber > 0 ? 1 : 0);
const lastEnd = ({ ends, firstNumber }: Layout): number => (ends.count > 0 ? (ends.room[ends.count - 1] ?? 0) : headRows(firstNumber));

interface Growing {
  numbers: Uint32Array;
  ends: Uint32Array;
  errors: Numbers;
  count: number;
  row: number;
  notes: number;
}

function addChunk(to: Growing, chunk: Chunk, from: number, log: KeptLog, options: LayoutOptions): void {
  const { first, batch, shape } = chunk;
  const isWanted = shownIn(batch, options.filter, first);
  const hasUnfolded = options.unfolded.size > 0;
  for (let index = Math.max(0, from - first); index < batch.count; index += 1) {
    if (isWanted && !isWanted(index)) continue;
    const number = first + index;
    while (to.notes < log.notes.length && (log.notes[to.notes]?.before ?? 0) <= number) [to.notes, to.row] = [to.notes + 1, to.row + 1];
    const explained = hasUnfolded ? options.unfolded.get(number) : undefined;
    to.row += explained
      ? explained.line.length + explained.why.length
      : rowsOf(batch, shape, index, options.isWrapped ? options.columns : 0);
    to.numbers[to.count] = number;
    to.ends[to.count] = to.row;
    to.count += 1;
    if (isErrorLine(batch, index)) to.errors = withNumber(to.errors, number);
  }
}

function extended(layout: Layout, log: KeptLog): Layout {
  const more = log.end - layout.through;
  const [numbers, ends] = [withRoomFor(layout.numbers, more).room, withRoomFor(layout.ends, more).room];
  const to = { numbers, ends, errors: layout.errors, count: layout.numbers.count, row: lastEnd(layout), notes: layout.notesPlaced };
  let start = log.chunks.length;
  while (start > 0 && (log.chunks[start - 1]?.first ?? 0) + (log.chunks[start - 1]?.batch.count ?? 0) > layout.through) start -= 1;
  for (const chunk of log.chunks.slice(start)) addChunk(to, chunk, layout.through, log, layout.options);
  return {
    ...layout,
    numbers: { room: numbers, count: to.count },
    ends: { room: ends, count: to.count },
    errors: to.errors,
    through: log.end,
    notesPlaced: to.notes,
    rows: to.row + log.notes.length - to.notes,
  };
}

/** Lays the log out; `before` is the layout of an earlier state of the same log, extended where that is enough. */
export function layoutOf(log: KeptLog, options: LayoutOptions, before: Layout | null = null): Layout {
  if (before && before.options === options && before.firstNumber === log.first) return extended(before, log);
  const nothing = { numbers: noNumbers(), ends: noNumbers(), errors: noNumbers(), notesPlaced: 0, rows: 0 };
  return extended({ options, ...nothing, firstNumber: log.first, through: log.first }, log);
}

/** What stands in the rows `row … row + rows − 1`. */
export type Row =
  | { readonly kind: 'left'; readonly row: number; readonly count: number }
  | { readonly kind: 'note'; readonly row: number; readonly placed: PlacedNote }
  | { readonly kind: 'line'; readonly row: number; readonly rows: number; readonly number: number }
  /** One row of the explanation of line `number`. */
  | { readonly kind: 'why'; readonly row: number; readonly number: number; readonly index: number; readonly why: WhyRow };

interface Block {
  readonly number: number;
  readonly notes: readonly PlacedNote[];
  /** First row of the line itself, below its notes. */
  readonly line: number;
  readonly end: number;
}

/** The line at `place` among the shown ones, with what belongs to it. */
function blockAt(layout: Layout, log: KeptLog, place: number): Block {
  const { numbers, ends } = layout;
  const number = numbers.room[place] ?? 0;
  const after = place === 0 ? -1 : (numbers.room[place - 1] ?? -1);
  const notes = log.notes.filter(({ before }) => before > after && before <= number);
  const start = place === 0 ? headRows(layout.firstNumber) : (ends.room[place - 1] ?? 0);
  return { number, notes, line: start + notes.length, end: ends.room[place] ?? start };
}

function rowsOfBlock(block: Block, why: readonly WhyRow[]): readonly Row[] {
  const { number, line, end } = block;
  const rows = end - line - why.length;
  return [
    ...block.notes.map((placed, index): Row => ({ kind: 'note', row: line - block.notes.length + index, placed })),
    { kind: 'line', row: line, rows, number },
    ...why.map((one, index): Row => ({ kind: 'why', row: line + rows + index, number, index, why: one })),
  ];
}

/** What stands in the rows `from … to − 1`, from the top. */
export function rowsBetween(layout: Layout, log: KeptLog, from: number, to: number): readonly Row[] {
  const hasHead = headRows(layout.firstNumber) > 0 && from <= 0 && to > 0;
  const rows: Row[] = hasHead ? [{ kind: 'left', row: 0, count: layout.firstNumber }] : [];
  for (let place = placeOf(layout.ends, from + 1); place < layout.numbers.count; place += 1) {
    const block = blockAt(layout, log, place);
    if (block.line - block.notes.length >= to) return rows;
    const all = rowsOfBlock(block, layout.options.unfolded.get(block.number)?.why ?? []);
    rows.push(...all.filter((row) => row.row < to && row.row + (row.kind === 'line' ? row.rows : 1) > from));
  }
  const tail = log.notes.slice(layout.notesPlaced).map((placed, index): Row => ({ kind: 'note', row: lastEnd(layout) + index, placed }));
  return [...rows, ...tail.filter(({ row }) => row >= from && row < to)];
}

/** Whether a line is among those shown. */
export function isShown({ numbers }: Layout, number: number): boolean {
  return numbers.room[placeOf(numbers, number)] === number && placeOf(numbers, number) < numbers.count;
}

/** The first row of a line; of the next one shown when it is not. The number of all rows when none follows. */
export function rowOfLine(layout: Layout, log: KeptLog, number: number): number {
  const place = placeOf(layout.numbers, number);
  return place < layout.numbers.count ? blockAt(layout, log, place).line : layout.rows;
}

/** The line that stands in a row, or above it where a note does; null when none is shown. */
export function lineAtRow(layout: Layout, row: number): number | null {
  const { numbers, ends } = layout;
  if (numbers.count === 0) return null;
  return numbers.room[Math.min(placeOf(ends, row + 1), numbers.count - 1)] ?? null;
}

/** The next error line after `number` (`step` 1) or the last one before it (`step` −1); null when there is none. */
export function errorFrom(layout: Layout, number: number, step: 1 | -1): number | null {
  const { errors } = layout;
  const place = step === 1 ? placeOf(errors, number + 1) : placeOf(errors, number) - 1;
  return place >= 0 && place < errors.count ? (errors.room[place] ?? null) : null;
}
