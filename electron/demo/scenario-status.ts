// Deployment states at a moment, of an environment and of each of its services, as REST and `/deployment/status` say them.
import type {
  WireEnvironmentStatus,
  WireEnvironmentStatuses,
  WireServiceStep,
  WireServiceSteps,
  WireStatus,
  WireStatusDetails,
} from '../platform/wire/deployment.ts';
import type { WireActionStatus, WireState, WireStepStatus } from '../platform/wire/states.ts';
import { frameAt, type Episode, type Execution, type Frames } from './scenario-episode.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { seeded, uuid } from './scenario-random.ts';
import { executionId, isoTime, type Scenario } from './scenario.ts';

/** An episode that is a deployment. */
export type Deployed = Episode & { readonly execution: Execution };

/** Deployments of an environment until then, oldest first. */
export function deploymentsOf(scenario: Scenario, environmentId: string, elapsedMs: number): readonly Deployed[] {
  return scenario.episodes(environmentId, elapsedMs).filter((one): one is Deployed => one.execution !== null);
}

/** The id by which a deployment was asked for, in the queue and afterwards. */
export function requestId(scenario: Scenario, episode: Episode): string {
  return uuid(seeded(scenario.seed, 'request', episode.key));
}

/** StateEnum as the word that status_details has for it. */
export function actionStatus(state: WireState): WireActionStatus {
  if (state === 'READY') return 'NEVER';
  if (state.includes('QUEUED')) return 'QUEUED';
  if (state.endsWith('ERROR')) return 'ERROR';
  if (state === 'CANCELED' || state === 'CANCELING') return state;
  return state.endsWith('ING') ? 'ONGOING' : 'SUCCESS';
}

export function statusDetails(service: EstateService, execution: Execution | null, state: WireState): WireStatusDetails {
  const isTerraform = service.kind === 'TERRAFORM' && execution?.action === 'DEPLOY';
  return {
    action: execution?.action ?? 'UNKNOWN',
    status: actionStatus(state),
    sub_action: isTerraform ? 'TERRAFORM_PLAN_AND_APPLY' : 'NONE',
  };
}

/** When a service's turn came: its first state that is not waiting. */
export const startOf = (frames: Frames<WireState>): number => frames.find(([, state]) => !state.includes('QUEUED'))?.[0] ?? 0;

const isOver = (state: WireState): boolean => !state.endsWith('ING') && !state.includes('QUEUED');
const OUTCOMES: Readonly<Record<string, WireStepStatus>> = { BUILD_ERROR: 'ERROR', DEPLOYMENT_ERROR: 'ERROR', CANCELED: 'CANCEL' };

/** The steps of one phase: short ones at once, the long last one when the phase is over. */
function phase(short: readonly WireServiceStep[], last: string, spentMs: number, next: WireState | undefined): readonly WireServiceStep[] {
  if (next === undefined || next === 'CANCELING') return short;
  const spentBefore = short.reduce((sum, step) => sum + (step.duration_sec ?? 0), 0);
  const duration_sec = Math.max(0, Math.round(spentMs / 1000) - spentBefore);
  return [...short, { step_name: last, status: OUTCOMES[next] ?? 'SUCCESS', duration_sec }];
}

const BUILD_STARTS: readonly WireServiceStep[] = [
  { step_name: 'BUILD_QUEUEING', status: 'SUCCESS', duration_sec: 1 },
  { step_name: 'REGISTRY_CREATE_REPOSITORY', status: 'SKIP', duration_sec: 0 },
  { step_name: 'GIT_CLONE', status: 'SUCCESS', duration_sec: 1 },
];
function deployStarts(service: EstateService): readonly WireServiceStep[] {
  const queueing = { step_name: 'DEPLOYMENT_QUEUEING', status: 'SUCCESS', duration_sec: 0 };
  return service.kind === 'CONTAINER' ? [{ step_name: 'MIRROR_IMAGE', status: 'SUCCESS', duration_sec: 1 }, queueing] : [queueing];
}

function stepsOf(service: EstateService, frames: Frames<WireState>, ms: number): WireServiceSteps | null {
  const told = frames.filter(([at]) => at <= ms);
  const details = told.flatMap(([at, state], i) => {
    const next = told[i + 1];
    const spentMs = (next?.[0] ?? ms) - at;
    if (state === 'BUILDING') return phase(BUILD_STARTS, 'BUILD', spentMs, next?.[1]);
    return state === 'DEPLOYING' ? phase(deployStarts(service), 'DEPLOYMENT', spentMs, next?.[1]) : [];
  });
  if (details.length === 0) return null;
  const last = told.at(-1);
  const isDone = last !== undefined && isOver(last[1]);
  const seconds = (from: number): number => Math.round(((isDone ? last[0] : ms) - from) / 1000);
  // The whole counts from the request, the computing from when its turn came, without the waiting of its own steps.
  const waitedSec = details.reduce((sum, step) => sum + (step.step_name?.endsWith('QUEUEING') ? (step.duration_sec ?? 0) : 0), 0);
  const computing = Math.max(0, seconds(startOf(frames)) - waitedSec);
  return { total_duration_sec: isDone ? seconds(frames[0]?.[0] ?? 0) : null, total_computing_duration_sec: computing, details };
}

