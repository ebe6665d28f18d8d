// What is said of a source of facts after its socket or its polling told something: state, age, what is wrong with it.
import type { Problem } from '../model/problem.ts';
import { assertNever } from '../model/status.ts';
import type { Instant, Source, World } from '../model/world.ts';
import type { StreamState } from '../platform/platform.ts';
import { isAccountWide } from './book.ts';

/** A socket of run status repeats its snapshot about this often. */
const RUN_EVERY_MS = 10_000;

function runState(state: StreamState): Pick<Source, 'state' | 'problem' | 'nextTryAt'> {
  switch (state.kind) {
    case 'connecting':
      return { state: 'connecting', problem: null, nextTryAt: null };
    case 'open':
      return { state: 'live', problem: null, nextTryAt: null };
    case 'waiting':
      return { state: state.problem.kind === 'agent-away' ? 'agent-away' : 'down', problem: state.problem, nextTryAt: state.nextTryAt };
    case 'ended':
      return { state: state.problem ? 'refused' : 'down', problem: state.problem, nextTryAt: null };
    default:
      return assertNever(state);
  }
}

/** The source of run status after its socket entered a state; what was heard before stays. */
export function runSourceAfter(old: Source | undefined, id: string, state: StreamState, now: Instant): Source {
  const next = runState(state);
  // Between two tries it is still away or down: only a first try is "connecting" to a person.
  const isStillDown = state.kind === 'connecting' && old !== undefined && old.state !== 'live' && old.state !== 'connecting';
  // The platform opens sockets without the cluster's agent and closes them then: it is back when it has spoken.
  const isStillAway = state.kind === 'open' && old?.state === 'agent-away';
  const facts = isStillDown || isStillAway ? { state: old.state, problem: old.problem, nextTryAt: null } : next;
  const since = old && old.state === facts.state ? old.since : now;
  return { id, kind: 'run', asOf: old?.asOf ?? null, since, lostAt: lostAt(old, facts, now), everyMs: RUN_EVERY_MS, ...facts };
}

/** The source after it said something: a socket that speaks is live, whatever it was. */
export function heardSource(source: Source, now: Instant): Source {
  if (source.kind === 'deployment' || source.state === 'live') return { ...source, asOf: now };
  return { ...source, asOf: now, state: 'live', since: now, problem: null, nextTryAt: null };
}

/** It held what it said until it was lost; one that stopped answering was lost nobody knows when. */
function lostAt(old: Source | undefined, { state, problem }: Pick<Source, 'state' | 'problem'>, now: Instant): Instant | null {
  if (!old || old.asOf === null) return null;
  const hadSpoken = old.state === 'live' && old.asOf >= old.since;
  if (!hadSpoken) return old.lostAt ?? null;
  return state === 'live' || problem?.kind === 'timeout' ? null : now;
}

/** The source of a project's deployment states after it was polled, with a problem or without. */
export function deploymentSourceAfter(
  old: Source | undefined,
  poll: Pick<Source, 'id' | 'everyMs'> & { readonly problem: Problem | null },
  now: Instant,
): Source {
  const { id, everyMs, problem } = poll;
  const state: Source['state'] = !problem ? 'live' : isAccountWide(problem) ? 'down' : 'refused';
  const since = old?.state === state ? old.since : now;
  const asOf = problem ? (old?.asOf ?? null) : now;
  return { id, kind: 'deployment', state, asOf, since, everyMs, problem, nextTryAt: null };
}

/** The sources of run status when their sockets are ended because the token is refused: what they said last may be over. */
export function refusedRunSources({ sources }: World, problem: Problem, now: Instant): readonly Source[] {
  return Object.values(sources)
    .filter(({ kind, state }) => kind === 'run' && state !== 'refused')
    .map((source) => ({ ...source, state: 'refused', problem, since: now, nextTryAt: null }));
}
