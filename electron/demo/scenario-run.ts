// What runs at a moment: pods, services and environments as a frame of `/service/status` says it.
import type {
  WireCertificate,
  WireEnvironmentRun,
  WirePod,
  WirePodContainer,
  WirePodEvent,
  WireServiceRun,
  WireTermination,
  WireWorkloadRun,
} from '../platform/wire/run.ts';
import type { WireRunState } from '../platform/wire/states.ts';
import { frameAt, lastOf, type Episode, type Frames, type PodPlan } from './scenario-episode.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { letters, podSuffix, seeded } from './scenario-random.ts';
import { epochMs, type Scenario } from './scenario.ts';

/** A service's pods at a moment, each with the times its frame speaks of. */
interface LivePod extends PodPlan {
  /** Counted from the pods the demo began with. */
  readonly absolute: number;
  readonly bornMs: number;
  readonly endedMs: number;
}

/** States of a pod whose container has just ended. */
const HAS_ENDED: ReadonlySet<string> = new Set(['ERROR', 'COMPLETED']);
const FINISHED: ReadonlySet<string> = new Set(['JOB', 'TERRAFORM']);

/** The pods the demo begins with: those of the last deployment that worked. */
function firstPods(environment: EstateEnvironment, service: EstateService, bornMs: number): readonly LivePod[] {
  if (environment.life !== 'running' || service.database?.mode === 'MANAGED') return [];
  const isFinished = FINISHED.has(service.kind);
  return Array.from({ length: service.instances }, (_, ordinal) => ({
    generation: 0,
    ordinal,
    state: isFinished ? 'COMPLETED' : 'RUNNING',
    ...(isFinished ? { ended: 'done' as const } : {}),
    absolute: 0,
    bornMs: bornMs + ordinal * 1300,
    endedMs: bornMs + 21_000,
  }));
}

const isSame = (pod: PodPlan, generation: number, ordinal: number): boolean => pod.generation === generation && pod.ordinal === ordinal;

function livePod(plan: PodPlan, frames: Frames<readonly PodPlan[]>, atMs: number, elapsedMs: number, before: readonly LivePod[]): LivePod {
  const told = frames.filter(([ms, pods]) => atMs + ms <= elapsedMs && pods.some((pod) => isSame(pod, plan.generation, plan.ordinal)));
  const bornMs = atMs + (told[0]?.[0] ?? 0);
  const endings = told.filter(([, pods]) => pods.some((pod) => isSame(pod, plan.generation, plan.ordinal) && HAS_ENDED.has(pod.state)));
  const generation = Math.max(0, ...before.map((pod) => pod.absolute));
  const old = before.find((pod) => pod.ordinal === plan.ordinal);
  const endedMs = atMs + (endings.at(-1)?.[0] ?? 0);
  if (plan.generation === 1) return { ...plan, absolute: generation + 1, bornMs, endedMs };
  return { ...plan, absolute: generation, bornMs: old?.bornMs ?? bornMs, endedMs };
}

function podsAfter(before: readonly LivePod[], episode: Episode, serviceId: string, elapsedMs: number): readonly LivePod[] {
  const frames = episode.pods.get(serviceId);
  if (!frames) return before;
  const plans = frameAt(frames, elapsedMs - episode.atMs);
  return plans?.map((plan) => livePod(plan, frames, episode.atMs, elapsedMs, before)) ?? before;
}

/** Episodes of one service follow one another, so each starts from where the one before it ended. */
function livePods(scenario: Scenario, environment: EstateEnvironment, service: EstateService, elapsedMs: number): readonly LivePod[] {
  const episodes = scenario.episodes(environment.id, elapsedMs);
  const worked = episodes.findLast((one) => one.atMs < 0 && lastOf(one.execution?.states ?? []) === 'DEPLOYED');
  const bornMs = worked ? worked.atMs + (worked.execution?.endMs ?? 0) : -environment.ageMs;
  return episodes.reduce((before, one) => podsAfter(before, one, service.id, elapsedMs), firstPods(environment, service, bornMs));
}

/** The version a generation of pods runs: a commit, an image tag, a database's version. */
export function versionOf(scenario: Scenario, service: EstateService, generation: number): string {
  if (service.database) return service.database.version;
  if (service.kind === 'CONTAINER' || service.kind === 'HELM') return `1.${24 + generation}.0`;
  return letters(seeded(scenario.seed, 'commit', service.id, generation), 40);
}

function podName(scenario: Scenario, service: EstateService, pod: LivePod): string {
  const short = `z${service.id.slice(0, 8)}`;
  const random = seeded(scenario.seed, 'pod', service.id, pod.absolute);
  const replicaSet = letters(random, 10, 'bcdf456789');
  const suffix = podSuffix(seeded(scenario.seed, 'pod', service.id, pod.absolute, pod.ordinal), 5);
  if (service.database) return `${service.database.type.toLowerCase()}-${short}-${pod.ordinal}`;
  if (FINISHED.has(service.kind)) return `${service.kind.toLowerCase()}-${short}-${suffix}`;
  return `app-${short}-${replicaSet}-${suffix}`;
}

const ENDINGS = {
  crash: { exit_code: 1, exit_code_message: 'Application error', reason: 'Error', signal: 0 },
  oom: { exit_code: 137, exit_code_message: 'Killed (SIGKILL)', reason: 'OOMKilled', signal: 9 },
  done: { exit_code: 0, exit_code_message: '', reason: 'Completed', signal: 0 },
} as const;

function termination(scenario: Scenario, pod: LivePod): WireTermination | null {
  if (!pod.ended) return null;
  const times = { started_at: epochMs(scenario, pod.bornMs), finished_at: epochMs(scenario, pod.endedMs) };
  return { ...times, message: '', ...ENDINGS[pod.ended] };
}

