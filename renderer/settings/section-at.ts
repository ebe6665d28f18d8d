// Which section of a long page is read. Pure.

/** A heading counts from this far below the upper edge, in px. */
const NEAR = 80;

/**
 * The index of the section that is read: the last whose heading has come near the upper edge. Those at the end never can: as
 * little is left to scroll, the line sinks to the lower edge. `tops`: of the headings, below the upper edge, in px.
 */
export function sectionAt(tops: readonly number[], heightPx: number, leftPx: number): number {
  const line = Math.max(NEAR, heightPx - leftPx);
  return Math.max(
    0,
    tops.findLastIndex((top) => top <= line),
  );
}
