// Gives the focus to a row of a virtual list: scrolls to it, waits until it is drawn, focuses it.
import { useCallback, useEffect, useRef, type RefObject } from 'react';
import type { VirtualListHandle } from '../ui/virtual-list.tsx';

/** Returns what asks for a row by its key; a row that is not there yet gets the focus when it comes. */
export function useRowFocus(list: RefObject<VirtualListHandle | null>, indexOf: ReadonlyMap<string, number>): (key: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const key = wanted.current;
    const index = key === null ? undefined : indexOf.get(key);
    if (key === null || index === undefined) return undefined;
    // With the first row its heading comes into sight too.
    list.current?.show(index <= 1 ? 0 : index);
    const frame = requestAnimationFrame(() => {
      const row = list.current?.element()?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (!row) return;
      wanted.current = null;
      row.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  });
  return useCallback((key: string) => {
    wanted.current = key;
  }, []);
}
