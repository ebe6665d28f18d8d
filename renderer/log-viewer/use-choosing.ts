// Chooses lines across rows that need not be drawn: a press on a line's time or name begins, dragging or Shift goes on. Text
// inside lines is selected by the browser as ever.
import { useEffect, useMemo, useRef, type PointerEvent } from 'react';
import type { Taking } from './taking.ts';
import { choosing, type ViewStore } from './view.ts';

interface Choosing {
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  readonly onPointerUp: () => void;
}

function lineOf(target: EventTarget | null): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>('[data-line]') : null;
  return line ? Number(line.dataset['line']) : null;
}

/** Whether this is where lines are chosen, not text. */
export function isGutter(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.time, .from') !== null;
}

/** To be put on the list. */
export function useChoosing(view: ViewStore): Choosing {
  const isDragging = useRef(false);
  return useMemo(
    () => ({
      onPointerDown: ({ target, button, shiftKey }) => {
        const number = button === 0 && (shiftKey || isGutter(target)) ? lineOf(target) : null;
        if (number === null) return;
        if (shiftKey) document.getSelection()?.removeAllRanges();
        isDragging.current = true;
        view.setState((one) => choosing(one, number, shiftKey));
      },
      onPointerMove: ({ target, buttons }) => {
        if (buttons !== 1) isDragging.current = false;
        const number = isDragging.current ? lineOf(target) : null;
        if (number !== null && number !== view.getState().chosen?.to) view.setState((one) => choosing(one, number, true));
      },
      onPointerUp: () => {
        isDragging.current = false;
      },
    }),
    [view],
  );
}

/** The system's own "copy" takes the chosen lines, wherever they are; selected text goes first. */
export function useCopyKey(view: ViewStore, taking: Taking): void {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      const isText = document.getSelection()?.isCollapsed === false || event.target instanceof HTMLInputElement;
      if (isText || !view.getState().chosen) return;
      event.preventDefault();
      void taking.copyLines({ withTimes: false });
    };
    document.addEventListener('copy', onCopy);
    return () => document.removeEventListener('copy', onCopy);
  }, [view, taking]);
}
