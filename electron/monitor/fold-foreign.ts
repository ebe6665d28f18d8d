// Words about another place: a frame of one cluster that speaks of an environment on another, or of another organisation; of one
// project that speaks of another's environments. They are left out; who is spoken of tells of itself.
import type { Oddity } from '../model/oddities.ts';
import type { Environment, World } from '../model/world.ts';

/** Whether a source of run status may speak of an environment. One whose cluster is not known yet is told by whoever does. */
export function isOfSource(environment: Environment, sourceId: string): boolean {
  return environment.runSourceId === null || environment.runSourceId === sourceId;
}

/** Splits what was told into what may be told there and ids for the doctor. An environment that nobody knows yet may be told of. */
export function withoutForeign<Told extends { readonly id: string }>(
  world: World,
  told: readonly Told[],
  mayTell: (environment: Environment) => boolean,
): { readonly own: readonly Told[]; readonly foreign: readonly Oddity[] } {
  const isForeign = ({ id }: Told): boolean => {
    const environment = world.environments[id];
    return environment !== undefined && !mayTell(environment);
  };
  const foreign = told.filter(isForeign);
  if (foreign.length === 0) return { own: told, foreign: [] };
  return {
    own: told.filter((one) => !isForeign(one)),
    foreign: foreign.map(({ id }) => ({ kind: 'id of another place', sample: id })),
  };
}
