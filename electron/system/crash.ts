// What nobody caught, and renderers that die: logged, and as little as possible is lost.
import { app, BrowserWindow, type Details, type RenderProcessGoneDetails, type WebContents } from 'electron';
import type { Log } from '../log.ts';
import { afterCrash, errorText } from './after-crash.ts';

const UNSOUND = 1;

function onRendererGone(log: Log): (event: unknown, contents: WebContents, details: RenderProcessGoneDetails) => void {
  const falls = new WeakMap<WebContents, number>();
  return (_, contents, { reason, exitCode }) => {
    const timesBefore = falls.get(contents) ?? 0;
    const next = afterCrash(reason, timesBefore);
    if (next === 'nothing') return;
    falls.set(contents, timesBefore + 1);
    log.error('a window has crashed', { reason, exitCode, next });
    if (next === 'reload') contents.reload();
    else BrowserWindow.fromWebContents(contents)?.destroy();
  };
}

/** A terminal that was closed, or a pipe whose reader has left, is no reason for a tray app to end. */
const onDeaf = (): void => undefined;

/**
 * Logs what nobody caught. After a rejection the app goes on; after an exception its state can no longer be trusted, so it
 * ends, visibly (the tray icon goes) and with a reason in its log. Returns its stop.
 */
export function onCrash(log: Log): () => void {
  const own = log.scope('crash');
  const onRejection = (reason: unknown): void => own.error('a promise was rejected and nobody cared', { error: errorText(reason) });
  const onException = (error: unknown): void => {
    own.error('an exception that nobody caught; the app ends', { error: errorText(error) });
    process.stderr.write(`Qovery Tray has to end because of an error of its own: ${errorText(error)}\n`);
    app.exit(UNSOUND);
  };
  const onGone = onRendererGone(own);
  const onChildGone = (_: unknown, { type, reason, exitCode }: Details): void => {
    if (reason !== 'clean-exit') own.warn('a helper process is gone', { type, reason, exitCode });
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', onDeaf);
  process.on('unhandledRejection', onRejection);
  process.on('uncaughtException', onException);
  app.on('render-process-gone', onGone);
  app.on('child-process-gone', onChildGone);
  return () => {
    process.off('unhandledRejection', onRejection);
    process.off('uncaughtException', onException);
    app.off('render-process-gone', onGone);
    app.off('child-process-gone', onChildGone);
  };
}
