// What a person has chosen to see in this window. Never a copy of the truth: ids and words only.
import { createStore, type StoreApi } from 'zustand/vanilla';
import { WHOLE_HISTORY, type HistoryQuery } from '../../electron/model/history.ts';
import type { ChipKey } from './chip.ts';
import { environmentKey } from './subject.ts';

export interface View {
  readonly filter: readonly ChipKey[];
  readonly search: string;
  readonly showsMuted: boolean;
  /** Keys of unfolded rows. */
  readonly unfolded: ReadonlySet<string>;
  /** Key of the row that has, or would get, the focus; null before one was chosen. */
  readonly selected: string | null;
  /** Grows when something is to be shown that a held order may lack. */
  readonly epoch: number;
  readonly isKeysOpen: boolean;
  /** The details of what is selected are shown, beside the list or in its place. */
  readonly isDetailsOpen: boolean;
  /** Key of a row that waits to be scrolled to and focused; null: none. */
  readonly revealing: string | null;
  /** What of the history is shown, in the list's place; null: it is not open. */
  readonly history: HistoryChoice | null;
}

/** What of the history a person wants to see. */
export type HistoryChoice = Omit<HistoryQuery, 'after'>;
export type ViewStore = StoreApi<View>;

export const FIRST_VIEW: View = {
  filter: [],
  search: '',
  showsMuted: false,
  unfolded: new Set(),
  selected: null,
  epoch: 0,
  isKeysOpen: false,
  isDetailsOpen: false,
  revealing: null,
  history: null,
};

/** The view of one window. */
export function createView(): ViewStore {
  return createStore<View>(() => FIRST_VIEW);
}

/** With one chip pressed or released. */
export function withChip(view: View, key: ChipKey): View {
  const filter = view.filter.includes(key) ? view.filter.filter((one) => one !== key) : [...view.filter, key];
  return { ...view, filter };
}

/** With one row unfolded or folded. */
export function withUnfolded(view: View, key: string, isOpen: boolean = !view.unfolded.has(key)): View {
  const unfolded = new Set(view.unfolded);
  if (isOpen) unfolded.add(key);
  else unfolded.delete(key);
  return { ...view, unfolded };
}

/** With the details of a row shown; the row is selected. */
export function withDetails(view: View, key: string): View {
  return { ...view, selected: key, isDetailsOpen: true };
}

/** Back in the list, at the row whose details were shown. */
export function withoutDetails(view: View): View {
  return { ...view, isDetailsOpen: false, revealing: view.selected };
}

/** With the history open, of one environment or service, or whole. */
export function withHistory(view: View, of: Partial<Pick<HistoryChoice, 'environmentId' | 'serviceId'>> = {}): View {
  const { after: _, ...whole } = WHOLE_HISTORY;
  return { ...view, history: { ...whole, ...of }, isKeysOpen: false };
}

/** Back in the list, where it was. */
export function withoutHistory(view: View): View {
  return { ...view, history: null, revealing: view.selected };
}

/** What was opened is closed again, then what was narrowed is wide again; null when nothing was, and Escape may close the window. */
export function afterEscape(view: View): View | null {
  if (view.isKeysOpen) return { ...view, isKeysOpen: false };
  if (view.history) return withoutHistory(view);
  if (view.isDetailsOpen) return withoutDetails(view);
  if (view.search !== '' || view.filter.length > 0) return { ...view, search: '', filter: [] };
  return null;
}

/** Shows one environment: unfolded, selected, and no filter or search in its way. */
export function withRevealed(view: View, environmentId: string, isMuted: boolean): View {
  const key = environmentKey(environmentId);
  return {
    ...withUnfolded(view, key, true),
    filter: [],
    search: '',
    showsMuted: view.showsMuted || isMuted,
    isDetailsOpen: false,
    history: null,
    selected: key,
    revealing: key,
    epoch: view.epoch + 1,
  };
}
