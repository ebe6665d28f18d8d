// All windows: opens them on demand, finds the one that is there already, forgets those that close. A closed window is
// destroyed, its renderer with it: hiding would save no memory. What a new window is joined to is handed in.
import { BrowserWindow, nativeTheme } from 'electron';
import type { Pushes, Revealed } from '../contract/channels.ts';
import type { LogPlace } from '../contract/log-batch.ts';
import type { Settings } from '../contract/settings.ts';
import type { Rectangle } from '../model/rectangle.ts';
import { createCountOverlay } from './count-overlay.ts';
import { followDisplays } from './displays.ts';
import { hardenAll } from './hardening.ts';
import { asksForPlace, isSameLog, logWindow } from './log-window.ts';
import { OVERVIEW_WINDOW } from './overview-window.ts';
import { background, bringToFront, moveBeside, openPageWindow, type WindowKind, type WindowParts } from './page-window.ts';
import { servePages } from './pages.ts';
import { SETTINGS_WINDOW } from './settings-window.ts';

export interface Windows {
  /** Shows the main window; `reveal` is shown in it once its page is ready. */
  openOverview(reveal?: Revealed): void;
  /** The same, beside the tray's icon that lies there. */
  openOverviewBeside(icon: Rectangle): void;
  openSettings(): void;
  /** Shows this log. A window that shows it already comes to the front, and stands where it is asked to. */
  openLog(place: LogPlace): void;
  /** What the log window with this web contents id shows; null for other windows. */
  logPlaceOf(windowId: number): LogPlace | null;
  /** Called with the web contents id of each window that is gone. */
  onClosed(listener: (windowId: number) => void): void;
  /** The theme may have changed: call it after a change of the settings. */
  settingsChanged(): void;
  /** Windows: lays the number over each window's button in the taskbar. Does nothing elsewhere. */
  showCount(count: number): void;
  stop(): void;
}
export interface WindowSetParts extends WindowParts {
  /** Where the built pages lie. */
  readonly rendererFolder: string;
  /** Where the pictures of numbers lie. */
  readonly overlayFolder: string;
  readonly settings: () => Settings;
  /** What new windows are joined to: bridge/push.ts. */
  readonly push: { add(window: BrowserWindow): void; reveal(windowId: number, what: Pushes['reveal']): void };
}
interface OpenWindow {
  readonly window: BrowserWindow;
  readonly kind: WindowKind;
  place: LogPlace | null;
}

/** Call after Electron's `ready`. Opens nothing yet. */
export function createWindows(parts: WindowSetParts): Windows {
  const open = new Map<number, OpenWindow>();
  const listeners: ((windowId: number) => void)[] = [];
  const log = parts.log.scope('windows');
  const windows = (): readonly BrowserWindow[] => [...open.values()].map(({ window }) => window);
  const stops = [servePages(parts.rendererFolder), hardenAll(log, parts.devUrl), followDisplays(windows)];
  const overlay = createCountOverlay(parts.overlayFolder, windows);

  const applyTheme = (): void => {
    nativeTheme.themeSource = parts.settings().theme;
  };
  const repaint = (): void => {
    for (const { window } of open.values()) window.setBackgroundColor(background());
  };
  const find = (matches: (one: OpenWindow) => boolean): OpenWindow | undefined => [...open.values()].find(matches);

  const start = (kind: WindowKind, place: LogPlace | null = null): OpenWindow => {
    const taken = [...open.values()].filter((one) => one.kind.page === kind.page).map(({ window }) => window.getBounds());
    const window = openPageWindow(kind, { ...parts, log }, taken);
    const windowId = window.webContents.id; // not to be asked once the window is gone
    const one: OpenWindow = { window, kind, place };
    open.set(windowId, one);
    overlay.add(window);
    parts.push.add(window);
    window.once('closed', () => {
      open.delete(windowId);
      for (const listener of listeners) listener(windowId);
    });
    return one;
  };
  const single = (kind: WindowKind): BrowserWindow => {
    const known = find((one) => one.kind.page === kind.page);
    if (known) bringToFront(known.window);
    return (known ?? start(kind)).window;
  };
  const openLog = (place: LogPlace): void => {
    const known = find((one) => one.place !== null && isSameLog(one.place, place));
    if (!known?.place) return void start(logWindow(place), place);
    bringToFront(known.window);
    if (!asksForPlace(place)) return;
    known.place = place; // a page that has yet to ask what it shows is told this
    const { serviceId, lineKey } = place;
    parts.push.reveal(known.window.webContents.id, { kind: 'line', serviceId, lineKey });
  };
  applyTheme();
  nativeTheme.on('updated', repaint);
  return {
    openOverview: (reveal) => {
      const window = single(OVERVIEW_WINDOW);
      if (reveal !== undefined) parts.push.reveal(window.webContents.id, reveal);
    },
    openOverviewBeside: (icon) => moveBeside(single(OVERVIEW_WINDOW), icon),
    openSettings: () => void single(SETTINGS_WINDOW),
    openLog,
    logPlaceOf: (windowId) => open.get(windowId)?.place ?? null,
    onClosed: (listener) => void listeners.push(listener),
    settingsChanged: applyTheme,
    showCount: (count) => overlay.show(count),
    stop: () => {
      nativeTheme.off('updated', repaint);
      for (const { window } of open.values()) window.close();
      for (const stop of stops) stop();
    },
  };
}
