// Deployments that ended just now: their sockets stay a little, for the last words.
import type { Instant, World } from '../model/world.ts';

/** A deployment's own socket stays this long after its end. */
const LINGER_MS = 60_000;

export interface Lingering {
  /** Notes whose deployment ended from one world to the next. */
  note(before: World, after: World, now: Instant): void;
  /** Environments whose deployment ended lately. */
  lately(now: Instant): ReadonlySet<string>;
  clear(): void;
}

/** Nothing ended yet. */
export function createLingering(): Lingering {
  const endedAt = new Map<string, Instant>();
  return {
    note(before, after, now) {
      if (before.environments === after.environments) return;
      for (const id in after.environments) {
        const [was, is] = [before.environments[id], after.environments[id]];
        if (was !== is && was?.deployment?.inProgress && !is?.deployment?.inProgress) endedAt.set(id, now);
      }
    },
    lately(now) {
      for (const [id, at] of endedAt) if (now - at >= LINGER_MS) endedAt.delete(id);
      return new Set(endedAt.keys());
    },
    clear: () => endedAt.clear(),
  };
}
