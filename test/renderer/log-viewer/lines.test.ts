import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import type { LogGap, LogLine } from '../../../electron/model/log-line.ts';
import type { Explained } from '../../../renderer/log-viewer/explanation.ts';
import { EVERY_LINE } from '../../../renderer/log-viewer/line-filter.ts';
import { EMPTY_LOG, withGap, withLines, type KeptLog } from '../../../renderer/log-viewer/kept-log.ts';
import {
  errorFrom,
  layoutOf,
  lineAtRow,
  rowOfLine,
  rowsBetween,
  type Layout,
  type LayoutOptions,
  type Row,
} from '../../../renderer/log-viewer/lines.ts';
import { aLine, anErrorLine, lineRange } from '../../support/a-log.ts';

const PLAIN: LayoutOptions = { columns: 20, isWrapped: false, filter: null, unfolded: new Map() };
const GAP: LogGap = { afterMs: 1000, count: null, why: 'connection' };
const WHY: Explained = {
  line: ['build', 'failed'],
  why: [{ kind: 'label', text: 'Hint' }, { kind: 'text', text: 'do this' }, { kind: 'actions' }],
};

type Came = readonly LogLine[] | 'gap';
const kept = (came: readonly Came[], from: KeptLog = EMPTY_LOG): KeptLog =>
  came.reduce((log, one) => (one === 'gap' ? withGap(log, GAP) : withLines(log, packLines(one))), from);
/** Every row in a word: "3" is line 3's first row, "3+" another of its rows, "3?" a row of its explanation. */
function drawn(layout: Layout, log: KeptLog): readonly string[] {
  const rows = Array.from({ length: layout.rows }, () => 'nothing');
  const put = (row: Row): void => {
    const word =
      row.kind === 'line'
        ? String(row.number)
        : row.kind === 'why'
          ? `${row.number}?`
          : row.kind === 'note'
            ? row.placed.note.kind
            : row.kind;
    rows[row.row] = word;
    for (let more = 1; row.kind === 'line' && more < row.rows; more += 1) rows[row.row + more] = `${word}+`;
  };
  for (const row of rowsBetween(layout, log, 0, layout.rows)) put(row);
  return rows;
}
const plain = (came: readonly Came[], options: LayoutOptions = PLAIN): readonly string[] =>
  drawn(layoutOf(kept(came), options), kept(came));

test('gives every line a row', () => {
  expect(plain([lineRange(0, 2)])).toEqual(['0', '1', '2']);
  expect(plain([])).toEqual([]);
});

test('puts a gap where it came: between lines, before the first, after the last', () => {
  expect(plain(['gap', lineRange(0, 1), 'gap', 'gap', [aLine(2)], 'gap'])).toEqual(['gap', '0', '1', 'gap', 'gap', '2', 'gap']);
});

test('gives a long line as many rows as it takes when wrapped, and one when not', () => {
  const lines = [aLine(0), aLine(1, { text: 'x'.repeat(45) }), aLine(2)];
  expect(plain([lines], { ...PLAIN, isWrapped: true })).toEqual(['0', '1', '1+', '1+', '2']);
  expect(plain([lines])).toEqual(['0', '1', '2']);
});

test('puts an explanation below its line, and shows that line whole', () => {
  const lines = [aLine(0), anErrorLine(1), aLine(2)];
  expect(plain([lines], { ...PLAIN, unfolded: new Map([[1, WHY]]) })).toEqual(['0', '1', '1+', '1?', '1?', '1?', '2']);
});

test("shows one service's lines with those that speak for the whole deployment, and keeps the gaps", () => {
  const lines = [
    aLine(0, { senderId: 'env', senderKind: 'Environment' }),
    aLine(1),
    aLine(2, { senderId: 'db', sender: 'db', senderKind: 'Database' }),
    aLine(3, { senderId: 'router-1', senderKind: 'Router' }),
    aLine(4, { senderId: 'router-2', senderKind: 'Router', sender: 'db' }),
    aLine(5, { senderId: 'engine', senderKind: 'TaskManager' }),
  ];
  const filter = { ...EVERY_LINE, service: { id: 'api', name: 'api' } };
  expect(plain([lines.slice(0, 3), 'gap', lines.slice(3)], { ...PLAIN, filter })).toEqual(['0', '1', 'gap', '3', '5']);
});

