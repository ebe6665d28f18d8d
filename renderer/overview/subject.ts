// What a row, or the details, speak of: an environment, or a service (or one instance of it) within its environment.
import type { Environment, Service, World } from '../../electron/model/world.ts';

interface EnvironmentSubject {
  readonly kind: 'environment';
  readonly environment: Environment;
}
interface ServiceSubject {
  readonly kind: 'service' | 'instance';
  readonly environment: Environment;
  readonly service: Service;
}
export type Subject = EnvironmentSubject | ServiceSubject;

export const environmentKey = (id: string): string => `environment:${id}`;
export const serviceKey = (id: string): string => `service:${id}`;
export const instanceKey = (serviceId: string, name: string): string => `instance:${serviceId}/${name}`;

/** What the row of this key speaks of, also when the list does not show it now; null: it is no longer there, or no such row. */
export function subjectOf(world: World, key: string | null): Subject | null {
  const [, kind = '', rest = ''] = /^(\w+):(.*)$/s.exec(key ?? '') ?? [];
  if (kind === 'environment') {
    const environment = world.environments[rest];
    return environment ? { kind, environment } : null;
  }
  if (kind !== 'service' && kind !== 'instance') return null;
  const service = world.services[kind === 'service' ? rest : (rest.split('/')[0] ?? '')];
  const environment = service && world.environments[service.environmentId];
  return service && environment ? { kind: 'service', service, environment } : null;
}
