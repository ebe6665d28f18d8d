// One scenario being played: who is who, and what has happened until a moment. Values in, values out: the same seed and
// the same elapsed time always give the same answer. Clock and sockets are server.ts's.
import type { Episode } from './scenario-episode.ts';
import { environmentsOf, estateOf, type Estate, type EstateEnvironment } from './scenario-estate.ts';
import { historyOf } from './scenario-history.ts';
import { STORIES } from './scenario-list.ts';
import { MERIDIAN } from './scenario-plans.ts';
import { seeded, uuid } from './scenario-random.ts';

export interface Scenario {
  readonly seed: number;
  /** Epoch milliseconds at which `elapsedMs` is 0. */
  readonly startedAt: number;
  readonly estate: Estate;
  readonly environments: readonly EstateEnvironment[];
  /** What happened to an environment until then, oldest first, with what was before the start. */
  episodes(environmentId: string, elapsedMs: number): readonly Episode[];
  /** What waits then for an earlier deployment of its environment to end, in the order it was asked for. */
  waiting(environmentId: string, elapsedMs: number): readonly Episode[];
  /** The token is good no longer. */
  isTokenRevoked(elapsedMs: number): boolean;
  /** No cluster can be asked what runs. */
  isAgentAway(elapsedMs: number): boolean;
  /** The service that logs 500 lines a second; null: none. */
  readonly chattyId: string | null;
  /** How many tests each build runs, one line each. */
  readonly testsOfBuild: number;
  /** The service that is scaled with its load, and the one whose certificate cannot be issued; null: none. */
  readonly scaledId: string | null;
  readonly uncertifiedId: string | null;
}

function byEnvironment(episodes: readonly Episode[]): ReadonlyMap<string, readonly Episode[]> {
  const sorted = new Map<string, Episode[]>();
  for (const one of episodes) sorted.set(one.environmentId, [...(sorted.get(one.environmentId) ?? []), one]);
  return sorted;
}

/** Sets the stage. Throws for a name that STORIES does not have. */
export function createScenario(name: string, seed: number, startedAt: number): Scenario {
  const story = STORIES[name];
  if (!story) throw new Error(`there is no scenario ${name}`);
  const estate = estateOf(seed, story.plan ?? MERIDIAN);
  const environments = environmentsOf(estate);
  const before = new Map(environments.map((one) => [one.id, historyOf(seed, one, story.broken ?? null, story.pastRuns)]));
  const rounds: ReadonlyMap<string, readonly Episode[]>[] = []; // a memory only: round n is always the same
  const roundAt = (round: number): ReadonlyMap<string, readonly Episode[]> =>
    (rounds[round] ??= byEnvironment(story.episodes({ seed, estate, round, roundMs: round * (story.everyMs ?? 0) })));
  const since = (environmentId: string, elapsedMs: number): readonly Episode[] => {
    const lastRound = story.everyMs === undefined ? 0 : Math.floor(Math.max(0, elapsedMs) / story.everyMs);
    return Array.from({ length: lastRound + 1 }, (_, round) => roundAt(round).get(environmentId) ?? []).flat();
  };
  const away = story.agentAwayMs ?? [];
  const idOf = (path: string | undefined): string | null => {
    const all = environments.flatMap((one) => one.services.map(({ id, name: called }) => ({ id, path: `${one.path}/${called}` })));
    return all.find((one) => one.path === path)?.id ?? null;
  };
  return {
    seed,
    startedAt,
    estate,
    environments,
    episodes(environmentId, elapsedMs) {
      const all = [...(before.get(environmentId) ?? []), ...since(environmentId, elapsedMs)];
      return all.filter((one) => one.atMs <= elapsedMs);
    },
    waiting: (environmentId, elapsedMs) =>
      since(environmentId, elapsedMs).filter((one) => one.askedMs !== undefined && one.askedMs <= elapsedMs && one.atMs > elapsedMs),
    isTokenRevoked: (elapsedMs) => elapsedMs >= (story.revokedAtMs ?? Infinity),
    isAgentAway: (elapsedMs) => away.some(([from, to]) => elapsedMs >= from && elapsedMs < to),
    chattyId: idOf(story.chatty),
    testsOfBuild: story.testsOfBuild ?? 0,
    scaledId: idOf(story.scaled),
    uncertifiedId: idOf(story.uncertified),
  };
}

/** `<uuid>-<unix seconds>` of an episode's deployment. */
export function executionId(scenario: Scenario, episode: Episode): string {
  const seconds = Math.floor((scenario.startedAt + episode.atMs) / 1000);
  return `${uuid(seeded(scenario.seed, 'execution', episode.key))}-${seconds}`;
}

/** Virtual milliseconds since the start as epoch milliseconds. */
export function epochMs(scenario: Scenario, atMs: number): number {
  return Math.round(scenario.startedAt + atMs);
}

/** The same as the REST API writes it. */
export function isoTime(scenario: Scenario, atMs: number): string {
  return new Date(epochMs(scenario, atMs)).toISOString();
}
