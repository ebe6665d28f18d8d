// Where an open log speaks: lines are gathered and go out at most every 50 ms, so that a busy service costs its window
// twenty messages a second and no more. Order is kept; the first line after a silence goes at once.
import type { Clock } from '../model/clock.ts';
import type { LogEvent, LogGap, LogLine, LogState } from '../model/log-line.ts';
import type { Instant } from '../model/world.ts';
import { createLineBuffer } from './line-buffer.ts';

/** Between two deliveries. */
const EVERY_MS = 50;
/** In one delivery: what a window takes in without missing a frame. 100,000 lines a second, in deliveries. */
const MOST_AT_ONCE = 5_000;
/** Waiting to go out; past that the oldest leave and a gap says so. */
const CAPACITY = 100_000;

export interface Outlet {
  lines(lines: readonly LogLine[]): void;
  gap(gap: LogGap): void;
  /** Said after the lines that came before it; said again with each delivery while it is `live`, with the time of the last line. */
  state(state: Omit<LogState, 'lastAt'>): void;
  stop(): void;
}

/** When the newest of these lines was said; a line that does not say, or says a time to come, was said when it came. */
function saidAt(lines: readonly LogLine[], now: Instant): Instant {
  return Math.min(now, lines.at(-1)?.at ?? now);
}

/** An outlet that speaks to `listener`. */
export function createOutlet(parts: { readonly clock: Clock; readonly listener: (event: LogEvent) => void }): Outlet {
  const { clock, listener } = parts;
  const buffer = createLineBuffer(CAPACITY);
  let state: LogState = { kind: 'loading', problem: null, nextTryAt: null, lastAt: null };
  let isStateNew = false;
  let cancelWait: (() => void) | null = null;
  let isStopped = false;

  const deliver = (): void => {
    const events = buffer.take(MOST_AT_ONCE);
    for (const event of events) listener(event);
    const isStateDue = isStateNew || (events.length > 0 && state.kind === 'live');
    if (isStateDue && buffer.size() === 0) listener({ kind: 'state', state });
    isStateNew = isStateNew && buffer.size() > 0;
    if (events.length > 0) cancelWait = clock.after(EVERY_MS, afterWait);
  };
  const afterWait = (): void => {
    cancelWait = null;
    if (buffer.size() > 0 || isStateNew) deliver();
  };
  const soon = (): void => {
    if (!cancelWait && !isStopped) deliver();
  };
  return {
    lines: (lines) => {
      if (lines.length === 0 || isStopped) return;
      buffer.push(lines);
      state = { ...state, lastAt: saidAt(lines, clock.now()) };
      soon();
    },
    gap: (gap) => {
      if (isStopped) return;
      buffer.pushGap(gap);
      soon();
    },
    state: (next) => {
      state = { ...next, lastAt: state.lastAt };
      isStateNew = true;
      soon();
    },
    stop: () => {
      isStopped = true;
      cancelWait?.();
    },
  };
}
