// Third rung: services → environment. Source of the rules: platform.md 4.4 (environment from services), statuses-2022.md.
import { countStatuses, plainVerdict } from './service-status.ts';
import type { RunStatus } from './status.ts';
import type { RunReason, RunVerdict } from './run-verdict.ts';
import type { Service } from './world.ts';

/**
 * Failure first: an alert is never hidden by a rollout. With false the statuses page's own order holds (STARTING and
 * STOPPING before WARNING): it hides a broken service during each deployment, and a crash loop makes it flap.
 */
const ERROR_FIRST = true;

type Rung = Pick<Service, 'kind' | 'run' | 'deployment'>;

/** Kinds that finish: one of them stopped is no news. */
const FINISHES: ReadonlySet<Service['kind']> = new Set(['JOB', 'TERRAFORM', 'AGENTIC_WORKFLOW']);

function allStopped(services: readonly Rung[], reason: RunReason): RunVerdict {
  const isNew = services.every((service) => service.deployment?.label === 'NEVER DEPLOYED');
  return plainVerdict('STOPPED', isNew ? { kind: 'never-deployed' } : reason);
}

function restOf(known: readonly Rung[], has: (status: RunStatus) => boolean): RunStatus {
  if (has('RUNNING')) return 'RUNNING';
  // Only COMPLETED and STOPPED are left: a stopped application counts, a job between its runs does not.
  const isStopped = known.some((service) => service.run.status === 'STOPPED' && !FINISHES.has(service.kind));
  return isStopped || !has('COMPLETED') ? 'STOPPED' : 'COMPLETED';
}

function moving(has: (status: RunStatus) => boolean): RunStatus | null {
  if (has('STARTING')) return 'STARTING';
  return has('STOPPING') ? 'STOPPING' : null;
}

/** Is this environment running? First rule that fits; services of unknown status are left out and the verdict marked incomplete. */
export function environmentRun(services: readonly Rung[], errorFirst: boolean = ERROR_FIRST): RunVerdict {
  if (services.length === 0) return plainVerdict('EMPTY', { kind: 'no-services' });
  const known = services.filter((service) => service.run.status !== 'UNKNOWN' && service.run.status !== 'EMPTY');
  if (known.length === 0) return plainVerdict('UNKNOWN', { kind: 'no-data' });
  const counts = countStatuses(services.map((service) => service.run.status));
  const reason: RunReason = { kind: 'counted', of: 'services', counts, total: services.length };
  const has = (status: RunStatus): boolean => (counts[status] ?? 0) > 0;
  // A cron job between its runs is idle, not a service that somebody stopped.
  const stopped = known.filter(({ run }) => run.status === 'STOPPED' && run.reason.kind !== 'idle');
  const flags = {
    busy: has('STARTING') || has('STOPPING') || known.some((service) => service.run.busy),
    unstable: known.some((service) => service.run.unstable),
    incomplete: known.length < services.length || known.some((service) => service.run.incomplete),
  };
  if (counts.STOPPED === known.length) return { ...allStopped(services, reason), incomplete: flags.incomplete };
  if (counts.ERROR === known.length) return plainVerdict('ERROR', reason, flags);
  const isFailing = has('ERROR') || has('WARNING');
  const moves = moving(has);
  if (isFailing && (errorFirst || !moves)) return plainVerdict('WARNING', reason, flags);
  if (moves) return plainVerdict(moves, reason, { ...flags, busy: false }); // its status says it already
  if (counts.COMPLETED === known.length) return plainVerdict('COMPLETED', reason, flags);
  return plainVerdict(restOf(known, has), reason, { ...flags, stopped: has('RUNNING') ? stopped.length : 0 });
}
