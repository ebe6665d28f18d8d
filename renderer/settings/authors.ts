// Who asks for deployments, to choose oneself from. Pure.

import { plainLine } from '../../electron/model/plain-text.ts';
import type { World } from '../../electron/model/world.ts';
import type { MenuEntry } from '../ui/menu.tsx';

/** Names that are proposed: more would be no help. */
const MOST = 50;
const IN_MENU = 12;
const NAME = 60;
/** The platform itself asked for it. */
const BY_ITSELF = 'QOVERY_INTERNAL';

/** Everybody who asked for a deployment that is known, whoever asked most first. */
export function authorsOf(world: World): readonly string[] {
  const deployments = Object.values(world.environments).flatMap(({ deployment, overlooked }) => [
    ...(deployment ? [deployment] : []),
    ...overlooked,
  ]);
  const names = deployments.flatMap(({ triggeredBy, origin }) => (origin === BY_ITSELF ? [] : (triggeredBy ?? [])));
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const sorted = [...counts].toSorted(([a, many], [b, more]) => more - many || a.localeCompare(b));
  return sorted.map(([name]) => name).slice(0, MOST);
}

/** The names in a text that has commas between them, each once. */
export function namesIn(text: string): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

/** A menu of those who are not chosen yet; `take` is given all who then are. */
export function authorEntries(
  authors: readonly string[],
  chosen: readonly string[],
  take: (names: readonly string[]) => void,
): readonly MenuEntry[] {
  const own = new Set(chosen.map((name) => name.toLowerCase()));
  const others = authors.filter((name) => !own.has(name.toLowerCase()));
  return others.slice(0, IN_MENU).map((name) => ({ label: plainLine(name, NAME), keys: '', act: () => take([...chosen, name]) }));
}
