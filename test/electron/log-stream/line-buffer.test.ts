import { expect, test } from 'vitest';
import { createLineBuffer } from '../../../electron/log-stream/line-buffer.ts';
import type { LogGap } from '../../../electron/model/log-line.ts';
import { aLine, lineRange } from '../../support/a-log.ts';

const LOST: LogGap = { afterMs: 5000, count: 7, why: 'connection' };
const overflow = (count: number): unknown => ({ kind: 'gap', gap: { afterMs: 0, count, why: 'overflow' } });

test('gives lines and gaps back in order, neighbouring lines together', () => {
  const buffer = createLineBuffer(10);
  buffer.push(lineRange(0, 1));
  buffer.push([aLine(2)]);
  buffer.pushGap(LOST);
  buffer.push([aLine(3)]);
  expect(buffer.take(10)).toEqual([
    { kind: 'lines', lines: lineRange(0, 2) },
    { kind: 'gap', gap: LOST },
    { kind: 'lines', lines: [aLine(3)] },
  ]);
  expect(buffer.size()).toBe(0);
});

test('gives no more than asked for and keeps the rest', () => {
  const buffer = createLineBuffer(10);
  buffer.push(lineRange(0, 4));
  expect(buffer.take(2)).toEqual([{ kind: 'lines', lines: lineRange(0, 1) }]);
  expect(buffer.take(9)).toEqual([{ kind: 'lines', lines: lineRange(2, 4) }]);
  expect(buffer.take(9)).toEqual([]);
});

test('lets the oldest leave when full, and says how many before what is left', () => {
  const buffer = createLineBuffer(3);
  buffer.push(lineRange(0, 6));
  expect(buffer.size()).toBe(3);
  expect(buffer.take(9)).toEqual([overflow(4), { kind: 'lines', lines: lineRange(4, 6) }]);
  buffer.push([aLine(7)]);
  expect(buffer.take(9)).toEqual([{ kind: 'lines', lines: [aLine(7)] }]);
});

test('stays whole over many rounds of the ring', () => {
  const buffer = createLineBuffer(5);
  const taken: string[] = [];
  for (let round = 0; round < 50; round += 1) {
    buffer.push(lineRange(round * 3, round * 3 + 2));
    for (const event of buffer.take(3)) if (event.kind === 'lines') taken.push(...event.lines.map(({ key }) => key));
  }
  expect(taken).toEqual(lineRange(0, 149).map(({ key }) => key));
});
