// Lays the log out as the window wants it: how many cells fit in a row, whose lines are shown, which errors are explained.
import { useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { textOfLine, errorOfLine } from './opening.ts';
import { explainedLine, type Explained, type Measure } from './explanation.ts';
import type { LineFilter } from './line-filter.ts';
import type { LogStore } from './log-store.ts';
import { NARROW_TIME_PX, TIME_PX, type TimeFormat } from './times.ts';
import type { ViewStore } from './view.ts';

/** Columns of a row in px: time, sender; the explanation's left edge; how wide wrapped text is. */
export interface Columns {
  readonly timePx: number;
  readonly fromPx: number;
  readonly whyPx: number;
  readonly sayPx: number;
  /** Times without milliseconds. */
  readonly isNarrow: boolean;
}

const FROM_PX = { deployment: 116, service: 92 } as const;
const NARROW_FROM_PX = { deployment: 0, service: 80 } as const;
/** Kept free at the right of a line; of an explanation with its padding and borders. */
const [RIGHT_PX, WHY_RIGHT_PX] = [32, 40];
const NARROW_PX = 560;

interface Wanted {
  readonly kind: keyof typeof FROM_PX;
  readonly isWrapped: boolean;
  readonly time: TimeFormat;
  readonly filter: LineFilter | null;
  readonly widthPx: number;
}

/** Arranges the store and says where the columns stand. */
export function useArrangement(log: LogStore, view: ViewStore, wanted: Wanted): Columns {
  const { kind, isWrapped, time, filter, widthPx } = wanted;
  const unfolded = useStore(view, (one) => one.unfolded);
  const [measure] = useState(pageMeasure);
  const isNarrow = widthPx < NARROW_PX;
  const timePx = isNarrow ? NARROW_TIME_PX[time] : TIME_PX[time];
  const fromPx = (isNarrow ? NARROW_FROM_PX : FROM_PX)[kind];
  const whyPx = isNarrow ? 12 : Math.max(24, timePx);
  const cellPx = measure('0'.repeat(100), 'mono') / 100;
  const columns = cellPx > 0 && widthPx > 0 ? Math.max(10, Math.floor((widthPx - timePx - fromPx - RIGHT_PX) / cellPx)) : 0;
  const sayPx = Math.ceil(columns * cellPx);
  const why = useMemo(() => {
    const rows = new Map<number, Explained>();
    const { log: kept } = log.store.getState();
    for (const number of sayPx > 0 ? unfolded : []) {
      const error = errorOfLine(kept, number);
      if (error) rows.set(number, explainedLine(error, textOfLine(kept, number), sayPx, widthPx - whyPx - WHY_RIGHT_PX, measure));
    }
    return rows;
  }, [log, unfolded, widthPx, whyPx, sayPx, measure]);
  useLayoutEffect(() => log.arrange({ columns, isWrapped, filter, unfolded: why }), [log, columns, isWrapped, filter, why]);
  return { timePx, fromPx, whyPx, sayPx, isNarrow };
}

/** Widths of texts as the page draws them: lines in 12 px of the fixed-width face, explanations in 13 px of the page's. */
function pageMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  const tokens = getComputedStyle(document.documentElement);
  const fonts = {
    mono: `${tokens.getPropertyValue('--size-12')} ${tokens.getPropertyValue('--font-mono')}`,
    text: `${tokens.getPropertyValue('--size-13')} ${tokens.getPropertyValue('--font-ui')}`,
  };
  return (piece, face) => {
    if (!context) return 0;
    context.font = fonts[face];
    return context.measureText(piece).width;
  };
}
