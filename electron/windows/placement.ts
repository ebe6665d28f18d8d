// Where a window goes: where it was, if a person could still grasp it there, else in the middle of the first display. Pure.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Rectangle, 'width' | 'height'>;

/** No window is smaller than this. */
export const SMALLEST: Size = { width: 320, height: 400 };
/** So much of a window's upper edge must be on a display for a person to move it: pixels across and down. */
const GRIP = { width: 100, height: 24 };
/** How far a window stands from the one it would otherwise hide. */
const CASCADE = 28;

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most));
const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

function isGraspable(window: Rectangle, area: Rectangle): boolean {
  const across = overlap(window.x, window.width, area.x, area.width);
  return across >= GRIP.width && overlap(window.y, GRIP.height, area.y, area.height) >= GRIP.height;
}

function fitted(size: Size, area: Rectangle): Size {
  return {
    width: Math.round(between(SMALLEST.width, size.width, Math.max(SMALLEST.width, area.width))),
    height: Math.round(between(SMALLEST.height, size.height, Math.max(SMALLEST.height, area.height))),
  };
}

function centred(size: Size, area: Rectangle): Rectangle {
  const { width, height } = fitted(size, area);
  return {
    x: Math.round(area.x + Math.max(0, (area.width - width) / 2)),
    y: Math.round(area.y + Math.max(0, (area.height - height) / 2)),
    width,
    height,
  };
}

/** Frames shift what the system reports by some pixels, so "the same place" is not exact. */
const hides = (a: Rectangle, b: Rectangle): boolean => Math.abs(a.x - b.x) < CASCADE && Math.abs(a.y - b.y) < CASCADE;

/** Moved down and right until it hides none of the windows in `taken`; back to the area's corner when it would leave it. */
function beside(window: Rectangle, taken: readonly Rectangle[], area: Rectangle): Rectangle {
  let place = window;
  for (let tries = 0; tries < taken.length && taken.some((other) => hides(place, other)); tries += 1) {
    const next = { ...place, x: place.x + CASCADE, y: place.y + CASCADE };
    const leaves = next.x + next.width > area.x + area.width || next.y + next.height > area.y + area.height;
    place = leaves ? { ...next, x: area.x, y: area.y } : next;
  }
  return place;
}

/** The bounds for a new window. `workAreas` are the displays' areas without panels, the primary's first; whole pixels come out. */
export function placement(given: {
  readonly remembered: Rectangle | null;
  readonly size: Size;
  readonly workAreas: readonly Rectangle[];
  /** Where windows of the same kind stand. */
  readonly taken?: readonly Rectangle[];
}): Rectangle {
  const { remembered, size, workAreas, taken = [] } = given;
  const primary = workAreas[0] ?? { x: 0, y: 0, ...size };
  if (!remembered) return beside(centred(size, primary), taken, primary);
  for (const area of workAreas) {
    // As it would be there: a window made to fit a smaller display may no longer reach it.
    const again = { x: Math.round(remembered.x), y: Math.round(remembered.y), ...fitted(remembered, area) };
    if (isGraspable(again, area)) return beside(again, taken, area);
  }
  return beside(centred(remembered, primary), taken, primary);
}
