// The application's menu: macOS has one at the top of the screen and takes its shortcuts from it; elsewhere windows have
// none, and the same shortcuts are read from the keys. Copy, paste and the like work there by themselves.
import { app, BrowserWindow, Menu, type Input, type MenuItemConstructorOptions, type WebContents } from 'electron';
import { isForPage, shortcutOf, zoomAfter } from './shortcuts.ts';

function macMenu(): MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ type: 'separator' }, { role: 'toggleDevTools' }];
  return [
    { role: 'appMenu' },
    { role: 'editMenu' },
    { label: 'View', submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, ...developer] },
    { role: 'windowMenu' },
  ];
}

function press(contents: WebContents, input: Input): boolean {
  const shortcut = shortcutOf(input);
  if (shortcut === null || isForPage(shortcut, contents.getURL())) return false;
  if (shortcut === 'close') BrowserWindow.fromWebContents(contents)?.close();
  else if (shortcut !== 'developer-tools') contents.setZoomLevel(zoomAfter(shortcut, contents.getZoomLevel()));
  else if (!app.isPackaged) contents.toggleDevTools();
  return true;
}

function listenForKeys(_: unknown, contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (press(contents, input)) event.preventDefault();
  });
}

/** Sets the menu, or the shortcuts where there is none. Call before the first window is made; returns its stop. */
export function setApplicationMenu(): () => void {
  if (process.platform === 'darwin') {
    Menu.setApplicationMenu(Menu.buildFromTemplate(macMenu()));
    return () => Menu.setApplicationMenu(null);
  }
  Menu.setApplicationMenu(null);
  app.on('web-contents-created', listenForKeys);
  return () => {
    app.off('web-contents-created', listenForKeys);
  };
}
