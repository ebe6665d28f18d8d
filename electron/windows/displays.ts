// Today's displays, and windows that must not go with one of them.
import { screen, type BrowserWindow } from 'electron';
import type { Rectangle } from '../model/rectangle.ts';
import { placement } from './placement.ts';

/** What panels leave of each display, the primary's first. */
export function workAreas(): readonly Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea);
}

const isSame = (a: Rectangle, b: Rectangle): boolean => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Where a display was unplugged or became smaller, windows that nobody could grasp any more come back. Returns its stop. */
export function followDisplays(windows: () => readonly BrowserWindow[]): () => void {
  const bringBack = (): void => {
    for (const window of windows()) {
      if (window.isMaximized() || window.isFullScreen()) continue; // the system's to place
      const bounds = window.getBounds();
      const place = placement({ remembered: bounds, size: bounds, workAreas: workAreas() });
      if (!isSame(place, bounds)) window.setBounds(place);
    }
  };
  screen.on('display-removed', bringBack);
  screen.on('display-metrics-changed', bringBack);
  return () => {
    screen.off('display-removed', bringBack);
    screen.off('display-metrics-changed', bringBack);
  };
}
