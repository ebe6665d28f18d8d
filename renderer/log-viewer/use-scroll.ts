// Joins a list's element to where the list stands: places it after every change, and tells what the person does with it.
import { useCallback, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ListScroll } from './list-scroll.ts';
import type { LogStore } from './log-store.ts';
import type { ViewStore } from './view.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
interface Scroll {
  readonly list: ListScroll;
  readonly size: Size;
  readonly scrollTop: number;
  /** To be put on the element that scrolls. */
  readonly element: (element: HTMLElement | null) => (() => void) | undefined;
}

export function useScroll(log: LogStore, view: ViewStore): Scroll {
  const { layout } = useStore(log.store);
  const isFollowing = useStore(view, (one) => one.isFollowing);
  const [scrollTop, setScrollTop] = useState(0);
  const [list] = useState(() => new ListScroll(log, view, setScrollTop));
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const element = useCallback(
    (box: HTMLElement | null) => {
      list.attach(box);
      if (!box) return undefined;
      const take = (): void => setSize({ width: box.clientWidth, height: box.clientHeight });
      const observer = new ResizeObserver(take);
      observer.observe(box);
      take();
      return () => observer.disconnect();
    },
    [list],
  );
  const place = useCallback(() => list.place(), [list]);
  // After every change, and before the page is painted: no frame shows the list elsewhere.
  useLayoutEffect(place, [place, layout, size, isFollowing]);
  useSelectionPause(list);
  return { list, size, scrollTop, element };
}

/** Whoever selects lines reads them: the list stays. */
function useSelectionPause(list: ListScroll): void {
  useEffect(() => {
    const onChange = (): void => {
      const selection = document.getSelection();
      const line = selection?.anchorNode?.parentElement?.closest('.line');
      if (line && selection && !selection.isCollapsed) list.pause();
    };
    document.addEventListener('selectionchange', onChange);
    return () => document.removeEventListener('selectionchange', onChange);
  }, [list]);
}
