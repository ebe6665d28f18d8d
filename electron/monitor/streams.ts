// The sockets that the monitor holds: which are wanted is decided purely, opening and closing them is done here.
import type { Oddity } from '../model/oddities.ts';
import type { Problem } from '../model/problem.ts';
import { assertNever } from '../model/status.ts';
import type { Hidden } from '../model/watching.ts';
import type { Environment, Instant, World } from '../model/world.ts';
import type { Platform, StreamState } from '../platform/platform.ts';
import { isAccountWide } from './book.ts';
import type { MonitorEvent } from './fold.ts';
import { isOfSource, withoutForeign } from './fold-foreign.ts';
import { deploymentSourceId } from './fold-names.ts';
import { runScopes, type RunScope } from './fold-scope.ts';
import { watchedProjects } from './schedule.ts';
import { heardSource, runSourceAfter } from './sources.ts';

/** One socket to hold open. */
export type Wanted =
  | { readonly kind: 'run'; readonly key: string; readonly scope: RunScope }
  | { readonly kind: 'project'; readonly key: string; readonly organizationId: string; readonly projectId: string }
  | {
      readonly kind: 'deployment';
      readonly key: string;
      readonly organizationId: string;
      readonly projectId: string;
      readonly environmentId: string;
      readonly clusterId: string | null;
    };

/** Sockets of projects beyond this many are not opened: those projects are polled only. */
const MOST_PROJECTS = 20;
/** So many sockets that ended are opened anew at once, by itself. */
const MOST_AGAIN = 20;

/** One per cluster that holds environments (or per narrower scope of it), one per project (20 at most), one per deployment under way or just ended. */
export function wantedStreams(world: World, lately: ReadonlySet<string>, hidden: Hidden): readonly Wanted[] {
  const environments = Object.values(world.environments);
  const runs = runScopes(environments).map((scope) => ({ kind: 'run', key: scope.sourceId, scope }) as const);
  const projects = watchedProjects(world, hidden)
    .flatMap((id) => world.projects[id] ?? [])
    .slice(0, MOST_PROJECTS)
    .map(({ id, organizationId }) => ({ kind: 'project', key: deploymentSourceId(id), organizationId, projectId: id }) as const);
  const moving = environments
    .filter((environment) => environment.deployment?.inProgress || lately.has(environment.id))
    .map(({ id, organizationId, projectId, clusterId }) => ({
      kind: 'deployment' as const,
      key: `environment:${id}`,
      organizationId,
      projectId,
      environmentId: id,
      clusterId,
    }));
  return [...runs, ...projects, ...moving];
}

export interface StreamParts {
  readonly platform: Platform;
  readonly now: () => Instant;
  readonly world: () => World;
  readonly apply: (...events: readonly MonitorEvent[]) => void;
  /** What a refusal of one socket means: for it alone, or for the account. */
  readonly weigh: (problem: Problem) => Promise<Problem>;
  /** Told what is odd in what a socket says. */
  readonly note: (found: readonly Oddity[]) => void;
  /** A socket met a problem of the whole account. */
  readonly onFailed: (problem: Problem) => void;
}
export interface Streams {
  /** Opens what is wanted and not open, closes what is open and not wanted. */
  set(wanted: readonly Wanted[]): void;
  /**
   * Lets go of what ended, so that the next set() opens it anew: it may be permitted by now. With `withWaiting` also what
   * waits for its next try; without, a few at a time, the longest ended first.
   */
  retry(withWaiting: boolean): void;
  /** Environments whose deployment is followed by an open socket. */
  followed(): ReadonlySet<string>;
  /** Whether every socket of run status has spoken or has failed since then. */
  haveSpoken(since: Instant): boolean;
  stop(): void;
}

interface Held {
  stop: () => void;
  state: StreamState;
}

