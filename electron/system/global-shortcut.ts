// Keys that reach the app from every other program. The system may refuse them, or give them to somebody else.
import { globalShortcut } from 'electron';
import type { ShortcutState } from '../model/machine.ts';

export interface GlobalShortcut {
  /** Holds these keys and no others (null: none), and says whether the system gave them. */
  hold(accelerator: string | null): ShortcutState;
  onPress(listener: () => void): void;
  stop(): void;
}

/** Call after Electron's `ready`; holds nothing yet. */
export function createGlobalShortcut(): GlobalShortcut {
  let listener: (() => void) | undefined;
  let [held, state]: [string | null, ShortcutState] = [null, 'off'];
  const letGo = (): void => {
    if (held !== null) globalShortcut.unregister(held);
    [held, state] = [null, 'off'];
  };
  return {
    hold(accelerator) {
      if (accelerator === held && state !== 'refused') return state;
      letGo();
      if (accelerator === null) return state;
      const isOurs = globalShortcut.register(accelerator, () => listener?.());
      [held, state] = isOurs ? [accelerator, 'held'] : [null, 'refused'];
      return state;
    },
    onPress: (next) => void (listener = next),
    stop: letGo,
  };
}
