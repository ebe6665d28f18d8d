// How long deployments of an environment usually take, from its earlier ones: a range, or nothing when there are too few.
import type { PastDeployment } from './report.ts';
import type { Deployment, Instant } from './world.ts';

/** A range of time. */
export interface Usual {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Fewer say nothing; more than these say what was long ago. */
const FEWEST = 3;
const MOST = 8;

const hasWorked = ({ actionStatus, state }: PastDeployment): boolean =>
  actionStatus === 'SUCCESS' || (actionStatus === '' && (state === 'DEPLOYED' || state === 'RESTARTED'));

/** The range of the last deployments that worked; null when fewer than three did. `past` is newest first. */
export function usualDuration(past: readonly PastDeployment[]): Usual | null {
  const took = past
    .filter((one) => hasWorked(one) && one.action === 'DEPLOY')
    .flatMap((one) => (one.durationMs === null || one.durationMs <= 0 ? [] : [one.durationMs]))
    .slice(0, MOST);
  return took.length < FEWEST ? null : { fromMs: Math.min(...took), toMs: Math.max(...took) };
}

/** What is left of a deployment under way, as a range that ends at zero; null when that cannot be said. */
export function timeLeft(deployment: Deployment, usual: Usual | null, now: Instant): Usual | null {
  if (!usual || !deployment.inProgress || deployment.at === null) return null;
  const goneMs = Math.max(0, now - deployment.at);
  return { fromMs: Math.max(0, usual.fromMs - goneMs), toMs: Math.max(0, usual.toMs - goneMs) };
}
