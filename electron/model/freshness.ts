// How old is what we see? Said per source, so that losing the sockets touches run status alone, and losing REST the labels alone.
import { assertNever } from './status.ts';
import type { Problem } from './problem.ts';
import type { Environment, Instant, Source, World } from './world.ts';

export type Freshness = 'live' | 'ageing' | 'stale' | 'unreachable' | 'agent-away' | 'refused' | 'waiting';

/** A socket that is down is forgiven for this long: it usually comes back. Platform.md 1.4. */
const SOCKET_GRACE_MS = 30_000;
/** So many polls may be missed. */
const MISSED_POLLS = 3;

/** Milliseconds since `at`; never negative, whatever the clocks say. */
function ageMs(at: Instant, now: Instant): number {
  return Math.max(0, now - at);
}

function byAge(source: Source, now: Instant): Freshness {
  if (source.asOf === null)
    return ageMs(source.since, now) > Math.max(SOCKET_GRACE_MS, MISSED_POLLS * source.everyMs) ? 'stale' : 'waiting';
  const age = ageMs(source.asOf, now);
  if (age <= 1.5 * source.everyMs) return 'live';
  return age <= MISSED_POLLS * source.everyMs ? 'ageing' : 'stale';
}

function whenDown(source: Source, now: Instant): Freshness {
  const graceMs = source.kind === 'run' ? SOCKET_GRACE_MS : MISSED_POLLS * source.everyMs;
  // Before its first word there is nothing to go on believing: what is wrong is said at once.
  if (source.asOf === null && source.state === 'down') return 'unreachable';
  // A socket that was answered until it closed held what it said last, however long ago that was.
  return ageMs(source.lostAt ?? source.asOf ?? source.since, now) > graceMs ? 'unreachable' : 'ageing';
}

/** How far one source can be believed now. */
export function freshness(source: Source | undefined, now: Instant): Freshness {
  if (!source) return 'waiting';
  switch (source.state) {
    case 'refused':
    case 'agent-away':
      return source.state;
    case 'down':
      return whenDown(source, now);
    case 'connecting':
      return source.asOf === null ? byAge(source, now) : whenDown(source, now);
    case 'live':
      // Open again, and nothing heard since: what it said before it was lost may be over.
      if (source.kind === 'run' && source.asOf !== null && source.asOf < source.since) return whenDown(source, now);
      // A socket that has spoken and is still answered (socket.ts pings it) may well be silent: nothing has changed then.
      return source.kind === 'run' && source.asOf !== null && byAge(source, now) === 'stale' ? 'ageing' : byAge(source, now);
    default:
      return assertNever(source.state);
  }
}

/** Whether something may still be shown as true now. */
export function isCurrent(state: Freshness): boolean {
  return state === 'live' || state === 'ageing';
}

/** Every socket of run status spoke lately. */
function isHeard({ sources }: World, now: Instant): boolean {
  const runs = Object.values(sources).filter(({ kind }) => kind === 'run');
  const speaks = ({ state, asOf, since }: Source): boolean =>
    state === 'live' && asOf !== null && asOf >= since && ageMs(asOf, now) <= SOCKET_GRACE_MS;
  return runs.length > 0 && runs.every(speaks);
}

/**
 * Whether what is known may be over as a whole. A platform that cannot be asked, and whose sockets go on telling what runs, is not
 * out of reach: its deployment states alone grow old.
 */
export function isOutOfReach(world: World, now: Instant): boolean {
  return world.problem !== null && (world.problem.kind === 'refused' || !isHeard(world, now));
}

/** Both sources of one environment: whether its run status and its label are current, and since when they are as they are. */
export interface EnvironmentFreshness {
  readonly run: Freshness;
  readonly deployment: Freshness;
  /** When each of them last said something; null before its first word. */
  readonly runAsOf: Instant | null;
  readonly deploymentAsOf: Instant | null;
  /** Why the run status is not current; null when it is, or when nobody knows. */
  readonly runProblem: Problem | null;
  /** Why the label is not current; null when it is, or when nobody knows. */
  readonly deploymentProblem: Problem | null;
  /** The older of what was heard; null when nothing was. */
  readonly asOf: Instant | null;
}

function older(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

const withoutGrace = (state: Freshness): Freshness => (isCurrent(state) ? 'unreachable' : state);

/** Freshness of one environment's run status and deployment label. */
export function environmentFreshness(world: World, environment: Environment, now: Instant): EnvironmentFreshness {
  const run = environment.runSourceId === null ? undefined : world.sources[environment.runSourceId];
  const deployment = environment.deploymentSourceId === null ? undefined : world.sources[environment.deploymentSourceId];
  const [runAsOf, deploymentAsOf] = [run?.asOf ?? null, deployment?.asOf ?? null];
  // A socket that is down is not forgiven while the platform itself is known to be out of reach.
  const runState = world.problem !== null && run && run.state !== 'live' ? withoutGrace(freshness(run, now)) : freshness(run, now);
  const deploymentState = freshness(deployment, now);
  return {
    run: runState,
    deployment: deploymentState,
    runAsOf,
    deploymentAsOf,
    runProblem: isCurrent(runState) ? null : (run?.problem ?? null),
    deploymentProblem: isCurrent(deploymentState) ? null : (deployment?.problem ?? null),
    asOf: older(runAsOf, deploymentAsOf),
  };
}

const isOld = (state: Freshness): boolean => !isCurrent(state) && state !== 'waiting';

/** Which of the two facts are old: neither, one, or both. */
export function oldFacts({ run, deployment }: EnvironmentFreshness): readonly ('run' | 'deployment')[] {
  return [...(isOld(run) ? (['run'] as const) : []), ...(isOld(deployment) ? (['deployment'] as const) : [])];
}

/** Whether nothing is known of what runs, and not merely because the first reading is under way. */
export function isBlind(environment: Environment, { run }: EnvironmentFreshness): boolean {
  return environment.run.status === 'UNKNOWN' && isOld(run);
}

/** Good news that is not current is not shown as good: whether the environment's sign is to be drained. */
export function isDrained(state: EnvironmentFreshness): boolean {
  return isOld(state.run) || isOld(state.deployment);
}

/** Whether a source said again what it had said: nothing of it changed but when it spoke, and it was live all along. */
function spokeAgain(before: Source | undefined, after: Source): boolean {
  if (before === after) return true;
  if (!before || before.asOf === null || after.asOf === null || before.state !== 'live') return false;
  const isSame = before.state === after.state && before.since === after.since && before.everyMs === after.everyMs;
  const isOpen = before.problem === after.problem && before.nextTryAt === after.nextTryAt && before.asOf >= before.since;
  return isSame && isOpen && ageMs(before.asOf, after.asOf) <= 1.5 * before.everyMs;
}

/** Whether nothing happened between the two but that sources which are live were heard again: no sign and no word changes. */
export function isHeardAgain(before: World, after: World): boolean {
  const isSame = (Object.keys(after) as (keyof World)[]).every((key) => key === 'sources' || before[key] === after[key]);
  const [old, now] = [before.sources, Object.values(after.sources)];
  return isSame && Object.keys(old).length === now.length && now.every((source) => spokeAgain(old[source.id], source));
}
