// The platform as the rest of the app sees it: model types only, no wire shape, no HTTP, no token.
// client.ts keeps this promise over http.ts and socket.ts; tests may keep it by other means.
import type { LogLine } from '../model/log-line.ts';
import type { Problem } from '../model/problem.ts';
import type {
  DeploymentReport,
  Discovery,
  EnvironmentDeployments,
  EnvironmentOverview,
  PastDeployment,
  RunReport,
} from '../model/report.ts';
import type { Result } from '../model/result.ts';
import type { Instant, Organization, Service } from '../model/world.ts';

/** A deployment's log is answered with its last lines, so many at most. */
export const MOST_LINES_READ = 1_000;

/** Never throws, never rejects: what goes wrong is the Result's problem. Every read ends within 30 s. */
export interface Platform {
  organizations(): Promise<Result<readonly Organization[]>>;
  /** Four requests: projects, environments, services, clusters of one organisation. */
  discover(organization: Organization): Promise<Result<Discovery>>;
  /** `/project/{p}/environment/overview`: every environment of a project with its deployment state. */
  projectOverview(projectId: string): Promise<Result<readonly EnvironmentOverview[]>>;
  /** `/environment/{e}/statuses` or `…/statusesWithStages`: the deployment state of every service of one environment. */
  environmentDeployments(environmentId: string, hasStages: boolean): Promise<Result<EnvironmentDeployments>>;
  /** `/environment/{e}/services`: which databases are managed, by service id. Heavy: once per environment with a database. */
  databaseModes(environmentId: string): Promise<Result<Readonly<Record<string, Service['databaseMode']>>>>;
  /** The last 1,000 lines of one deployment, oldest first; null: the latest deployment. */
  deploymentLog(environmentId: string, executionId: string | null): Promise<Result<readonly LogLine[]>>;
  /** Newest first. */
  deploymentHistory(environmentId: string, count: number): Promise<Result<readonly PastDeployment[]>>;

  /**
   * Snapshots of run status. One socket; reconnects by itself; returns its stop function. Every frame is told, also one
   * that says the same as the last (then with the very same value, not decoded again): that it came is news.
   */
  followRun(scope: RunScope, listener: StreamListener<RunReport>): () => void;
  /** `/deployment/status` of a project: deployment states of its environments (all or some of them) when they change. */
  followProject(scope: ProjectScope, listener: StreamListener<readonly DeploymentReport[]>): () => void;
  /** Deployment states of one environment while they change; with an execution, once, of that earlier deployment. */
  followDeployment(scope: ExecutionScope, listener: StreamListener<EnvironmentDeployments>): () => void;
  /** What the latest deployment says from now on; with an execution, all that this one said, once, oldest first. */
  followDeploymentLog(scope: ExecutionScope, listener: StreamListener<readonly LogLine[]>): () => void;
  followServiceLog(scope: ServiceScope, listener: StreamListener<readonly LogLine[]>): () => void;
}

interface RunScope {
  readonly organizationId: string;
  readonly clusterId: string;
  readonly projectId: string | null;
  readonly environmentId: string | null;
}
interface ProjectScope {
  readonly organizationId: string;
  readonly projectId: string;
}
export interface EnvironmentScope {
  readonly organizationId: string;
  readonly projectId: string;
  readonly environmentId: string;
  readonly clusterId: string | null;
}
/** One deployment of an environment; null: the latest one. */
interface ExecutionScope extends EnvironmentScope {
  readonly executionId: string | null;
}
export interface ServiceScope extends EnvironmentScope {
  readonly clusterId: string;
  readonly serviceId: string;
}

export interface StreamListener<T> {
  onValue(value: T): void;
  onState(state: StreamState): void;
}

/** The named states of a reconnecting stream; it starts in `connecting`, and `ended` is the last. */
export type StreamState =
  | { readonly kind: 'connecting'; readonly attempt: number }
  | { readonly kind: 'open'; readonly since: Instant }
  | { readonly kind: 'waiting'; readonly problem: Problem; readonly nextTryAt: Instant; readonly attempt: number }
  /** For good: stopped by us (null), refused or not permitted. */
  | { readonly kind: 'ended'; readonly problem: Problem | null };

/** Where the platform is and with which token it is asked; read anew for every request and socket. */
export interface Access {
  readonly apiUrl: string;
  readonly wsUrl: string;
  readonly token: string;
  /** How the token is sent: `Authorization: Token …` or `Authorization: Bearer …`. */
  readonly scheme: 'Token' | 'Bearer';
}
