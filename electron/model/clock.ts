// Time as a part that is handed in: code that waits takes a Clock, so tests decide what time it is.
import type { Instant } from './world.ts';

export interface Clock {
  now(): Instant;
  /** Calls `act` once after `ms` milliseconds; the returned function cancels it. */
  after(ms: number, act: () => void): () => void;
}
