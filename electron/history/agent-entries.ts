// Clusters whose agent is away: what runs there cannot be seen meanwhile. Short absences, as at its update, are not written.
import type { OutageEntry } from '../model/history.ts';
import { plainLine } from '../model/plain-text.ts';
import type { Instant, Source, World } from '../model/world.ts';

const NAME = 120;
/** An agent that is back within this time was not missed. */
const SHORT_MS = 60_000;

const isAway = ({ state }: Source): boolean => state === 'agent-away';

/** The clusters by name, each with the sources of what runs there. */
function sourcesByCluster(world: World): ReadonlyMap<string, readonly Source[]> {
  const found = new Map<string, Source[]>();
  const seen = new Set<string>();
  for (const { clusterId, runSourceId } of Object.values(world.environments)) {
    const source = world.sources[runSourceId ?? ''];
    const name = plainLine(world.clusters[clusterId ?? '']?.name ?? clusterId ?? '', NAME);
    if (!source || name === '' || seen.has(`${name}/${source.id}`)) continue;
    seen.add(`${name}/${source.id}`);
    found.set(name, [...(found.get(name) ?? []), source]);
  }
  return found;
}

/** Begins of absences that last, and ends of those that were written. */
export function agentEntries(world: World, agents: Readonly<Record<string, OutageEntry>>, now: Instant): readonly OutageEntry[] {
  if (Object.keys(agents).length === 0 && !Object.values(world.sources).some(isAway)) return [];
  const clusters = sourcesByCluster(world);
  const begun = [...clusters].flatMap(([of, sources]): readonly OutageEntry[] => {
    const since = Math.min(...sources.filter(isAway).map((source) => source.since));
    if (agents[of] || !(now - since >= SHORT_MS)) return [];
    return [{ kind: 'outage', at: since, what: 'agent', since, until: null, of, missed: [] }];
  });
  // Lost on the way it may still be away; one that nobody asks any more is none of ours.
  const isBack = (of: string): boolean => (clusters.get(of) ?? []).every(({ state }) => state === 'live' || state === 'refused');
  const ended = Object.entries(agents).flatMap(([of, entry]) => (isBack(of) ? [{ ...entry, until: Math.max(now, entry.since) }] : []));
  return world.phase === 'ready' ? [...ended, ...begun] : [];
}
