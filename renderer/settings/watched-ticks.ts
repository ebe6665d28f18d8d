// What a tick of the tree changes, and what a key does in it.
import type { Hidden, HiddenEnvironment } from '../../electron/model/watching.ts';
import type { World } from '../../electron/model/world.ts';
import { allOf, type WatchedRow } from './watched-tree.ts';

const without = (ids: readonly string[], gone: readonly string[]): readonly string[] => ids.filter((id) => !gone.includes(id));
const withAll = (ids: readonly string[], more: readonly string[]): readonly string[] => [...new Set([...ids, ...more])];

/** Without the organisation: its other projects are then left out one by one. */
function openedOrganization(world: World, hidden: Hidden, organizationId: string, keptOff: (projectId: string) => boolean): Hidden {
  if (!hidden.organizations.includes(organizationId)) return hidden;
  const others = Object.values(world.projects).filter((one) => one.organizationId === organizationId && keptOff(one.id));
  const projects = withAll(
    hidden.projects,
    others.map(({ id }) => id),
  );
  return { ...hidden, organizations: without(hidden.organizations, [organizationId]), projects };
}

/** An environment is watched again: what it lies in is, too, but for the rest of it. Its mode as well, for all that have it. */
function environmentOn(world: World, hidden: Hidden, one: HiddenEnvironment): Hidden {
  const opened = openedOrganization(world, hidden, one.organizationId, (id) => id !== one.projectId);
  const wasHidden = opened.projects.includes(one.projectId) || hidden.organizations.includes(one.organizationId);
  const others = wasHidden ? allOf(world).filter(({ id, projectId }) => projectId === one.projectId && id !== one.id) : [];
  const environments = withAll(
    without(opened.environments, [one.id]),
    others.map(({ id }) => id),
  );
  const modes = without(opened.modes, [one.mode]);
  return { ...opened, projects: without(opened.projects, [one.projectId]), environments, modes };
}

/** What is hidden after a click on this row's tick: off becomes on, on becomes off, and mixed becomes on. */
export function ticked(world: World, hidden: Hidden, { kind, id, tick }: Pick<WatchedRow, 'kind' | 'id' | 'tick'>): Hidden {
  const isOn = tick === 'on';
  if (kind === 'environment') {
    const one = allOf(world).find((environment) => environment.id === id);
    if (isOn) return { ...hidden, environments: withAll(hidden.environments, [id]) };
    return one ? environmentOn(world, hidden, one) : hidden;
  }
  const within = allOf(world).filter((one) => (kind === 'project' ? one.projectId : one.organizationId) === id);
  const own = within.map((one) => one.id);
  const environments = without(hidden.environments, own);
  if (kind === 'project') {
    if (isOn) return { ...hidden, projects: withAll(hidden.projects, [id]), environments };
    const organizationId = world.projects[id]?.organizationId ?? '';
    const opened = openedOrganization(world, hidden, organizationId, (other) => other !== id);
    return { ...opened, projects: without(opened.projects, [id]), environments };
  }
  const projects = without(
    hidden.projects,
    Object.values(world.projects).flatMap((one) => (one.organizationId === id ? [one.id] : [])),
  );
  const organizations = isOn ? withAll(hidden.organizations, [id]) : without(hidden.organizations, [id]);
  return { ...hidden, organizations, projects, environments };
}

/** What is hidden with this mode watched, or left out. */
export function withMode(hidden: Hidden, mode: string, isWatched: boolean): Hidden {
  return { ...hidden, modes: isWatched ? without(hidden.modes, [mode]) : withAll(hidden.modes, [mode]) };
}

export type TreeStep =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'fold'; readonly key: string; readonly isOpen: boolean }
  | { readonly kind: 'tick' };

const STEPS: Readonly<Record<string, (rows: readonly WatchedRow[], at: number) => number>> = {
  ArrowDown: (rows, at) => Math.min(rows.length - 1, at + 1),
  ArrowUp: (_, at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (rows) => rows.length - 1,
};

/** What a key does at row `at`, as in any tree; null: nothing. */
export function treeStep(rows: readonly WatchedRow[], at: number, key: string): TreeStep | null {
  const row = rows[at];
  if (!row) return null;
  if (key === ' ' || key === 'Enter') return { kind: 'tick' };
  const step = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined;
  if (step) return { kind: 'move', to: step(rows, at) };
  if (key === 'ArrowRight' && row.isOpen !== null)
    return row.isOpen ? { kind: 'move', to: Math.min(rows.length - 1, at + 1) } : { kind: 'fold', key: row.key, isOpen: true };
  if (key !== 'ArrowLeft') return null;
  if (row.isOpen) return { kind: 'fold', key: row.key, isOpen: false };
  const parent = rows.slice(0, at).findLastIndex(({ level }) => level < row.level);
  return parent < 0 ? null : { kind: 'move', to: parent };
}
