// Deployment states in our words. Source of the table: platform.md 3.3 (StateEnum → labels of the statuses page).
import type { DeploymentReport } from './report.ts';
import { kept } from './same.ts';
import type { Deployment, DeploymentLabel, DeploymentTone, Instant, RunningStep } from './world.ts';

interface Meaning {
  readonly label: DeploymentLabel;
  readonly tone: DeploymentTone;
  readonly detail: string | null;
  readonly temporary: boolean;
  readonly inProgress: boolean;
}

const moves = (label: DeploymentLabel, detail: string | null = null): Meaning => ({
  label,
  tone: 'moving',
  detail,
  temporary: true,
  inProgress: true,
});
const queued = (detail: string | null = null): Meaning => ({ label: 'QUEUED', tone: 'queued', detail, temporary: true, inProgress: true });
const broke = (label: DeploymentLabel, detail: string | null = null): Meaning => ({
  label,
  tone: 'error',
  detail,
  temporary: true,
  inProgress: false,
});
const rests = (label: DeploymentLabel, tone: DeploymentTone, detail: string | null = null): Meaning => ({
  label,
  tone,
  detail,
  temporary: false,
  inProgress: false,
});

const CANCELLED: Meaning = { label: 'CANCELLED', tone: 'cancelled', detail: null, temporary: true, inProgress: false };
const OK = rests('DEPLOYMENT OK', 'ok');
const NEVER = rests('NEVER DEPLOYED', 'quiet');
const UNSAID = rests('UNKNOWN', 'unknown');

const MEANINGS: Readonly<Record<string, Meaning>> = {
  QUEUED: queued(),
  DEPLOYMENT_QUEUED: queued(),
  WAITING_RUNNING: queued(),
  BUILDING: moves('BUILDING'),
  DEPLOYING: moves('DEPLOYING'),
  EXECUTING: moves('DEPLOYING', 'executing'),
  CANCELING: moves('CANCELLING BUILDING'),
  CANCELED: CANCELLED,
  BUILD_ERROR: broke('DEPLOYMENT ERROR', 'build'),
  DEPLOYMENT_ERROR: broke('DEPLOYMENT ERROR'),
  DEPLOYED: OK,
  RESTART_QUEUED: queued('restart'),
  WAITING_RESTARTING: queued('restart'),
  RESTARTING: moves('RESTARTING'),
  RESTARTED: rests('DEPLOYMENT OK', 'ok', 'restarted'),
  RESTART_ERROR: broke('RESTART ERROR'),
  STOP_QUEUED: queued('stop'),
  WAITING_STOPPING: queued('stop'),
  STOPPING: moves('STOPPING'),
  STOPPED: rests('STOPPED', 'quiet'),
  STOP_ERROR: broke('STOP ERROR'),
  DELETE_QUEUED: queued('delete'),
  WAITING_DELETING: queued('delete'),
  DELETING: moves('DELETING'),
  DELETED: rests('DELETED', 'quiet'),
  DELETE_ERROR: broke('DELETE ERROR'),
  UNAVAILABLE: rests('UNAVAILABLE', 'unavailable'),
};

/** Whether a state of the platform is a failure; one that we do not know is judged by the form of its word. */
export function isErrorState(state: string): boolean {
  return state === 'RECAP' || state.endsWith('_ERROR');
}

/** RECAP is a failure whose summary is being logged: moving for a minute at most, then over. */
const RECAP_MS = 60_000;

/** The action's words for a label's detail; a sub-action says it more exactly. Deploying is what labels speak of anyway. */
const ACTIONS: Readonly<Record<string, string>> = { RESTART: 'restart', STOP: 'stop', DELETE: 'delete' };
const SUB_ACTIONS: Readonly<Record<string, string>> = {
  TERRAFORM_PLAN_ONLY: 'plan',
  TERRAFORM_PLAN_AND_APPLY: 'apply',
  TERRAFORM_DESTROY: 'destroy',
  TERRAFORM_FORCE_UNLOCK_STATE: 'unlock',
  TERRAFORM_MIGRATE_STATE: 'migrate',
};

/** A state we do not know, judged by what status_details say of it, else by the form of its word. */
function unknownMeaning(report: DeploymentReport): Meaning {
  const { state, actionStatus } = report;
  if (actionStatus === 'QUEUED') return queued();
  if (actionStatus === 'ONGOING' || actionStatus === 'EXECUTING') return moves('DEPLOYING');
  if (actionStatus === 'SUCCESS') return OK;
  if (actionStatus === 'ERROR') return broke('DEPLOYMENT ERROR');
  if (actionStatus === 'CANCELED') return CANCELLED;
  if (actionStatus === 'CANCELING') return moves('CANCELLING BUILDING');
  if (actionStatus === 'NEVER') return NEVER;
  return { label: 'UNKNOWN', tone: 'unknown', detail: state || null, temporary: false, inProgress: /ING$|_QUEUED|^WAITING/.test(state) };
}

