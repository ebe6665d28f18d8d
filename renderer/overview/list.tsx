// The list as a tree grid: rows drawn as they come into sight, one of them in the tab order, keys as keys.ts says.
import { useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import type { Instant } from '../../electron/model/world.ts';
import { useWidth } from '../ui/use-width.ts';
import { VirtualList, type VirtualListHandle } from '../ui/virtual-list.tsx';
import { rowHeight, widthClass } from './heights.ts';
import { keyAction, type KeyAction } from './keys.ts';
import { carryOut } from './row-deeds.ts';
import { RowContextMenu, type MenuSpot } from './row-context-menu.tsx';
import { RowView } from './row-view.tsx';
import { unfoldKey, type Row } from './rows.ts';
import type { Hold } from './use-hold.ts';
import { useFollowedRow, useKeptFocus, useRowFocus } from './use-row-focus.ts';
import { withDetails, withUnfolded, type ViewStore } from './view.ts';

export interface ListHandle {
  /** Acts on a key that was pressed outside the list. */
  press(key: string): void;
}
interface ListProps {
  readonly state: AppState;
  readonly rows: readonly Row[];
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly hold: Hold;
  readonly now: Instant;
}

/** Folds or unfolds a row; without `isOpen` the other way round than it is. */
function flip({ state, view }: ListProps, row: Row, isOpen?: boolean): void {
  const key = unfoldKey(row, state.world, view.getState().search);
  if (key === null) return;
  // A key of the other kind remembers what is folded, so its meaning is turned round.
  const isTurned = key !== row.key;
  view.setState((before) => withUnfolded(before, key, isOpen === undefined ? !before.unfolded.has(key) : isOpen !== isTurned));
}

/** A click on an environment's row folds it, one on a service's or an instance's shows its details. */
function pressed(props: ListProps, row: Row): void {
  if (row.kind === 'environment') flip(props, row);
  else props.view.setState((before) => withDetails(before, row.key));
}

function act(props: ListProps, action: KeyAction): void {
  const { rows, view } = props;
  if (action.kind === 'select') {
    const key = rows[action.index]?.key;
    if (key !== undefined) view.setState({ selected: key, revealing: key });
  } else if (action.kind === 'unfold') flip(props, action.row, action.isOpen);
  else carryOut(props, action.kind, action.row);
}

/** Buttons inside a row keep their own Enter and Space; everything else is the list's, wherever in a row the focus is. */
function isForList(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const isOnRow = event.target instanceof HTMLElement && event.target.matches('[data-key]');
  return isOnRow || (event.key !== 'Enter' && event.key !== ' ');
}

/** The key of the row that was clicked; null between rows. */
function keyAt({ target }: MouseEvent): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null) : null;
}

export function List({ ref, ...props }: ListProps & { readonly ref: Ref<ListHandle> }): ReactNode {
  const { state, rows, view, bridge, hold, now } = props;
  const list = useRef<VirtualListHandle>(null);
  const { selected } = useStore(view);
  const [width, measure] = useWidth();
  const size = widthClass(width);
  const layout = useMemo(
    () => ({
      heightOf: (at: number): number => (rows[at] ? rowHeight(rows[at], size) : 0),
      keyOf: (at: number): string | number => rows[at]?.key ?? at,
    }),
    [rows, size],
  );
  const indexOf = useMemo(() => new Map(rows.map((row, index) => [row.key, index])), [rows]);
  const index = selected === null ? -1 : (indexOf.get(selected) ?? -1);
  const stop = index === -1 ? rows.findIndex((row) => row.kind !== 'section') : index;
  useRowFocus(list, indexOf, view);
  useKeptFocus(list, rows, indexOf, view);
  useFollowedRow(list, view, state.settings.list);
  const [spot, setSpot] = useState<MenuSpot | null>(null);
  const press = (key: string): boolean => {
    const action = keyAction(key, rows, index);
    if (action) act(props, action);
    return action !== null;
  };
  useImperativeHandle(ref, () => ({
    press: (key) => void press(index === -1 && key !== 'End' ? 'Home' : key),
  }));
  const renderRow = (at: number): ReactNode => {
    const row = rows[at];
    const choose = (): void => view.setState({ selected: row?.key ?? null });
    const place = { rowIndex: at + 1, isSelected: at === index, isStop: at === stop };
    return row ? (
      <RowView row={row} {...place} state={state} bridge={bridge} now={now} onChoose={choose} onPress={() => pressed(props, row)} />
    ) : null;
  };
  const menuRow = spot ? rows[indexOf.get(spot.key) ?? -1] : undefined;
  return (
    <div className="list-frame" ref={measure}>
      <VirtualList
        handle={list}
        className="list"
        role="treegrid"
        aria-label="Environments and services"
        aria-rowcount={rows.length}
        aria-busy={state.world.phase === 'connecting'}
        count={rows.length}
        heightOf={layout.heightOf}
        keyOf={layout.keyOf}
        renderRow={renderRow}
        keep={stop}
        paddingEnd={8}
        onKeyDown={(event) => {
          if (isForList(event) && press(event.key)) event.preventDefault();
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          const key = keyAt(event);
          if (key === null) return;
          view.setState({ selected: key });
          setSpot({ key, left: event.clientX, top: event.clientY });
        }}
        {...hold}
      />
      {menuRow && spot ? <RowContextMenu {...props} row={menuRow} spot={spot} onClose={() => setSpot(null)} /> : null}
    </div>
  );
}
