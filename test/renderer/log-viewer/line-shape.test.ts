import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { MOST_DRAWN_BYTES, rowsOf, shapeOf } from '../../../renderer/log-viewer/line-shape.ts';
import { aLine } from '../../support/a-log.ts';

function measured(text: string, columns: number): { readonly cells: number | undefined; readonly rows: number } {
  const batch = packLines([aLine(0, { text })]);
  const shape = shapeOf(batch);
  return { cells: shape.cells[0], rows: rowsOf(batch, shape, 0, columns) };
}

test.each([
  ['nothing', '', 0],
  ['plain text', 'abcde', 5],
  ['colours', '\u001B[1;31mabc\u001B[0m', 3],
  ['a link of a terminal', '\u001B]8;;https://x.test\u001B\\abc', 3],
  ['a tab, to the next multiple of eight', 'ab\tc', 9],
  ['accents', 'é\u0301é', 2],
  ['wide scripts', '日本', 4],
  ['emoji', '🚀✅', 4],
  ['box characters', '┌──┐', 4],
  ['a carriage return', 'abc\r', 3],
  ['bytes that were no text', '\uFFFD', 2],
])('counts the cells of %s', (_, text, cells) => {
  expect(measured(text, 0).cells).toBe(cells);
});

test.each([
  ['', 10, 1],
  ['a'.repeat(10), 10, 1],
  ['a'.repeat(11), 10, 2],
  ['a'.repeat(95), 10, 10],
  ['a'.repeat(95), 0, 1],
  ['a\nb\nc', 0, 3],
  ['a\nb\nc', 10, 3],
  [`${'a'.repeat(25)}\nb`, 10, 4],
  ['\n', 10, 2],
])('gives %j in %i columns %i rows', (text, columns, rows) => {
  expect(measured(text, columns).rows).toBe(rows);
});

test('draws no more than a part of a line of a megabyte', () => {
  expect(measured('x'.repeat(1_000_000), 100)).toEqual({ cells: MOST_DRAWN_BYTES, rows: Math.ceil(MOST_DRAWN_BYTES / 100) });
});
