import { expect, test } from 'vitest';
import { createSeenLines } from '../../../electron/log-stream/seen-lines.ts';
import { aLine, lineRange } from '../../support/a-log.ts';

test('tells every line of the first reading, also two that are alike', () => {
  const read = createSeenLines(100)();
  const twice = [aLine(1), aLine(1)];
  expect(read(twice)).toEqual({ lines: twice, overlaps: false });
});

test('drops what another reading brought, and says that nothing is missing between them', () => {
  const begin = createSeenLines(100);
  begin()(lineRange(0, 5));
  expect(begin()(lineRange(3, 8))).toEqual({ lines: lineRange(6, 8), overlaps: true });
});

test('says when a reading does not overlap what was told', () => {
  const begin = createSeenLines(100);
  begin()(lineRange(0, 5));
  expect(begin()(lineRange(9, 10))).toEqual({ lines: lineRange(9, 10), overlaps: false });
});

test('takes a line for a repeat as often as it was told, and no oftener', () => {
  const begin = createSeenLines(100);
  begin()([aLine(1)]);
  expect(begin()([aLine(1), aLine(1)]).lines).toEqual([aLine(1)]);
  expect(begin()([aLine(1), aLine(1), aLine(1)]).lines).toEqual([aLine(1)]);
});

test('goes on within one reading over many deliveries', () => {
  const begin = createSeenLines(100);
  begin()(lineRange(0, 5));
  const read = begin();
  expect(lineRange(4, 7).flatMap((line) => read([line]).lines)).toEqual(lineRange(6, 7));
});

test('remembers the newest lines only', () => {
  const begin = createSeenLines(10);
  begin()(lineRange(0, 99));
  expect(begin()(lineRange(80, 99)).lines).toEqual(lineRange(80, 89));
});
