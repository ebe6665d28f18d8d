// The mirror in React: a component draws again only when what it selected has changed its identity.
import { useStore } from 'zustand';
import type { Mirror, MirrorStore } from './mirror.ts';

/** What `select` takes out of the mirror. It must return a part of it, not something new each time. */
export function useMirror<T>(mirror: MirrorStore, select: (mirror: Mirror) => T): T {
  return useStore(mirror, select);
}
