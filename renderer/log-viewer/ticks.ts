// PURE. Where lines of interest stand along the scroll bar: one tick for each stretch of it that holds at least one.
import { lineAtRow, type Layout } from './lines.ts';
import { placeOf, type Numbers } from './numbers.ts';

/** Height of a tick in px. */
export const TICK_PX = 2;

/** Tops of the ticks in px from the top of a bar `heightPx` high; `numbers` ascend. */
export function ticksOf(layout: Layout, numbers: Numbers, heightPx: number): readonly number[] {
  const stretches = Math.floor(heightPx / TICK_PX);
  const ticks: number[] = [];
  if (numbers.count === 0 || layout.rows === 0) return ticks;
  const lineAt = (stretch: number): number => lineAtRow(layout, Math.floor((stretch / stretches) * layout.rows)) ?? 0;
  // Fewer rows than stretches: a tick stands where its row begins, not along the whole row.
  let before = -1;
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const through = stretch + 1 < stretches ? lineAt(stretch + 1) - 1 : Number.MAX_SAFE_INTEGER;
    const last = Math.max(lineAt(stretch), through);
    if (placeOf(numbers, last + 1) > placeOf(numbers, before + 1)) ticks.push(stretch * TICK_PX);
    before = Math.max(before, last);
  }
  return ticks;
}
