// Of how much one socket of run status tells: a cluster, or for a token that may not see all of it one project on it, or one
// environment. Platform guide 4.1: one socket per cluster, narrower ones where that is refused.
import { withEntries, withoutEntries } from '../model/same.ts';
import type { Environment, Source, World } from '../model/world.ts';
import type { Known } from './fold.ts';

/** Where a refused scope would fall apart into more than this many it stays refused: sockets are not free. */
const MOST_SCOPES = 50;

/** What one socket of run status asks for. */
export interface RunScope {
  readonly sourceId: string;
  readonly organizationId: string;
  readonly clusterId: string;
  readonly projectId: string | null;
  readonly environmentId: string | null;
}

/** Key into `World.sources` of the run status of a cluster, of a project on it, or of an environment. */
const runSourceId = (clusterId: string, ...narrower: readonly string[]): string => ['run', clusterId, ...narrower].join(':');

/** The scopes that tell of an environment, the widest first. */
function scopesOf({ id, projectId, organizationId, clusterId }: Environment): readonly RunScope[] {
  if (clusterId === null) return [];
  const wide = { organizationId, clusterId, projectId: null, environmentId: null };
  return [
    { ...wide, sourceId: runSourceId(clusterId) },
    { ...wide, sourceId: runSourceId(clusterId, projectId), projectId },
    { ...wide, sourceId: runSourceId(clusterId, projectId, id), projectId, environmentId: id },
  ];
}

/** The environment with the widest source that is not too wide for the token; null where its cluster is not known. */
export function withRunSource(environment: Environment, tooWide: readonly string[]): Environment {
  const scopes = scopesOf(environment);
  const allowed = scopes.find(({ sourceId }) => !tooWide.includes(sourceId)) ?? scopes.at(-1);
  return { ...environment, runSourceId: allowed?.sourceId ?? null };
}

/** The scopes that environments are told by, each once. */
export function runScopes(environments: readonly Environment[]): readonly RunScope[] {
  const all = environments.flatMap((one) => scopesOf(one).find(({ sourceId }) => sourceId === one.runSourceId) ?? []);
  return [...new Map(all.map((scope) => [scope.sourceId, scope])).values()];
}

/** The narrower sources begin with the age of the wide one: what it told is as old as before. */
function withSources(world: World, wide: Source, ids: ReadonlySet<string>): World['sources'] {
  const asOf = world.sources[wide.id]?.asOf ?? null;
  const next = [...ids].map((id) => [id, { ...wide, id, asOf, state: 'connecting', problem: null } as const] as const);
  return withEntries(withoutEntries(world.sources, new Set([wide.id])), next);
}

/** A scope was refused: its environments are told by narrower ones from now on; where there is none, they are not permitted. */
export function foldRunRefused(known: Known, source: Source): Known {
  const { world } = known;
  const tooWide = [...known.tooWide, source.id];
  const own = Object.values(world.environments).filter((one) => one.runSourceId === source.id);
  const next = own.map((one) => withRunSource(one, tooWide));
  const ids = new Set(next.flatMap((one) => one.runSourceId ?? []));
  if (ids.size === 0 || ids.size > MOST_SCOPES || ids.has(source.id))
    return { ...known, world: { ...world, sources: withEntries(world.sources, [[source.id, source]]) } };
  const environments = withEntries(
    world.environments,
    next.map((one) => [one.id, one] as const),
  );
  const absences = withoutEntries(known.absences, new Set(own.map(({ id }) => id)));
  return { ...known, tooWide, absences, world: { ...world, environments, sources: withSources(world, source, ids) } };
}
