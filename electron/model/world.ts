// The world as the monitor knows it: organisations, projects, environments, services, instances, each with its verdicts.
// Readonly, keyed by id, plain JSON. Facts and verdicts only: no clock (views tick), no settings, nothing of the wire.
// Unchanged parts keep their identity from one world to the next: contract/patch.ts relies on it.
import type { Failure } from './failure.ts';
import type { Problem } from './problem.ts';
import type { RunVerdict } from './run-verdict.ts';
import type { RunStatus } from './status.ts';
import type { Passed } from './overlooked.ts';
import type { ServiceExtras } from './service-extras.ts';
import type { Stage } from './stages.ts';
import type { Pace, Usual } from './usual-duration.ts';
import type { HiddenEnvironment } from './watching.ts';

/** Milliseconds since 1970, UTC. */
export type Instant = number;

export interface World {
  /** `connecting` until every watched part was read once or has failed once; `ready` from then on. */
  readonly phase: 'signed-out' | 'connecting' | 'ready';
  /** What stands in the way of the whole account (offline, refused, rate-limited …); null when all is well. */
  readonly problem: Problem | null;
  /** When the next try is made while `problem` stands; null when none is planned. */
  readonly nextTryAt: Instant | null;
  readonly organizations: Readonly<Record<string, Organization>>;
  readonly projects: Readonly<Record<string, Project>>;
  readonly clusters: Readonly<Record<string, Cluster>>;
  readonly environments: Readonly<Record<string, Environment>>;
  readonly services: Readonly<Record<string, Service>>;
  /** Environments that are known by name and not watched, sorted by name. */
  readonly hidden: readonly HiddenEnvironment[];
  /** Where run and deployment facts come from, with their age: an environment names its two sources. */
  readonly sources: Readonly<Record<string, Source>>;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  /** Why the names of what is in it cannot be read; null or left out when they can. */
  readonly problem?: Problem | null;
}
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
}
export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
}

// Its age is said here once, so that a frame that changes nothing changes one record and no environment.
/** One source of facts: a run-status socket (`run:…`) or the polling of one project (`deployment:…`). */
export interface Source {
  readonly id: string;
  readonly kind: 'run' | 'deployment';
  readonly state: 'connecting' | 'live' | 'down' | 'agent-away' | 'refused';
  /** When it last said something; null before its first word. */
  readonly asOf: Instant | null;
  /** When it entered its state. */
  readonly since: Instant;
  /** Sockets: when the connection that last spoke was lost; null or left out when it stands, or when nobody can say how long it was dead. */
  readonly lostAt?: Instant | null;
  readonly problem: Problem | null;
  readonly nextTryAt: Instant | null;
  /** How often it is expected to speak; older than three times this is stale. Sockets: 10,000. */
  readonly everyMs: number;
}

/** PREVIEW is shown as "Ephemeral". Values not known to us are kept as sent. */
export type Mode = 'PRODUCTION' | 'STAGING' | 'DEVELOPMENT' | 'PREVIEW' | (string & {});

export interface Environment {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly organizationId: string;
  readonly projectId: string;
  readonly clusterId: string | null;
  /** Sorted by name. */
  readonly serviceIds: readonly string[];
  readonly run: RunVerdict;
  /** The platform's own word for the whole environment, as sent; null when it said none. */
  readonly reportedRun: string | null;
  readonly deployment: Deployment | null;
  /** Why the last deployment failed; null when it did not, or when that is not read yet. */
  readonly failure: Failure | null;
  /** How long its deployments usually take; null when that is not read or too few are known. */
  readonly usual: Usual | null;
  /** What is usual within them; null when that is not read. */
  readonly pace: Pace | null;
  /** Of the last deployment, under way or ended, in their order; empty when they are not read. */
  readonly stages: readonly Stage[];
  /** Earlier deployments that were not told when the next one was seen; the last few, oldest first. */
  readonly overlooked: readonly Passed[];
  /** Keys into `World.sources`; null when there is none yet. */
  readonly runSourceId: string | null;
  readonly deploymentSourceId: string | null;
  readonly managedBy: 'QOVERY' | 'ARGOCD' | 'MIXED' | null;
}

