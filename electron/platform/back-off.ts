// How long a socket waits before it tries again. For sockets alone: when to read again is the monitor's schedule.

const DELAYS_MS = [1_000, 2_000, 5_000, 10_000, 20_000, 40_000, 60_000] as const;
/** Sockets of one account fail together; a fifth to either side keeps them from coming back together. */
const JITTER = 0.2;

/** A connection that stood for this long was a good one: the next failure counts as the first. */
export const HEALTHY_AFTER_MS = 60_000;

/** Milliseconds to wait after the `attempt`-th failure in a row (from 1); `random` is from [0, 1). */
export function backOffMs(attempt: number, random: number): number {
  const base = DELAYS_MS[Math.max(0, attempt - 1)] ?? 60_000;
  return Math.round(base * (1 - JITTER + 2 * JITTER * random));
}
