// Where and when something happens: environments and services by name, and episodes placed at a second of the story.
import { scaled, type Episode, type Frames, type PodPlan } from './scenario-episode.ts';
import { environmentsOf, type Estate, type EstateEnvironment, type EstateService } from './scenario-estate.ts';
import { asker } from './scenario-history.ts';
import { seeded } from './scenario-random.ts';
import type { Timeline } from './scenario-timelines.ts';

/** Where and in which round episodes are placed. */
export interface Place {
  readonly seed: number;
  readonly estate: Estate;
  readonly round: number;
  readonly roundMs: number;
}

export function environmentAt(estate: Estate, path: string): EstateEnvironment {
  const found = environmentsOf(estate).find((environment) => environment.path === path);
  if (!found) throw new Error(`the demo has no environment ${path}`);
  return found;
}

export function serviceAt(estate: Estate, path: string, name: string): EstateService {
  const found = environmentAt(estate, path).services.find((service) => service.name === name);
  if (!found) throw new Error(`the demo has no service ${name} in ${path}`);
  return found;
}

export const servicesAt = (estate: Estate, path: string, names: string): readonly EstateService[] =>
  names.split(' ').map((name) => serviceAt(estate, path, name));

export function deployment(place: Place, path: string, atS: number, { pods, ...told }: Timeline): Episode {
  const key = `${path}/${place.round}/${atS}`;
  return {
    key,
    environmentId: environmentAt(place.estate, path).id,
    atMs: place.roundMs + atS * 1000,
    execution: { ...told, ...asker(seeded(place.seed, 'asker', key)) },
    pods,
  };
}

/** What happens to the pods of one service without a deployment, in seconds. */
export function accident(
  place: Place,
  path: string,
  name: string,
  atS: number,
  pods: (instances: number) => Frames<readonly PodPlan[]>,
  msPerSecond = 1000,
): Episode {
  return {
    key: `${path}/${name}/accident/${place.round}/${atS}`,
    environmentId: environmentAt(place.estate, path).id,
    atMs: place.roundMs + atS * 1000,
    execution: null,
    pods: new Map(
      servicesAt(place.estate, path, name).map((service) => [service.id, scaled(msPerSecond, pods(service.instances))] as const),
    ),
  };
}

/** A second deployment, asked for while the first one is under way: it begins a second after that has ended. */
export function queued(place: Place, path: string, first: Timeline, second: Timeline): readonly Episode[] {
  const atS = 4;
  const nextAtS = atS + first.endMs / 1000 + 1;
  const next = deployment(place, path, nextAtS, second);
  return [deployment(place, path, atS, first), { ...next, askedMs: place.roundMs + (atS + 4) * 1000 }];
}
