// Environments that are heard of before they are named: a preview that was just made, or one that this token may not see.
import type { Known } from './fold.ts';

/** These environments were heard of: those that nobody has named yet are to be discovered. */
export function withStrangers(known: Known, ids: readonly string[]): Known {
  const unknown = ids.filter((id) => !known.world.environments[id]);
  if (unknown.length === 0) return known;
  const met = new Set([...known.world.hidden.map((one) => one.id), ...known.strangers, ...known.ignored]);
  const strangers = unknown.filter((id) => !met.has(id));
  return strangers.length === 0 ? known : { ...known, strangers: [...known.strangers, ...strangers] };
}

/** Whom even a discovery does not name is not asked about again. */
export function withoutStrangers(known: Known, named: ReadonlySet<string>): Pick<Known, 'strangers' | 'ignored'> {
  const { strangers, ignored } = known;
  return strangers.length === 0
    ? { strangers, ignored }
    : { strangers: [], ignored: [...ignored, ...strangers.filter((id) => !named.has(id))] };
}
