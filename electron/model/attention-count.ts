// How many environments need attention, where a number can stand: beside the icon on macOS, over a window's button on Windows.

/** The number beside the icon; empty when nothing needs attention. */
export function countTitle(count: number): string {
  if (count === 0) return '';
  return count > 99 ? '99+' : String(count);
}

/** The picture of the number and its words; null when nothing needs attention. */
export function countOverlay(count: number): { readonly picture: string; readonly words: string } | null {
  if (count === 0) return null;
  const words = count === 1 ? '1 environment needs attention' : `${count} environments need attention`;
  return { picture: count > 9 ? '9plus' : String(count), words };
}
