// Searches the kept lines a slice at a time, in the pauses between frames, and goes on as lines come.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LineFilter } from './lines.ts';
import type { LogStore } from './log-store.ts';
import { placeOf } from './numbers.ts';
import { newSearch, searchOn, type Hits } from './search.ts';
import type { ViewStore } from './view.ts';

/** One slice; a frame has room for it. */
const SLICE_MS = 8;

/** The hits so far; a new search replaces them when its first slice is done. */
export function useSearch({ store }: LogStore, view: ViewStore, filter: LineFilter | null): Hits {
  const query = useStore(view, (one) => one.query);
  const [hits, setHits] = useState(() => newSearch(''));
  useEffect(() => {
    let current = newSearch(query);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isShown = (number: number): boolean => {
      const { numbers } = store.getState().layout;
      return filter === null || numbers.room[placeOf(numbers, number)] === number;
    };
    const slice = (): void => {
      timer = undefined;
      const until = performance.now() + SLICE_MS;
      do current = searchOn(current, store.getState().log, isShown);
      while (current.through < store.getState().log.end && performance.now() < until);
      setHits(current);
      goOn();
    };
    const goOn = (): void => {
      if (timer === undefined && current.through < store.getState().log.end) timer = setTimeout(slice, 0);
    };
    timer = setTimeout(slice, 0);
    const stop = query === '' ? undefined : store.subscribe(goOn);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [store, query, filter]);
  return hits;
}
