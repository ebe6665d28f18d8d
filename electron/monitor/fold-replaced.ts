// Failures that the next deployment replaces before their cause was read: they are kept until their own log was.
import { failedServices, isLastFailed } from '../model/changes.ts';
import type { Failure } from '../model/failure.ts';
import type { Passed } from '../model/overlooked.ts';
import { withEntries } from '../model/same.ts';
import type { Environment, World } from '../model/world.ts';
import type { Known } from './fold.ts';
import { withPassed } from './fold-gaps.ts';

function replacedBy(world: World, was: Environment, is: Environment): Passed | null {
  const { deployment, failure } = was;
  if (!deployment?.executionId || deployment.inProgress || failure || !is.deployment || !isLastFailed(world, was)) return null;
  const { executionId, label, tone, at, durationMs, triggeredBy, origin } = deployment;
  if (is.deployment.executionId === executionId || was.overlooked.some((one) => one.executionId === executionId)) return null;
  const own = failedServices(world, was).filter((one) => (one.deployment?.executionId ?? executionId) === executionId);
  const told = { executionId, label, tone, at, durationMs, triggeredBy, origin, serviceIds: own.map(({ id }) => id) };
  return { ...told, cause: null, wasSeen: true, isRead: false };
}

/** The known with the failures that one reading of deployments replaced; what is found or caught up with is not told step by step. */
export function withReplaced(before: Known, after: Known): Known {
  if (after.world.phase !== 'ready' || after.isCatchingUp || before.world.environments === after.world.environments) return after;
  const found: (readonly [string, Environment])[] = [];
  for (const id in after.world.environments) {
    const [was, is] = [before.world.environments[id], after.world.environments[id]];
    const replaced = was && is && was !== is ? replacedBy(before.world, was, is) : null;
    if (is && replaced) found.push([id, withPassed(is, [replaced])]);
  }
  if (found.length === 0) return after;
  return { ...after, world: { ...after.world, environments: withEntries(after.world.environments, found) } };
}

/** The environment with the log of an earlier failure read; null when it waits for none of this execution. */
export function withCauseOfPassed(environment: Environment, { executionId, cause }: Failure): Environment | null {
  const awaited = environment.overlooked.find((one) => one.executionId === executionId && !one.isRead);
  if (!awaited) return null;
  return { ...environment, overlooked: environment.overlooked.map((one) => (one === awaited ? { ...one, cause, isRead: true } : one)) };
}
