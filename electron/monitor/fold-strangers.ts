// Environments and services that are heard of before they are named: just made, or nothing that this token may see.
import type { Known } from './fold.ts';

/** What is remembered of strangers that no discovery names. */
const MOST_IGNORED = 500;

/** These were heard of: those that nobody has named yet are to be discovered. */
export function withStrangers(known: Known, ids: readonly string[]): Known {
  const unknown = ids.filter((id) => !known.world.environments[id] && !known.world.services[id]);
  if (unknown.length === 0) return known;
  const met = new Set([...known.world.hidden.map((one) => one.id), ...known.strangers, ...known.ignored]);
  const strangers = new Set(unknown.filter((id) => !met.has(id)));
  return strangers.size === 0 ? known : { ...known, strangers: [...known.strangers, ...strangers] };
}

/** Whom even a discovery does not name is not asked about again; where it names none of them, the next is put off longer. */
export function withoutStrangers(known: Known, named: ReadonlySet<string>): Pick<Known, 'strangers' | 'ignored' | 'fruitless'> {
  const { strangers, ignored, fruitless } = known;
  if (strangers.length === 0) return { strangers, ignored, fruitless };
  const unnamed = strangers.filter((id) => !named.has(id));
  const hasFound = unnamed.length < strangers.length;
  return { strangers: [], ignored: [...ignored, ...unnamed].slice(-MOST_IGNORED), fruitless: hasFound ? 0 : fruitless + 1 };
}
