// Feeds a window's log from its port. However much comes, the window takes it over in slices between its frames: each message
// by itself would be laid out and drawn by itself, and a million lines then took longer to draw than to read.
import type { LogMessage } from '../../electron/contract/log-batch.ts';
import type { LogStore } from './log-store.ts';

/** A first line is drawn at once; then the window draws at most so often, whatever comes meanwhile. */
const DRAW_EVERY_MS = 32;
/** Lines taken over at a time: more would hold a frame back too long. */
const MOST_LINES = 100_000;

/** How many of the messages that wait are taken over next. */
function nextCount(waiting: readonly LogMessage[]): number {
  let lines = 0;
  const over = waiting.findIndex((message) => {
    lines += message.kind === 'lines' ? message.batch.count : 0;
    return lines > MOST_LINES;
  });
  return over === -1 ? waiting.length : Math.max(1, over);
}

/** Feeds the store from a log's port; returns its stop. */
export function feed(log: LogStore, port: MessagePort): () => void {
  log.clear();
  const waiting: LogMessage[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = (): void => {
    timer = undefined;
    if (waiting.length === 0) return;
    log.receive(...waiting.splice(0, nextCount(waiting)));
    timer = setTimeout(take, waiting.length > 0 ? 0 : DRAW_EVERY_MS);
  };
  port.addEventListener('message', (event: MessageEvent<LogMessage>) => {
    waiting.push(event.data);
    if (timer === undefined) take();
  });
  port.start();
  return () => {
    clearTimeout(timer);
    port.close();
  };
}