function meaningOf(report: DeploymentReport, now: Instant): Meaning {
  const wasDeployed = report.at !== null || report.executionId !== null;
  if (report.state === 'READY') return wasDeployed ? rests('SKIPPED', 'quiet') : NEVER;
  if (report.state === 'RECAP')
    return { ...broke('DEPLOYMENT ERROR'), inProgress: report.at === null || now - report.at - (report.durationMs ?? 0) <= RECAP_MS };
  return Object.hasOwn(MEANINGS, report.state) ? (MEANINGS[report.state] ?? unknownMeaning(report)) : unknownMeaning(report);
}

/** The label's detail: the platform's own sub-action or action, where the label does not say it. */
function detailOf(report: DeploymentReport, meaning: Meaning): string | null {
  const sub = report.subAction === null ? undefined : SUB_ACTIONS[report.subAction];
  if (sub) return sub;
  const action = report.action === null ? undefined : ACTIONS[report.action];
  const isSaid = action !== undefined && meaning.label.toLowerCase().includes(action.replace(/e$/, ''));
  return meaning.detail ?? (action && !isSaid ? action : null);
}

/** What a state alone says, where nothing else is known of its deployment (a service's part in an earlier one). */
export function deploymentOfState(state: string): Pick<Deployment, 'label' | 'tone'> {
  const told = Object.hasOwn(MEANINGS, state) ? MEANINGS[state] : undefined;
  const { label, tone } = told ?? (isErrorState(state) ? broke('DEPLOYMENT ERROR') : UNSAID);
  return { label, tone };
}

const RUNNING: Readonly<Record<string, RunningStep['name']>> = { BUILDING: 'BUILD', DEPLOYING: 'DEPLOYMENT', EXECUTING: 'EXECUTING' };

/** The step under way: it began when those that are over had taken their part of the time spent so far. Waiting is not spent. */
function runningStep({ state, steps, computingMs }: DeploymentReport, now: Instant): RunningStep | null {
  const name = Object.hasOwn(RUNNING, state) ? RUNNING[state] : undefined;
  if (!name || computingMs === null) return null;
  const over = steps.filter((step) => !step.name.endsWith('QUEUEING'));
  const spentMs = over.reduce((sum, step) => sum + (step.durationMs ?? 0), 0);
  return { name, since: now - Math.max(0, computingMs - spentMs) };
}

/** One reported deployment with its label; `now` ends RECAP's minute. */
export function deploymentFrom(report: DeploymentReport, now: Instant): Deployment {
  const meaning = meaningOf(report, now);
  return {
    ...meaning,
    detail: detailOf(report, meaning),
    raw: report.state,
    lastState: report.lastState,
    executionId: report.executionId,
    at: report.at,
    durationMs: report.durationMs,
    triggeredBy: report.triggeredBy,
    origin: report.origin,
    isPartOfLast: report.isPartOfLast,
    needsRedeploy: report.needsRedeploy && report.state !== 'STOPPED',
    steps: report.steps,
    running: runningStep(report, now),
    waiting: report.waiting,
  };
}

/** Told in whole seconds, and heard a little later each time: a beginning that differs by less is the same. */
const SAME_MS = 5_000;

/** The next word on a deployment: what it says again keeps its identity. */
export function deploymentAfter(before: Deployment | null, report: DeploymentReport, now: Instant): Deployment {
  const next = deploymentFrom(report, now);
  const [was, is] = [before?.executionId === next.executionId ? before?.running : null, next.running];
  const isSame = was && is && was.name === is.name && Math.abs(was.since - is.since) < SAME_MS;
  return kept(before ?? undefined, isSame ? { ...next, running: was } : next);
}

const MOVING_ORDER: readonly DeploymentLabel[] = [
  'CANCELLING BUILDING',
  'BUILDING',
  'DEPLOYING',
  'RESTARTING',
  'STOPPING',
  'DELETING',
  'QUEUED',
];

/** An environment's label out of its services', for when the platform says none (platform.md 3.4). Null without services. */
export function deploymentOfServices(services: readonly Deployment[]): Deployment | null {
  const moving = services.filter((one) => one.inProgress && one.isPartOfLast);
  const [first] = MOVING_ORDER.flatMap((label) => moving.filter((one) => one.label === label));
  if (first) return first;
  const order: readonly ((one: Deployment) => boolean)[] = [
    (one) => one.tone === 'error',
    (one) => one.tone === 'cancelled',
    (one) => one.tone === 'ok',
  ];
  for (const fits of order) {
    const found = services.find(fits);
    if (found) return found;
  }
  return services.find((one) => one.label !== 'STOPPED') ?? services[0] ?? null;
}
