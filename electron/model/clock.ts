// Time as a part that is handed in: code that waits takes a Clock, so tests decide what time it is.
import type { Instant } from './world.ts';

export interface Clock {
  now(): Instant;
  /** Calls `act` once after `ms` milliseconds; the returned function cancels it. */
  after(ms: number, act: () => void): () => void;
}

/** Calls `act` again and again, `ms` apart; returns the function that ends it. */
export function every(clock: Clock, ms: number, act: () => void): () => void {
  const again = (): (() => void) =>
    clock.after(ms, () => {
      act();
      cancel = again();
    });
  let cancel = again();
  return () => cancel();
}

/** `act`, now or soon: what is asked for soon within `ms` after a call is one call at their end. No timer runs unless one waits. */
export function atMostEvery(clock: Clock, ms: number, act: () => void): { now(): void; soon(): void; stop(): void } {
  let cancel: (() => void) | null = null;
  let lastAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;
  const end = (): void => {
    cancel?.();
    cancel = null;
  };
  const now = (): void => {
    end();
    lastAt = clock.now();
    act();
  };
  return {
    now,
    soon: () => {
      if (cancel !== null || isStopped) return;
      const passedMs = clock.now() - lastAt;
      if (passedMs >= ms || passedMs < 0) now(); // less than nothing: the clock was set back
      else cancel = clock.after(ms - passedMs, now);
    },
    stop: () => {
      isStopped = true;
      end();
    },
  };
}
