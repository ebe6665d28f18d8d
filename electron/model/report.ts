// What the platform reported in one reading, decoded: the monitor folds these into the world. Plain facts, no verdicts.
// Decoders trust nothing: a missing field is null or "", an unknown word is kept as sent.
import type { ServiceExtras } from './service-extras.ts';
import type {
  Cluster,
  Instant,
  Mode,
  Organization,
  Project,
  ServiceKind,
  Environment,
  Service,
  DeploymentStep,
  Termination,
} from './world.ts';

/** One organisation's names: projects, environments, services and clusters. */
export interface Discovery {
  readonly organization: Organization;
  readonly projects: readonly Project[];
  readonly clusters: readonly Cluster[];
  readonly environments: readonly EnvironmentName[];
  readonly services: readonly ServiceName[];
}
export interface EnvironmentName {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly organizationId: string;
  readonly projectId: string;
}
export interface ServiceName {
  readonly id: string;
  readonly name: string;
  readonly kind: ServiceKind;
  readonly jobKind: Service['jobKind'];
  readonly environmentId: string;
  readonly projectId: string;
  readonly clusterId: string | null;
}

/** One environment of a project's overview. `deployment` is null when the platform says nothing. */
export interface EnvironmentOverview {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly clusterId: string | null;
  readonly managedBy: Environment['managedBy'];
  readonly serviceCount: number | null;
  readonly deployment: DeploymentReport | null;
}

/** The deployment state of one environment or service, as said. */
export interface DeploymentReport {
  readonly id: string;
  /** StateEnum as sent; open. */
  readonly state: string;
  readonly lastState: string | null;
  readonly executionId: string | null;
  readonly at: Instant | null;
  readonly durationMs: number | null;
  readonly triggeredBy: string | null;
  readonly origin: string | null;
  readonly needsRedeploy: boolean;
  readonly isPartOfLast: boolean;
  /** status_details; null for environments. */
  readonly action: string | null;
  readonly actionStatus: string | null;
  readonly subAction: string | null;
  /** Those that are over. */
  readonly steps: readonly DeploymentStep[];
  /** Spent on steps so far, the waiting left out; null when not said. */
  readonly computingMs: number | null;
  /** Requests that wait for this deployment to end; of services alone. */
  readonly waiting: number;
}

/** `/environment/{e}/statuses`, `…/statusesWithStages` or one frame of an environment's `/deployment/status` socket. */
export interface EnvironmentDeployments {
  readonly environment: DeploymentReport;
  readonly services: readonly DeploymentReport[];
  /** Null where the reading says nothing of stages. */
  readonly staged: StagesReport | null;
}
export interface StagesReport {
  /** How long the platform's checks before the first stage took; null while they run, or when not said. */
  readonly preCheckMs: number | null;
  /** How they ended, as sent; open, "" when not said. */
  readonly preCheckStatus: string;
  /** In the order they are deployed in. */
  readonly stages: readonly StageReport[];
}
/** One stage of a deployment. */
export interface StageReport {
  readonly name: string;
  /** As sent; open. */
  readonly status: string;
  readonly durationMs: number | null;
  /** Also of services that have no part in this deployment. */
  readonly serviceIds: readonly string[];
}

/** One frame of `/service/status`: a full snapshot of each environment in it. */
export interface RunReport {
  readonly environments: readonly EnvironmentRun[];
  /** Some environments of a large frame that is still being read: what they leave out says nothing. The whole follows. */
  readonly isPart?: true;
}
export interface EnvironmentRun {
  readonly id: string;
  readonly projectId: string | null;
  /** ServiceStateDto as sent; open. */
  readonly state: string;
  readonly services: readonly ServiceRun[];
}
export interface ServiceRun {
  readonly id: string;
  readonly state: string;
  readonly instances: readonly InstanceReport[];
  /** Left out: nothing of it was said. */
  readonly extras?: ServiceExtras;
}
export interface InstanceReport {
  readonly name: string;
  readonly state: string;
  readonly reason: string;
  readonly message: string;
  readonly restarts: number;
  readonly startedAt: Instant | null;
  readonly version: string;
  /** How many containers are listed; an evicted corpse has none. */
  readonly containers: number;
  readonly lastTermination: Termination | null;
}

/** One stage of an earlier deployment; of its services only those that took part. */
export interface PastStage {
  readonly name: string;
  readonly status: string;
  readonly durationMs: number | null;
  readonly services: readonly PastService[];
}
interface PastService {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly durationMs: number | null;
}

/** One earlier deployment of an environment. */
export interface PastDeployment {
  readonly executionId: string;
  readonly environmentId: string;
  readonly state: string;
  readonly actionStatus: string;
  readonly action: string;
  readonly at: Instant | null;
  readonly durationMs: number | null;
  readonly triggeredBy: string | null;
  readonly origin: string | null;
  readonly stages: readonly PastStage[];
}
