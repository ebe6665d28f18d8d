// Keeps the newest state and the last version sent, and sends what changed: the first change at once, those that follow it
// closely together. A snapshot and the patches after it always fit.
import { diff, type Patch } from '../contract/patch.ts';
import type { AppState, Snapshot } from '../contract/state.ts';
import type { Clock } from '../model/clock.ts';

export interface Publisher {
  /** Takes over what changed; it is sent now or within `everyMs`. */
  publish(change: Partial<AppState>): void;
  /** The newest state, sent or not. */
  state(): AppState;
  /** The newest state with its version; what was not sent yet is sent first, so that both belong together. */
  snapshot(): Snapshot;
  /** Sends nothing any more. */
  stop(): void;
}
export interface PublisherParts {
  readonly initial: AppState;
  readonly clock: Clock;
  readonly send: (patch: Patch) => void;
  /** The least time between two patches, in milliseconds; a snapshot may come between. */
  readonly everyMs?: number;
}

/** Starts at version 1 with the initial state. */
export function createPublisher({ initial, clock, send, everyMs = 100 }: PublisherParts): Publisher {
  let [newest, sent, version] = [initial, initial, 1];
  let cancel: (() => void) | null = null;
  let sentAt = Number.NEGATIVE_INFINITY;
  let isStopped = false;

  const flush = (): void => {
    const patch = diff(version, sent, newest);
    sent = newest;
    if (patch === null || isStopped) return;
    version = patch.to;
    sentAt = clock.now();
    send(patch);
  };
  /** Now, or as soon as it may be; a timer runs only while something waits. */
  const flushSoon = (): void => {
    if (cancel !== null) return;
    const passedMs = clock.now() - sentAt;
    if (passedMs >= everyMs || passedMs < 0) return flush(); // less than nothing: the clock was set back
    cancel = clock.after(everyMs - passedMs, () => {
      cancel = null;
      flush();
    });
  };
  return {
    publish: (change) => {
      newest = { ...newest, ...change };
      flushSoon();
    },
    state: () => newest,
    snapshot: () => {
      flush();
      return { version, state: sent };
    },
    stop: () => {
      isStopped = true;
      cancel?.();
      cancel = null;
    },
  };
}
