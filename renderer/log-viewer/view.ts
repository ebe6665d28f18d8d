// What belongs to this window alone: where it stands, what is unfolded, what is searched. Never a copy of the truth.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Comparison } from './comparing.ts';
import type { LevelFloor } from './line-filter.ts';
import type { Layout } from './lines.ts';
import type { PlacedNote } from './notes.ts';
import { placeOf } from './numbers.ts';
import { NO_QUERY, type Query, type Sought } from './search.ts';

export interface View {
  /** Stands at the end and stays there while lines come. */
  readonly isFollowing: boolean;
  /** Number that the next line had when following was left: what came since is not seen yet. */
  readonly leftAt: number;
  /** The person has moved, or the opening is over: from then on nothing moves by itself. */
  readonly isSettled: boolean;
  /** Lines whose explanation is unfolded. */
  readonly unfolded: ReadonlySet<number>;
  /** The error or hit that keys and buttons go on from. */
  readonly current: number | null;
  /** The marker that keys go on from. */
  readonly marker: PlacedNote | null;
  /** Only this service's lines; null: all. */
  readonly serviceId: string | null;
  /** Lines chosen to be copied: from where the choice began to where it was drawn. */
  readonly chosen: { readonly from: number; readonly to: number } | null;
  /** What was just done, in words; "" after a while. */
  readonly notice: string;
  readonly floor: LevelFloor;
  /** Instances whose lines are hidden; one container's, one version's lines alone (null: all). */
  readonly hidden: ReadonlySet<string>;
  readonly container: string | null;
  readonly version: string | null;
  readonly query: Query;
  /** The hit to go to once it is known; null: none is waited for. */
  readonly sought: Sought | null;
  /** The good run that this log is compared with; null: it is not. */
  readonly compared: Comparison | null;
  /** The line shown whole over the page. */
  readonly whole: number | null;
  readonly isKeysOpen: boolean;
}
export type ViewStore = StoreApi<View>;

export const FIRST_VIEW: View = {
  isFollowing: true,
  leftAt: 0,
  isSettled: false,
  unfolded: new Set(),
  current: null,
  marker: null,
  serviceId: null,
  chosen: null,
  notice: '',
  floor: 'all',
  hidden: new Set(),
  container: null,
  version: null,
  query: NO_QUERY,
  sought: null,
  compared: null,
  whole: null,
  isKeysOpen: false,
};

export function createView(): ViewStore {
  return createStore<View>(() => FIRST_VIEW);
}

/** The view that no longer follows; `end` is the number that the next line will have. */
export function paused(view: View, end: number): View {
  return view.isFollowing ? { ...view, isFollowing: false, leftAt: end } : view;
}

/** The view that follows again. */
export function following(view: View): View {
  return view.isFollowing ? view : { ...view, isFollowing: true };
}

/** The view that stands at a line: it is the current one. */
export function standingAt(view: View, number: number, end: number): View {
  return { ...paused(view, end), current: number, marker: null, sought: null };
}
/** The view that stands at a marker: from it keys go on. */
export function standingAtMarker(view: View, marker: PlacedNote, end: number): View {
  return { ...paused(view, end), current: null, marker, sought: null };
}

/** The view with the explanation of a line unfolded, or folded when it was. */
export function toggled(view: View, number: number): View {
  const unfolded = new Set(view.unfolded);
  if (!unfolded.delete(number)) unfolded.add(number);
  return { ...view, unfolded };
}
export function unfoldedAt(view: View, number: number): View {
  return view.unfolded.has(number) ? view : toggled(view, number);
}
/** The view with what is typed into its search changed; the text goes, the switches stay, when it is cleared. */
export function searching(view: View, change: Partial<Query>): View {
  return { ...view, query: { ...view.query, ...change }, current: null, sought: null };
}

/** The view in which no line is hidden. */
export function unfiltered(view: View): View {
  const compared = view.compared && { ...view.compared, isOnly: false };
  return { ...view, serviceId: null, floor: 'all', hidden: new Set(), container: null, version: null, compared };
}

/** The view with an instance's lines hidden, or shown when they were. */
export function hiding(view: View, instance: string): View {
  const hidden = new Set(view.hidden);
  if (!hidden.delete(instance)) hidden.add(instance);
  return { ...view, hidden };
}

/** The view with a line chosen; `isMore`: with all lines from where the choice began. */
export function choosing(view: View, number: number, isMore: boolean): View {
  return { ...view, isSettled: true, chosen: { from: isMore ? (view.chosen?.from ?? view.current ?? number) : number, to: number } };
}
export function isChosen({ chosen }: Pick<View, 'chosen'>, number: number): boolean {
  return chosen !== null && number >= Math.min(chosen.from, chosen.to) && number <= Math.max(chosen.from, chosen.to);
}

/** Numbers of the lines chosen, of all lines shown when none are. */
export function chosenNumbers({ chosen }: Pick<View, 'chosen'>, { numbers }: Layout): Uint32Array {
  if (!chosen) return numbers.room.subarray(0, numbers.count);
  const [from, to] = [Math.min(chosen.from, chosen.to), Math.max(chosen.from, chosen.to)];
  return numbers.room.subarray(placeOf(numbers, from), placeOf(numbers, to + 1));
}
