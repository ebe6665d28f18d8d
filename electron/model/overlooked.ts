// Deployments that another one followed before they were told: those that began and ended between two readings (the history tells
// what lay between), and failures whose cause was still looked for when the next one began.
import { deploymentOfState } from './deployment-label.ts';
import type { Cause } from './failure.ts';
import type { PastDeployment } from './report.ts';
import type { Deployment, Environment, Instant } from './world.ts';

/** A deployment whose end nobody saw. */
export interface Overlooked extends Pick<Deployment, 'label' | 'tone' | 'durationMs' | 'triggeredBy' | 'origin'> {
  readonly executionId: string;
  readonly at: Instant | null;
  /** Services that failed in it. */
  readonly serviceIds: readonly string[];
  /** Why it failed; null when it did not, or when its log does not say. */
  readonly cause: Cause | null;
}
/** The same as an environment remembers it. */
export interface Passed extends Overlooked {
  /** Its end was seen; only its cause was not read yet. */
  readonly wasSeen: boolean;
  /** Its log was read, or could not be, or is of no interest: only then it is told. */
  readonly isRead: boolean;
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
    return { ...told, ...deploymentOfState(state), serviceIds: failed.map(({ id }) => id), cause: null };
  });
}

/** The cause of one deployment of an environment, the last or one before it; null when none is known. `id`: as in `Failure`. */
export function causeKnown({ failure, overlooked }: Pick<Environment, 'failure' | 'overlooked'>, id: string): Cause | null {
  if (failure?.executionId === id) return failure.cause;
  return overlooked.find(({ executionId }) => executionId === id)?.cause ?? null;
}
