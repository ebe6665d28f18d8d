// Lets a few through at a time: an account's sockets open and reopen together, and the platform should not see them all at once.

export interface Gate {
  /** Waits for its turn, in order; the returned function gives the place free, once, however often it is called. */
  enter(): Promise<() => void>;
}

/** A gate for at most `most` at a time. */
export function createGate(most: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  const place = (): (() => void) => {
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      const next = waiting.shift();
      if (next) next();
      else inside -= 1;
    };
  };
  return {
    async enter() {
      if (inside < most) inside += 1;
      else
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
        });
      return place();
    },
  };
}
