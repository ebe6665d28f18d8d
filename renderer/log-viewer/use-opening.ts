// Stands at the error when the log opens, or is shown again for another line; unfolds the first error whenever it comes, and says
// it once to screen readers.
import { useEffect, useRef, useState } from 'react';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { plainText } from './ansi.ts';
import type { LogStore } from './log-store.ts';
import { isOpened, openingLine, textOfLine } from './opening.ts';
import type { ListScroll } from './list-scroll.ts';
import { isShown } from './lines.ts';
import { standingAt, unfiltered, unfoldedAt, type ViewStore } from './view.ts';

const SAID_LENGTH = 300;

/** Stands where the place asks for until the log is opened or the person moves; returns its stop. */
function standAtPlace({ store }: LogStore, view: ViewStore, place: LogPlace, handle: ListScroll): () => void {
  const openedAt = Date.now();
  let stood: number | null = null;
  const open = (): void => {
    const { log, layout } = store.getState();
    if (view.getState().isSettled || log.end === 0) return;
    const number = openingLine(log, layout, place);
    if (number !== null && number !== stood) {
      const before = stood; // until the line asked for has come, another one stands in for it
      view.setState((one) => {
        const seen = isShown(layout, number) ? one : unfiltered(one);
        return { ...standingAt(seen, number, log.end), unfolded: new Set([...one.unfolded, number].filter((at) => at !== before)) };
      });
      handle.show(number);
      stood = number;
    }
    if (isOpened(log, openedAt)) view.setState({ isSettled: true });
  };
  open();
  return store.subscribe(open);
}

/** What screen readers are told once: the first error's text; "" until there is one. */
export function useOpening(log: LogStore, view: ViewStore, place: LogPlace, handle: ListScroll): string {
  const [said, setSaid] = useState('');
  const shown = useRef(place);
  useEffect(() => {
    if (shown.current !== place) view.setState({ isSettled: false });
    shown.current = place;
    return standAtPlace(log, view, place, handle);
  }, [log, view, place, handle]);
  useEffect(() => {
    const tellFirst = (): void => {
      const { log: kept, layout } = log.store.getState();
      const number = layout.errors.count > 0 ? (layout.errors.room[0] ?? null) : null;
      if (number === null) return;
      stop();
      setSaid(`Error: ${plainText(textOfLine(kept, number)).slice(0, SAID_LENGTH)}`);
      if (view.getState().isFollowing) view.setState((one) => unfoldedAt(one, number));
    };
    const stop = log.store.subscribe(tellFirst);
    tellFirst();
    return stop;
  }, [log, view]);
  return said;
}
