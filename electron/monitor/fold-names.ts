// Names and places: which organisations, projects, clusters, environments and services there are.
import type { Problem } from '../model/problem.ts';
import { plainVerdict } from '../model/service-status.ts';
import { kept, withEntries, withoutEntries } from '../model/same.ts';
import { byText } from '../model/tray-status.ts';
import { hiddenOf, watchedOf } from '../model/watching.ts';
import type { Discovery, EnvironmentName, EnvironmentOverview, ServiceName } from '../model/report.ts';
import type { Environment, Instant, Organization, Service, World } from '../model/world.ts';
import { environmentWithDeployment, isOutrun } from './fold-deployments.ts';
import { withRunSource } from './fold-scope.ts';
import type { Known, MonitorEvent } from './fold.ts';
import { withoutStrangers, withStrangers } from './fold-strangers.ts';
import { judged } from './verdicts.ts';

const NO_DATA = plainVerdict('UNKNOWN', { kind: 'no-data' });

/** Key into `World.sources` of a project's deployment states. */
export const deploymentSourceId = (projectId: string): string => `deployment:${projectId}`;

function environmentNamed(name: EnvironmentName, old: Environment | undefined): Environment {
  const fresh: Environment = {
    ...name,
    clusterId: null,
    serviceIds: [],
    run: NO_DATA,
    reportedRun: null,
    deployment: null,
    failure: null,
    usual: null,
    pace: null,
    stages: [],
    overlooked: [],
    runSourceId: null,
    deploymentSourceId: deploymentSourceId(name.projectId),
    managedBy: null,
  };
  return { ...fresh, ...old, ...name };
}

function serviceNamed(name: ServiceName, old: Service | undefined): Service {
  const { id, name: called, kind, jobKind, environmentId } = name;
  const fresh = { databaseMode: null, run: NO_DATA, reportedRun: null, instances: [], extras: null, deployment: null };
  return { ...fresh, ...old, id, name: called, kind, jobKind, environmentId };
}

function onCluster({ tooWide }: Known, environment: Environment, clusterId: string | null): Environment {
  return withRunSource({ ...environment, clusterId: clusterId ?? environment.clusterId }, tooWide);
}

/** The organisations there are. One that is no longer named goes, with all of it, when a second answer does not name it either. */
export function foldOrganizations(known: Known, organizations: readonly Organization[]): Known {
  const { world } = known;
  const named = new Set(organizations.map((one) => one.id));
  const unnamed = Object.keys(world.organizations).filter((id) => !named.has(id));
  const gone = new Set(unnamed.filter((id) => known.missing.includes(id)));
  const next = withEntries(
    withoutEntries(world.organizations, gone),
    organizations.map((one) => [one.id, { ...world.organizations[one.id], ...one }] as const),
  );
  const others = known.missing.filter((id) => !named.has(id) && !unnamed.includes(id));
  const missing = [...others, ...unnamed.filter((id) => !gone.has(id))];
  if (next === world.organizations && missing.length === known.missing.length && missing.every((id) => known.missing.includes(id)))
    return known;
  return withoutGone(
    { ...known, missing, world: next === world.organizations ? world : { ...world, organizations: next } },
    idsOf(world, (one) => gone.has(one)),
  );
}

/** It can be read again. A patch holds the changed fields alone, so a problem that is over is said to be none. */
const readable = ({ id, name, problem }: Organization): Organization =>
  problem === undefined ? { id, name } : { id, name, problem: null };

/** What is in an organisation may not be read: what was known of it stays. */
export function foldDiscoveryRefused(known: Known, organizationId: string, problem: Problem): Known {
  const { world } = known;
  const organization = world.organizations[organizationId];
  if (!organization) return known;
  return {
    ...known,
    world: { ...world, organizations: withEntries(world.organizations, [[organizationId, { ...organization, problem }]]) },
  };
}

function idsOf(world: World, isOf: (organizationId: string) => boolean): ReadonlySet<string> {
  const of = (all: Readonly<Record<string, { readonly id: string; readonly organizationId: string }>>): readonly string[] =>
    Object.values(all).flatMap((one) => (isOf(one.organizationId) ? [one.id] : []));
  const environments = new Set(of(world.environments));
  const services = Object.values(world.services).flatMap((one) => (environments.has(one.environmentId) ? [one.id] : []));
  return new Set([...of(world.projects), ...of(world.clusters), ...environments, ...services]);
}

/** Without these ids and their sources, and with nothing remembered of them. */
export function withoutGone(known: Known, gone: ReadonlySet<string>): Known {
  if (gone.size === 0) return known;
  const { world } = known;
  const services = withoutEntries(world.services, gone);
  const environments = withoutEntries(world.environments, gone);
  const sources = new Set(Object.keys(world.sources).filter((id) => id.split(':').some((part) => gone.has(part))));
  return {
    ...known,
    missing: known.missing.filter((id) => !gone.has(id)),
    unlisted: known.unlisted.filter((id) => !gone.has(id)),
    absences: withoutEntries(known.absences, gone),
    runs: withoutEntries(known.runs, gone),
    gaps: withoutEntries(known.gaps, gone),
    world: {
      ...world,
      services,
      environments,
      projects: withoutEntries(world.projects, gone),
      clusters: withoutEntries(world.clusters, gone),
      sources: withoutEntries(world.sources, sources),
    },
  };
}

