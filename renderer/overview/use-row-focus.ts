// Gives the focus to the row that the view wants to reveal: scrolls to it, waits until it is drawn, focuses it.
import { useEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Settings } from '../../electron/contract/settings.ts';
import type { VirtualListHandle } from '../ui/virtual-list.tsx';
import { heirOf, type Row } from './rows.ts';
import type { ViewStore } from './view.ts';

/** A row that is not there yet gets the focus when it comes. */
export function useRowFocus(list: RefObject<VirtualListHandle | null>, indexOf: ReadonlyMap<string, number>, view: ViewStore): void {
  const key = useStore(view, (one) => one.revealing);
  useEffect(() => {
    const index = key === null ? undefined : indexOf.get(key);
    if (key === null || index === undefined) return undefined;
    // With the first row its heading comes into sight too.
    list.current?.show(index <= 1 ? 0 : index);
    const frame = requestAnimationFrame(() => {
      const row = list.current?.element()?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      if (!row) return;
      view.setState({ revealing: null });
      row.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  });
}

/** The row in the list that has the focus, or holds what has it. */
const focusedKey = (list: VirtualListHandle | null): string | null =>
  list?.element()?.contains(document.activeElement)
    ? (document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null)
    : null;

/** When the row that has the focus is there no more, the one that stands in its place takes it; where none does, the last. */
export function useKeptFocus(
  list: RefObject<VirtualListHandle | null>,
  rows: readonly Row[],
  indexOf: ReadonlyMap<string, number>,
  view: ViewStore,
): void {
  const held = useRef<{ readonly key: string; readonly index: number } | null>(null);
  useEffect(() => {
    const lost = held.current;
    if (lost && !indexOf.has(lost.key) && document.activeElement === document.body) {
      const key = heirOf(rows, lost.index)?.key;
      if (key !== undefined) view.setState({ selected: key, revealing: key });
    }
    const key = focusedKey(list.current);
    const index = key === null ? undefined : indexOf.get(key);
    held.current = key === null || index === undefined ? null : { key, index };
  });
}

/** When a person arranges the list anew, the row in their hand takes its new place, and stays in sight. */
export function useFollowedRow(list: RefObject<VirtualListHandle | null>, view: ViewStore, arrangement: Settings['list']): void {
  const arranged = JSON.stringify(arrangement); // another setting's change makes it anew
  const before = useRef(arranged);
  useEffect(() => {
    if (before.current === arranged) return;
    before.current = arranged;
    if (list.current?.element()?.contains(document.activeElement)) view.setState(({ selected }) => ({ revealing: selected }));
  }, [list, view, arranged]);
}
