// The computer's own clock and timers.
import type { Clock } from '../model/clock.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, Math.min(ms, 2 ** 31 - 1)); // longer ones would fire at once
    return () => clearTimeout(timer);
  },
};
