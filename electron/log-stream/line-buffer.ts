// PURE. The bounded ring between a log's source and its window: lines and gaps wait here, in order, until they are taken.
// When more come than it holds, the oldest leave and what is taken next begins with a gap that says how many.
import type { LogEvent, LogGap, LogLine } from '../model/log-line.ts';

type Entry = { readonly line: LogLine } | { readonly gap: LogGap };

export interface LineBuffer {
  /** How many lines and gaps wait. */
  size(): number;
  push(lines: readonly LogLine[]): void;
  pushGap(gap: LogGap): void;
  /** Takes the oldest `most` lines and gaps out, as events in order. */
  take(most: number): readonly LogEvent[];
}

/** Entries as events: neighbouring lines together. */
function asEvents(entries: readonly Entry[]): readonly LogEvent[] {
  const events: LogEvent[] = [];
  let lines: LogLine[] = [];
  for (const entry of entries) {
    if ('line' in entry) {
      if (lines.length === 0) events.push({ kind: 'lines', lines });
      lines.push(entry.line);
    } else {
      events.push({ kind: 'gap', gap: entry.gap });
      lines = [];
    }
  }
  return events;
}

/** An empty buffer that holds `capacity` lines and gaps at most. */
export function createLineBuffer(capacity: number): LineBuffer {
  let slots: (Entry | undefined)[] = [];
  let [head, size, lost] = [0, 0, 0];

  const add = (entry: Entry): void => {
    if (size < capacity) size += 1;
    else {
      const oldest = slots[head];
      if (oldest && 'line' in oldest) lost += 1;
      head = (head + 1) % capacity;
    }
    slots[(head + size - 1) % capacity] = entry;
  };
  const takeOne = (): Entry[] => {
    const entry = slots[head];
    slots[head] = undefined;
    head = (head + 1) % capacity;
    size -= 1;
    return entry ? [entry] : [];
  };
  return {
    size: () => size,
    push: (lines) => {
      for (const line of lines) add({ line });
    },
    pushGap: (gap) => add({ gap }),
    take: (most) => {
      const entries: Entry[] = lost > 0 ? [{ gap: { afterMs: 0, count: lost, why: 'overflow' } }] : [];
      lost = 0;
      for (let left = Math.min(most, size); left > 0; left -= 1) entries.push(...takeOne());
      if (size === 0) [slots, head] = [[], 0];
      return asEvents(entries);
    },
  };
}
