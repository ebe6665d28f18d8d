// Says in the status line what was just done, for a while.
import type { ViewStore } from './view.ts';

export type Say = (notice: string) => void;

/** How long it is said, in ms. */
const SAID_MS = 5_000;

export function createSaying(view: ViewStore): Say {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (notice) => {
    clearTimeout(timer);
    view.setState({ notice });
    timer = setTimeout(() => view.setState({ notice: '' }), SAID_MS);
  };
}
