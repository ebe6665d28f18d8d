// Runs in each window before its page, sandboxed: puts exactly what contract/channels.ts lists on `window.qoveryTray`, and
// hands a log's port to the page. The page never sees Electron.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { channelOf, COMMAND_NAMES, type CommandName, type Commands, type PreloadBridge, type Pushes } from '../contract/channels.ts';
import { failed, type Result } from '../model/result.ts';

/** The page's own window, as far as it is needed here: this folder is compiled without the DOM. */
declare const window: {
  readonly location: { readonly origin: string };
  postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void;
};

async function ask<K extends CommandName>(name: K, argument: Commands[K]['argument']): Promise<Result<Commands[K]['value']> | string> {
  if (!COMMAND_NAMES.includes(name)) return failed({ kind: 'bad-input', detail: 'there is no such command' });
  try {
    return (await ipcRenderer.invoke(channelOf(name), argument)) as Result<Commands[K]['value']> | string; // serve.ts answers with nothing else
  } catch (error) {
    // Nobody serves any more (the app quits), or the argument cannot be sent (a function in it).
    return failed({ kind: 'bad-input', detail: error instanceof Error ? error.message : String(error) });
  }
}

function listen<K extends 'state' | 'reveal'>(name: K, listener: (value: Pushes[K]) => void): () => void {
  const heard = (_: IpcRendererEvent, value: Pushes[K]): void => listener(value);
  ipcRenderer.on(channelOf(name), heard);
  return () => void ipcRenderer.off(channelOf(name), heard);
}

const bridge: PreloadBridge = {
  ask,
  onState: (listener) => listen('state', listener),
  onReveal: (listener) => listen('reveal', listener),
};
contextBridge.exposeInMainWorld('qoveryTray', bridge);
ipcRenderer.on(channelOf('logPort'), ({ ports }) => window.postMessage({ qoveryTray: 'logPort' }, window.location.origin, ports));