export type ServiceKind =
  | 'APPLICATION'
  | 'CONTAINER'
  | 'DATABASE'
  | 'JOB'
  | 'HELM'
  | 'TERRAFORM'
  | 'ARGOCD_APP'
  | 'AGENTIC_WORKFLOW'
  | 'UNKNOWN';

export interface Service {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  readonly jobKind: 'CRON' | 'LIFECYCLE' | null;
  /** Known only after the environment's services were read once. */
  readonly databaseMode: 'CONTAINER' | 'MANAGED' | null;
  readonly environmentId: string;
  readonly run: RunVerdict;
  readonly reportedRun: string | null;
  readonly instances: readonly Instance[];
  /** What the last snapshot said beside them; null when nothing. */
  readonly extras: ServiceExtras | null;
  readonly deployment: Deployment | null;
}

/** One instance of a service (a pod on the wire). Its status is our verdict; `reported` is the platform's word. */
export interface Instance {
  readonly name: string;
  readonly status: RunStatus;
  readonly reported: string;
  /** Running now, but a container of it died earlier (the wire's WARNING). */
  readonly unstable: boolean;
  /** A remnant (stopped, or an evicted corpse with a newer instance beside it) is not counted. */
  readonly remnant: boolean;
  readonly reason: string;
  readonly message: string;
  readonly restarts: number;
  readonly startedAt: Instant | null;
  readonly version: string;
  readonly lastTermination: Termination | null;
}
export interface Termination {
  readonly reason: string;
  readonly exitCode: number | null;
  readonly at: Instant | null;
}

/** Words shown to people for a deployment; platform.md 3.3 maps every wire state to one of them. */
export type DeploymentLabel =
  | 'NEVER DEPLOYED'
  | 'SKIPPED'
  | 'QUEUED'
  | 'BUILDING'
  | 'DEPLOYING'
  | 'CANCELLING BUILDING'
  | 'CANCELLED'
  | 'DEPLOYMENT ERROR'
  | 'DEPLOYMENT OK'
  | 'RESTARTING'
  | 'RESTART ERROR'
  | 'STOPPING'
  | 'STOPPED'
  | 'STOP ERROR'
  | 'DELETING'
  | 'DELETED'
  | 'DELETE ERROR'
  | 'UNAVAILABLE'
  | 'UNKNOWN';

/** The family of a label, for colour, icon and rules. */
export type DeploymentTone = 'ok' | 'error' | 'queued' | 'moving' | 'cancelled' | 'quiet' | 'unavailable' | 'unknown';

/** Did the deployment work? One verdict for an environment or a service. */
export interface Deployment {
  readonly label: DeploymentLabel;
  readonly tone: DeploymentTone;
  /** What the label leaves out, in one word or two ("build", "restart", "executing"); null when nothing. */
  readonly detail: string | null;
  /** The wire's state as sent; `lastState`: of the last deployment alone, null when not said. */
  readonly raw: string;
  readonly lastState: string | null;
  /** The statuses page's word: not final. An error or a cancel is temporary until the next deployment. */
  readonly temporary: boolean;
  /** Something is moving now; drives polling and spinners. */
  readonly inProgress: boolean;
  readonly executionId: string | null;
  readonly at: Instant | null;
  readonly durationMs: number | null;
  readonly triggeredBy: string | null;
  readonly origin: string | null;
  /** False: the label speaks of an older deployment; shown dimmed, never notified. */
  readonly isPartOfLast: boolean;
  readonly needsRedeploy: boolean;
  /** Those that are over. */
  readonly steps: readonly DeploymentStep[];
  /** The step that runs; null when none does, or when its beginning cannot be told. */
  readonly running: RunningStep | null;
  /** Requests for another one that wait for its end; said of services alone. */
  readonly waiting: number;
}
export interface RunningStep {
  readonly name: 'BUILD' | 'DEPLOYMENT' | 'EXECUTING';
  readonly since: Instant;
}
export interface DeploymentStep {
  readonly name: string;
  readonly status: string;
  readonly durationMs: number | null;
}

/** The world before anything is known. */
export const EMPTY_WORLD: World = {
  phase: 'signed-out',
  problem: null,
  nextTryAt: null,
  organizations: {},
  projects: {},
  clusters: {},
  environments: {},
  services: {},
  hidden: [],
  sources: {},
};
