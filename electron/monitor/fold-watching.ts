// Watching a part of the account: what is hidden leaves the world, but for its name.
import { kept, withoutEntries } from '../model/same.ts';
import { isHidden, sortedNames, type Hidden } from '../model/watching.ts';
import { withoutGone } from './fold-names.ts';
import type { Known } from './fold.ts';

/** Another choice of what is watched. What is chosen again comes with the next discovery, and is known by name until then. */
export function foldWatching(known: Known, hidden: Hidden): Known {
  const leaving = Object.values(known.world.environments).filter((one) => isHidden(hidden, one));
  const next = withoutGone({ ...known, hidden }, new Set(leaving.flatMap((one) => [one.id, ...one.serviceIds])));
  const { world } = next;
  const heard = new Set(Object.values(world.environments).flatMap((one) => [one.runSourceId, one.deploymentSourceId]));
  const unheard = new Set(Object.keys(world.sources).filter((id) => !heard.has(id)));
  const names = sortedNames([...world.hidden, ...leaving]);
  return { ...next, world: { ...world, hidden: kept(world.hidden, names), sources: withoutEntries(world.sources, unheard) } };
}
