// What happened between two worlds, as values: the monitor publishes them beside the world, notices.ts decides on them.
import { isErrorState } from './deployment-label.ts';
import type { Overlooked, Passed } from './overlooked.ts';
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
      /** What it is known by, whether the platform names its execution or not. */
      readonly failureId: string;
      readonly executionId: string | null;
      readonly label: DeploymentLabel;
      readonly serviceIds: readonly string[];
    }
  /** Began and ended between two readings; the history told of it after the next one was seen, and its log why it failed. */
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
  const { label, executionId } = after.deployment;
  const failureId = after.failure.executionId;
  return [{ kind: 'deployment-failed', environmentId: after.id, failureId, executionId, label, serviceIds }];
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

function passedChange(environmentId: string, { wasSeen, isRead, ...one }: Passed): readonly Change[] {
  const { executionId, label, serviceIds } = one;
  if (!isRead) return [];
  if (!wasSeen) return [{ kind: 'deployment-overlooked', environmentId, ...one }];
  return [{ kind: 'deployment-failed', environmentId, failureId: executionId, executionId, label, serviceIds }];
}

/** What another deployment followed before it was told: told once it was read. */
function passed(before: Environment, after: Environment): readonly Change[] {
  if (before.overlooked === after.overlooked) return [];
  const told = new Set(before.overlooked.flatMap(({ executionId, isRead }) => (isRead ? [executionId] : [])));
  return after.overlooked.flatMap((one) => (told.has(one.executionId) ? [] : passedChange(after.id, one)));
}

function environmentChanges(before: Environment, after: Environment, world: World): readonly Change[] {
  const run: readonly Change[] =
    before.run.status === after.run.status
      ? []
      : [{ kind: 'run-changed', environmentId: after.id, from: before.run.status, to: after.run.status }];
  return [...outcome(before, after), ...passed(before, after), ...failure(before, after, world), ...run];
}

/** What happened from `before` to `after`. An environment seen for the first time has no changes: it was found, not changed. */
export function changes(before: World, after: World): readonly Change[] {
  if (after.phase !== 'ready') return [];
  if (before.phase !== 'ready') return [{ kind: 'first-look' }];
  if (before.environments === after.environments) return [];
  return Object.values(after.environments).flatMap((environment) => {
    const old = before.environments[environment.id];
    return old && old !== environment ? environmentChanges(old, environment, after) : [];
  });
}
