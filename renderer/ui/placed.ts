// Where a floating box stands: below what it explains, above where there is no room, never outside the window.

interface Size {
  readonly width: number;
  readonly height: number;
}
/** Left and top edge in px of the window. */
export interface Placed {
  readonly left: number;
  readonly top: number;
}

const GAP = 4;
const EDGE = 8;

/** Place for a box of `size` near `anchor` in a window of `view`. */
export function placedBelow(anchor: Placed & Size, size: Size, view: Size): Placed {
  const below = anchor.top + anchor.height + GAP;
  const fits = below + size.height + EDGE <= view.height;
  const top = fits ? below : Math.max(EDGE, anchor.top - GAP - size.height);
  return { left: Math.max(EDGE, Math.min(anchor.left, view.width - size.width - EDGE)), top };
}
