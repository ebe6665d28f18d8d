// A large account in wire shapes, made by numbers: what the monitor reads of it, and the frames its clusters would send.
import type { Discovery } from '../../electron/model/report.ts';

export interface Size {
  readonly projects: number;
  readonly environments: number;
  readonly services: number;
  readonly instances: number;
}
/** 500 environments, 5,000 services, 15,000 instances. */
export const FULL_SIZE: Size = { projects: 50, environments: 500, services: 10, instances: 3 };

/** An id of the platform's form. */
export const idOf = (kind: string, ...numbers: readonly number[]): string =>
  `${kind.padEnd(8, '0').slice(0, 8)}-0000-4000-8000-${numbers
    .map((number) => String(number).padStart(4, '0'))
    .join('')
    .padStart(12, '0')}`;

/** Names and places of everything; one organisation, one cluster. */
export function discoveryOf(size: Size): Discovery {
  const organization = { id: idOf('aaaa'), name: 'Acme' };
  const clusterId = idOf('cccc');
  const numbers = Array.from({ length: size.environments }, (_, i) => i);
  return {
    organization,
    projects: Array.from({ length: size.projects }, (_, i) => ({
      id: idOf('bbbb', i),
      name: `project ${i}`,
      organizationId: organization.id,
    })),
    clusters: [{ id: clusterId, name: 'eu', organizationId: organization.id }],
    environments: numbers.map((i) => ({
      id: idOf('eeee', i),
      name: `environment ${i}`,
      mode: 'DEVELOPMENT',
      organizationId: organization.id,
      projectId: idOf('bbbb', i % size.projects),
    })),
    services: numbers.flatMap((i) =>
      Array.from({ length: size.services }, (_, k) => ({
        id: idOf('ffff', i, k),
        name: `service ${k}`,
        kind: 'APPLICATION' as const,
        jobKind: null,
        environmentId: idOf('eeee', i),
        projectId: idOf('bbbb', i % size.projects),
        clusterId,
      })),
    ),
  };
}

function podOf(environment: number, service: number, pod: number, state: string): object {
  const name = `app-z${idOf('ffff', environment, service).slice(0, 8)}-${environment}-${service}-${pod}`;
  return {
    name,
    state,
    state_reason: state === 'ERROR' ? 'CrashLoopBackOff' : '',
    state_message: '',
    restart_count: 0,
    started_at: 1_766_003_721_000,
    service_version: '4be07d21c9905a6f1e2d3c4b5a69788796a5b4c3',
    last_events: [],
    containers: [
      {
        name: 'app',
        image: `registry.example/shop/app:${environment}`,
        restart_count: 0,
        current_state: { state, started_at: 1_766_003_722_000, state_reason: null, state_message: null },
        last_terminated_state: null,
      },
    ],
  };
}

/** One environment as a frame lists it; the first service has `state`, all others run. */
function environmentFrame(size: Size, environment: number, state = 'RUNNING'): object {
  const applications = Array.from({ length: size.services }, (_, k) => {
    const own = k === 0 ? state : 'RUNNING';
    const pods = Array.from({ length: size.instances }, (__, p) => podOf(environment, k, p, own));
    return { id: idOf('ffff', environment, k), state: own, pods, certificates: [], scaled_object: null };
  });
  const none = { containers: [], databases: [], jobs: [], helms: [], terraform: [], argocd_apps: [], agentic_workflows: [] };
  return { id: idOf('eeee', environment), project_id: idOf('bbbb', environment % size.projects), state: 'RUNNING', applications, ...none };
}

/** The text of a frame that lists every environment; `changed` is the one whose first service is in `state`. */
export function frameText(size: Size, changed = -1, state = 'ERROR'): string {
  const environments = Array.from({ length: size.environments }, (_, i) => environmentFrame(size, i, i === changed ? state : 'RUNNING'));
  return JSON.stringify({ environments });
}
