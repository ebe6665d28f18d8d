// What exists on the demo platform: organisations, their clusters, projects, environments and services, with seeded ids.
// Nothing here moves: what happens to them is in scenario-list.ts.
import type { WireJobType, WireMode, WireServiceType } from '../platform/wire/states.ts';
import type { EnvironmentPlan, OrganizationPlan } from './scenario-plans.ts';
import { between, seeded, uuid } from './scenario-random.ts';

export interface EstateService {
  readonly id: string;
  readonly name: string;
  readonly kind: WireServiceType;
  readonly jobKind: WireJobType | null;
  readonly database: { readonly type: string; readonly version: string; readonly mode: 'CONTAINER' | 'MANAGED' } | null;
  readonly icon: string;
  readonly instances: number;
  readonly environmentId: string;
}
export interface EstateEnvironment {
  readonly id: string;
  /** `project/environment`, as scenarios name it. */
  readonly path: string;
  readonly name: string;
  readonly mode: WireMode;
  readonly organizationId: string;
  readonly projectId: string;
  readonly clusterId: string;
  readonly life: 'running' | 'stopped' | 'never';
  /** How long it has existed when the demo starts. */
  readonly ageMs: number;
  readonly services: readonly EstateService[];
}
export interface EstateCluster {
  readonly id: string;
  readonly organizationId: string;
  readonly name: string;
  readonly vendor: string;
  readonly region: string;
  readonly isProduction: boolean;
}
interface EstateOrganization {
  readonly id: string;
  readonly name: string;
}
interface EstateProject {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly environments: readonly EstateEnvironment[];
}
export interface Estate {
  readonly organizations: readonly EstateOrganization[];
  readonly clusters: readonly EstateCluster[];
  readonly projects: readonly EstateProject[];
  /** Exists, but this token may not see it. */
  readonly hiddenId: string;
}

interface Model {
  readonly kind: WireServiceType;
  readonly icon: string;
  readonly instances?: number;
  readonly jobKind?: WireJobType;
  readonly database?: readonly [type: string, version: string];
}
const APPLICATION: Model = { kind: 'APPLICATION', icon: 'application' };
const MODELS: Readonly<Record<string, Model>> = {
  api: { ...APPLICATION, instances: 2 },
  web: { kind: 'CONTAINER', icon: 'container', instances: 2 },
  worker: APPLICATION,
  pg: { kind: 'DATABASE', icon: 'postgresql', database: ['POSTGRESQL', '16'] },
  redis: { kind: 'DATABASE', icon: 'redis', database: ['REDIS', '7.2'] },
  migrate: { kind: 'JOB', icon: 'lifecycle-job', jobKind: 'LIFECYCLE' },
  cleanup: { kind: 'JOB', icon: 'cron-job', jobKind: 'CRON' },
  'ledger-api': { ...APPLICATION, instances: 2 },
  invoices: APPLICATION,
  'stripe-webhooks': { kind: 'CONTAINER', icon: 'container' },
  'month-end': { kind: 'JOB', icon: 'cron-job', jobKind: 'CRON' },
  buckets: { kind: 'TERRAFORM', icon: 'terraform' },
  site: { ...APPLICATION, instances: 2 },
  search: { kind: 'HELM', icon: 'helm' },
  'link-checker': { kind: 'AGENTIC_WORKFLOW', icon: 'agentic-workflow' },
  grafana: { kind: 'ARGOCD_APP', icon: 'argocd' },
  loki: { kind: 'ARGOCD_APP', icon: 'argocd' },
  'notification-dispatcher-for-abandoned-carts-and-price-alerts': { ...APPLICATION, instances: 2 },
  Zahlungsabwicklungsschnittstellenüberwachungsdienst: { kind: 'CONTAINER', icon: 'container', instances: 2 },
};

/** Kinds that run as many instances as they are told. */
const SCALED: ReadonlySet<string> = new Set(['APPLICATION', 'CONTAINER']);

function serviceOf(seed: number, path: string, name: string, environmentId: string, row: EnvironmentPlan): EstateService {
  const model = MODELS[name] ?? APPLICATION;
  const isProduction = row.mode === 'PRODUCTION';
  const isManaged = isProduction && name === 'pg';
  const instances = isProduction ? (model.instances ?? 1) : 1;
  return {
    id: uuid(seeded(seed, 'service', path, name)),
    name,
    kind: model.kind,
    jobKind: model.jobKind ?? null,
    database: model.database ? { type: model.database[0], version: model.database[1], mode: isManaged ? 'MANAGED' : 'CONTAINER' } : null,
    icon: `app://qovery-console/${model.icon}`,
    instances: row.instances !== undefined && SCALED.has(model.kind) ? row.instances : instances,
    environmentId,
  };
}

type Owner = Pick<EstateProject, 'id' | 'name' | 'organizationId'>;

function environmentOf(seed: number, project: Owner, clusters: readonly EstateCluster[], row: EnvironmentPlan): EstateEnvironment {
  const { name, mode, life } = row;
  const path = `${project.name}/${name}`;
  const random = seeded(seed, 'environment', path);
  const id = uuid(random);
  const days = mode === 'PREVIEW' ? between(random, 2, 6) : between(random, 90, 700);
  return {
    id,
    path,
    name,
    mode,
    organizationId: project.organizationId,
    projectId: project.id,
    clusterId: clusters[row.cluster]?.id ?? '',
    life,
    ageMs: days * 86_400_000,
    services: row.services.split(' ').map((one) => serviceOf(seed, path, one, id, row)),
  };
}

const CLUSTERS = [
  { name: 'eu-prod', vendor: 'AWS', region: 'eu-west-3', isProduction: true },
  { name: 'eu-dev', vendor: 'SCW', region: 'fr-par', isProduction: false },
] as const;

function ownEstate(seed: number, { key, name, projects }: OrganizationPlan): Omit<Estate, 'hiddenId'> {
  const organization = { id: uuid(seeded(seed, 'organization', ...key)), name };
  const organizationId = organization.id;
  const clusters = CLUSTERS.map((cluster, i) => ({ ...cluster, id: uuid(seeded(seed, 'cluster', ...key, i)), organizationId }));
  return {
    organizations: [organization],
    clusters,
    projects: projects.map(({ name: named, environments }) => {
      const project = { id: uuid(seeded(seed, 'project', named)), name: named, organizationId };
      return { ...project, environments: environments.map((row) => environmentOf(seed, project, clusters, row)) };
    }),
  };
}

/** The same for a seed: what the plan says, with ids. */
export function estateOf(seed: number, plan: readonly OrganizationPlan[]): Estate {
  const all = plan.map((one) => ownEstate(seed, one));
  return {
    organizations: all.flatMap((one) => one.organizations),
    clusters: all.flatMap((one) => one.clusters),
    projects: all.flatMap((one) => one.projects),
    hiddenId: uuid(seeded(seed, 'hidden')),
  };
}

/** Every environment of the estate. */
export function environmentsOf(estate: Estate): readonly EstateEnvironment[] {
  return estate.projects.flatMap((project) => project.environments);
}
