// The number of environments that need attention, over the windows' buttons in Windows' taskbar. Other systems have no such place.
import { nativeImage, type BrowserWindow } from 'electron';
import path from 'node:path';
import { countOverlay } from '../model/attention-count.ts';

interface CountOverlay {
  /** A window that is new gets what the others show. */
  add(window: BrowserWindow): void;
  show(count: number): void;
}

/** Draws onto the windows there are; `folder` holds the pictures. */
export function createCountOverlay(folder: string, windows: () => readonly BrowserWindow[]): CountOverlay {
  if (process.platform !== 'win32') return { add: () => undefined, show: () => undefined };
  let shown = 0;
  const add = (window: BrowserWindow): void => {
    const overlay = countOverlay(shown);
    const picture = overlay && nativeImage.createFromPath(path.join(folder, `${overlay.picture}.png`)); // its doubled twin comes with it
    window.setOverlayIcon(picture, overlay?.words ?? '');
  };
  return {
    add,
    show(count) {
      if (count === shown) return;
      shown = count;
      for (const window of windows()) add(window);
    },
  };
}
