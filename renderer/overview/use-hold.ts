// The hold on the list's order: while a hand (pointer or focus) is in it, and until both have left a second ago. A window that
// opens under a pointer that lies still is not in anybody's hand: what is new must come to its place.
import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent } from 'react';

const RELEASE_MS = 1000;
const SETTLE_MS = 1000;

/** Handlers for the element whose rows must not move under a hand. */
export interface Hold {
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}
/** A place in the window in px. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/**
 * Whether a hand moved the pointer, now at `at`, before at `last` (null: not over the list before). The system also tells of a
 * pointer that lies still when something appears under it: that comes at the same spot, or at once when the list came.
 */
export function isHand(last: Spot | null, at: Spot, sinceListMs: number): boolean {
  return last === null ? sinceListMs > SETTLE_MS : last.x !== at.x || last.y !== at.y;
}

/** Whether the order is held, and the handlers that know. `hasList`: the list is in sight. */
export function useHold(hasList: boolean): { readonly isHeld: boolean; readonly hold: Hold } {
  const [isHeld, setIsHeld] = useState(false);
  const inside = useRef({ pointer: false, focus: false });
  const last = useRef<Spot | null>(null);
  const cameAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const set = useCallback((what: 'pointer' | 'focus', is: boolean) => {
    inside.current[what] = is;
    clearTimeout(timer.current);
    if (inside.current.pointer || inside.current.focus) setIsHeld(true);
    else timer.current = setTimeout(() => setIsHeld(false), RELEASE_MS);
  }, []);
  useEffect(() => {
    cameAt.current = performance.now();
    // A list that is gone has told nobody that the hand left it.
    inside.current = { pointer: false, focus: false };
    last.current = null;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsHeld(false), 0);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the coming and going of the list is what starts anew
  }, [hasList]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hold = useMemo(
    () => ({
      onPointerMove: ({ clientX: x, clientY: y, timeStamp }: PointerEvent<HTMLElement>) => {
        const isMoved = isHand(last.current, { x, y }, timeStamp - cameAt.current);
        last.current = { x, y };
        if (isMoved && !inside.current.pointer) set('pointer', true);
      },
      onPointerLeave: () => {
        last.current = null;
        set('pointer', false);
      },
      onFocus: () => set('focus', true),
      onBlur: () => set('focus', false),
    }),
    [set],
  );
  return { isHeld, hold };
}
