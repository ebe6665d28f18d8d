// The verdict on one rung of the ladder (instance, service, environment, tray) and why it is so.
import type { RunStatus } from './status.ts';

/** How many parts of one rung have which status; only those that occur. */
export type StatusCounts = Readonly<Partial<Record<RunStatus, number>>>;

/** Why a rung of the ladder has its status. wording.ts turns it into a sentence. */
export type RunReason =
  /** Computed from its live instances or from its services. */
  | { readonly kind: 'counted'; readonly of: 'instances' | 'services'; readonly counts: StatusCounts; readonly total: number }
  /** The platform's word taken as it is: no instances to count, or a kind whose instances mislead (jobs, terraform …). */
  | { readonly kind: 'reported'; readonly raw: string }
  /** Terraform at work; `action` as sent. */
  | { readonly kind: 'acting'; readonly raw: string; readonly action: string }
  /** No instance, on purpose: it is scaled with its load; or a cron job between its runs. */
  | { readonly kind: 'scaled-to-zero' | 'idle' }
  /** Absent from a snapshot that covers it: nothing of it runs. */
  | { readonly kind: 'absent' }
  /** A managed database has no instances: its deployment state tells. */
  | { readonly kind: 'from-deployment'; readonly raw: string }
  | { readonly kind: 'never-deployed' }
  | { readonly kind: 'no-services' }
  /** Nothing was heard of it yet. */
  | { readonly kind: 'no-data' };

/** The verdict on one rung: is it running? */
export interface RunVerdict {
  readonly status: RunStatus;
  readonly reason: RunReason;
  /** Something below is starting or stopping although the status says something worse. */
  readonly busy: boolean;
  /** Something below runs but crashed before. */
  readonly unstable: boolean;
  /** Judged from a part only: some below are unknown. */
  readonly incomplete: boolean;
  /** How many below are stopped while the whole runs. */
  readonly stopped: number;
}
