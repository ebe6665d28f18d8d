// Small worlds for tests: say only what matters, the rest is calm and current at T0.
import { DEFAULT_SETTINGS } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { deploymentFrom } from '../../electron/model/deployment-label.ts';
import { NO_MACHINE } from '../../electron/model/machine.ts';
import { NO_ODDITIES } from '../../electron/model/oddities.ts';
import { NO_REQUESTS } from '../../electron/model/requests.ts';
import { plainVerdict } from '../../electron/model/service-status.ts';
import type { RunStatus } from '../../electron/model/status.ts';
import {
  EMPTY_WORLD,
  type Deployment,
  type Environment,
  type Instant,
  type Service,
  type Source,
  type World,
} from '../../electron/model/world.ts';

/** 2026-11-24 14:02:00 of the machine's own zone. */
export const T0: Instant = new Date(2026, 10, 24, 14, 2, 0).getTime();

/** A deployment in the platform's own word, one minute ago. */
export function aDeployment(state: string, more: Partial<Deployment> = {}): Deployment {
  const report = {
    id: 'any',
    state,
    lastState: null,
    executionId: 'x1',
    at: T0 - 60_000,
    durationMs: 30_000,
    triggeredBy: 'ada',
    origin: null,
    needsRedeploy: false,
    isPartOfLast: true,
    action: null,
    actionStatus: null,
    subAction: null,
    steps: [],
    computingMs: null,
    waiting: 0,
  };
  return { ...deploymentFrom(report, T0), ...more };
}

/** A service by id and name, in environment `environmentId`. */
export function aService(id: string, environmentId: string, status: RunStatus = 'RUNNING', more: Partial<Service> = {}): Service {
  return {
    id,
    name: id,
    kind: 'APPLICATION',
    jobKind: null,
    databaseMode: null,
    environmentId,
    run: plainVerdict(status, { kind: 'reported', raw: status }),
    reportedRun: status,
    instances: [],
    extras: null,
    deployment: aDeployment('DEPLOYED'),
    ...more,
  };
}

/** An environment named "project/name", with that as its id. */
export function anEnvironment(path: string, status: RunStatus = 'RUNNING', more: Partial<Environment> = {}): Environment {
  const [projectId = '', name = ''] = path.split('/');
  return {
    id: path,
    name,
    mode: 'DEVELOPMENT',
    organizationId: 'acme',
    projectId,
    clusterId: 'c1',
    serviceIds: [],
    run: plainVerdict(status, { kind: 'reported', raw: status }),
    reportedRun: status,
    deployment: aDeployment('DEPLOYED'),
    failure: null,
    usual: null,
    pace: null,
    stages: [],
    overlooked: [],
    runSourceId: 'run:c1',
    deploymentSourceId: 'deployment:p1',
    managedBy: null,
    ...more,
  };
}

/** A source that spoke at T0. */
export function aSource(kind: Source['kind'], more: Partial<Source> = {}): Source {
  const id = kind === 'run' ? 'run:c1' : 'deployment:p1';
  return {
    id,
    kind,
    state: 'live',
    asOf: T0,
    since: T0,
    problem: null,
    nextTryAt: null,
    everyMs: kind === 'run' ? 10_000 : 60_000,
    ...more,
  };
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

/** A world that was read whole, of these environments and services; projects take their names from the environments' paths. */
export function aWorld(environments: readonly Environment[], services: readonly Service[] = [], more: Partial<World> = {}): World {
  const projects = environments.map(({ projectId, organizationId }) => ({ id: projectId, name: projectId, organizationId }));
  return {
    ...EMPTY_WORLD,
    phase: 'ready',
    organizations: { acme: { id: 'acme', name: 'Acme' } },
    projects: byId(projects),
    environments: byId(
      environments.map((environment) => ({
        ...environment,
        serviceIds: services.filter((service) => service.environmentId === environment.id).map((service) => service.id),
      })),
    ),
    services: byId(services),
    sources: byId([aSource('run'), aSource('deployment')]),
    ...more,
  };
}

/** The app's state, connected with a token of the environment's variables. */
export function aState(world: World, more: Partial<AppState> = {}): AppState {
  return {
    world,
    account: { state: 'connected', source: 'environment', scheme: 'Token', apiUrl: 'https://api.test', problem: null },
    settings: DEFAULT_SETTINGS,
    hints: [],
    consoleUrl: 'https://console.test',
    requests: NO_REQUESTS,
    oddities: NO_ODDITIES,
    machine: NO_MACHINE,
    shortcut: 'off',
    commandRuns: [],
    historyVersion: 0,
    ...more,
  };
}
