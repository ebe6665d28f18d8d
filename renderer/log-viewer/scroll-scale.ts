// PURE. Scroll positions of a list that may be taller than a browser lets an element be (about 33 million px): past the limit
// the element stays at it and positions are scaled. All in px.
export const ROW_PX = 20;
/** Elements are made no taller than this; well below what any browser draws exactly. */
export const MOST_ELEMENT_PX = 15_000_000;

export interface ScrollScale {
  /** Height of the rows together. */
  readonly contentPx: number;
  /** Height given to the element that scrolls. */
  readonly elementPx: number;
  readonly viewPx: number;
  /** Rows' px for each px of the scroll bar; 1 up to the limit. */
  readonly factor: number;
}

/** The scale of a list of `rows` rows in a view `viewPx` high. */
export function scrollScale(rows: number, viewPx: number, mostPx = MOST_ELEMENT_PX): ScrollScale {
  const contentPx = rows * ROW_PX;
  const elementPx = Math.min(contentPx, Math.max(mostPx, viewPx));
  const [far, near] = [contentPx - viewPx, elementPx - viewPx];
  return { contentPx, elementPx, viewPx, factor: contentPx === elementPx || near <= 0 ? 1 : far / near };
}

/** The farthest position: there the last row stands at the bottom. */
export function endPx({ contentPx, viewPx }: ScrollScale): number {
  return Math.max(0, contentPx - viewPx);
}

/** The content's px at the top of the view when the element is scrolled to `scrollTop`. */
export function positionOf(scale: ScrollScale, scrollTop: number): number {
  return Math.min(endPx(scale), Math.max(0, scrollTop * scale.factor));
}

/** Where to scroll the element so that `positionPx` of the content stands at the top of the view. */
export function scrollTopOf(scale: ScrollScale, positionPx: number): number {
  return Math.min(endPx(scale), Math.max(0, positionPx)) / scale.factor;
}

/** Where a row's top edge stands inside the element that scrolls while it is scrolled to `scrollTop`. */
export function rowTopPx(scale: ScrollScale, scrollTop: number, row: number): number {
  return row * ROW_PX - positionOf(scale, scrollTop) + Math.max(0, scrollTop);
}
