// The rows to draw: in the order that the facts ask for, or in the one that is held.
import { useMemo, useState } from 'react';
import type { AppState } from '../../electron/contract/state.ts';
import { uncounted } from '../../electron/model/known.ts';
import { createOrderKeeper, movedCount, orderOf } from './order.ts';
import { rows, type Row } from './rows.ts';
import { useHold, type Hold } from './use-hold.ts';
import type { View } from './view.ts';

interface RowsShown {
  readonly rows: readonly Row[];
  /** Environments that will stand elsewhere once the order is let go. */
  readonly moved: number;
  readonly hold: Hold;
}

/** The rows for this state and view. While the first picture is still coming nothing is held: rows come in as they are read. */
export function useRows({ world, settings }: AppState, { filter, search, showsMuted, unfolded, epoch }: View): RowsShown {
  const { mutedEnvironments: muted, list } = settings;
  const quiet = useMemo(() => uncounted(world, settings), [world, settings]);
  const fresh = useMemo(
    () => orderOf(world, { filter, search, showsMuted }, { ...list, muted, quiet }),
    [world, muted, list, filter, search, showsMuted, quiet],
  );
  const { isHeld, hold } = useHold(fresh.length > 0);
  const [keep] = useState(createOrderKeeper);
  const isComing = world.phase === 'connecting';
  const order = useMemo(
    () => keep(fresh, world, JSON.stringify([filter, search, showsMuted, epoch, list]), isHeld && !isComing),
    [keep, fresh, world, filter, search, showsMuted, epoch, list, isHeld, isComing],
  );
  const shown = useMemo(
    () => rows({ world, order, muted: quiet, favourites: list.favourites, search, unfolded }),
    [world, order, quiet, list, search, unfolded],
  );
  const moved = useMemo(() => movedCount(order, fresh), [order, fresh]);
  return { rows: shown, moved, hold };
}
