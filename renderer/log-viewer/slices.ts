// Work that is too much for one frame, done in slices between frames.

/** Of a frame's 16 ms so much may be taken. */
const SLICE_MS = 6;

/** Calls `piece` again and again while it returns that there is more, giving the page back in between. */
export function inSlices(piece: () => boolean): void {
  const until = performance.now() + SLICE_MS;
  let hasMore = true;
  while (hasMore && performance.now() < until) hasMore = piece();
  if (hasMore) setTimeout(() => inSlices(piece), 0);
}

/** All that a generator gives, gathered between frames. */
export function gathered<T>(pieces: Iterator<T>): Promise<readonly T[]> {
  const all: T[] = [];
  return new Promise((resolve) =>
    inSlices(() => {
      const next = pieces.next();
      if (next.done === true) resolve(all);
      else all.push(next.value);
      return next.done !== true;
    }),
  );
}
