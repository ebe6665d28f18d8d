// What is watched, as a tree of rows with a tick each: a world, what is hidden and a search in, rows out. What a tick changes is watched-ticks.ts's.
import { byText } from '../../electron/model/tray-status.ts';
import type { Hidden, HiddenEnvironment } from '../../electron/model/watching.ts';
import { counted, modeText } from '../../electron/model/wording.ts';
import type { World } from '../../electron/model/world.ts';

type Tick = 'on' | 'off' | 'mixed';

export interface WatchedRow {
  readonly kind: 'organization' | 'project' | 'environment';
  readonly id: string;
  /** Of all rows of the tree. */
  readonly key: string;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  readonly tick: Tick;
  /** Null: it has nothing to unfold. */
  readonly isOpen: boolean | null;
  /** "3 environments", "Ephemeral", "Ephemeral, left out by its mode". */
  readonly about: string;
}

/** The modes that can be left out, in the order of their weight. */
export const MODES = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', 'PREVIEW'] as const;

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => byText(a.name, b.name);

/** Every environment that is known by name, watched or not. */
export function allOf(world: World): readonly HiddenEnvironment[] {
  return [...Object.values(world.environments), ...world.hidden];
}

/** How many environments are known, and how many of them are watched. */
export function watchedCount({ environments, hidden }: World): { readonly watched: number; readonly all: number } {
  const watched = Object.keys(environments).length;
  return { watched, all: watched + hidden.length };
}

const isOff = (hidden: Hidden, one: HiddenEnvironment): boolean => hidden.environments.includes(one.id) || hidden.modes.includes(one.mode);

/** A parent's tick: off by itself, else what its environments say together. */
function tickOf(isHidden: boolean, environments: readonly HiddenEnvironment[], hidden: Hidden): Tick {
  if (isHidden) return 'off';
  const off = environments.filter((one) => isOff(hidden, one) || hidden.projects.includes(one.projectId)).length;
  if (off === 0) return 'on';
  return off === environments.length ? 'off' : 'mixed';
}

interface Shape {
  readonly hidden: Hidden;
  /** In lower case; empty: no search. */
  readonly search: string;
  readonly open: ReadonlySet<string>;
}
const finds = (name: string, search: string): boolean => name.toLowerCase().includes(search);

function environmentRow(one: HiddenEnvironment, isParentOff: boolean, hidden: Hidden): WatchedRow {
  const isByMode = hidden.modes.includes(one.mode);
  const tick = isParentOff || isOff(hidden, one) ? 'off' : 'on';
  const about = `${modeText(one.mode)}${isByMode ? ', left out by its mode' : ''}`;
  return { kind: 'environment', id: one.id, key: `environment:${one.id}`, name: one.name, level: 3, tick, isOpen: null, about };
}

interface Named {
  readonly id: string;
  readonly name: string;
}
/** A project and what is unfolded of it; nothing when the search finds nothing in it. */
function projectRows(project: Named, own: readonly HiddenEnvironment[], isParentOff: boolean, shape: Shape): readonly WatchedRow[] {
  const { hidden, search, open } = shape;
  const isOwnName = finds(project.name, search);
  const found = isOwnName ? own : own.filter(({ name }) => finds(name, search));
  if (search !== '' && !isOwnName && found.length === 0) return [];
  const key = `project:${project.id}`;
  const isHidden = isParentOff || hidden.projects.includes(project.id);
  const isOpen = search === '' ? open.has(key) : true;
  const row: WatchedRow = {
    kind: 'project',
    id: project.id,
    key,
    name: project.name,
    level: 2,
    tick: tickOf(isHidden, own, hidden),
    isOpen: own.length === 0 ? null : isOpen,
    about: counted(own.length, 'environment'),
  };
  return [row, ...(isOpen ? found.toSorted(byName).map((one) => environmentRow(one, isHidden, hidden)) : [])];
}

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}

/** The rows in sight. `open`: keys of what is unfolded; a search unfolds all that it finds. */
export function watchedRows(world: World, hidden: Hidden, search: string, open: ReadonlySet<string>): readonly WatchedRow[] {
  const shape = { hidden, search: search.trim().toLowerCase(), open };
  const environments = grouped(allOf(world), ({ projectId }) => projectId);
  const projects = grouped(Object.values(world.projects), ({ organizationId }) => organizationId);
  return Object.values(world.organizations)
    .toSorted(byName)
    .flatMap((organization): readonly WatchedRow[] => {
      const key = `organization:${organization.id}`;
      const own = (projects.get(organization.id) ?? []).toSorted(byName);
      const isHidden = hidden.organizations.includes(organization.id);
      const below = own.flatMap((project) => projectRows(project, environments.get(project.id) ?? [], isHidden, shape));
      if (shape.search !== '' && below.length === 0 && !finds(organization.name, shape.search)) return [];
      const isOpen = shape.search !== '' || open.has(key);
      const all = own.flatMap(({ id }) => environments.get(id) ?? []);
      const row: WatchedRow = {
        kind: 'organization',
        id: organization.id,
        key,
        name: organization.name,
        level: 1,
        tick: tickOf(isHidden, all, hidden),
        isOpen: own.length === 0 ? null : isOpen,
        about: counted(own.length, 'project'),
      };
      return [row, ...(isOpen ? below : [])];
    });
}

/** So many environments fit a screen. */
const FEW = 20;
/** What is unfolded at first: all organisations, and where there are few environments their projects, too. */
export function openAtFirst(world: World): ReadonlySet<string> {
  const organizations = Object.keys(world.organizations).map((id) => `organization:${id}`);
  const projects = watchedCount(world).all <= FEW ? Object.keys(world.projects).map((id) => `project:${id}`) : [];
  return new Set([...organizations, ...projects]);
}
