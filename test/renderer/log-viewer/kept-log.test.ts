import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLines, textOf } from '../../../electron/contract/log-pack.ts';
import type { LogGap, LogLine, LogState } from '../../../electron/model/log-line.ts';
import { chunkAt, factsOf } from '../../../renderer/log-viewer/chunks.ts';
import { EMPTY_LOG, LIMIT, withGap, withLines, withState, type KeptLog, type Limit } from '../../../renderer/log-viewer/kept-log.ts';
import { aLine, anErrorLine, AN_ERROR, lineRange, LOG_T0 } from '../../support/a-log.ts';

const GAP: LogGap = { afterMs: 12_000, count: 340, why: 'connection' };
const kept = (batches: readonly (readonly LogLine[])[], limit: Limit = LIMIT): KeptLog =>
  batches.reduce((log, lines) => withLines(log, packLines(lines), limit), EMPTY_LOG);
function textsOf(log: KeptLog): readonly string[] {
  return log.chunks.flatMap(({ batch }) => Array.from({ length: batch.count }, (_, index) => textOf(batch, index)));
}

test('keeps every line under its number, however the lines were cut into batches', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), { maxLength: 20 }), (batches) => {
      let number = 0;
      const lines = batches.map((texts) => texts.map((text) => aLine(number++, { text, sender: `s${number % 3}`, senderId: null })));
      const log = kept(lines);
      expect(log.end).toBe(number);
      for (const line of lines.flat()) {
        const at = Number(line.key.slice(5));
        const chunk = chunkAt(log.chunks, at);
        expect(chunk && textOf(chunk.batch, at - chunk.first)).toBe(Buffer.from(line.text).toString());
        expect(chunk && factsOf(chunk, at - chunk.first)).toMatchObject({ at: line.at, sender: { name: line.sender } });
      }
    }),
  );
});

test('puts single lines together, so that a quiet service does not cost a batch for each', () => {
  const log = kept(lineRange(0, 1999).map((line) => [line]));
  expect(log.chunks.length).toBeLessThan(5);
  expect(textsOf(log)).toEqual(lineRange(0, 1999).map(({ text }) => text));
});

test('keeps large batches as they came', () => {
  const [a, b] = [packLines(lineRange(0, 999)), packLines(lineRange(1000, 1999))];
  expect(withLines(withLines(EMPTY_LOG, a), b).chunks.map(({ batch }) => batch)).toEqual([a, b]);
});

test('finds the error of a line after batches were put together', () => {
  const log = kept([[aLine(0)], [anErrorLine(1)], [aLine(2)], [anErrorLine(3, { error: null })]]);
  const facts = [0, 1, 2, 3].map((number) => {
    const chunk = chunkAt(log.chunks, number);
    return chunk && factsOf(chunk, number - chunk.first);
  });
  expect(facts.map((one) => [one?.isError, one?.extra?.error])).toEqual([
    [false, undefined],
    [true, AN_ERROR],
    [false, undefined],
    [true, null],
  ]);
});

test('counts errors and warnings, and a cancellation as neither', () => {
  const lines = [anErrorLine(0), anErrorLine(1), aLine(2, { level: 'warning' }), anErrorLine(3, { isCancellation: true })];
  expect(kept([lines])).toMatchObject({ errors: 2, warnings: 1 });
});

test('lets the oldest lines leave in whole batches, and knows how many', () => {
  const limit: Limit = { lines: 10_000, textBytes: 1e9 };
  const batches = Array.from({ length: 15 }, (_, index) => lineRange(index * 1000, index * 1000 + 999, { level: 'warning' }));
  const log = kept(batches, limit);
  expect(log.end).toBe(15_000);
  expect(log.end - log.first).toBeLessThanOrEqual(10_000);
  expect(log.end - log.first).toBeGreaterThan(8_000);
  expect(textsOf(log)[0]).toBe(`line ${log.first}`);
  expect(log.warnings).toBe(log.end - log.first);
  expect(chunkAt(log.chunks, log.first - 1)).toBeUndefined();
});

test('is bounded by the bytes of its text too, but never drops the newest batch', () => {
  const limit: Limit = { lines: 1e9, textBytes: 1000 };
  const log = kept([[aLine(0, { text: 'x'.repeat(900_000) })], [aLine(1, { text: 'y'.repeat(900_000) })]], limit);
  expect([log.first, log.end, log.textBytes]).toEqual([1, 2, 900_000]);
});

test('drops gaps with the lines above them', () => {
  const limit: Limit = { lines: 2000, textBytes: 1e9 };
  const early = withGap(kept([lineRange(0, 999)]), GAP);
  const log = [1, 2, 3].reduce((one, index) => withLines(one, packLines(lineRange(index * 1000, index * 1000 + 999)), limit), early);
  expect(log.first).toBeGreaterThan(1000);
  expect(log.notes).toEqual([]);
  expect(withGap(log, GAP).notes).toEqual([{ before: 4000, note: { kind: 'gap', gap: GAP } }]);
});

test('knows who spoke in the order of their first line, and when the first line was said', () => {
  const log = kept([
    [aLine(0, { at: null, sender: 'b' }), aLine(1, { sender: 'a' })],
    [aLine(2, { sender: 'b' }), aLine(3, { sender: 'c' })],
  ]);
  expect(log.speakers).toEqual(['b', 'a', 'c']);
  expect(log.origin).toBe(LOG_T0 + 1000);
});

test('counts tries until one works', () => {
  const trying = (nextTryAt: number | null): LogState => ({ kind: 'reconnecting', problem: null, nextTryAt, lastAt: null });
  const live: LogState = { kind: 'live', problem: null, nextTryAt: null, lastAt: null };
  const states = [live, trying(10), trying(10), trying(20), trying(null), trying(30), live];
  let log = EMPTY_LOG;
  expect(states.map((state) => (log = withState(log, state)).tries)).toEqual([0, 1, 1, 2, 2, 3, 0]);
});