export function createStreams(parts: StreamParts): Streams {
  const held = new Map<string, Held>();

  async function weigh(wanted: Wanted, own: Held, refusal: Problem): Promise<void> {
    const problem = await parts.weigh(refusal);
    if (held.get(wanted.key) !== own) return;
    own.state = { kind: 'ended', problem };
    heard(parts, wanted, own.state);
    if (isAccountWide(problem)) parts.onFailed(problem);
  }
  function open(wanted: Wanted): void {
    const own: Held = { stop: () => undefined, state: { kind: 'connecting', attempt: 1 } };
    held.set(wanted.key, own);
    own.stop = follow(parts, wanted, (state) => {
      if (state.kind === 'ended' && state.problem?.kind === 'refused') {
        void weigh(wanted, own, state.problem);
        return;
      }
      own.state = state;
      heard(parts, wanted, state);
    });
  }
  return {
    set(wanted) {
      const keys = new Set(wanted.map((one) => one.key));
      for (const [key, one] of held) {
        if (keys.has(key)) continue;
        held.delete(key);
        one.stop();
      }
      for (const one of wanted) if (!held.has(one.key)) open(one);
    },
    retry(withWaiting) {
      const lost = [...held].filter(([, { state }]) => state.kind === 'ended' || (withWaiting && state.kind === 'waiting'));
      for (const [key, one] of withWaiting ? lost : lost.slice(0, MOST_AGAIN)) {
        held.delete(key);
        one.stop();
      }
    },
    followed: () =>
      new Set(
        [...held].flatMap(([key, one]) =>
          key.startsWith('environment:') && one.state.kind === 'open' ? [key.slice('environment:'.length)] : [],
        ),
      ),
    haveSpoken: (since) =>
      Object.values(parts.world().sources).every(
        (source) => source.kind !== 'run' || (source.asOf ?? -1) >= since || source.problem !== null,
      ),
    stop() {
      for (const one of held.values()) one.stop();
      held.clear();
    },
  };
}

function heard(parts: StreamParts, wanted: Wanted, state: StreamState): void {
  if (wanted.kind !== 'run') return;
  const isRefused = state.kind === 'ended' && state.problem?.kind === 'forbidden';
  const source = runSourceAfter(parts.world().sources[wanted.key], wanted.key, state, parts.now());
  parts.apply({ kind: isRefused ? 'run-refused' : 'source', source });
}

function heardNow(parts: StreamParts, key: string): readonly MonitorEvent[] {
  const source = parts.world().sources[key];
  return source ? [{ kind: 'source', source: heardSource(source, parts.now()) }] : [];
}

/** A project's socket that names all of its environments tells as much as a poll; one that names some says nothing of the others. */
function heardOfAll(parts: StreamParts, key: string, projectId: string, told: readonly { readonly id: string }[]): readonly MonitorEvent[] {
  const named = new Set(told.map(({ id }) => id));
  const isWhole = Object.values(parts.world().environments).every((one) => one.projectId !== projectId || named.has(one.id));
  return isWhole && named.size > 0 ? heardNow(parts, key) : [];
}

/** What a socket told, without what is about another place; that is noted. */
function owned<Told extends { readonly id: string }>(
  { world, note }: StreamParts,
  told: readonly Told[],
  mayTell: (one: Environment) => boolean,
): readonly Told[] {
  const { own, foreign } = withoutForeign(world(), told, mayTell);
  note(foreign);
  return own;
}

function follow(parts: StreamParts, wanted: Wanted, onState: (state: StreamState) => void): () => void {
  const { platform, now, apply } = parts;
  switch (wanted.kind) {
    case 'run':
      return platform.followRun(wanted.scope, {
        onState,
        onValue(report) {
          const told: MonitorEvent = { kind: 'run', sourceId: wanted.key, report, now: now() };
          if (report.isPart) return apply(told); // a source has spoken when its frame is read to the end
          owned(parts, report.environments, (one) => isOfSource(one, wanted.key)); // the fold leaves out the others
          apply(...heardNow(parts, wanted.key), told);
        },
      });
    case 'project': {
      const { organizationId, projectId } = wanted;
      return platform.followProject(
        { organizationId, projectId },
        {
          onState,
          onValue(told) {
            const reports = owned(parts, told, (one) => one.projectId === projectId);
            apply(...heardOfAll(parts, wanted.key, projectId, reports), { kind: 'environment-states', reports, now: now() });
          },
        },
      );
    }
    case 'deployment': {
      const { environmentId } = wanted;
      return platform.followDeployment(
        { ...wanted, executionId: null },
        {
          onState,
          onValue(deployments) {
            const [own] = owned(parts, [deployments.environment], ({ id }) => id === environmentId);
            if (own) apply({ kind: 'deployments', environmentId, deployments, now: now() });
          },
        },
      );
    }
    default:
      return assertNever(wanted);
  }
}
