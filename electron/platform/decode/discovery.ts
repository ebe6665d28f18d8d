// The names of things: organisations, projects, clusters, environments, services, and a project's overview.
import type { EnvironmentName, EnvironmentOverview, ServiceName } from '../../model/report.ts';
import type { Cluster, Organization, Project, Service, ServiceKind } from '../../model/world.ts';
import type {
  WireCluster,
  WireEnvironmentOverview,
  WireOrganization,
  WireOrganizationEnvironment,
  WireProject,
  WireReference,
  WireService,
  WireServiceLight,
} from '../wire/discovery.ts';
import { environmentDeployment } from './deployment.ts';
import { numberOrNull, oneOf, part, results, text, textOrNull, type Raw } from './untrusted.ts';

const KINDS = [
  'APPLICATION',
  'CONTAINER',
  'DATABASE',
  'JOB',
  'HELM',
  'TERRAFORM',
  'ARGOCD_APP',
  'AGENTIC_WORKFLOW',
] as const satisfies readonly ServiceKind[];

/** Its name; where the platform says none, what it can be told apart by. */
const nameOf = (name: unknown, id: string): string => text(name) || `unnamed ${id.slice(0, 8)}`;

/** GET `/organization`; null when the reply is no list. */
export function organizations(value: unknown): readonly Organization[] | null {
  return results(value, (raw: Raw<keyof WireOrganization>) => {
    const id = text(raw.id);
    return id ? { id, name: nameOf(raw.name, id) } : null;
  });
}

/** GET `/organization/{o}/project`. */
export function projects(value: unknown, organizationId: string): readonly Project[] | null {
  return results(value, (raw: Raw<keyof WireProject>) => {
    const id = text(raw.id);
    return id ? { id, name: nameOf(raw.name, id), organizationId } : null;
  });
}

/** GET `/organization/{o}/cluster`. */
export function clusters(value: unknown, organizationId: string): readonly Cluster[] | null {
  return results(value, (raw: Raw<keyof WireCluster>) => {
    const id = text(raw.id);
    return id ? { id, name: nameOf(raw.name, id), organizationId } : null;
  });
}

/** GET `/organization/{o}/environments`; one without a project is left out, it would have no place. */
export function environments(value: unknown, organizationId: string): readonly EnvironmentName[] | null {
  return results(value, (raw: Raw<keyof WireOrganizationEnvironment>) => {
    const id = text(raw.id);
    const projectId = text(part<keyof WireReference>(raw.project).id);
    return id && projectId ? { id, name: nameOf(raw.name, id), mode: text(raw.mode), organizationId, projectId } : null;
  });
}

function serviceName(raw: Raw<keyof WireServiceLight>): ServiceName | null {
  const id = text(raw.id);
  const environmentId = text(raw.environment_id);
  if (!id || !environmentId) return null;
  return {
    id,
    name: nameOf(raw.name, id),
    kind: oneOf(KINDS, raw.service_type) ?? 'UNKNOWN',
    jobKind: oneOf(['CRON', 'LIFECYCLE'], raw.job_type),
    environmentId,
    projectId: text(raw.project_id),
    clusterId: textOrNull(raw.cluster_id),
  };
}

/** GET `/organization/{o}/services`; one without an environment is left out. */
export function services(value: unknown): readonly ServiceName[] | null {
  return results(value, serviceName);
}

function environmentOverview(raw: Raw<keyof WireEnvironmentOverview>): EnvironmentOverview | null {
  const id = text(raw.id);
  if (!id) return null;
  const held = part<keyof WireEnvironmentOverview['services_overview']>(raw.services_overview);
  return {
    id,
    name: text(raw.name),
    mode: text(raw.mode),
    clusterId: textOrNull(part<keyof WireEnvironmentOverview['cluster']>(raw.cluster).id),
    managedBy: oneOf(['QOVERY', 'ARGOCD', 'MIXED'], held.managed_by),
    serviceCount: numberOrNull(held.service_count),
    deployment: environmentDeployment(raw.deployment_status),
  };
}

/** GET `/project/{p}/environment/overview`. */
export function overview(value: unknown): readonly EnvironmentOverview[] | null {
  return results(value, environmentOverview);
}

/** GET `/environment/{e}/services`: each database's mode by its id; null for a mode that is not said or not known. */
export function databaseModes(value: unknown): Readonly<Record<string, Service['databaseMode']>> | null {
  const all = results(value, (raw: Raw<keyof WireService>) => {
    const id = text(raw.id);
    return id ? { id, isDatabase: raw.service_type === 'DATABASE', mode: oneOf(['CONTAINER', 'MANAGED'], raw.mode) } : null;
  });
  return all && Object.fromEntries(all.filter((one) => one.isDatabase).map(({ id, mode }) => [id, mode]));
}
