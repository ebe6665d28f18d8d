// Where something happened, in names that outlive the thing itself.
import type { HistoryPlace } from '../model/history.ts';
import { plainLine } from '../model/plain-text.ts';
import type { Environment, World } from '../model/world.ts';

const NAME = 120;

export function placeOf(world: World, environment: Environment): HistoryPlace {
  const project = world.projects[environment.projectId]?.name ?? '';
  return {
    organizationId: environment.organizationId,
    environmentId: environment.id,
    environment: plainLine(environment.name, NAME),
    project: plainLine(project, NAME),
  };
}
