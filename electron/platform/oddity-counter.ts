// Collects what is odd in what the platform says, since the start. What counts as odd is decode/oddities.ts's.
import { masked } from '../log.ts';
import { NO_ODDITIES, withOddities, type Oddities, type Oddity } from '../model/oddities.ts';

export interface OddityCounter {
  note(found: readonly Oddity[]): void;
  oddities(): Oddities;
}

/** Nothing odd yet. `secrets` are masked in samples. */
export function createOddityCounter(secrets: () => readonly string[]): OddityCounter {
  let all = NO_ODDITIES;
  return {
    note(found) {
      if (found.length === 0) return;
      const hidden = secrets();
      all = withOddities(
        all,
        found.map(({ kind, sample }) => ({ kind, sample: masked(sample, hidden) })),
      );
    },
    oddities: () => all,
  };
}
