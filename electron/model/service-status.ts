// Second rung: instances → service. Source of the rules: platform.md 4.4 (service from pods) and 4.5 (kinds without normal pods).
import type { RunStatus } from './status.ts';
import type { RunReason, RunVerdict, StatusCounts } from './run-verdict.ts';
import type { Deployment, Instance, Service } from './world.ts';

/** What is known of one service when its verdict is due. */
export interface ServiceFacts {
  readonly kind: Service['kind'];
  readonly jobKind: Service['jobKind'];
  readonly databaseMode: Service['databaseMode'];
  /** Some snapshot covered this service; false: nothing was heard yet. */
  readonly isCovered: boolean;
  /** The platform's word; null: absent from a snapshot that covers it. */
  readonly reported: string | null;
  readonly instances: readonly Instance[];
  readonly extras: Service['extras'];
  readonly deployment: Deployment | null;
  /** The verdict so far, kept where a rule says "keep". */
  readonly previous: RunVerdict | null;
}

/** ServiceStateDto as it is, for services and environments. */
const REPORTED: Readonly<Record<string, RunStatus>> = {
  STARTING: 'STARTING',
  RUNNING: 'RUNNING',
  ERROR: 'ERROR',
  STOPPING: 'STOPPING',
  STOPPED: 'STOPPED',
  COMPLETED: 'COMPLETED',
  WARNING: 'WARNING',
};

/** A verdict with nothing special about it. */
export function plainVerdict(status: RunStatus, reason: RunReason, more: Partial<RunVerdict> = {}): RunVerdict {
  return { status, reason, busy: false, unstable: false, incomplete: false, stopped: 0, ...more };
}

/** How often each status occurs; only those that do. */
export function countStatuses(statuses: readonly RunStatus[]): StatusCounts {
  const counts: Partial<Record<RunStatus, number>> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

const NO_DATA = plainVerdict('UNKNOWN', { kind: 'no-data' });
/** Rule 4.5: a cron job between its runs is listed as stopped, or not at all. Rule 4.2: what KEDA scales may have no instance. */
const IDLE = plainVerdict('STOPPED', { kind: 'idle' });
const SCALED_TO_ZERO = plainVerdict('STOPPED', { kind: 'scaled-to-zero' });
const ABSENT = plainVerdict('STOPPED', { kind: 'absent' });
const PERHAPS_MANAGED = plainVerdict('UNKNOWN', { kind: 'absent' });

/** Instances of these kinds are past runs that stay listed, or there are none: the platform's own word counts. */
const BY_REPORT: ReadonlySet<Service['kind']> = new Set(['JOB', 'TERRAFORM', 'ARGOCD_APP', 'AGENTIC_WORKFLOW']);

/** Rule 4.5: a managed database has no instances; its deployment state tells whether it runs. */
function managedDatabase({ deployment, previous }: ServiceFacts): RunVerdict {
  if (!deployment) return NO_DATA;
  const reason: RunReason = { kind: 'from-deployment', raw: deployment.raw };
  if (deployment.inProgress) return previous && previous.status !== 'UNKNOWN' ? previous : plainVerdict('UNKNOWN', reason);
  const wasDeployed = deployment.at !== null || deployment.executionId !== null;
  if (deployment.raw === 'DEPLOYED' || deployment.raw === 'RESTARTED' || (deployment.raw === 'READY' && wasDeployed))
    return plainVerdict('RUNNING', reason);
  return plainVerdict(deployment.raw === 'STOPPED' ? 'STOPPED' : 'UNKNOWN', reason);
}

/** No snapshot names it. A database of unknown mode may be managed, which no snapshot ever names: that says nothing of it. */
function absent({ kind, jobKind, databaseMode, deployment }: ServiceFacts): RunVerdict {
  if (deployment?.label === 'NEVER DEPLOYED') return plainVerdict('STOPPED', { kind: 'never-deployed' });
  if (jobKind === 'CRON') return IDLE;
  const mayBeManaged = kind === 'DATABASE' && databaseMode === null && deployment?.raw !== 'STOPPED';
  return mayBeManaged ? PERHAPS_MANAGED : ABSENT;
}

function newest(instances: readonly Instance[]): Instance | undefined {
  return instances.toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))[0];
}

/** The platform's word, where that means more than it says. */
function special(reported: string, { kind, jobKind, instances, extras }: ServiceFacts): RunVerdict | null {
  const action = kind === 'TERRAFORM' ? (extras?.action ?? null) : null;
  const status = REPORTED[reported];
  if (action !== null && (status === 'RUNNING' || status === 'STARTING'))
    return plainVerdict(status, { kind: 'acting', raw: reported, action });
  if (status !== 'STOPPED') return null;
  if (jobKind === 'CRON') return IDLE;
  return extras?.isScaled && instances.length === 0 ? SCALED_TO_ZERO : null;
}

function byReport(reported: string, instances: readonly Instance[]): RunVerdict {
  const status = REPORTED[reported] ?? newest(instances)?.status ?? 'UNKNOWN';
  return plainVerdict(status, { kind: 'reported', raw: reported });
}

function fromInstances(live: readonly Instance[]): RunVerdict {
  const statuses = live.map((one) => one.status);
  const counts = countStatuses(statuses);
  const reason: RunReason = { kind: 'counted', of: 'instances', counts, total: live.length };
  const has = (status: RunStatus): boolean => (counts[status] ?? 0) > 0;
  const flags = { unstable: live.some((one) => one.unstable), incomplete: has('UNKNOWN') };
  if (counts.ERROR === live.length) return plainVerdict('ERROR', reason, { unstable: flags.unstable });
  if (has('ERROR')) return plainVerdict('WARNING', reason, { ...flags, busy: has('STARTING') || has('STOPPING') });
  if (has('STARTING')) return plainVerdict('STARTING', reason, flags);
  if (has('STOPPING')) return plainVerdict('STOPPING', reason, flags);
  if (counts.COMPLETED === live.length) return plainVerdict('COMPLETED', reason);
  if (counts.UNKNOWN === live.length) return plainVerdict('UNKNOWN', reason);
  return plainVerdict('RUNNING', reason, flags);
}

/** Is this service running? First rule that fits, in the order of platform.md 4.4. */
export function serviceRun(facts: ServiceFacts): RunVerdict {
  if (facts.kind === 'DATABASE' && facts.databaseMode === 'MANAGED') return managedDatabase(facts);
  if (!facts.isCovered) return NO_DATA;
  if (facts.reported === null) return absent(facts);
  const marked = BY_REPORT.has(facts.kind) || facts.instances.length === 0 ? special(facts.reported, facts) : null;
  if (marked) return marked;
  if (BY_REPORT.has(facts.kind)) return byReport(facts.reported, facts.instances);
  const live = facts.instances.filter((one) => !one.remnant);
  if (facts.instances.length === 0) return byReport(facts.reported, []);
  if (live.length === 0)
    return plainVerdict('STOPPED', {
      kind: 'counted',
      of: 'instances',
      counts: { STOPPED: facts.instances.length },
      total: facts.instances.length,
    });
  return fromInstances(live);
}
