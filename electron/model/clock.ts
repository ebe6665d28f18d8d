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

/** `act`, now or soon: what is asked for soon within `ms` after a call is one call at their end. */
export function atMostEvery(clock: Clock, ms: number, act: () => void): { now(): void; soon(): void; stop(): void } {
  let cancel: (() => void) | null = null;
  let isAsked = false;
  const now = (): void => {
    isAsked = false;
    cancel?.();
    cancel = clock.after(ms, () => {
      cancel = null;
      if (isAsked) now();
    });
    act();
  };
  return {
    now,
    soon: () => {
      if (cancel === null) now();
      else isAsked = true;
    },
    stop: () => cancel?.(),
  };
}
