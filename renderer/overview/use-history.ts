// Reads the history page by page: the first at once, the next when the end comes into sight, the first again when there is news.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import { NOTHING_READ, withFirstPage, withNextPage, type ReadHistory } from './history-reading.ts';
import type { HistoryChoice } from './view.ts';

/** A person who types is not asked after each letter, and news that come closely together are read together. */
const PAUSE_MS = 150;

/** What was read of the history, and the way to more of it. `version` changes when there is news. */
export function useHistory(bridge: Bridge, choice: HistoryChoice, version: number): ReadHistory & { readonly more: () => void } {
  const [read, setRead] = useState<ReadHistory>(NOTHING_READ);
  const newest = useRef(choice); // answers to an earlier question are thrown away
  const pauseMs = useRef(0);
  const isReadingOn = useRef(false);
  useEffect(() => {
    newest.current = choice;
    const timer = setTimeout(() => {
      pauseMs.current = PAUSE_MS;
      void bridge.ask('historyPage', { ...choice, after: null }).then((answer) => {
        if (newest.current === choice) setRead((before) => withFirstPage(before, answer, choice));
      });
    }, pauseMs.current);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- news of the history is asked for again
  }, [bridge, choice, version]);
  const { next } = read;
  const more = useCallback(() => {
    if (isReadingOn.current || next === null) return;
    isReadingOn.current = true;
    void bridge.ask('historyPage', { ...choice, after: next }).then((answer) => {
      isReadingOn.current = false;
      if (newest.current === choice) setRead((before) => withNextPage(before, answer));
    });
  }, [bridge, choice, next]);
  return { ...read, more };
}
