// Where a window goes: where it was, if a person could still grasp it there, else in the middle of the first display; or beside
// the tray's icon, if that was clicked. Pure.
import type { Rectangle } from '../model/rectangle.ts';

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

/** A display as Electron tells of it: the whole, and what panels leave of it. */
export interface Area {
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
}

const within = (x: number, y: number, area: Rectangle): boolean =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;

/** How far the icon lies outside each edge of the work area, or, where a panel hides by itself, how near to it inside. */
function edgeOf(icon: Rectangle, area: Rectangle): 'above' | 'below' | 'left' | 'right' {
  const [x, y] = [icon.x + icon.width / 2, icon.y + icon.height / 2];
  const beyond = { below: y - (area.y + area.height), above: area.y - y, right: x - (area.x + area.width), left: area.x - x } as const;
  return (['below', 'above', 'right', 'left'] as const).reduce((best, edge) => (beyond[edge] > beyond[best] ? edge : best));
}

/** The bounds of a window that was asked for at the tray's icon: at its panel's edge, centred on it, whole on its display. */
export function besideTray(given: { readonly icon: Rectangle; readonly size: Size; readonly displays: readonly Area[] }): Rectangle {
  const { icon, size, displays } = given;
  const display = displays.find(({ bounds }) => within(icon.x + icon.width / 2, icon.y + icon.height / 2, bounds)) ?? displays[0];
  const area = display?.workArea ?? { x: 0, y: 0, ...size };
  const { width, height } = fitted(size, area);
  const [farX, farY] = [area.x + area.width - width, area.y + area.height - height];
  const edge = edgeOf(icon, area);
  const across = between(area.x, icon.x + icon.width / 2 - width / 2, Math.max(area.x, farX));
  const down = between(area.y, icon.y + icon.height / 2 - height / 2, Math.max(area.y, farY));
  const place = {
    below: { x: across, y: farY },
    above: { x: across, y: area.y },
    left: { x: area.x, y: down },
    right: { x: farX, y: down },
  }[edge];
  return { x: Math.round(place.x), y: Math.round(place.y), width, height };
}
