// From where the two facts about an environment come, how old each is, and how far it can be believed. Pure.
import { environmentFreshness, type Freshness } from '../../electron/model/freshness.ts';
import { asOfText, durationText } from '../../electron/model/wording.ts';
import type { Environment, Instant, World } from '../../electron/model/world.ts';
import type { Fact } from './detail-facts.ts';

const FRESH: Readonly<Record<Freshness, string>> = {
  live: 'live',
  ageing: 'ageing',
  stale: 'old',
  unreachable: 'not reachable',
  'agent-away': 'the cluster’s agent is away',
  refused: 'not permitted',
  waiting: 'not heard yet',
};
/** A narrower socket stands in where the token may not see the whole cluster. */
const SOCKETS = ['the socket of its cluster', 'a socket for its project alone', 'a socket for it alone'] as const;

function ageText(asOf: Instant | null, now: Instant): readonly string[] {
  return asOf === null ? [] : [asOfText(asOf, now).replace(/^A/, 'a')];
}

/** "Run status: live, as of 3 s ago, by the socket of its cluster"; "Deployments: ageing, as of 50 s ago, asked for every 36 s". */
export function sourceFacts(world: World, environment: Environment, now: Instant): readonly Fact[] {
  const fresh = environmentFreshness(world, environment, now);
  const socket = SOCKETS[(environment.runSourceId?.split(':').length ?? 2) - 2] ?? SOCKETS[0];
  const everyMs = world.sources[environment.deploymentSourceId ?? '']?.everyMs;
  const asked = everyMs === undefined ? [] : [`asked for every ${durationText(everyMs)}`];
  return [
    { term: 'Run status', text: [FRESH[fresh.run], ...ageText(fresh.runAsOf, now), `by ${socket}`].join(', ') },
    { term: 'Deployments', text: [FRESH[fresh.deployment], ...ageText(fresh.deploymentAsOf, now), ...asked].join(', ') },
  ];
}
