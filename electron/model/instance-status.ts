// First rung: what one instance (a pod on the wire) is doing. Source of the rules: platform.md 4.2 and 4.4.
import type { InstanceReport } from './report.ts';
import type { RunStatus } from './status.ts';
import type { Instance } from './world.ts';

/** ServiceStateDto → our status. WARNING on an instance means "runs now, crashed before", so it is RUNNING and unstable. */
const INSTANCE_STATUS: Readonly<Record<string, RunStatus>> = {
  STARTING: 'STARTING',
  RUNNING: 'RUNNING',
  ERROR: 'ERROR',
  STOPPING: 'STOPPING',
  STOPPED: 'STOPPED',
  COMPLETED: 'COMPLETED',
  WARNING: 'RUNNING',
};

/** An evicted instance leaves a corpse: in error, without containers, with a newer one beside it. */
function isCorpse(report: InstanceReport, all: readonly InstanceReport[]): boolean {
  if (report.state !== 'ERROR' || report.reason !== 'Evicted' || report.containers > 0) return false;
  return all.some((other) => other !== report && (other.startedAt ?? 0) >= (report.startedAt ?? 0) && other.reason !== 'Evicted');
}

/** One reported instance with its verdict; `all` are the reports of the same service. An unknown state stays as UNKNOWN with its word. */
function instanceFrom(report: InstanceReport, all: readonly InstanceReport[]): Instance {
  return {
    name: report.name,
    status: INSTANCE_STATUS[report.state] ?? 'UNKNOWN',
    reported: report.state,
    unstable: report.state === 'WARNING',
    remnant: report.state === 'STOPPED' || isCorpse(report, all),
    reason: report.reason,
    message: report.message,
    restarts: report.restarts,
    startedAt: report.startedAt,
    version: report.version,
    lastTermination: report.lastTermination,
  };
}

/** All instances of one service. */
export function instancesFrom(reports: readonly InstanceReport[]): readonly Instance[] {
  return reports.map((report) => instanceFrom(report, reports));
}
