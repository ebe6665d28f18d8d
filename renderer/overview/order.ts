// Which environments stand where: those that need attention first, then by project. Rows under a hand must not move, so an
// order can be held while the facts in it go on changing.
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
/** One heading with its environments. `id` is the project's, or 'attention'. */
export interface Section {
  readonly id: string;
  readonly environmentIds: readonly string[];
}
export type Order = readonly Section[];

/** The order that the facts ask for. `muted` are hidden where they are not asked for; `quiet` (they included) never stand on top. A project whose environments all stand above has no section. */
export function orderOf(world: World, muted: readonly string[], wanted: Wanted, quiet: readonly string[] = muted): Order {
  const words = wordsOf(wanted.search);
  const seen = Object.values(world.environments).filter(
    (one) =>
      (wanted.showsMuted || !muted.includes(one.id)) && passes(one, wanted.filter) && (words.length === 0 || found(world, one, words)),
  );
  const isAbove = (one: Environment): boolean => needsAttention(one) && !quiet.includes(one.id);
  const projects = new Map<string, Environment[]>();
  for (const one of seen.filter((other) => !isAbove(other))) projects.set(one.projectId, [...(projects.get(one.projectId) ?? []), one]);
  const nameOf = (id: string): string => world.projects[id]?.name ?? '';
  const sections = [...projects]
    .toSorted(([a], [b]) => byText(nameOf(a), nameOf(b)) || byText(a, b))
    .map(([id, environments]) => ({ id, environmentIds: idsOf(environments) }));
  const above = idsOf(seen.filter(isAbove));
  return above.length > 0 ? [{ id: 'attention', environmentIds: above }, ...sections] : sections;
}

function idsOf(environments: readonly Environment[]): readonly string[] {
  return environments.toSorted((a, b) => byUrgency(a, b) || byText(a.id, b.id)).map((one) => one.id);
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
