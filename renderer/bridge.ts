// The only file that touches what the preload puts on the page. Windows ask and listen through it, and through nothing else.
import { unpackedAnswer, type Bridge, type PreloadBridge } from '../electron/contract/channels.ts';

declare global {
  interface Window {
    readonly qoveryTray: PreloadBridge;
  }
}

/** The way to the main process. */
export function bridge(): Bridge {
  const { onState, onReveal } = window.qoveryTray;
  return { ask: async (name, argument) => unpackedAnswer(await window.qoveryTray.ask(name, argument)), onState, onReveal };
}

/** Calls `listener` with the port that a log window's lines come through; a newer port replaces the one before. Returns its stop. */
export function onLogPort(listener: (port: MessagePort) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    const isOurs = event.source === window && typeof event.data === 'object' && event.data !== null && 'qoveryTray' in event.data;
    if (isOurs && port) listener(port);
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}

/** Calls `act` each time the window comes back into sight: hidden windows get no patches. Returns its stop. */
export function onShown(act: () => void): () => void {
  const onChange = (): void => {
    if (document.visibilityState === 'visible') act();
  };
  document.addEventListener('visibilitychange', onChange);
  return () => document.removeEventListener('visibilitychange', onChange);
}
