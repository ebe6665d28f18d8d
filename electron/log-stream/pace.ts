// PURE. How fast a log speaks, from the times of its newest lines: used to say about how many lines a lost connection cost.
import type { LogLine } from '../model/log-line.ts';
import type { Instant } from '../model/world.ts';

/** So many of the newest lines are looked at, and fewer than `FEWEST` say nothing. */
const MOST = 200;
const FEWEST = 20;

export interface Pace {
  /** Lines heard at `now`. */
  add(lines: readonly LogLine[], now: Instant): void;
  /** About how many lines come in `ms`, as it was heard until `until`; null when too few were heard to say. */
  linesIn(ms: number, until: Instant): number | null;
}

/** A pace that has heard nothing yet. */
export function createPace(): Pace {
  let heard: readonly { readonly at: Instant; readonly now: Instant }[] = [];
  return {
    add: (lines, now) => {
      heard = [...heard, ...lines.slice(-MOST).flatMap(({ at }) => (at === null ? [] : { at, now }))].slice(-MOST);
    },
    linesIn: (ms, until) => {
      const [first, last] = [heard[0], heard.at(-1)];
      if (!first || !last || heard.length < FEWEST) return null;
      // The silence after a burst counts, too; and a replay is heard at once, though its lines were said one by one.
      const spanMs = Math.max(last.at - first.at, until - first.now);
      return spanMs <= 0 ? null : Math.round((heard.length / spanMs) * ms);
    },
  };
}
