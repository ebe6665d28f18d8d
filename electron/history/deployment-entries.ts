// Which deployments are to be written: those that started, ended, or whose cause became known, since they were written last.
import type { Change } from '../model/changes.ts';
import { failedServices, isLastFailed } from '../model/changes.ts';
import type { Cause } from '../model/failure.ts';
import type { DeploymentEntry } from '../model/history.ts';
import { causeKnown, type Overlooked } from '../model/overlooked.ts';
import { plainLine } from '../model/plain-text.ts';
import { labelText } from '../model/wording.ts';
import type { Deployment, Environment, Instant, World } from '../model/world.ts';
import type { HistoryMemory } from './history-memory.ts';
import { placeOf } from './place.ts';

const CAUSE = 300;
const NAME = 120;
/** Who looks for the first time writes what is not older than what is kept. */
const KEPT_MS = 30 * 86_400_000;

type Deployed = Environment & { readonly deployment: Deployment };

/** An older failure of another service gives the environment its label, though its last deployment worked. */
function outcomeOf(world: World, environment: Deployed): Pick<DeploymentEntry, 'label' | 'tone'> {
  const { deployment } = environment;
  if (deployment.tone === 'error' && !isLastFailed(world, environment)) return { label: 'DEPLOYMENT OK', tone: 'ok' };
  return { label: plainLine(labelText(deployment), NAME), tone: deployment.tone };
}

function causeOf(cause: Cause | null): Pick<DeploymentEntry, 'cause' | 'lineKey'> {
  if (!cause) return { cause: null, lineKey: null };
  return { cause: plainLine(cause.message, CAUSE), lineKey: cause.lineKey };
}

function entryOf(world: World, environment: Deployed, executionId: string, at: Instant): DeploymentEntry {
  const { deployment } = environment;
  const outcome = outcomeOf(world, environment);
  const failed = outcome.tone === 'error' ? failedServices(world, environment) : [];
  return {
    kind: 'deployment',
    at,
    ...placeOf(world, environment),
    executionId,
    ...outcome,
    durationMs: deployment.inProgress ? null : deployment.durationMs,
    by: deployment.triggeredBy === null ? null : plainLine(deployment.triggeredBy, NAME),
    origin: deployment.origin,
    services: failed.map(({ id, name }) => ({ id, name: plainLine(name, NAME) })),
    ...causeOf(causeKnown(environment, executionId)),
    isMissed: false,
  };
}

/** Its cause is still looked for: what is written then says why. */
const isAwaited = (world: World, environment: Deployed): boolean =>
  !environment.deployment.inProgress && environment.failure === null && isLastFailed(world, environment);

function news(world: World, environment: Environment, memory: HistoryMemory, now: Instant): readonly DeploymentEntry[] {
  const { deployment } = environment;
  if (!deployment?.executionId || isAwaited(world, { ...environment, deployment })) return [];
  const known = memory.deployments[environment.id];
  const isKnown = known?.executionId === deployment.executionId;
  const at = isKnown ? known.at : Math.min(deployment.at ?? now, now);
  if (now - at > KEPT_MS) return [];
  const entry = entryOf(world, { ...environment, deployment }, deployment.executionId, at);
  if (isKnown && known.end === (deployment.inProgress ? null : entry.label) && (known.hasCause || entry.cause === null)) return [];
  return [entry];
}

/** One that another deployment followed before it was written. */
function passedEntry(world: World, environment: Environment, one: Overlooked, isMissed: boolean, now: Instant): DeploymentEntry {
  const { executionId, label, tone, at, durationMs, triggeredBy, origin, serviceIds, cause } = one;
  return {
    kind: 'deployment',
    at: Math.min(at ?? now, now),
    ...placeOf(world, environment),
    executionId,
    label,
    tone,
    durationMs,
    by: triggeredBy === null ? null : plainLine(triggeredBy, NAME),
    origin,
    services: serviceIds.flatMap((id) => world.services[id] ?? []).map(({ id, name }) => ({ id, name: plainLine(name, NAME) })),
    ...causeOf(cause),
    isMissed,
  };
}

/** Failures that the next deployment replaced before their cause was read, and deployments that nobody saw. */
function passed(world: World, changes: readonly Change[], now: Instant): readonly DeploymentEntry[] {
  return changes.flatMap((change) => {
    const environment = 'environmentId' in change ? world.environments[change.environmentId] : undefined;
    if (!environment) return [];
    if (change.kind === 'deployment-overlooked') return [passedEntry(world, environment, change, true, now)];
    if (change.kind !== 'deployment-failed') return [];
    const replaced = environment.overlooked.find(({ wasSeen, executionId }) => wasSeen && executionId === change.executionId);
    return replaced ? [passedEntry(world, environment, replaced, false, now)] : [];
  });
}

/** What of deployments is to be written. `isWhole`: everything is looked at, not only what changed. */
export function deploymentEntries(given: {
  readonly before: World;
  readonly after: World;
  readonly changes: readonly Change[];
  readonly memory: HistoryMemory;
  readonly isWhole: boolean;
  readonly now: Instant;
}): readonly DeploymentEntry[] {
  const { before, after, changes, memory, isWhole, now } = given;
  const changed = Object.values(after.environments).filter((one) => isWhole || before.environments[one.id] !== one);
  return [...passed(after, changes, now), ...changed.flatMap((environment) => news(after, environment, memory, now))];
}
