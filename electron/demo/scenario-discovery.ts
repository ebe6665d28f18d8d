// What exists, in the words of the REST API.
import type {
  WireCluster,
  WireClusterState,
  WireEnvironment,
  WireEnvironmentOverview,
  WireOrganization,
  WireProject,
  WireService,
  WireServiceLight,
} from '../platform/wire/discovery.ts';
import type { EstateCluster, EstateEnvironment, EstateService } from './scenario-estate.ts';
import { deployable } from './scenario-history.ts';
import { environmentStatus } from './scenario-status.ts';
import { isoTime, type Scenario } from './scenario.ts';

const DAY_MS = 86_400_000;

/** The organisations the token may see. */
export function organizationsOf(scenario: Scenario): readonly WireOrganization[] {
  return scenario.estate.organizations.map(({ id, name }) => ({
    id,
    created_at: isoTime(scenario, -800 * DAY_MS),
    name,
    description: 'furniture, online',
    plan: 'TEAM_2025',
    billing_deployment_restriction: null,
    organization_plan: { plan: 'TEAM_2025' },
  }));
}

const ownedBy =
  (organizationId: string) =>
  (one: { readonly organizationId: string }): boolean =>
    one.organizationId === organizationId;

export function projectsOf(scenario: Scenario, organizationId: string): readonly WireProject[] {
  return scenario.estate.projects.filter(ownedBy(organizationId)).map(({ id, name, environments }) => ({
    id,
    created_at: isoTime(scenario, -780 * DAY_MS),
    name,
    description: '',
    organization: { id: organizationId },
    associated_environments_count: environments.length,
  }));
}

export function clustersOf(scenario: Scenario, organizationId: string): readonly WireCluster[] {
  return scenario.estate.clusters.filter(ownedBy(organizationId)).map((cluster) => ({
    id: cluster.id,
    created_at: isoTime(scenario, -790 * DAY_MS),
    organization: { id: organizationId },
    name: cluster.name,
    description: '',
    region: cluster.region,
    cloud_provider: cluster.vendor,
    version: '1.31',
    status: 'DEPLOYED',
    is_demo: false,
    production: cluster.isProduction,
    deployment_status: 'UP_TO_DATE',
  }));
}

export function clusterStatesOf(scenario: Scenario, organizationId: string): readonly WireClusterState[] {
  return scenario.estate.clusters.filter(ownedBy(organizationId)).map(({ id }) => ({
    cluster_id: id,
    status: 'DEPLOYED',
    is_deployed: true,
    next_k8s_available_version: null,
    last_execution_id: `${id}-${Math.floor((scenario.startedAt - 20 * DAY_MS) / 1000)}`,
    last_deployment_date: isoTime(scenario, -20 * DAY_MS),
    reason: 'UNSPECIFIED',
  }));
}

function clusterOf(scenario: Scenario, environment: EstateEnvironment): EstateCluster {
  const found = scenario.estate.clusters.find((cluster) => cluster.id === environment.clusterId);
  if (!found) throw new Error('every environment of the estate is on one of its clusters');
  return found;
}

/** An environment as its project's list gives it; the organisation's list gives a part of this. */
export function environmentOf(scenario: Scenario, environment: EstateEnvironment): WireEnvironment {
  const cluster = clusterOf(scenario, environment);
  return {
    id: environment.id,
    created_at: isoTime(scenario, -environment.ageMs),
    updated_at: isoTime(scenario, -environment.ageMs / 10),
    name: environment.name,
    organization: { id: environment.organizationId },
    project: { id: environment.projectId },
    mode: environment.mode,
    cloud_provider: { provider: cluster.vendor, cluster: cluster.region },
    cluster_id: cluster.id,
    cluster_name: cluster.name,
    expires_at: environment.mode === 'PREVIEW' ? isoTime(scenario, 7 * DAY_MS) : null,
  };
}

/** An environment of a project's overview, with its deployment state unless Argo CD manages all of it. */
export function overviewOf(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): WireEnvironmentOverview {
  const cluster = clusterOf(scenario, environment);
  const isArgo = deployable(environment).length === 0;
  return {
    id: environment.id,
    created_at: isoTime(scenario, -environment.ageMs),
    updated_at: isoTime(scenario, -environment.ageMs / 10),
    name: environment.name,
    mode: environment.mode,
    cluster: { id: cluster.id, name: cluster.name, cloud_provider: cluster.vendor, is_demo: false },
    services_overview: { service_count: environment.services.length, managed_by: isArgo ? 'ARGOCD' : 'QOVERY' },
    deployment_status: isArgo ? null : environmentStatus(scenario, environment, elapsedMs),
  };
}

/** A service as the organisation's list gives it. */
export function serviceLightOf(scenario: Scenario, environment: EstateEnvironment, service: EstateService): WireServiceLight {
  const project = scenario.estate.projects.find((one) => one.id === environment.projectId);
  return {
    id: service.id,
    name: service.name,
    description: '',
    icon_uri: service.icon,
    service_type: service.kind,
    project_id: environment.projectId,
    project_name: project?.name ?? '',
    environment_id: environment.id,
    environment_name: environment.name,
    cluster_id: environment.clusterId,
    ...(service.jobKind ? { job_type: service.jobKind } : {}),
  };
}

/** A service in full, as far as anybody reads it. */
export function serviceOf(scenario: Scenario, environment: EstateEnvironment, service: EstateService): WireService {
  const { database, jobKind, instances } = service;
  return {
    id: service.id,
    created_at: isoTime(scenario, -environment.ageMs),
    updated_at: isoTime(scenario, -environment.ageMs / 10),
    environment: { id: environment.id },
    name: service.name,
    description: '',
    icon_uri: service.icon,
    service_type: service.kind,
    ...(jobKind ? { job_type: jobKind } : {}),
    ...(database ?? { min_running_instances: instances, max_running_instances: instances }),
  };
}
