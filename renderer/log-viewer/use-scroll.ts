// Where the list stands: at its end while following, else at a line that keeps its place whatever comes, leaves or unfolds.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject, type UIEvent, type WheelEvent } from 'react';
import { useStore } from 'zustand';
import type { KeptLog } from './kept-log.ts';
import { lineAtRow, rowOfLine, type Layout } from './lines.ts';
import type { Log, LogStore } from './log-store.ts';
import { endPx, positionOf, ROW_PX, scrollScale, scrollTopOf } from './scroll-scale.ts';
import { following, paused, type ViewStore } from './view.ts';

/** What keys and buttons do with the list. */
export interface ListHandle {
  /** Stands at a line, with some of what came before it above. */
  show(number: number): void;
  scrollBy(px: number): void;
  /** Height of what is in sight, in px. */
  pagePx(): number;
  toStart(): void;
  toEnd(): void;
  focus(): void;
}

/** A line and how far the top of the view is below the line's first row. */
interface Anchor {
  readonly number: number;
  readonly offsetPx: number;
}
function anchorAt(layout: Layout, log: KeptLog, px: number): Anchor {
  const number = lineAtRow(layout, Math.floor(px / ROW_PX)) ?? log.first;
  return { number, offsetPx: px - rowOfLine(layout, log, number) * ROW_PX };
}
const anchorPx = ({ layout, log }: Log, { number, offsetPx }: Anchor): number => rowOfLine(layout, log, number) * ROW_PX + offsetPx;

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Scroll {
  readonly element: RefObject<HTMLDivElement | null>;
  readonly size: Size;
  readonly scrollTop: number;
  readonly handle: ListHandle;
  readonly onScroll: (event: UIEvent<HTMLDivElement>) => void;
  readonly onWheel: (event: WheelEvent<HTMLDivElement>) => void;
}

/** Share of the view that stays above a line which is shown. */
const ABOVE = 0.3;

export function useScroll({ store }: LogStore, view: ViewStore): Scroll {
  const shown = useStore(store);
  const isFollowing = useStore(view, (one) => one.isFollowing);
  const element = useRef<HTMLDivElement>(null);
  const size = useSize(element);
  const [scrollTop, setScrollTop] = useState(0);
  const anchor = useRef<Anchor>({ number: 0, offsetPx: 0 });
  const placedTop = useRef(0);

  const scaleNow = useCallback(() => scrollScale(store.getState().layout.rows, element.current?.clientHeight ?? 0), [store]);
  const place = useCallback(() => {
    const [box, scale] = [element.current, scaleNow()];
    if (!box) return;
    box.scrollTop = scrollTopOf(scale, view.getState().isFollowing ? endPx(scale) : anchorPx(store.getState(), anchor.current));
    placedTop.current = box.scrollTop;
    setScrollTop(box.scrollTop);
  }, [scaleNow, store, view]);
  useLayoutEffect(place, [place, shown.layout, size, isFollowing]);

  /** Leaves the end, standing where the list stands now. */
  const pauseAt = useCallback(
    (px: number) => {
      const { log, layout } = store.getState();
      anchor.current = anchorAt(layout, log, px);
      view.setState((one) => ({ ...paused(one, log.end), isSettled: true }));
    },
    [store, view],
  );
  const goTo = useCallback(
    (px: number) => {
      if (px >= endPx(scaleNow())) view.setState((one) => ({ ...following(one), isSettled: true }));
      else pauseAt(Math.max(0, px));
      place();
    },
    [scaleNow, pauseAt, place, view],
  );
  const here = useCallback(() => positionOf(scaleNow(), element.current?.scrollTop ?? 0), [scaleNow]);
  useSelectionPause(element, () => pauseAt(here()));

  const [handle] = useState<ListHandle>(() => ({
    show: (number) => {
      const { log } = store.getState();
      view.setState((one) => paused(one, log.end));
      anchor.current = { number, offsetPx: -Math.floor(((element.current?.clientHeight ?? 0) * ABOVE) / ROW_PX) * ROW_PX };
      place();
    },
    scrollBy: (px) => goTo(here() + px),
    pagePx: () => element.current?.clientHeight ?? 0,
    toStart: () => goTo(0),
    toEnd: () => goTo(Number.POSITIVE_INFINITY),
    focus: () => element.current?.focus(),
  }));
  return {
    element,
    size,
    scrollTop,
    handle,
    onScroll: ({ currentTarget }) => {
      const [top, before] = [currentTarget.scrollTop, placedTop.current];
      setScrollTop(top);
      if (Math.abs(top - before) < 1) return; // our own doing
      placedTop.current = top;
      const isAtEnd = top > before && here() >= endPx(scaleNow()) - ROW_PX;
      if (isAtEnd) view.setState((one) => ({ ...following(one), isSettled: true }));
      else pauseAt(here());
    },
    // Before the wheel has moved anything: else a busy log would pull the list back to its end.
    onWheel: ({ deltaY }) => {
      if (deltaY < 0 && endPx(scaleNow()) > 0 && view.getState().isFollowing) pauseAt(here());
    },
  };
}

function useSize(element: RefObject<HTMLDivElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return undefined;
    const take = (): void => setSize({ width: box.clientWidth, height: box.clientHeight });
    const observer = new ResizeObserver(take);
    observer.observe(box);
    take();
    return () => observer.disconnect();
  }, [element]);
  return size;
}

/** Whoever selects text reads it: the list stays. */
function useSelectionPause(element: RefObject<HTMLDivElement | null>, pause: () => void): void {
  const act = useRef(pause);
  useEffect(() => {
    act.current = pause;
  });
  useEffect(() => {
    const onChange = (): void => {
      const selection = document.getSelection();
      if (selection && !selection.isCollapsed && element.current?.contains(selection.anchorNode)) act.current();
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [element]);
}
