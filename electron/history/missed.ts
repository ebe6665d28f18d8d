// Deployments that came and went while nobody looked, read from the platform's own history of an environment.
import type { Change } from '../model/changes.ts';
import { deploymentOfState } from '../model/deployment-label.ts';
import type { Cause } from '../model/failure.ts';
import type { Missed } from '../model/history.ts';
import { causeKnown, overlookedIn, type Overlooked } from '../model/overlooked.ts';
import { plainLine } from '../model/plain-text.ts';
import type { PastDeployment } from '../model/report.ts';
import type { Environment, World } from '../model/world.ts';
import type { HistoryMemory, KnownDeployment } from './history-memory.ts';
import { placeOf } from './place.ts';

/** An absence asks of so many environments at most what they missed. */
const MOST_ASKED = 20;
const NAME = 120;
const CAUSE = 300;
const urgency = ({ mode }: Environment): number => (mode === 'PRODUCTION' ? 0 : 1);

/** Environments that were deployed since `known` was written, production first; those never seen before are not asked. */
export function toAsk(world: World, known: HistoryMemory['deployments']): readonly Environment[] {
  const changed = Object.values(world.environments).filter(({ id, deployment }) => {
    const last = known[id];
    return last !== undefined && deployment !== null && deployment.executionId !== null && deployment.executionId !== last.executionId;
  });
  return changed.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, MOST_ASKED);
}

/** What lies between the deployment that was seen last and the newest, oldest first; the first, too, if its end was not seen. */
export function missedIn(past: readonly PastDeployment[], known: KnownDeployment, newestId: string): readonly Overlooked[] {
  const { executionId, at, end } = known;
  if (past.some((one) => one.executionId === executionId))
    return overlookedIn(past, { after: executionId, before: newestId, isOpen: end === null });
  // The platform keeps no more than these: what is newer lies between.
  const oldest = past.findLast((one) => one.at !== null && one.at > at);
  return oldest ? overlookedIn(past, { after: oldest.executionId, before: newestId, isOpen: true }) : [];
}

/** The same as changes, to be told and written like what is overlooked between two readings. */
export function missedChanges(environmentId: string, missed: readonly Overlooked[]): readonly Change[] {
  return missed.map((one) => ({ kind: 'deployment-overlooked', environmentId, ...one }));
}

interface End {
  readonly executionId: string;
  readonly label: string;
  readonly tone: Overlooked['tone'];
  readonly triggeredBy: string | null;
  readonly cause: Cause | null;
}

/** The newest deployment as it is seen, once it has ended. */
function newestOf(environment: Environment): readonly End[] {
  const { deployment } = environment;
  if (!deployment?.executionId || deployment.inProgress) return [];
  const { executionId } = deployment;
  // An older failure of another service may stand in the label: the last state is the deployment's own.
  const own = deployment.lastState === null ? deployment : deploymentOfState(deployment.lastState);
  return [
    { executionId, label: own.label, tone: own.tone, triggeredBy: deployment.triggeredBy, cause: causeKnown(environment, executionId) },
  ];
}

/** What a person should hear of it: that a deployment failed, and whether a later one has mended that. Null: none failed. */
export function missedFailure(world: World, environment: Environment, missed: readonly Overlooked[]): Missed | null {
  const ends: readonly End[] = [...missed, ...newestOf(environment)];
  const failure = ends.findLast(({ tone }) => tone === 'error');
  if (!failure) return null;
  const mended = ends.slice(ends.indexOf(failure) + 1).find(({ tone }) => tone === 'ok');
  const author = (end: End | undefined): string | null => (end?.triggeredBy ? plainLine(end.triggeredBy, NAME) : null);
  return {
    ...placeOf(world, environment),
    outcome: mended ? 'mended' : 'red',
    executionId: failure.executionId,
    label: failure.label,
    cause: failure.cause ? plainLine(failure.cause.message, CAUSE) : null,
    by: author(failure),
    mendedBy: author(mended),
  };
}
