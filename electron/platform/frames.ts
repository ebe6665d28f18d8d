// The frames of one socket, in order and one at a time. A large one is read in slices, and the app gets its turn between two of
// them: nothing it does may stand still for longer than a person notices.
import type { Clock } from '../model/clock.ts';

/**
 * Reads a text: yields what was read so far as a value that says it is a part, where the text is large, and returns the whole in
 * the end; null: not a frame of this stream.
 */
export type Reading<T> = Generator<T, T | null>;

export interface FrameParts<T> {
  readonly clock: Clock;
  readonly read: (text: string) => Reading<T>;
  readonly onValue: (value: T) => void;
  /** A frame that is not understood. */
  readonly onIgnored: (text: string) => void;
}
export interface Frames {
  /** Reads it now, or once the frame before is read; of those that wait only the newest is read: each is a whole picture. */
  take(text: string): void;
  /** Forgets everything, what is being read too. */
  clear(): void;
}

/** A frame with the very text of the one before gives the same value again. */
export function createFrames<T>({ clock, read, onValue, onIgnored }: FrameParts<T>): Frames {
  let last: { readonly text: string; readonly value: T } | null = null;
  let waiting: string | null = null;
  let cancel: (() => void) | null = null;

  const readOn = (text: string, reading: Reading<T>): void => {
    const { done, value } = reading.next();
    cancel = done ? null : clock.after(0, () => readOn(text, reading));
    if (done && value !== null) last = { text, value };
    if (value === null) onIgnored(text);
    else onValue(value);
    if (!done || waiting === null) return;
    const next = waiting;
    waiting = null;
    take(next);
  };
  const take = (text: string): void => {
    if (cancel) waiting = text;
    else if (last?.text === text) onValue(last.value);
    else readOn(text, read(text));
  };
  return {
    take,
    clear: () => {
      cancel?.();
      [last, waiting, cancel] = [null, null, null];
    },
  };
}
