// Deployments that began and ended between two readings: the next execution is seen, and the history tells what lay between.
import { deploymentOfState } from './deployment-label.ts';
import type { PastDeployment } from './report.ts';
import type { Deployment, Instant } from './world.ts';

/** A deployment whose end nobody saw. */
export interface Overlooked extends Pick<Deployment, 'label' | 'tone' | 'durationMs' | 'triggeredBy' | 'origin'> {
  readonly executionId: string;
  readonly at: Instant | null;
  /** Services that failed in it. */
  readonly serviceIds: readonly string[];
}
/** Where something may lie: between which two executions, and whether the end of the first was not seen either. */
export interface Gap {
  readonly after: string;
  readonly before: string;
  readonly isOpen: boolean;
}

/** The gap between two words on an environment's deployment; null when the second follows from the first. */
export function gapBetween(before: Deployment | null, after: Deployment | null): Gap | null {
  if (!before?.executionId || !after?.executionId || before.executionId === after.executionId) return null;
  return { after: before.executionId, before: after.executionId, isOpen: before.inProgress };
}

/** What lay in the gap, oldest first; nothing when the history does not reach back to it. */
export function overlookedIn(past: readonly PastDeployment[], gap: Gap): readonly Overlooked[] {
  const ids = past.map(({ executionId }) => executionId);
  const [from, to] = [ids.indexOf(gap.before), ids.indexOf(gap.after)];
  if (from < 0 || to < 0) return [];
  const between = past.slice(from + 1, gap.isOpen ? to + 1 : to).toReversed();
  return between.map(({ executionId, at, state, stages, durationMs, triggeredBy, origin }) => {
    const failed = stages.flatMap(({ services }) => services.filter((one) => deploymentOfState(one.state).tone === 'error'));
    const told = { executionId, at, durationMs, triggeredBy, origin };
    return { ...told, ...deploymentOfState(state), serviceIds: failed.map(({ id }) => id) };
  });
}
