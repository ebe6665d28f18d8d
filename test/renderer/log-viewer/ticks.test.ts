import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { EMPTY_LOG, withLines } from '../../../renderer/log-viewer/kept-log.ts';
import { layoutOf } from '../../../renderer/log-viewer/lines.ts';
import { noNumbers, withNumber } from '../../../renderer/log-viewer/numbers.ts';
import { ticksOf } from '../../../renderer/log-viewer/ticks.ts';
import { lineRange } from '../../support/a-log.ts';

const options = { columns: 80, isWrapped: false, filter: null, unfolded: new Map() };
const layout = (lines: number) => layoutOf(withLines(EMPTY_LOG, packLines(lineRange(0, lines - 1))), options);
const ticks = (lines: number, hits: readonly number[]) => ticksOf(layout(lines), hits.reduce(withNumber, noNumbers()), 200);

test('puts a tick where a line stands in the whole log, one for many that stand together', () => {
  expect(ticks(1000, [0, 1, 5, 500, 999])).toEqual([0, 100, 198]);
  expect(ticks(1000, [])).toEqual([]);
});

test('puts one tick, not a bar, where the log is shorter than the scroll bar', () => {
  expect(ticks(10, [0, 5])).toEqual([0, 100]);
});