/** When the pod's container began to run, or to fail, for the last time. */
function lastStart(scenario: Scenario, pod: LivePod): number {
  return epochMs(scenario, (pod.restarts ?? 0) > 0 ? pod.endedMs + 1000 : pod.bornMs);
}

function containerOf(scenario: Scenario, service: EstateService, pod: LivePod, podsName: string): WirePodContainer {
  const state = pod.state === 'STOPPING' || pod.state === 'WARNING' ? 'RUNNING' : pod.state;
  const current = {
    state,
    started_at: lastStart(scenario, pod),
    state_reason: pod.reason ?? null,
    state_message: pod.message ?? null,
  };
  return {
    name: podsName.split('-').slice(0, 2).join('-'),
    image: `registry.example/${service.name}:${versionOf(scenario, service, pod.absolute).slice(0, 12)}`,
    restart_count: pod.restarts ?? 0,
    current_state: state === 'COMPLETED' ? null : current,
    last_terminated_state: termination(scenario, pod),
  };
}

/** The cluster's own remark on a pod that is in error. */
function eventOf(scenario: Scenario, pod: LivePod): WirePodEvent {
  const [reason, message] = pod.isEvicted
    ? ['Evicted', pod.message ?? '']
    : ['BackOff', pod.ended ? 'Back-off restarting failed container' : 'Back-off pulling image'];
  return { created_at: lastStart(scenario, pod), type: 'Warning', reason, message };
}

function wirePod(scenario: Scenario, service: EstateService, pod: LivePod): WirePod {
  const name = podName(scenario, service, pod);
  return {
    name,
    state: pod.state,
    state_reason: pod.reason ?? '',
    state_message: pod.message ?? '',
    restart_count: pod.restarts ?? 0,
    started_at: epochMs(scenario, pod.bornMs),
    service_version: versionOf(scenario, service, pod.absolute),
    last_events: pod.state === 'ERROR' ? [eventOf(scenario, pod)] : [],
    containers: pod.isEvicted ? [] : [containerOf(scenario, service, pod, name)],
  };
}

/** As the cluster's agent sums up; a pod's WARNING makes its service and environment WARNING too. */
function summary(states: readonly WireRunState[]): WireRunState {
  const has = (state: WireRunState): boolean => states.includes(state);
  if (states.every((state) => state === 'ERROR')) return 'ERROR';
  if (has('ERROR') || has('WARNING')) return 'WARNING';
  const moving = (['STARTING', 'STOPPING', 'RUNNING'] as const).find(has);
  return moving ?? 'COMPLETED';
}

/** The pods of one service; none when it does not run. */
export function podsOf(scenario: Scenario, environment: EstateEnvironment, service: EstateService, elapsedMs: number): readonly WirePod[] {
  return livePods(scenario, environment, service, elapsedMs).map((pod) => wirePod(scenario, service, pod));
}

/** KEDA's word on what it scales. */
const SCALED = { name: 'web', conditions: [], external_metric_names: [], health: {}, last_active_time: 0, resource_metric_names: [] };

/** What a workload says beside its pods. */
function extrasOf(scenario: Scenario, id: string): Pick<WireWorkloadRun, 'certificates' | 'scaled_object'> {
  const certificate: WireCertificate = {
    dns_names: ['api.meridian.example'],
    not_before: epochMs(scenario, 0),
    not_after: epochMs(scenario, 90 * 86_400_000),
    renewal_time: epochMs(scenario, 60 * 86_400_000),
    state: 'ERROR',
    state_message: 'no DNS record points to this cluster',
    failed_issuance_attempt_count: 3,
    last_failure_issuance_time: epochMs(scenario, 0),
  };
  return { certificates: id === scenario.uncertifiedId ? [certificate] : [], scaled_object: id === scenario.scaledId ? SCALED : null };
}
const APPLY = { triggered_action: { action: 'DEPLOY', sub_action: 'TERRAFORM_PLAN_AND_APPLY' } };

/** One environment; null when nothing of it runs: stopped ones are left out of frames. */
export function environmentRun(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): WireEnvironmentRun | null {
  const running = environment.services.flatMap((service) => {
    const pods = podsOf(scenario, environment, service, elapsedMs);
    if (pods.length === 0 && service.id === scenario.scaledId)
      return [{ kind: service.kind, run: { id: service.id, state: 'STOPPED', pods } }];
    return pods.length > 0 ? [{ kind: service.kind, run: { id: service.id, state: summary(pods.map((pod) => pod.state)), pods } }] : [];
  });
  if (running.length === 0) return null;
  const of = (kind: string): readonly WireServiceRun[] => running.filter((one) => one.kind === kind).map((one) => one.run);
  const workloads = (kind: string) => of(kind).map((run) => ({ ...run, ...extrasOf(scenario, run.id) }));
  return {
    id: environment.id,
    project_id: environment.projectId,
    state: summary(running.map((one) => one.run.state)),
    applications: workloads('APPLICATION'),
    containers: workloads('CONTAINER'),
    databases: of('DATABASE'),
    jobs: workloads('JOB'),
    helms: workloads('HELM'),
    terraform: of('TERRAFORM').map((run) => ({ ...run, ...APPLY })),
    argocd_apps: of('ARGOCD_APP'),
    agentic_workflows: workloads('AGENTIC_WORKFLOW'),
  };
}

/** How often something has happened to an environment's pods since the start: as long as this stays, what runs stays the same. */
export function podChanges(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): number {
  const frames = scenario
    .episodes(environment.id, elapsedMs)
    .flatMap(({ atMs, pods }) => [...pods.values()].flat().map(([ms]) => atMs + ms));
  return frames.filter((ms) => ms <= elapsedMs).length;
}
