// The stages of a deployment: what is deployed together, how far it is, and which steps its services went through.
// Stages come one after the other; the next begins only when the one before it is done (platform.md 8.1).
import { deploymentOfState } from './deployment-label.ts';
import type { PastDeployment, StageReport, StagesReport } from './report.ts';
import type { Deployment, Instant, Service } from './world.ts';

/** How a stage stands. `skipped`: nothing in it takes part in this deployment. */
export type StageStatus = 'queued' | 'ongoing' | 'done' | 'error' | 'skipped' | 'cancelled' | 'unknown';

export interface Stage {
  /** As sent: "3.DEFAULT APPLICATION"; `stageName` has it as people read it. */
  readonly name: string;
  readonly status: StageStatus;
  /** When it began, as the durations of what came before it say; null when they do not, or when it has not begun. */
  readonly since: Instant | null;
  /** Null while it is under way, and where the platform does not say. */
  readonly durationMs: number | null;
  /** Those that take part, in the order the platform lists them. */
  readonly services: readonly StagedService[];
}
/** A service's part in a deployment. `steps` is empty where only the history tells of it: that says no steps. */
interface StagedService extends Pick<Deployment, 'label' | 'tone' | 'durationMs' | 'steps'> {
  readonly id: string;
  readonly name: string;
}

const STATUSES: Readonly<Record<string, StageStatus>> = {
  QUEUED: 'queued',
  ONGOING: 'ongoing',
  DONE: 'done',
  ERROR: 'error',
  SKIPPED: 'skipped',
  CANCELED: 'cancelled',
};

function statusOf(raw: string, services: readonly StagedService[]): StageStatus {
  if (services.length === 0) return 'skipped';
  return Object.hasOwn(STATUSES, raw) ? (STATUSES[raw] ?? 'unknown') : 'unknown';
}

type Named = Pick<Service, 'id' | 'name' | 'deployment'>;

/** Those of a stage that take part in this deployment: what was left out speaks of an older one. */
function partsOf({ serviceIds }: StageReport, services: ReadonlyMap<string, Named>): readonly StagedService[] {
  return serviceIds.flatMap((serviceId) => {
    const { id, name, deployment } = services.get(serviceId) ?? { id: serviceId, name: '', deployment: null };
    if (!deployment?.isPartOfLast) return [];
    const { label, tone, durationMs, steps } = deployment;
    return [{ id, name, label, tone, durationMs, steps }];
  });
}

/** Each stage with its beginning: the one before it has ended then. */
function dated(stages: readonly Omit<Stage, 'since'>[], begunAt: Instant | null): readonly Stage[] {
  let at = begunAt;
  return stages.map((stage) => {
    const since = stage.status === 'skipped' || stage.status === 'queued' ? null : at;
    if (stage.status !== 'skipped') at = at === null || stage.durationMs === null ? null : at + stage.durationMs;
    return { ...stage, since };
  });
}

/** The platform's checks before the first stage: a stage of their own only where they end the deployment. */
const PRE_CHECK = 'PRE-CHECK';
export const isPreCheck = ({ name }: Pick<Stage, 'name'>): boolean => name === PRE_CHECK;

/** The stages of a deployment that began at `at`, as it was told; `services` have their deployments already. */
export function stagesFrom(report: StagesReport, services: readonly Named[], at: Instant | null): readonly Stage[] {
  const { stages, preCheckMs, preCheckStatus } = report;
  const byId = new Map(services.map((service) => [service.id, service]));
  const undated = stages.map((stage) => {
    const parts = partsOf(stage, byId);
    return { name: stage.name, status: statusOf(stage.status, parts), durationMs: stage.durationMs, services: parts };
  });
  const after = dated(undated, at === null || preCheckMs === null ? null : at + preCheckMs);
  if (preCheckStatus !== 'ERROR') return after;
  return [{ name: PRE_CHECK, status: 'error', since: at, durationMs: preCheckMs, services: [] }, ...after];
}

/** The stages of an earlier deployment, from the history: how long each took, and each service's part. */
export function pastStages({ stages }: Pick<PastDeployment, 'stages'>): readonly Stage[] {
  return stages.map(({ name, status, durationMs, services }) => {
    const parts = services.map((one): StagedService => {
      const { label, tone } = deploymentOfState(one.state);
      return { id: one.id, name: one.name, label, tone, durationMs: one.durationMs, steps: [] };
    });
    return { name, status: statusOf(status, parts), since: null, durationMs, services: parts };
  });
}

/** Which stage a deployment is in, counted from 1 among those that take part. */
export interface StagePlace {
  readonly stage: Stage;
  readonly number: number;
  readonly of: number;
}

/** The first stage that is not over; null when there are none, or all are. */
export function currentStage(stages: readonly Stage[]): StagePlace | null {
  const taking = stages.filter((stage) => stage.status !== 'skipped');
  const index = taking.findIndex((stage) => stage.status !== 'done');
  const stage = taking[index];
  return stage ? { stage, number: index + 1, of: taking.length } : null;
}

/** "Default application" out of "3.DEFAULT APPLICATION"; a name that a person gave keeps its letters. */
export function stageName({ name }: Pick<Stage, 'name'>): string {
  const bare = name.replace(/^\d+\.\s*/, '');
  const words = bare === bare.toUpperCase() ? bare.toLowerCase() : bare;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