const byName = (a: Service, b: Service): number => byText(a.name, b.name) || a.id.localeCompare(b.id);

/** Services by environment, sorted by name. */
function byEnvironment(services: Readonly<Record<string, Service>>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Service[]>();
  for (const service of Object.values(services)) {
    const group = groups.get(service.environmentId);
    if (group) group.push(service);
    else groups.set(service.environmentId, [service]);
  }
  return new Map([...groups].map(([id, group]) => [id, group.toSorted(byName).map((service) => service.id)]));
}

/** One organisation's names. What it no longer names goes when a second discovery does not name it either. */
export function foldDiscovery(known: Known, told: Discovery): Known {
  const found = watchedOf(known.hidden, told);
  const named = new Set([...found.projects, ...found.clusters, ...found.environments, ...found.services].map((one) => one.id));
  const unnamed = [...idsOf(known.world, (id) => id === found.organization.id)].filter((id) => !named.has(id));
  const gone = new Set(unnamed.filter((id) => known.missing.includes(id)));
  const others = known.missing.filter((id) => !named.has(id) && !unnamed.includes(id));
  const { world } = withoutGone(known, gone);
  const services = withEntries(
    world.services,
    found.services.map((one) => [one.id, serviceNamed(one, world.services[one.id])] as const),
  );
  const groups = byEnvironment(services);
  const clusterOf = new Map(found.services.map((one) => [one.environmentId, one.clusterId]));
  const placed = found.environments.map((one) => {
    const environment = onCluster(known, environmentNamed(one, world.environments[one.id]), clusterOf.get(one.id) ?? null);
    return [one.id, judged({ ...environment, serviceIds: groups.get(one.id) ?? [] }, services)] as const;
  });
  const next: World = {
    ...world,
    hidden: kept(world.hidden, hiddenOf(world.hidden, told, found)),
    organizations: withEntries(world.organizations, [
      [found.organization.id, readable({ ...world.organizations[found.organization.id], ...found.organization })],
    ]),
    projects: withEntries(
      world.projects,
      found.projects.map((one) => [one.id, one] as const),
    ),
    clusters: withEntries(
      world.clusters,
      found.clusters.map((one) => [one.id, one] as const),
    ),
    services,
    environments: withEntries(world.environments, placed),
  };
  const isNew = next.services !== known.world.services || next.environments !== known.world.environments;
  return {
    ...known,
    world: next,
    runs: isNew ? {} : known.runs,
    ...withoutStrangers(known, named),
    missing: [...others, ...unnamed.filter((id) => !gone.has(id))],
  };
}

function environmentWithOverview(environment: Environment, { deployment }: EnvironmentOverview, now: Instant): Environment {
  if (environment.managedBy === 'ARGOCD') return { ...environment, deployment: null, failure: null };
  return deployment ? environmentWithDeployment(environment, deployment, now) : environment;
}

/** What a project's overview lists no longer counts as not named once, when it is left out first: a discovery then decides. */
function withUnlisted(known: Known, projectId: string, listed: ReadonlySet<string>): Known {
  const before = new Set(known.unlisted);
  const out = Object.values(known.world.environments).filter((one) => one.projectId === projectId && !listed.has(one.id));
  const missing = out.filter(({ id }) => !before.has(id)).flatMap((one) => [one.id, ...one.serviceIds]);
  if (missing.length === 0 && known.unlisted.every((id) => !listed.has(id))) return known;
  const unlisted = [...known.unlisted.filter((id) => !listed.has(id)), ...out.flatMap(({ id }) => (before.has(id) ? [] : [id]))];
  return { ...known, unlisted, missing: [...new Set([...known.missing, ...missing])] };
}

type Overview = Extract<MonitorEvent, { readonly kind: 'overview' }>;

/** A project's environments with their deployment states; one that is not discovered yet waits for the next discovery. */
export function foldOverview(known: Known, { projectId, environments, now }: Overview, askedAt: Instant): Known {
  const { world } = known;
  const next = environments.flatMap((one) => {
    const old = world.environments[one.id];
    if (!old || old.projectId !== projectId) return [];
    const placed = onCluster(
      known,
      { ...old, name: one.name || old.name, mode: one.mode || old.mode, managedBy: one.managedBy ?? old.managedBy },
      one.clusterId,
    );
    const told = environmentWithOverview(placed, isOutrun(known, one.id, askedAt) ? { ...one, deployment: null } : one, now);
    return [[one.id, judged(told, world.services)] as const];
  });
  const changed = withEntries(world.environments, next);
  const after = changed === world.environments ? known : { ...known, world: { ...world, environments: changed } };
  const listed = environments.map((one) => one.id);
  return withStrangers(withUnlisted(after, projectId, new Set(listed)), listed);
}