/** One service; null for kinds that the platform does not deploy. */
export function statusOf(scenario: Scenario, environment: EstateEnvironment, service: EstateService, elapsedMs: number): WireStatus | null {
  if (service.kind === 'ARGOCD_APP') return null;
  const all = deploymentsOf(scenario, environment.id, elapsedMs);
  const mine = all.findLast((one) => one.execution.services.has(service.id));
  const frames = mine?.execution.services.get(service.id);
  if (!mine || !frames) {
    const never = { state: 'READY', service_deployment_status: 'NEVER_DEPLOYED', is_part_last_deployment: false };
    const details = statusDetails(service, null, 'READY');
    return { id: service.id, ...never, status_details: details, deployment_request_id: null, deployment_requests_count: 0 };
  }
  const ms = elapsedMs - mine.atMs;
  const state = frameAt(frames, ms) ?? 'READY';
  const waiting = scenario.waiting(environment.id, elapsedMs).filter((one) => one.execution?.services.has(service.id));
  const steps = stepsOf(service, frames, ms);
  return {
    id: service.id,
    state,
    service_deployment_status: state === 'BUILD_ERROR' ? 'OUT_OF_DATE' : 'UP_TO_DATE',
    last_deployment_date: isoTime(scenario, mine.atMs),
    is_part_last_deployment: mine === all.at(-1),
    ...(steps ? { steps } : {}),
    execution_id: executionId(scenario, mine),
    status_details: statusDetails(service, mine.execution, state),
    deployment_request_id: requestId(scenario, mine),
    deployment_requests_count: waiting.length,
  };
}

/** One environment as of its last deployment. */
export function environmentStatus(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): WireEnvironmentStatus {
  const deployment = deploymentsOf(scenario, environment.id, elapsedMs).at(-1);
  if (!deployment) return { id: environment.id, state: 'READY', last_deployment_state: 'READY', deployment_status: 'NEVER_DEPLOYED' };
  const { execution, atMs } = deployment;
  const state = frameAt(execution.states, elapsedMs - atMs) ?? 'READY';
  const isDone = elapsedMs - atMs >= execution.endMs;
  return {
    id: environment.id,
    state,
    last_deployment_state: state,
    last_deployment_date: isoTime(scenario, atMs),
    last_deployment_id: executionId(scenario, deployment),
    total_deployment_duration_in_seconds: isDone ? Math.round(execution.endMs / 1000) : null,
    origin: execution.origin,
    triggered_by: execution.triggeredBy,
    deployment_status: 'UP_TO_DATE',
    deployment_request_id: requestId(scenario, deployment),
    metrics: null,
  };
}

const LISTS = {
  applications: 'APPLICATION',
  containers: 'CONTAINER',
  jobs: 'JOB',
  databases: 'DATABASE',
  helms: 'HELM',
  terraforms: 'TERRAFORM',
  agentic_workflows: 'AGENTIC_WORKFLOW',
} as const;
export type StatusLists = Readonly<Record<keyof typeof LISTS, readonly WireStatus[]>>;

/** The statuses of some of an environment's services, by kind. */
export function listsOf(
  scenario: Scenario,
  environment: EstateEnvironment,
  services: readonly EstateService[],
  elapsedMs: number,
): StatusLists {
  const of = (kind: string): readonly WireStatus[] =>
    services.filter((one) => one.kind === kind).flatMap((one) => statusOf(scenario, environment, one, elapsedMs) ?? []);
  return {
    applications: of(LISTS.applications),
    containers: of(LISTS.containers),
    jobs: of(LISTS.jobs),
    databases: of(LISTS.databases),
    helms: of(LISTS.helms),
    terraforms: of(LISTS.terraforms),
    agentic_workflows: of(LISTS.agentic_workflows),
  };
}

/** Everything of one environment, by kind. */
export function environmentStatuses(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): WireEnvironmentStatuses {
  return {
    environment: environmentStatus(scenario, environment, elapsedMs),
    ...listsOf(scenario, environment, environment.services, elapsedMs),
  };
}
