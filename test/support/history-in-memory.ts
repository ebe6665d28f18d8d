// The history without a disk, for tests: what was written stays for the next run that is given the same store.
import type { HistoryStore } from '../../electron/history/history.ts';
import { fits, historyKey, historyPlaceKey, type HistoryEntry } from '../../electron/model/history.ts';
import { ok } from '../../electron/model/result.ts';
import type { Instant } from '../../electron/model/world.ts';

export interface HistoryInMemory extends HistoryStore {
  /** Every line that was written, in that order. */
  readonly lines: readonly HistoryEntry[];
  /** The newest word on each thing, oldest first. */
  entries(): readonly HistoryEntry[];
}

/** A store that nothing was written to; `seenAt`: when an earlier run looked last. */
export function historyInMemory(seenAt: Instant | null = null): HistoryInMemory {
  const lines: HistoryEntry[] = [];
  let seen = seenAt;
  const entries = (): readonly HistoryEntry[] => {
    const newest = new Map(lines.map((entry) => [historyKey(entry), entry]));
    return [...newest.values()].toSorted((a, b) => (historyPlaceKey(a) < historyPlaceKey(b) ? -1 : 1));
  };
  return {
    lines,
    entries,
    lastDays: () => [{ memory: null, lines: lines.map((entry) => JSON.stringify(entry)) }],
    seenAt: () => seen,
    problem: () => null,
    seen: (now) => void (seen = now),
    append: (more) => void lines.push(...more),
    page: (query) =>
      Promise.resolve(
        ok({
          entries: entries()
            .filter((entry) => fits(entry, query))
            .toReversed(),
          next: null,
          damaged: 0,
        }),
      ),
  };
}
