// The environments to pick one from, by project, in the order of names. Pure.
import { plainLine } from '../../electron/model/plain-text.ts';
import type { World } from '../../electron/model/world.ts';

const NAME = 60;

interface Named {
  readonly id: string;
  readonly name: string;
}
export interface EnvironmentGroup {
  readonly project: Named;
  readonly environments: readonly Named[];
}

const named = ({ id, name }: Named): Named => ({ id, name: plainLine(name, NAME) });
const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name);

/** Every environment of the world. */
export function environmentGroups(world: World): readonly EnvironmentGroup[] {
  const environments = Object.values(world.environments);
  const groups = Object.values(world.projects).map((project) => ({
    project: named(project),
    environments: environments.filter(({ projectId }) => projectId === project.id).map(named).toSorted(byName), // prettier-ignore
  }));
  return groups.filter((group) => group.environments.length > 0).toSorted((a, b) => byName(a.project, b.project));
}
