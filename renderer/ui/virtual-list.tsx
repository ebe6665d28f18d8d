// A list that draws only what is in sight. Heights are known beforehand, never measured: nothing jumps, whatever arrives.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useImperativeHandle, useRef, type HTMLAttributes, type ReactNode, type Ref } from 'react';

export interface VirtualListHandle {
  /** Scrolls row `index` into sight; `auto` moves no further than it must. */
  show(index: number, align?: 'auto' | 'start' | 'center' | 'end'): void;
  /** The element that scrolls; null before it is drawn. */
  element(): HTMLDivElement | null;
}

interface VirtualListProps extends Omit<HTMLAttributes<HTMLDivElement>, 'children'> {
  readonly count: number;
  /** Height of row `index` in px. Asked again only when `count` or `keyOf` changed. */
  readonly heightOf: (index: number) => number;
  /** Identifies row `index`. Keep the function's identity while rows keep order and heights: a new one lays all out anew. */
  readonly keyOf: (index: number) => string | number;
  readonly renderRow: (index: number) => ReactNode;
  /** A row that stays in the document out of sight, so that it keeps the focus; null: none. */
  readonly keep?: number | null;
  /** Empty px below the last row. */
  readonly paddingEnd?: number;
  readonly handle?: Ref<VirtualListHandle>;
}

/** The scrolling element takes every other attribute (role, label, handlers); its rows' wrappers say nothing to screen readers. */
export function VirtualList({
  count,
  heightOf,
  keyOf,
  renderRow,
  keep = null,
  paddingEnd = 0,
  handle,
  ...rest
}: VirtualListProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the React compiler is not used here
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
    paddingEnd,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const seen = defaultRangeExtractor(range);
        if (keep === null || keep >= range.count || seen.includes(keep)) return seen;
        return [...seen, keep].toSorted((a, b) => a - b);
      },
      [keep],
    ),
  });
  useImperativeHandle(
    handle,
    () => ({ show: (index, align = 'auto') => virtualizer.scrollToIndex(index, { align }), element: () => scroller.current }),
    [virtualizer],
  );
  return (
    <div {...rest} ref={scroller} className={`virtual-list ${rest.className ?? ''}`}>
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start, size }) => (
          <div key={key} role="presentation" className="virtual-row" style={{ top: start, height: size }}>
            {renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  );
}
