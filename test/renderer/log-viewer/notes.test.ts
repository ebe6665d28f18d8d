import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { createLogStore } from '../../../renderer/log-viewer/log-store.ts';
import { lineAtRow, rowsBetween } from '../../../renderer/log-viewer/lines.ts';
import { markerFrom, markersOf, withMarker, type PlacedNote } from '../../../renderer/log-viewer/notes.ts';
import { lineRange, LOG_T0 } from '../../support/a-log.ts';

const GAP: PlacedNote = { before: 4, note: { kind: 'gap', gap: { afterMs: 1, count: null, why: 'connection' } } };
const places = (notes: readonly PlacedNote[]) => notes.map(({ before, note }) => `${note.kind} ${before}`);

test('keeps notes in the order in which they stand, a marker below what stands at its place', () => {
  const notes = withMarker(withMarker(withMarker([GAP], 4, 1), 2, 2), 9, 3);
  expect(places(notes)).toEqual(['marker 2', 'gap 4', 'marker 4', 'marker 9']);
});

test('goes from marker to marker, also where several stand at one line, and from a line where none is stood at', () => {
  const notes = withMarker(withMarker(withMarker([GAP], 4, 1), 4, 2), 9, 3);
  const [a, b, c] = markersOf(notes);
  const at = (marker: PlacedNote | null | undefined, number: number, step: 1 | -1) => markerFrom(notes, marker ?? null, number, step);
  expect([at(a, 0, 1), at(b, 0, 1), at(c, 0, 1)]).toEqual([b, c, null]);
  expect([at(c, 0, -1), at(a, 0, -1)]).toEqual([b, null]);
  expect([at(null, 3, 1), at(null, 4, 1), at(null, 4, -1), at(null, 3, -1)]).toEqual([a, c, b, null]);
});

test('a marker that was taken away is gone on from by line', () => {
  const notes = withMarker(withMarker([], 4, 1), 9, 2);
  const [first, second] = markersOf(notes);
  const left = second ? [second] : [];
  expect(markerFrom(left, first ?? null, 5, 1)).toBe(second);
  expect(left).toHaveLength(1);
});

test('a marker has a row of its own at once, also among lines laid out before, and gives it back', () => {
  const log = createLogStore();
  log.receive({ kind: 'lines', batch: packLines(lineRange(0, 4)) });
  const rows = () => {
    const { log: kept, layout } = log.store.getState();
    return rowsBetween(layout, kept, 0, layout.rows).map((row) => (row.kind === 'line' ? row.number : row.kind));
  };
  log.mark(2, LOG_T0);
  log.mark(5, LOG_T0);
  log.receive({ kind: 'lines', batch: packLines(lineRange(5, 6)) });
  expect(rows()).toEqual([0, 1, 'note', 2, 3, 4, 'note', 5, 6]);
  expect(lineAtRow(log.store.getState().layout, 2)).toBe(2);
  log.unmark(markersOf(log.store.getState().log.notes));
  expect(rows()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});
