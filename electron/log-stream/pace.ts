// PURE. How fast a log speaks, from the times of its newest lines: used to say about how many lines a lost connection cost.
import type { LogLine } from '../model/log-line.ts';
import type { Instant } from '../model/world.ts';

/** So many of the newest lines are looked at, and fewer than `FEWEST` say nothing. */
const MOST = 200;
const FEWEST = 20;

export interface Pace {
  add(lines: readonly LogLine[]): void;
  /** About how many lines come in `ms`; null when too few were heard to say. */
  linesIn(ms: number): number | null;
}

/** A pace that has heard nothing yet. */
export function createPace(): Pace {
  let times: readonly Instant[] = [];
  return {
    add: (lines) => {
      times = [...times, ...lines.slice(-MOST).flatMap((line) => line.at ?? [])].slice(-MOST);
    },
    linesIn: (ms) => {
      const spanMs = (times.at(-1) ?? 0) - (times[0] ?? 0);
      return times.length < FEWEST || spanMs <= 0 ? null : Math.round((times.length / spanMs) * ms);
    },
  };
}
