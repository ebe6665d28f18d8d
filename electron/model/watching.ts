// Which part of the account is watched: what a person hides costs no requests and no sockets, and counts nowhere.
import type { Discovery } from './report.ts';
import type { Mode } from './world.ts';

/** What is hidden; everything else is watched, also what is made later. */
export interface Hidden {
  readonly organizations: readonly string[];
  readonly projects: readonly string[];
  readonly environments: readonly string[];
  readonly modes: readonly Mode[];
}
/** A hidden environment, as far as it is known: enough to choose it again. */
export interface HiddenEnvironment {
  readonly id: string;
  readonly name: string;
  readonly mode: Mode;
  readonly organizationId: string;
  readonly projectId: string;
}

export const NOTHING_HIDDEN: Hidden = { organizations: [], projects: [], environments: [], modes: [] };

/** Whether an environment is hidden: itself, its mode, its project or its organisation. */
export function isHidden(hidden: Hidden, { id, mode, projectId, organizationId }: Omit<HiddenEnvironment, 'name'>): boolean {
  return (
    hidden.environments.includes(id) ||
    hidden.modes.includes(mode) ||
    hidden.projects.includes(projectId) ||
    hidden.organizations.includes(organizationId)
  );
}

/** A discovery without what is hidden; projects and clusters stay, they cost nothing. */
export function watchedOf(hidden: Hidden, found: Discovery): Discovery {
  const environments = found.environments.filter((one) => !isHidden(hidden, one));
  const ids = new Set(environments.map((one) => one.id));
  return { ...found, environments, services: found.services.filter((service) => ids.has(service.environmentId)) };
}

const byName = (a: HiddenEnvironment, b: HiddenEnvironment): number => a.name.localeCompare(b.name) || a.id.localeCompare(b.id);
const named = ({ id, name, mode, organizationId, projectId }: HiddenEnvironment): HiddenEnvironment => ({
  id,
  name,
  mode,
  organizationId,
  projectId,
});

/** Names alone, sorted. */
export function sortedNames(environments: readonly HiddenEnvironment[]): readonly HiddenEnvironment[] {
  return environments.map(named).toSorted(byName);
}

/** Every hidden environment that is known by name, after one organisation was discovered. */
export function hiddenOf(before: readonly HiddenEnvironment[], told: Discovery, watched: Discovery): readonly HiddenEnvironment[] {
  const shown = new Set(watched.environments.map((one) => one.id));
  const others = before.filter((one) => one.organizationId !== told.organization.id);
  return sortedNames([...others, ...told.environments.filter((one) => !shown.has(one.id))]);
}
