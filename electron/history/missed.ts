// Deployments that came and went while nobody looked, read from the platform's own history of an environment.
import { pastVerdict } from '../model/past-run.ts';
import type { DeploymentEntry, HistoryPlace, Missed } from '../model/history.ts';
import { plainLine } from '../model/plain-text.ts';
import type { PastDeployment } from '../model/report.ts';
import type { Environment, Instant, World } from '../model/world.ts';
import type { HistoryMemory, KnownDeployment } from './history-memory.ts';

/** An absence asks of so many environments at most what they missed. */
const MOST_ASKED = 20;
const NAME = 120;
const urgency = ({ mode }: Environment): number => (mode === 'PRODUCTION' ? 0 : 1);

/** Environments that were deployed since `known` was written, production first; those never seen before are not asked. */
export function toAsk(world: World, known: HistoryMemory['deployments']): readonly Environment[] {
  const changed = Object.values(world.environments).filter(({ id, deployment }) => {
    const last = known[id];
    return last !== undefined && deployment !== null && deployment.executionId !== null && deployment.executionId !== last.executionId;
  });
  return changed.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, MOST_ASKED);
}

/** Those after the one that is known, newest first; that one, too, if its end was not seen. */
export function since(past: readonly PastDeployment[], known: KnownDeployment): readonly PastDeployment[] {
  const end = past.findIndex(({ executionId }) => executionId === known.executionId);
  if (end === -1) return past.filter(({ at }) => at !== null && at > known.at);
  return past.slice(0, known.end === null ? end + 1 : end);
}

const author = (past: PastDeployment): string | null => (past.triggeredBy === null ? null : plainLine(past.triggeredBy, NAME));

/** The entries of those that the environment's own deployment (`newestId`) has hidden: that one is written as it is seen. */
export function missedEntries(
  place: HistoryPlace,
  missed: readonly PastDeployment[],
  newestId: string | null,
  now: Instant,
): readonly DeploymentEntry[] {
  const hidden = missed.slice(missed.findIndex(({ executionId }) => executionId === newestId) + 1);
  return hidden.flatMap((past): readonly DeploymentEntry[] => {
    const { label, tone } = pastVerdict(past, now);
    const { executionId, at, durationMs, origin } = past;
    if (at === null) return [];
    const told = { executionId, label, tone, durationMs, by: author(past), origin };
    return [{ kind: 'deployment', at: Math.min(at, now), ...place, ...told, services: [], cause: null, lineKey: null, isMissed: true }];
  });
}

/** What of it a person should hear: that a deployment failed, and whether a later one has mended that. Null: none failed. */
export function missedFailure(place: HistoryPlace, missed: readonly PastDeployment[], now: Instant): Missed | null {
  const ends = missed.map((past) => ({ past, verdict: pastVerdict(past, now) })).filter(({ verdict }) => !verdict.inProgress);
  const failure = ends.find(({ verdict }) => verdict.tone === 'error');
  if (!failure) return null;
  const mended = ends.slice(0, ends.indexOf(failure)).find(({ verdict }) => verdict.tone === 'ok');
  const { executionId } = failure.past;
  return {
    ...place,
    outcome: mended ? 'mended' : 'red',
    executionId,
    label: failure.verdict.label,
    by: author(failure.past),
    mendedBy: mended ? author(mended.past) : null,
  };
}
