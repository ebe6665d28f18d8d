// Stands at the error when the log opens, unfolds the first error whenever it comes, and says it once to screen readers.
import { useEffect, useState } from 'react';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { plainText } from './ansi.ts';
import type { LogStore } from './log-store.ts';
import { isOpened, openingLine, textOfLine } from './opening.ts';
import type { ListScroll } from './list-scroll.ts';
import { unfoldedAt, standingAt, type ViewStore } from './view.ts';

const SAID_LENGTH = 300;

/** What screen readers are told once: the first error's text; "" until there is one. */
export function useOpening({ store }: LogStore, view: ViewStore, place: LogPlace, handle: ListScroll): string {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const openedAt = Date.now();
    let firstError: number | null = null;
    const open = (): void => {
      const { log, layout } = store.getState();
      const { isSettled, current } = view.getState();
      if (isSettled || log.end === 0) return;
      const number = openingLine(log, layout, place);
      if (number !== null && number !== current) {
        view.setState((one) => ({ ...standingAt(one, number, log.end), unfolded: new Set([number]) }));
        handle.show(number);
      }
      if (isOpened(log, openedAt)) view.setState({ isSettled: true });
    };
    const tellFirst = (): void => {
      const { log, layout } = store.getState();
      const number = layout.errors.count > 0 ? (layout.errors.room[0] ?? null) : null;
      if (number === null || firstError !== null) return;
      firstError = number;
      setSaid(`Error: ${plainText(textOfLine(log, number)).slice(0, SAID_LENGTH)}`);
      if (view.getState().isFollowing) view.setState((one) => unfoldedAt(one, number));
    };
    const onLog = (): void => {
      open();
      tellFirst();
    };
    onLog();
    return store.subscribe(onLog);
  }, [store, view, place, handle]);
  return said;
}
