// The context menu of a row, where it was asked for.
import { useMemo, type ReactNode } from 'react';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { carryOut, type DeedParts } from './row-deeds.ts';
import { rowMenu } from './row-menu.ts';
import type { Row } from './rows.ts';

/** Which row's menu, and where in the window. */
export interface MenuSpot {
  readonly key: string;
  readonly left: number;
  readonly top: number;
}

interface RowContextMenuProps extends DeedParts {
  readonly row: Row;
  readonly spot: MenuSpot;
  readonly onClose: () => void;
}

export function RowContextMenu({ row, spot, onClose, state, view, bridge }: RowContextMenuProps): ReactNode {
  const { left, top } = spot;
  const at = useMemo(() => ({ left, top }), [left, top]);
  const groups = rowMenu(row, state.settings).map((items) =>
    items.map(({ label, keys, choice }): MenuEntry => ({ label, keys, act: () => carryOut({ state, view, bridge }, choice, row) })),
  );
  return <Menu name="What can be done" at={at} groups={groups} onClose={onClose} />;
}
