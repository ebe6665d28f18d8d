// What happened between two worlds, as values: the monitor publishes them beside the world, notices.ts decides on them.
import { isErrorState } from './deployment-label.ts';
import type { Overlooked } from './overlooked.ts';
import type { DeploymentLabel, Environment, Service, World } from './world.ts';
import type { RunStatus } from './status.ts';

export type Change =
  /** The account's first whole picture: everything below is a state found, not an event seen. Comes alone. */
  | { readonly kind: 'first-look' }
  | {
      readonly kind: 'deployment-started' | 'deployment-succeeded' | 'deployment-cancelled';
      readonly environmentId: string;
      readonly executionId: string | null;
    }
  /** Emitted once the cause was looked for (found or not). `serviceIds` are the services that failed in this execution. */
  | {
      readonly kind: 'deployment-failed';
      readonly environmentId: string;
      readonly executionId: string;
      readonly label: DeploymentLabel;
      readonly serviceIds: readonly string[];
    }
  /** Began and ended between two readings; the history told of it after the next one was seen. */
  | ({ readonly kind: 'deployment-overlooked'; readonly environmentId: string } & Overlooked)
  | { readonly kind: 'run-changed'; readonly environmentId: string; readonly from: RunStatus; readonly to: RunStatus };

/** The services whose part in the environment's last deployment failed. */
export function failedServices(world: World, environment: Environment): readonly Service[] {
  return environment.serviceIds
    .flatMap((id) => world.services[id] ?? [])
    .filter((service) => service.deployment?.tone === 'error' && service.deployment.isPartOfLast);
}

/**
 * Whether the environment's last deployment is itself what failed. An older failure of a service keeps the environment in
 * error after a later deployment of another one worked (platform.md 3.2): that is no failure of the last.
 */
export function isLastFailed(world: World, environment: Environment): boolean {
  const { deployment } = environment;
  if (deployment?.tone !== 'error') return false;
  if (deployment.lastState === null || isErrorState(deployment.lastState)) return true;
  const { executionId } = deployment;
  return failedServices(world, environment).some((service) => (service.deployment?.executionId ?? executionId) === executionId);
}

function failure(before: Environment, after: Environment, world: World): readonly Change[] {
  if (!after.failure || !after.deployment || !isLastFailed(world, after) || before.failure?.executionId === after.failure.executionId)
    return [];
  const serviceIds = failedServices(world, after).map((service) => service.id);
  const { executionId } = after.failure;
  return [{ kind: 'deployment-failed', environmentId: after.id, executionId, label: after.deployment.label, serviceIds }];
}

/** A failure whose cause was still looked for when the next deployment took its place: told now, or never. */
function missedFailure(before: Environment, after: Environment, world: World): readonly Change[] {
  const was = before.deployment;
  if (!was?.executionId || was.inProgress || before.failure || !after.deployment || !isLastFailed(world, before)) return [];
  const { executionId, label } = was;
  if (after.deployment.executionId === executionId) return [];
  const own = failedServices(world, before).filter(({ deployment }) => (deployment?.executionId ?? executionId) === executionId);
  return [{ kind: 'deployment-failed', environmentId: after.id, executionId, label, serviceIds: own.map(({ id }) => id) }];
}

function outcome(before: Environment, after: Environment): readonly Change[] {
  const [was, is] = [before.deployment, after.deployment];
  if (!is || !was || (was.label === is.label && was.executionId === is.executionId && was.inProgress === is.inProgress)) return [];
  const facts = { environmentId: after.id, executionId: is.executionId };
  if (is.inProgress && (!was.inProgress || was.executionId !== is.executionId)) return [{ kind: 'deployment-started', ...facts }];
  const isNewEnd = !is.inProgress && (was.inProgress || was.executionId !== is.executionId);
  if (isNewEnd && is.tone === 'ok') return [{ kind: 'deployment-succeeded', ...facts }];
  return isNewEnd && is.tone === 'cancelled' ? [{ kind: 'deployment-cancelled', ...facts }] : [];
}

function overlooked(before: Environment, after: Environment): readonly Change[] {
  if (before.overlooked === after.overlooked) return [];
  const known = new Set(before.overlooked.map(({ executionId }) => executionId));
  return after.overlooked
    .filter(({ executionId }) => !known.has(executionId))
    .map((one) => ({ kind: 'deployment-overlooked', environmentId: after.id, ...one }));
}

function environmentChanges(before: Environment, after: Environment, earlier: World, world: World): readonly Change[] {
  const run: readonly Change[] =
    before.run.status === after.run.status
      ? []
      : [{ kind: 'run-changed', environmentId: after.id, from: before.run.status, to: after.run.status }];
  return [
    ...outcome(before, after),
    ...missedFailure(before, after, earlier),
    ...overlooked(before, after),
    ...failure(before, after, world),
    ...run,
  ];
}

/** What happened from `before` to `after`. An environment seen for the first time has no changes: it was found, not changed. */
export function changes(before: World, after: World): readonly Change[] {
  if (after.phase !== 'ready') return [];
  if (before.phase !== 'ready') return [{ kind: 'first-look' }];
  if (before.environments === after.environments) return [];
  return Object.values(after.environments).flatMap((environment) => {
    const old = before.environments[environment.id];
    return old && old !== environment ? environmentChanges(old, environment, before, after) : [];
  });
}
