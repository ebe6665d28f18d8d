// Deep links into the Console, by the paths of its today's routes (platform.md 7). Pure text: opening is openLink's.
import type { Environment } from './world.ts';

type Place = Pick<Environment, 'organizationId' | 'projectId' | 'id'>;

function link(base: string, ...parts: readonly string[]): string {
  return [base.replace(/\/+$/, ''), ...parts.map(encodeURIComponent)].join('/');
}
function environmentParts({ organizationId, projectId, id }: Place): readonly string[] {
  return ['organization', organizationId, 'project', projectId, 'environment', id];
}

/** An environment's page; `base` is the Console's address, with or without a final slash. */
export function environmentLink(base: string, environment: Place): string {
  return link(base, ...environmentParts(environment));
}

/** The pipeline of one deployment; null: the list of the environment's deployments. */
export function deploymentLink(base: string, environment: Place, executionId: string | null): string {
  const parts = environmentParts(environment);
  return executionId === null ? link(base, ...parts, 'deployments') : link(base, ...parts, 'deployment', executionId);
}

/** A service's page; the same path for every kind. */
export function serviceLink(base: string, environment: Place, serviceId: string): string {
  return link(base, ...environmentParts(environment), 'service', serviceId);
}

/** The log of a service's part in one deployment; null: the list of its deployments. */
export function serviceDeploymentLink(base: string, environment: Place, serviceId: string, executionId: string | null): string {
  const parts = [...environmentParts(environment), 'service', serviceId, 'deployments'];
  return executionId === null ? link(base, ...parts) : link(base, ...parts, 'logs', executionId);
}

/** A service's live log; with `instance`, that of one instance. */
export function serviceLogLink(base: string, environment: Place, serviceId: string, instance: string | null = null): string {
  const page = link(base, ...environmentParts(environment), 'service', serviceId, 'service-logs');
  return instance === null ? page : `${page}?instance=${encodeURIComponent(instance)}`;
}
