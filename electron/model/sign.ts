// The sign that is drawn for statuses: in the tray for all environments, on a notification for one.
import { environmentFreshness, isDrained } from './freshness.ts';
import type { RunStatus } from './status.ts';
import { hasFailedDeployment } from './tray-status.ts';
import type { Environment, Instant, Service, ServiceKind, World } from './world.ts';

/** The eight drawings. */
export type SignStatus = 'running' | 'warning' | 'error' | 'starting' | 'stopping' | 'stopped' | 'unknown' | 'empty';

export interface Sign {
  readonly status: SignStatus;
  /** A failed deployment: the red badge. */
  readonly failed: boolean;
  /** Old data: drained, with a clock. */
  readonly stale: boolean;
}

const DRAWINGS = {
  ERROR: 'error',
  WARNING: 'warning',
  STARTING: 'starting',
  STOPPING: 'stopping',
  RUNNING: 'running',
  COMPLETED: 'running',
  STOPPED: 'stopped',
  UNKNOWN: 'unknown',
  EMPTY: 'empty',
} as const satisfies Readonly<Record<RunStatus, SignStatus>>;

/** The drawing of a status; a finished job belongs to RUNNING's family. */
export function drawingOf(status: RunStatus): SignStatus {
  return DRAWINGS[status];
}

const KINDS = {
  APPLICATION: 'application',
  CONTAINER: 'container',
  DATABASE: 'database',
  JOB: 'job',
  HELM: 'helm',
  TERRAFORM: 'terraform',
  ARGOCD_APP: 'other',
  AGENTIC_WORKFLOW: 'other',
  UNKNOWN: 'other',
} as const satisfies Readonly<Record<ServiceKind, string>>;

/** The drawing of what a service is. */
export function kindDrawing({ kind, jobKind }: Pick<Service, 'kind' | 'jobKind'>): (typeof KINDS)[ServiceKind] | 'cron' {
  return jobKind === 'CRON' ? 'cron' : KINDS[kind];
}

/** The sign of one environment alone. */
export function environmentSign(world: World, environment: Environment, now: Instant): Sign {
  return {
    status: drawingOf(environment.run.status),
    failed: hasFailedDeployment(environment),
    stale: isDrained(environmentFreshness(world, environment, now)),
  };
}

/** The sign's file name without ending, as the icons are built: "error-failed-stale". */
export function signName({ status, failed, stale }: Sign): string {
  return `${status}${failed ? '-failed' : ''}${stale ? '-stale' : ''}`;
}
