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
