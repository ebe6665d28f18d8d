// A clock that stands still until a test moves it. Timers act in the order of their times, each at its own time.
import { setImmediate } from 'node:timers/promises';
import type { Clock } from '../../electron/model/clock.ts';
import type { Instant } from '../../electron/model/world.ts';

/** A clock for tests; whatever timers start (promises, answers of local servers already there) gets its turn between them. */
export type ManualClock = Clock & {
  /** Moves on by `ms`, letting every timer act that falls due on the way, also those set meanwhile. */
  advance(ms: number): Promise<void>;
  /** The computer's clock is set: another time from now on, and every timer as far away as before. */
  set(ms: Instant): void;
  /** How many timers are set: a part that was stopped must leave none behind. */
  pending(): number;
};

/** A manual clock that says `startMs` until it is advanced. */
export function manualClock(startMs: Instant): ManualClock {
  // Timers count what has passed, whatever the clock is set to meanwhile.
  let [passed, setBy] = [startMs, 0];
  let lastId = 0;
  const timers = new Map<number, { readonly at: Instant; readonly act: () => void }>();

  const firstDue = (until: Instant): readonly [number, Instant] | null => {
    let first: readonly [number, Instant] | null = null;
    for (const [id, { at }] of timers) if (at <= until && (first === null || at < first[1])) first = [id, at];
    return first;
  };

  return {
    now: () => passed + setBy,
    after(ms, act) {
      const id = ++lastId;
      timers.set(id, { at: passed + Math.max(0, ms), act });
      return () => void timers.delete(id);
    },
    async advance(ms) {
      const until = passed + ms;
      await setImmediate();
      for (let due = firstDue(until); due !== null; due = firstDue(until)) {
        const [id, at] = due;
        const act = timers.get(id)?.act;
        timers.delete(id);
        passed = at;
        act?.();
        await setImmediate();
      }
      passed = until;
    },
    set: (ms) => void (setBy = ms - passed),
    pending: () => timers.size,
  };
}
