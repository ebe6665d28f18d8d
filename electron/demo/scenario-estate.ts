// What exists on the demo platform: one organisation, its clusters, projects, environments and services, with seeded ids.
// Nothing here moves: what happens to them is in scenario-list.ts.
import type { WireJobType, WireMode, WireServiceType } from '../platform/wire/states.ts';
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
  readonly projectId: string;
  readonly clusterId: string;
  readonly life: 'running' | 'stopped' | 'never';
  /** How long it has existed when the demo starts. */
  readonly ageMs: number;
  readonly services: readonly EstateService[];
}
export interface EstateCluster {
  readonly id: string;
  readonly name: string;
  readonly vendor: string;
  readonly region: string;
  readonly isProduction: boolean;
}
export interface Estate {
  readonly organization: { readonly id: string; readonly name: string };
  readonly clusters: readonly EstateCluster[];
  readonly projects: readonly { readonly id: string; readonly name: string; readonly environments: readonly EstateEnvironment[] }[];
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
};

type Row = readonly [name: string, mode: WireMode, cluster: 0 | 1, life: EstateEnvironment['life'], services: string];
const PROJECTS: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  [
    'shop',
    [
      ['production', 'PRODUCTION', 0, 'running', 'api web worker pg redis migrate cleanup'],
      ['staging', 'STAGING', 1, 'running', 'api web worker pg redis migrate'],
      ['dev', 'DEVELOPMENT', 1, 'running', 'api web pg'],
      ['pr-482-cart-totals', 'PREVIEW', 1, 'running', 'api web pg'],
      ['pr-479-new-checkout', 'PREVIEW', 1, 'never', 'api web pg'],
    ],
  ],
  [
    'billing',
    [
      ['production', 'PRODUCTION', 0, 'running', 'ledger-api invoices stripe-webhooks pg month-end buckets'],
      ['staging', 'STAGING', 1, 'running', 'ledger-api invoices pg'],
      ['dev', 'DEVELOPMENT', 1, 'stopped', 'ledger-api pg'],
      ['pr-91-vat-rounding', 'PREVIEW', 1, 'never', 'stripe-webhooks'],
    ],
  ],
  [
    'docs',
    [
      ['production', 'PRODUCTION', 0, 'running', 'site search link-checker'],
      ['staging', 'STAGING', 1, 'running', 'site search'],
      ['preview-style-guide', 'PREVIEW', 1, 'stopped', 'site'],
      ['observability', 'PRODUCTION', 0, 'running', 'grafana loki'],
    ],
  ],
];

function serviceOf(seed: number, path: string, name: string, environmentId: string, isProduction: boolean): EstateService {
  const model = MODELS[name] ?? APPLICATION;
  const isManaged = isProduction && name === 'pg';
  return {
    id: uuid(seeded(seed, 'service', path, name)),
    name,
    kind: model.kind,
    jobKind: model.jobKind ?? null,
    database: model.database ? { type: model.database[0], version: model.database[1], mode: isManaged ? 'MANAGED' : 'CONTAINER' } : null,
    icon: `app://qovery-console/${model.icon}`,
    instances: isProduction ? (model.instances ?? 1) : 1,
    environmentId,
  };
}

function environmentOf(seed: number, project: { id: string; name: string }, clusterIds: readonly string[], row: Row): EstateEnvironment {
  const [name, mode, cluster, life, services] = row;
  const path = `${project.name}/${name}`;
  const random = seeded(seed, 'environment', path);
  const id = uuid(random);
  const days = mode === 'PREVIEW' ? between(random, 2, 6) : between(random, 90, 700);
  return {
    id,
    path,
    name,
    mode,
    projectId: project.id,
    clusterId: clusterIds[cluster] ?? '',
    life,
    ageMs: days * 86_400_000,
    services: services.split(' ').map((one) => serviceOf(seed, path, one, id, mode === 'PRODUCTION')),
  };
}

/** The same for a seed; `isEmpty`: an organisation without projects. */
export function estateOf(seed: number, isEmpty: boolean): Estate {
  const clusters: readonly EstateCluster[] = [
    { id: uuid(seeded(seed, 'cluster', 0)), name: 'eu-prod', vendor: 'AWS', region: 'eu-west-3', isProduction: true },
    { id: uuid(seeded(seed, 'cluster', 1)), name: 'eu-dev', vendor: 'SCW', region: 'fr-par', isProduction: false },
  ];
  const clusterIds = clusters.map((cluster) => cluster.id);
  const projects = PROJECTS.map(([name, rows]) => {
    const id = uuid(seeded(seed, 'project', name));
    return { id, name, environments: rows.map((row) => environmentOf(seed, { id, name }, clusterIds, row)) };
  });
  return {
    organization: { id: uuid(seeded(seed, 'organization')), name: 'Meridian Goods' },
    clusters,
    projects: isEmpty ? [] : projects,
    hiddenId: uuid(seeded(seed, 'hidden')),
  };
}

/** Every environment of the estate. */
export function environmentsOf(estate: Estate): readonly EstateEnvironment[] {
  return estate.projects.flatMap((project) => project.environments);
}
