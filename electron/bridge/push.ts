// Typed sending from the main process to the windows: patches, what to reveal, and the port of a log. Who gets what, and
// when, is decided in audience.ts.
import { MessageChannelMain, webContents, type BrowserWindow } from 'electron';
import { channelOf, type Pushes } from '../contract/channels.ts';
import type { LogMessage } from '../contract/log-batch.ts';
import type { Patch } from '../contract/patch.ts';
import { createAudience } from './audience.ts';

/** One log window's own way for lines. What is posted before the page listens waits in it; after `close` it is dropped. */
export interface LogPort {
  post(message: LogMessage): void;
  close(): void;
}
export interface Push {
  /** Follows a window's life from its making: hidden, shown, loading anew, gone. */
  add(window: BrowserWindow): void;
  /** The window asked for the snapshot: call it while answering. */
  ready(windowId: number): void;
  state(patch: Patch): void;
  reveal(windowId: number, what: Pushes['reveal']): void;
  /** A fresh port for this window; the one before is closed. Call it while answering `openLog`: the page listens then. */
  logPort(windowId: number): LogPort;
}

function openPort(windowId: number): LogPort {
  const { port1, port2 } = new MessageChannelMain();
  let isOpen = true;
  const close = (): void => {
    if (isOpen) port1.close();
    isOpen = false;
  };
  port1.on('close', () => {
    isOpen = false; // the page is gone
  });
  port1.start();
  webContents.fromId(windowId)?.postMessage(channelOf('logPort'), null, [port2]);
  return { close, post: (message) => (isOpen ? port1.postMessage(message) : undefined) };
}

/** The way to all windows that were added. */
export function createPush(): Push {
  const ports = new Map<number, LogPort>();
  const audience = createAudience({
    send: (windowId, name, value) => webContents.fromId(windowId)?.send(channelOf(name), value),
    afterAnswer: (act) => void setImmediate(act),
  });
  const forget = (windowId: number): void => {
    ports.get(windowId)?.close();
    ports.delete(windowId);
  };
  return {
    add: (window) => {
      const contents = window.webContents;
      const windowId = contents.id; // not to be asked once the window is gone
      const [hidden, shown] = [(): void => audience.hidden(windowId), (): void => audience.shown(windowId)];
      window.on('hide', hidden).on('minimize', hidden).on('show', shown).on('restore', shown);
      window.once('closed', () => {
        audience.gone(windowId);
        forget(windowId);
      });
      contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
        if (isMainFrame && !isSameDocument) audience.unready(windowId);
      });
      contents.on('render-process-gone', () => audience.unready(windowId));
    },
    ready: (windowId) => audience.ready(windowId),
    state: (patch) => audience.state(patch),
    reveal: (windowId, what) => audience.reveal(windowId, what),
    logPort: (windowId) => {
      forget(windowId);
      const port = openPort(windowId);
      ports.set(windowId, port);
      return port;
    },
  };
}
