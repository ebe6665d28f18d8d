// Ticks beside the scroll bar: where errors, what is searched and markers stand in the whole log.
import { memo, useMemo, type ReactNode } from 'react';
import type { Layout } from './lines.ts';
import { markersOf, type PlacedNote } from './notes.ts';
import { noNumbers, withNumber, type Numbers } from './numbers.ts';
import { endPx, type ScrollScale } from './scroll-scale.ts';
import { TICK_PX, ticksOf } from './ticks.ts';

/** Width of the strip, in px. */
const STRIP_PX = 5;

interface TickStripProps {
  readonly layout: Layout;
  readonly hits: Numbers;
  readonly notes: readonly PlacedNote[];
  readonly scale: ScrollScale;
  /** How much larger the page shows what the scale measures. */
  readonly zoom: number;
  /** Where the scroll bar begins. */
  readonly leftPx: number;
}

const path = (tops: readonly number[]): string => tops.map((top) => `M0 ${top}h${STRIP_PX}v${TICK_PX}h${-STRIP_PX}z`).join('');

/** Nothing to be clicked, and nothing that a screen reader is not told elsewhere. Not drawn while all is in sight. */
export const TickStrip = memo(function TickStrip({ layout, hits, notes, scale, zoom, leftPx }: TickStripProps): ReactNode {
  const viewPx = Math.floor(scale.viewPx * zoom);
  const isNeeded = endPx(scale) > 0;
  const errors = useMemo(() => (isNeeded ? path(ticksOf(layout, layout.errors, viewPx)) : ''), [isNeeded, layout, viewPx]);
  const found = useMemo(() => (isNeeded ? path(ticksOf(layout, hits, viewPx)) : ''), [isNeeded, layout, hits, viewPx]);
  const marked = useMemo(() => {
    const lines = markersOf(notes).reduce((all, { before }) => withNumber(all, before), noNumbers());
    return isNeeded ? path(ticksOf(layout, lines, viewPx)) : '';
  }, [isNeeded, layout, notes, viewPx]);
  if (errors === '' && found === '' && marked === '') return null;
  return (
    <svg className="ticks" aria-hidden="true" width={STRIP_PX} height={viewPx} style={{ left: leftPx - STRIP_PX }}>
      <path className="errors" d={errors} />
      <path className="found" d={found} />
      <path className="marked" d={marked} />
    </svg>
  );
});
