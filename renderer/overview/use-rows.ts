// The rows to draw, and the hold on their order while pointer or focus is in the list, until both have left a second ago.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppState } from '../../electron/contract/state.ts';
import { createOrderKeeper, movedCount, orderOf } from './order.ts';
import { rows, type Row } from './rows.ts';
import type { View } from './view.ts';

const RELEASE_MS = 1000;

/** Handlers for the element whose rows must not move under a hand. */
export interface Hold {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

function useHold(): { readonly isHeld: boolean; readonly hold: Hold } {
  const [isHeld, setIsHeld] = useState(false);
  const inside = useRef({ pointer: false, focus: false });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const set = useCallback((what: 'pointer' | 'focus', is: boolean) => {
    inside.current[what] = is;
    clearTimeout(timer.current);
    if (inside.current.pointer || inside.current.focus) setIsHeld(true);
    else timer.current = setTimeout(() => setIsHeld(false), RELEASE_MS);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  const hold = useMemo(
    () => ({
      onPointerEnter: () => set('pointer', true),
      onPointerLeave: () => set('pointer', false),
      onFocus: () => set('focus', true),
      onBlur: () => set('focus', false),
    }),
    [set],
  );
  return { isHeld, hold };
}

interface RowsShown {
  readonly rows: readonly Row[];
  /** Environments that will stand elsewhere once the order is let go. */
  readonly moved: number;
  readonly hold: Hold;
}

/** The rows for this state and view. While the first picture is still coming nothing is held: rows come in as they are read. */
export function useRows({ world, settings }: AppState, { filter, search, showsMuted, unfolded, epoch }: View): RowsShown {
  const muted = settings.mutedEnvironments;
  const { isHeld, hold } = useHold();
  const [keep] = useState(createOrderKeeper);
  const isComing = world.phase === 'connecting';
  const fresh = useMemo(() => orderOf(world, muted, { filter, search, showsMuted }), [world, muted, filter, search, showsMuted]);
  const order = useMemo(
    () => keep(fresh, world, JSON.stringify([filter, search, showsMuted, epoch]), isHeld && !isComing),
    [keep, fresh, world, filter, search, showsMuted, epoch, isHeld, isComing],
  );
  const shown = useMemo(() => rows({ world, order, muted, search, unfolded }), [world, order, muted, search, unfolded]);
  const moved = useMemo(() => movedCount(order, fresh), [order, fresh]);
  return { rows: shown, moved, hold };
}