test('says above the oldest line that older ones have left', () => {
  const log: KeptLog = { ...kept([lineRange(0, 3)]), first: 2 };
  const batch = packLines(lineRange(2, 3));
  const left = withLines({ ...EMPTY_LOG, first: 2, end: 2 }, batch);
  const layout = layoutOf({ ...log, chunks: left.chunks.map((chunk) => ({ ...chunk, first: 2 })) }, PLAIN);
  expect(layout.rows).toBe(3);
  expect(rowsBetween(layout, log, -16, 1)[0]).toEqual({ kind: 'left', row: 0, count: 2 });
});

test('says nothing of lines that left while none has', () => {
  const log = kept([lineRange(0, 3)]);
  expect(rowsBetween(layoutOf(log, PLAIN), log, -16, 2).map(({ kind }) => kind)).toEqual(['line', 'line']);
});

/** Anything that can come: batches of lines (some long, some broken, some errors) and gaps. */
const anyLine = fc.record({ text: fc.string({ unit: fc.constantFrom('x', '\n', ' '), maxLength: 60 }), isError: fc.boolean() });
const anyCame = fc.array(fc.oneof(fc.array(anyLine, { maxLength: 6 }), fc.constant('gap' as const)), { maxLength: 12 });
const numbered = (came: readonly (readonly { text: string; isError: boolean }[] | 'gap')[]): readonly Came[] => {
  let number = 0;
  return came.map((one) => (one === 'gap' ? one : one.map((more) => aLine(number++, { ...more, senderId: number % 2 ? 'api' : 'db' }))));
};
const anyOptions = fc.record({
  columns: fc.integer({ min: 5, max: 30 }),
  isWrapped: fc.boolean(),
  filter: fc.constantFrom(null, { ...EVERY_LINE, service: { id: 'api', name: 'api' } }),
  unfolded: fc.constantFrom<LayoutOptions['unfolded']>(new Map(), new Map([[0, WHY]]), new Map([[3, WHY]])),
});

test('is the same whether laid out at once or extended as lines come', () => {
  fc.assert(
    fc.property(anyCame, anyOptions, (came, options) => {
      let [log, layout] = [EMPTY_LOG, layoutOf(EMPTY_LOG, options)];
      for (const one of numbered(came)) {
        log = kept([one], log);
        layout = layoutOf(log, options, layout);
      }
      const atOnce = layoutOf(log, options);
      expect(drawn(layout, log)).toEqual(drawn(atOnce, log));
      expect(layout.errors.count).toBe(atOnce.errors.count);
    }),
  );
});

test('leaves no row empty, draws any part as it draws the whole, and finds every line where it stands', () => {
  fc.assert(
    fc.property(anyCame, anyOptions, fc.nat(40), fc.integer({ min: 1, max: 40 }), (came, options, from, length) => {
      const log = kept(numbered(came));
      const layout = layoutOf(log, options);
      expect(drawn(layout, log)).not.toContain('nothing');
      const all = rowsBetween(layout, log, 0, layout.rows);
      const inPart = all.filter((row) => row.row < from + length && row.row + (row.kind === 'line' ? row.rows : 1) > from);
      expect(rowsBetween(layout, log, from, from + length)).toEqual(inPart);
      for (const row of all) {
        if (row.kind !== 'line') continue;
        expect(rowOfLine(layout, log, row.number)).toBe(row.row);
        expect(lineAtRow(layout, row.row + row.rows - 1)).toBe(row.number);
      }
    }),
  );
});

test('an older layout stays what it was when the log goes on', () => {
  const [early, late] = [kept([lineRange(0, 99)]), kept([lineRange(0, 99), lineRange(100, 199)])];
  const before = layoutOf(early, PLAIN);
  const after = layoutOf(late, PLAIN, before);
  expect([before.rows, after.rows]).toEqual([100, 200]);
  expect(drawn(before, early)).toEqual(lineRange(0, 99).map((_, index) => String(index)));
});

test('goes from error to error, passing over cancellations, and stays at the ends', () => {
  const log = kept([[aLine(0), anErrorLine(1), anErrorLine(2, { isCancellation: true }), aLine(3), anErrorLine(4)]]);
  const layout = layoutOf(log, PLAIN);
  expect([errorFrom(layout, -1, 1), errorFrom(layout, 1, 1), errorFrom(layout, 4, 1)]).toEqual([1, 4, null]);
  expect([errorFrom(layout, 4, -1), errorFrom(layout, 3, -1), errorFrom(layout, 1, -1)]).toEqual([1, 1, null]);
});

test('knows no line where none is shown', () => {
  expect(lineAtRow(layoutOf(EMPTY_LOG, PLAIN), 0)).toBeNull();
  const log = kept([lineRange(0, 2)]);
  expect(rowOfLine(layoutOf(log, PLAIN), log, 99)).toBe(3);
});
