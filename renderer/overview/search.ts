// Finding environments by their name, their project's, or a service's. Every word must be found; case does not count.
import type { Environment, World } from '../../electron/model/world.ts';

/** What a search found of one environment: the whole of it, or only some of its services. */
export type Found = { readonly kind: 'whole' } | { readonly kind: 'services'; readonly serviceIds: readonly string[] };

/** The words of a search text. */
export function wordsOf(search: string): readonly string[] {
  return search.toLowerCase().split(/\s+/).filter(Boolean);
}

function holds(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}

const WHOLE: Found = { kind: 'whole' };

/** What of `environment` fits all `words`; null when nothing does. Without words everything fits. */
export function found(world: World, environment: Environment, words: readonly string[]): Found | null {
  if (words.length === 0) return WHOLE;
  const place = `${world.projects[environment.projectId]?.name ?? ''} ${environment.name}`;
  if (holds(place, words)) return WHOLE;
  const serviceIds = environment.serviceIds.filter((id) => holds(`${place} ${world.services[id]?.name ?? ''}`, words));
  return serviceIds.length > 0 ? { kind: 'services', serviceIds } : null;
}
