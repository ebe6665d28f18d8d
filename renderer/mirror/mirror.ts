// A window's copy of the truth: the whole once, then patches. On a gap in the versions (a hidden window gets no patches) it
// asks for the whole again. Windows draw from it and never write to it.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../electron/contract/channels.ts';
import { apply, type Patch } from '../../electron/contract/patch.ts';
import type { Snapshot } from '../../electron/contract/state.ts';
import type { Problem } from '../../electron/model/problem.ts';

/** `snapshot` is null until the first answer; `problem` says why the whole could not be had, null as soon as it was. */
export interface Mirror {
  readonly snapshot: Snapshot | null;
  readonly problem: Problem | null;
}
export type MirrorStore = Pick<StoreApi<Mirror>, 'getState' | 'subscribe' | 'getInitialState'>;

export interface RunningMirror {
  readonly store: MirrorStore;
  /** Asks for the whole again; does nothing while an answer is on its way. */
  askAgain(): void;
  stop(): void;
}

/** `snapshot` after the patches that follow it, in order; null when one is missing in between. Older ones are left out. */
export function caughtUp(snapshot: Snapshot, patches: readonly Patch[]): Snapshot | null {
  let current: Snapshot | null = snapshot;
  for (const patch of patches) {
    if (current === null) return null;
    if (patch.to > current.version) current = apply(current, patch);
  }
  return current;
}

/** Starts following the main process. Patches that come while the whole is on its way wait for it. */
export function startMirror(bridge: Pick<Bridge, 'ask' | 'onState'>): RunningMirror {
  const store = createStore<Mirror>(() => ({ snapshot: null, problem: null }));
  let waiting: Patch[] | null = null;
  let isStopped = false;

  const askAgain = (): void => {
    if (waiting || isStopped) return;
    waiting = [];
    void bridge.ask('snapshot', null).then((answer) => {
      const patches = waiting ?? [];
      waiting = null;
      if (isStopped) return;
      if (!answer.ok) store.setState({ problem: answer.problem });
      else follow(answer.value, patches);
    });
  };
  const follow = (snapshot: Snapshot, patches: readonly Patch[]): void => {
    const next = caughtUp(snapshot, patches);
    if (next === null) askAgain();
    if (next !== snapshot || next !== store.getState().snapshot) store.setState({ snapshot: next ?? snapshot, problem: null });
  };
  const stopListening = bridge.onState((patch) => {
    const { snapshot } = store.getState();
    if (waiting) waiting.push(patch);
    else if (snapshot === null) askAgain();
    else follow(snapshot, [patch]);
  });
  askAgain();
  return {
    store,
    askAgain,
    stop: () => {
      isStopped = true;
      stopListening();
    },
  };
}
