// What windows may not do, after Electron's security checklist: no Node in pages, no navigation, no new windows, no
// permissions. The only way out is openExternal().
import { app, session, shell, type WebContents, type WebPreferences } from 'electron';
import type { Log } from '../log.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { isWebAddress } from './addresses.ts';

/** Sandboxed, isolated, without Node, webview, spell check (it would fetch dictionaries) and, in packages, developer tools. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    navigateOnDragDrop: false,
    devTools: !app.isPackaged,
  };
}

function harden(contents: WebContents, log: Log, devUrl: string | undefined): void {
  const refuse = (what: string, url: string): void => log.warn(`refused ${what}`, { url: url.slice(0, 200) });
  contents.on('will-frame-navigate', (event) => {
    // Vite reloads the page it serves; nothing else moves a window.
    if (devUrl !== undefined && event.isMainFrame && event.url === contents.getURL()) return;
    refuse('to navigate', event.url);
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    refuse('to be redirected', event.url);
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    refuse('to open a window', url);
    return { action: 'deny' };
  });
}

/** Holds for every web contents made from now on, and for the session they share. Call after `ready`; returns its stop. */
export function hardenAll(log: Log, devUrl?: string): () => void {
  const onCreated = (_: unknown, contents: WebContents): void => harden(contents, log, devUrl);
  const { defaultSession } = session;
  app.on('web-contents-created', onCreated);
  defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
    log.warn('refused a permission', { permission });
    decide(false);
  });
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  return () => {
    app.off('web-contents-created', onCreated);
  };
}

/** Opens an http or https address in the person's browser; the one place where something is opened outside. */
export async function openExternal(url: string): Promise<Result<null>> {
  if (!isWebAddress(url)) return failed({ kind: 'bad-input', detail: 'only http and https addresses are opened' });
  try {
    await shell.openExternal(url);
    return ok(null);
  } catch (error) {
    return failed({
      kind: 'bad-input',
      detail: `the browser could not be started: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}
