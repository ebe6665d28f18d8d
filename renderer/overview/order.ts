// Which environments stand where: those that need attention first, then favourites, then the rest by project. Rows under a hand must not move, so an
// order can be held while the facts in it go on changing.
import type { Settings } from '../../electron/contract/settings.ts';
import { byText, byUrgency, needsAttention } from '../../electron/model/tray-status.ts';
import type { Environment, World } from '../../electron/model/world.ts';
import { passes, type ChipKey } from './chip.ts';
import { found, wordsOf } from './search.ts';

/** What a person has asked to see; a change of it sets a new order at once. */
export interface Wanted {
  readonly filter: readonly ChipKey[];
  readonly search: string;
  readonly showsMuted: boolean;
}
/** Who is hidden, who is quiet, who is favoured, and how the rest is sorted. */
export interface Arranged extends Readonly<Partial<Settings['list']>> {
  /** Hidden where they are not asked for. */
  readonly muted?: readonly string[];
  /** They (the muted included) never stand on top. */
  readonly quiet?: readonly string[];
}
/** One heading with its environments. `id` is the project's, 'attention' or 'favourites'. */
export interface Section {
  readonly id: string;
  readonly environmentIds: readonly string[];
}
export type Order = readonly Section[];

type Compare = (a: Environment, b: Environment) => number;
const deployedAt = ({ deployment }: Environment): number => deployment?.at ?? 0;
const SORTS: Readonly<Record<Settings['list']['sort'], Compare>> = {
  severity: byUrgency,
  name: (a, b) => byText(a.name, b.name),
  deployed: (a, b) => deployedAt(b) - deployedAt(a) || byUrgency(a, b),
};

/** The order that the facts ask for. A project whose environments all stand above has no section. */
export function orderOf(world: World, wanted: Wanted, arranged: Arranged = {}): Order {
  const { muted = [], quiet = muted, favourites = [], sort = 'severity' } = arranged;
  const words = wordsOf(wanted.search);
  const seen = Object.values(world.environments).filter(
    (one) =>
      (wanted.showsMuted || !muted.includes(one.id)) && passes(one, wanted.filter) && (words.length === 0 || found(world, one, words)),
  );
  const sections = new Map<string, Environment[]>();
  for (const one of seen) {
    const id = needsAttention(one) && !quiet.includes(one.id) ? 'attention' : favourites.includes(one.id) ? 'favourites' : one.projectId;
    const section = sections.get(id);
    if (section) section.push(one);
    else sections.set(id, [one]);
  }
  const section = (id: string, compare: Compare): Order => {
    const environments = sections.get(id);
    return environments ? [{ id, environmentIds: sorted(environments, compare) }] : [];
  };
  const projects = [...sections.keys()].filter((id) => id !== 'attention' && id !== 'favourites');
  return [
    ...section('attention', byUrgency),
    ...section('favourites', SORTS[sort]),
    ...projects.toSorted(byProject(world, sort, sections)).flatMap((id) => section(id, SORTS[sort])),
  ];
}

function sorted(environments: readonly Environment[], compare: Compare): readonly string[] {
  return environments.toSorted((a, b) => compare(a, b) || byText(a.id, b.id)).map((one) => one.id);
}

/** Projects by name; those with the latest deployment first where that is how environments are sorted. */
function byProject(world: World, sort: Settings['list']['sort'], sections: ReadonlyMap<string, readonly Environment[]>) {
  const nameOf = (id: string): string => world.projects[id]?.name ?? '';
  const latest = new Map([...sections].map(([id, all]) => [id, sort === 'deployed' ? Math.max(...all.map(deployedAt)) : 0] as const));
  return (a: string, b: string): number => (latest.get(b) ?? 0) - (latest.get(a) ?? 0) || byText(nameOf(a), nameOf(b)) || byText(a, b);
}

/** `order` without what is gone from the world; nothing else in it moves. */
export function heldOrder(order: Order, world: World): Order {
  const isThere = (id: string): boolean => world.environments[id] !== undefined;
  if (order.every((section) => section.environmentIds.every(isThere))) return order;
  return order
    .map((section) => ({ ...section, environmentIds: section.environmentIds.filter(isThere) }))
    .filter((section) => section.environmentIds.length > 0);
}

/** Length of the longest run of numbers, with gaps allowed, that only grows: those need not move. */
function longestGrowing(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number);
    ends[at === -1 ? ends.length : at] = number;
  }
  return ends.length;
}

/** How many environments will stand elsewhere once `shown` gives way to `fresh`. */
export function movedCount(shown: Order, fresh: Order): number {
  if (shown === fresh) return 0;
  const sectionOf = new Map(shown.flatMap((section) => section.environmentIds.map((id) => [id, section.id] as const)));
  return fresh.reduce((sum, section) => {
    const before = shown.find((one) => one.id === section.id)?.environmentIds ?? [];
    const staying = section.environmentIds.filter((id) => sectionOf.get(id) === section.id);
    const comers = section.environmentIds.length - staying.length;
    return sum + comers + staying.length - longestGrowing(staying.map((id) => before.indexOf(id)));
  }, 0);
}

/** Remembers the order that is shown: while held, only a new `key` (what is asked to be seen) lets a fresh one in. */
export function createOrderKeeper(): (fresh: Order, world: World, key: string, isHeld: boolean) => Order {
  let kept: { readonly key: string; readonly order: Order } | null = null;
  return (fresh, world, key, isHeld) => {
    const order = kept && isHeld && kept.key === key ? heldOrder(kept.order, world) : fresh;
    kept = { key, order };
    return order;
  };
}
