// One window around one page: made hidden, shown when its page is drawn, hardened, remembered where it stood.
import { app, BrowserWindow, nativeImage, nativeTheme, screen } from 'electron';
import type { Log } from '../log.ts';
import type { Rectangle } from '../model/rectangle.ts';
import { pageAddress, type PageName } from './addresses.ts';
import { workAreas } from './displays.ts';
import { webPreferences } from './hardening.ts';
import { besideTray, placement, SMALLEST, type Size } from './placement.ts';

/** Where windows stood when they were last closed, by a name of our own. */
interface RememberedBounds {
  read(name: string): Rectangle | null;
  write(name: string, bounds: Rectangle): void;
}
/** What all windows need. */
export interface WindowParts {
  readonly preload: string;
  /** A PNG; a missing one leaves the system's default icon. */
  readonly icon: string;
  readonly bounds: RememberedBounds;
  readonly log: Log;
  readonly devUrl?: string;
}
/** What tells one kind of window from another. */
export interface WindowKind {
  readonly page: PageName;
  /** Until the page names itself. */
  readonly title: string;
  readonly size: Size;
}

/** What is seen before the page is drawn, so that it does not flash: the pages' own backgrounds. */
export const background = (): string => (nativeTheme.shouldUseDarkColors ? '#1b1c1f' : '#ffffff');

function placeFor(kind: WindowKind, { bounds }: WindowParts, taken: readonly Rectangle[]): Rectangle {
  return placement({ remembered: bounds.read(kind.page), size: kind.size, workAreas: workAreas(), taken });
}

async function load(window: BrowserWindow, url: string, log: Log): Promise<void> {
  try {
    await window.loadURL(url);
  } catch (error) {
    // In development the server restarts under us; an empty window is better than one that never appears.
    log.error('a page did not load', { url, error: String(error) });
    if (!window.isDestroyed()) window.show();
  }
}

/** Opens the window; its page starts loading at once. `taken`: where windows of this kind stand already. */
export function openPageWindow(kind: WindowKind, parts: WindowParts, taken: readonly Rectangle[] = []): BrowserWindow {
  const icon = nativeImage.createFromPath(parts.icon);
  const window = new BrowserWindow({
    ...placeFor(kind, parts, taken),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: `${app.getName()}: ${kind.title}`,
    ...(icon.isEmpty() ? {} : { icon }),
    backgroundColor: background(),
    fullscreenable: kind.page === 'log-viewer',
    webPreferences: webPreferences(parts.preload),
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => parts.bounds.write(kind.page, window.getNormalBounds()));
  void load(window, pageAddress(kind.page, parts.devUrl), parts.log);
  return window;
}

/** Brings the window to the person; one whose page is not drawn yet comes by itself. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  if (!window.isVisible() && window.webContents.isLoadingMainFrame()) return;
  window.show();
  window.focus();
}

/** Puts the window beside the tray's icon, as large as it is. */
export function moveBeside(window: BrowserWindow, icon: Rectangle): void {
  window.setBounds(besideTray({ icon, size: window.getNormalBounds(), displays: screen.getAllDisplays() }));
}
