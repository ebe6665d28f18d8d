// What was before the demo began: some twenty past deployments of each environment, most of them well.
import type { Episode } from './scenario-episode.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { between, pick, seeded, type Random } from './scenario-random.ts';
import { buildError, cancel, crashLoop, isBuilt, rollingUpdate, stop, type Timeline } from './scenario-timelines.ts';

type Outcome = 'ok' | 'build-error' | 'crash-loop' | 'cancel' | 'stop';

const PEOPLE = ['ada@meridian.example', 'grace@meridian.example', 'linus@meridian.example', 'margaret@meridian.example'] as const;
const RUNS = 20;
const MINUTE_MS = 60_000;

/** Who asked for a deployment, and by what. */
export function asker(random: Random): { readonly triggeredBy: string; readonly origin: string } {
  return { triggeredBy: pick(random, PEOPLE), origin: pick(random, ['GIT', 'GIT', 'CONSOLE', 'CLI', 'API']) };
}

/** Argo CD's apps are never deployed by the platform. */
export function deployable(environment: EstateEnvironment): readonly EstateService[] {
  return environment.services.filter((service) => service.kind !== 'ARGOCD_APP');
}

function timelineOf(outcome: Outcome, all: readonly EstateService[], isWhole: boolean, random: Random): Timeline {
  const msPerSecond = between(random, 700, 2600);
  const sources = all.filter((service) => isBuilt(service) || service.kind === 'CONTAINER');
  const part = isWhole || sources.length === 0 ? all : sources;
  switch (outcome) {
    case 'ok':
      return rollingUpdate(part, msPerSecond);
    case 'build-error':
      return buildError(part, msPerSecond);
    case 'crash-loop':
      return crashLoop(part, msPerSecond);
    case 'cancel':
      return cancel(part, msPerSecond);
    case 'stop':
      return stop(all, msPerSecond);
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

/** Newest first: what the last one is decides how the demo finds the environment; the one before it deployed everything. */
function outcomeOf(index: number, last: Outcome, hasSources: boolean, random: Random): Outcome {
  if (index === 0) return last;
  const chance = random();
  if (index === 1 || !hasSources || chance < 0.78) return 'ok';
  return chance < 0.88 ? 'build-error' : pick(random, ['crash-loop', 'cancel']);
}

function past(seed: number, environment: EstateEnvironment, last: Outcome, runs: number): readonly Episode[] {
  const all = deployable(environment);
  const random = seeded(seed, 'history', environment.path);
  const hasSources = all.some(isBuilt);
  let agoMs = between(random, 25, 400) * MINUTE_MS;
  const episodes: Episode[] = [];
  for (let i = 0; i < runs && agoMs < environment.ageMs; i++) {
    const { pods: _, ...told } = timelineOf(outcomeOf(i, last, hasSources, random), all, i === 1 || !hasSources, random);
    const key = `${environment.path}/before-${i}`;
    episodes.push({ key, environmentId: environment.id, atMs: -agoMs, execution: { ...told, ...asker(random) }, pods: new Map() });
    agoMs += between(random, 90, 30 * 60) * MINUTE_MS;
  }
  return episodes.toReversed();
}

/** Of one environment, oldest first; `broken`: the path of the one whose last deployment failed. */
export function historyOf(seed: number, environment: EstateEnvironment, broken: string | null, runs = RUNS): readonly Episode[] {
  if (environment.life === 'never' || deployable(environment).length === 0) return [];
  if (environment.path === broken) return past(seed, environment, 'build-error', runs);
  return past(seed, environment, environment.life === 'stopped' ? 'stop' : 'ok', runs);
}
