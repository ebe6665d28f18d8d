// What earlier deployments of an environment tell of the one under way: how long the whole, the waiting and each step take.
// Nothing is said where fewer than three are known.
import type { EnvironmentDeployments, PastDeployment } from './report.ts';
import type { Deployment, Instant, Service } from './world.ts';

/** A range of time. */
export interface Usual {
  readonly fromMs: number;
  readonly toMs: number;
}
/** What is usual within a deployment. */
export interface Pace {
  /** The longest of the earlier waits for the first stage; null when too few are known. */
  readonly queueMs: number | null;
  /** By service id and step: the median of those that worked; only where three or more are known. */
  readonly stepMs: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Fewer say nothing; more than these say what was long ago. */
const FEWEST = 3;
const MOST = 8;

const hasWorked = ({ actionStatus, state }: PastDeployment): boolean =>
  actionStatus === 'SUCCESS' || (actionStatus === '' && (state === 'DEPLOYED' || state === 'RESTARTED'));

/** The last deployments that worked, newest first like `past`. */
export function workedBefore(past: readonly PastDeployment[]): readonly PastDeployment[] {
  return past.filter((one) => hasWorked(one) && one.action === 'DEPLOY').slice(0, MOST);
}

/** The range of the last deployments that worked; null when fewer than three did. `past` is newest first. */
export function usualDuration(past: readonly PastDeployment[]): Usual | null {
  const took = workedBefore(past.filter(({ durationMs }) => durationMs !== null && durationMs > 0)).map(
    ({ durationMs }) => durationMs ?? 0,
  );
  return took.length < FEWEST ? null : { fromMs: Math.min(...took), toMs: Math.max(...took) };
}

/** What a deployment took beyond its stages: it waited for its turn, and was checked. Null where the history does not say. */
function waitedMs({ durationMs, stages }: PastDeployment): number | null {
  const spent = stages.map((stage) => stage.durationMs);
  if (durationMs === null || spent.length === 0 || spent.includes(null)) return null;
  return Math.max(0, durationMs - spent.reduce<number>((sum, ms) => sum + (ms ?? 0), 0));
}

function usualQueueMs(past: readonly PastDeployment[]): number | null {
  const waits = workedBefore(past).flatMap((one) => waitedMs(one) ?? []);
  return waits.length < FEWEST ? null : Math.max(...waits);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Every step that worked in these readings, each of one earlier deployment: by service and step, how long each took. */
function stepSamples(readings: readonly EnvironmentDeployments[]): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const samples = new Map<string, Map<string, number[]>>();
  for (const { environment, services } of readings)
    for (const service of services.filter((one) => one.isPartOfLast && one.executionId === environment.executionId))
      for (const { name, status, durationMs } of service.steps) {
        if (status !== 'SUCCESS' || durationMs === null || durationMs === 0) continue;
        const own = samples.get(service.id) ?? new Map<string, number[]>();
        samples.set(service.id, own.set(name, [...(own.get(name) ?? []), durationMs]));
      }
  return samples;
}

/** What is usual, from the history and from the steps of some of the deployments in it. */
export function paceOf(past: readonly PastDeployment[], readings: readonly EnvironmentDeployments[]): Pace {
  const stepMs = [...stepSamples(readings)].map(([serviceId, steps]) => {
    const known = [...steps].filter(([, taken]) => taken.length >= FEWEST);
    return [serviceId, Object.fromEntries(known.map(([name, taken]) => [name, median(taken)]))] as const;
  });
  return { queueMs: usualQueueMs(past), stepMs: Object.fromEntries(stepMs.filter(([, steps]) => Object.keys(steps).length > 0)) };
}

/** What is left of a deployment under way, as a range that ends at zero; null when that cannot be said. */
export function timeLeft(deployment: Deployment, usual: Usual | null, now: Instant): Usual | null {
  if (!usual || !deployment.inProgress || deployment.at === null) return null;
  const goneMs = Math.max(0, now - deployment.at);
  return { fromMs: Math.max(0, usual.fromMs - goneMs), toMs: Math.max(0, usual.toMs - goneMs) };
}

/** A wait that is this much longer than any before is worth saying. */
const QUEUE_SLACK_MS = 15_000;

/** Whether a deployment waits for its turn longer than any of the earlier ones did. */
export function isQueuedLong(deployment: Deployment, pace: Pace | null, now: Instant): boolean {
  if (deployment.tone !== 'queued' || deployment.at === null || pace?.queueMs === undefined || pace.queueMs === null) return false;
  return now - deployment.at > pace.queueMs + QUEUE_SLACK_MS;
}

/** A step that takes this many times its median is worth saying. */
const SLOW_FACTOR = 3;

/** How many times as long as usual a service's running step takes already, from 3 on, in whole numbers; null below that. */
export function slowness({ id, deployment }: Pick<Service, 'id' | 'deployment'>, pace: Pace | null, now: Instant): number | null {
  const running = deployment?.isPartOfLast ? deployment.running : null;
  const usualMs = running ? pace?.stepMs[id]?.[running.name] : undefined;
  if (!running || usualMs === undefined || usualMs <= 0) return null;
  const times = Math.floor((now - running.since) / usualMs);
  return times >= SLOW_FACTOR ? times : null;
}
