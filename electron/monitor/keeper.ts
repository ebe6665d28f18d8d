// Holds what is known and tells what changed. While it is held back (after a wake) the world goes on, and what happened
// meanwhile is told as one change from before to after: a status that was only passed through on the way is no news.
import { changes, type Change } from '../model/changes.ts';
import { isHeardAgain } from '../model/freshness.ts';
import type { World } from '../model/world.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from './fold.ts';

/** Called after each change with the world and what happened. */
export type WorldListener = (world: World, happened: readonly Change[]) => void;

export interface Keeper {
  known(): Known;
  /** Whether something may be due that was not: not when live sources only said again what was known. */
  apply(...events: readonly MonitorEvent[]): boolean;
  /** From now on nothing is said to have happened; does nothing before the first look, which is one change anyway. */
  holdBack(): void;
  isHeldBack(): boolean;
  /** Tells what happened since. */
  letGo(): void;
  subscribe(listener: WorldListener): () => void;
}

/** Whether the two differ in nothing but when live sources spoke. */
function isRepetition({ world, ...others }: Known, after: Known): boolean {
  return isHeardAgain(world, after.world) && (Object.keys(others) as (keyof typeof others)[]).every((key) => others[key] === after[key]);
}

/** Nothing known. `onChange` is told of every change before the listeners are. */
export function createKeeper(onChange: (before: World, after: World) => void): Keeper {
  const listeners = new Set<WorldListener>();
  let known: Known = NOTHING_KNOWN;
  let heldAt: World | null = null;

  const tell = (happened: readonly Change[]): void => {
    for (const listener of listeners) listener(known.world, happened);
  };
  return {
    known: () => known,
    apply(...events) {
      const old = known;
      const before = known.world;
      known = events.reduce(fold, known);
      const after = known.world;
      const isNews = after.phase !== 'ready' || heldAt !== null || !isRepetition(old, known);
      if (after === before) return isNews;
      if (after.phase !== 'ready') heldAt = null;
      onChange(before, after);
      tell(heldAt || !isNews ? [] : changes(before, after));
      return isNews;
    },
    holdBack() {
      if (known.world.phase === 'ready') heldAt ??= known.world;
    },
    isHeldBack: () => heldAt !== null,
    letGo() {
      const happened = heldAt ? changes(heldAt, known.world) : [];
      heldAt = null;
      if (happened.length > 0) tell(happened);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
