// Which windows listen, and what each has missed. A window is ready once it asked for its first snapshot; a hidden one gets
// no patches and is told of its gap when it is shown again. Needs no Electron; push.ts joins it to the windows.
import type { Pushes } from '../contract/channels.ts';
import type { Patch } from '../contract/patch.ts';

export interface Audience {
  /** Has asked for a snapshot: from now on it gets patches, and what waited for it. */
  ready(windowId: number): void;
  /** Its page is gone or loads anew: nothing is sent until it asks again. */
  unready(windowId: number): void;
  hidden(windowId: number): void;
  /** In sight again. When it missed a patch it gets an empty one of the newest version, so that its copy sees the gap. */
  shown(windowId: number): void;
  gone(windowId: number): void;
  state(patch: Patch): void;
  /** Waits for the window when it is not ready; the last one counts. */
  reveal(windowId: number, what: Pushes['reveal']): void;
}
export interface AudienceParts {
  readonly send: <K extends keyof Pushes>(windowId: number, name: K, value: Pushes[K]) => void;
  /** Does something after the answer that is being given has left. */
  readonly afterAnswer: (act: () => void) => void;
}
interface Listener {
  isReady: boolean;
  isHidden: boolean;
  hasMissed: boolean;
  reveal: Pushes['reveal'] | null;
}

/** An audience of nobody. Windows appear in it with the first word about them. */
export function createAudience({ send, afterAnswer }: AudienceParts): Audience {
  const listeners = new Map<number, Listener>();
  let newestVersion = 0;

  const listener = (windowId: number): Listener => {
    const known = listeners.get(windowId) ?? { isReady: false, isHidden: false, hasMissed: false, reveal: null };
    listeners.set(windowId, known);
    return known;
  };
  const tellReveal = (windowId: number): void => {
    const one = listeners.get(windowId);
    if (!one?.isReady || one.reveal === null) return;
    send(windowId, 'reveal', one.reveal);
    one.reveal = null;
  };
  const tellPatch = (windowId: number, one: Listener, patch: Patch): void => {
    if (!one.isReady) return; // its snapshot will hold it
    if (one.isHidden) one.hasMissed = true;
    else send(windowId, 'state', patch);
  };
  return {
    ready: (windowId) => {
      Object.assign(listener(windowId), { isReady: true, hasMissed: false });
      afterAnswer(() => tellReveal(windowId)); // the page can show an environment only once it knows it
    },
    unready: (windowId) => void Object.assign(listener(windowId), { isReady: false, hasMissed: false }),
    hidden: (windowId) => void Object.assign(listener(windowId), { isHidden: true }),
    shown: (windowId) => {
      const one = listener(windowId);
      one.isHidden = false;
      if (one.isReady && one.hasMissed) send(windowId, 'state', { from: newestVersion, to: newestVersion });
      one.hasMissed = false;
    },
    gone: (windowId) => void listeners.delete(windowId),
    state: (patch) => {
      newestVersion = patch.to;
      for (const [windowId, one] of listeners) tellPatch(windowId, one, patch);
    },
    reveal: (windowId, what) => {
      listener(windowId).reveal = what;
      tellReveal(windowId);
    },
  };
}
