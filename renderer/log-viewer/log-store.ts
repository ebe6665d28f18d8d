// The window's log as it is now: what is kept and how it is laid out, always of the same moment. Fed by log-feed.ts.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LogBatch, LogMessage } from '../../electron/contract/log-batch.ts';
import type { GoodRun } from '../../electron/model/good-run.ts';
import { assertNever } from '../../electron/model/status.ts';
import type { Instant } from '../../electron/model/world.ts';
import type { PastRun } from '../../electron/model/past-run.ts';
import { EMPTY_LOG, LIMIT, withGap, withLines, withState, type KeptLog, type Limit } from './kept-log.ts';
import { withMarker, type PlacedNote } from './notes.ts';
import { layoutOf, type Layout, type LayoutOptions } from './lines.ts';

/** A good run with all that it said. */
export interface GoodLog {
  readonly run: GoodRun;
  readonly lines: readonly LogBatch[];
}
interface Log {
  /** The environment's deployments; null until they were asked for. */
  readonly runs: readonly PastRun[] | null;
  /** The last good run before this one, without it where there is none; null until it was asked for. */
  readonly good: { readonly log: GoodLog | null } | null;
  readonly log: KeptLog;
  readonly layout: Layout;
}
export interface LogStore {
  readonly store: Pick<StoreApi<Log>, 'getState' | 'subscribe' | 'getInitialState'>;
  /** Takes over what was told, in order: drawn and laid out once, however much it is. */
  receive(...messages: readonly LogMessage[]): void;
  /** Lays the log out by other options. */
  arrange(options: LayoutOptions): void;
  /** Sets a marker above line `before`; below the last line when that is the log's end. */
  mark(before: number, at: Instant): void;
  unmark(markers: readonly PlacedNote[]): void;
  /** Forgets all lines: a new port tells the log from its beginning. */
  clear(): void;
}

const UNARRANGED: LayoutOptions = { columns: 0, isWrapped: false, filter: null, unfolded: new Map() };

function told(log: KeptLog, message: Exclude<LogMessage, { kind: 'runs' | 'good-lines' | 'good-run' }>, limit: Limit): KeptLog {
  switch (message.kind) {
    case 'lines':
      return withLines(log, message.batch, limit);
    case 'gap':
      return withGap(log, message.gap);
    case 'state':
      return withState(log, message.state);
    default:
      return assertNever(message);
  }
}

/** A store of a log of which nothing came yet; `limit` is asked as lines come. */
export function createLogStore(limit: () => Limit = () => LIMIT): LogStore {
  const store = createStore<Log>(() => ({ runs: null, good: null, log: EMPTY_LOG, layout: layoutOf(EMPTY_LOG, UNARRANGED) }));
  let goodLines: LogBatch[] = [];
  const show = (log: KeptLog, options: LayoutOptions): void =>
    store.setState({ log, layout: layoutOf(log, options, store.getState().layout) });
  const showAnew = (notesOf: (log: KeptLog) => KeptLog['notes']): void => {
    const log = { ...store.getState().log, notes: notesOf(store.getState().log) };
    store.setState({ log, layout: layoutOf(log, store.getState().layout.options) });
  };
  return {
    store,
    receive: (...messages) => {
      const before = store.getState();
      let { runs, good, log } = before;
      const most = limit();
      for (const message of messages) {
        if (message.kind === 'runs') runs = message.runs;
        else if (message.kind === 'good-lines') goodLines.push(message.batch);
        else if (message.kind === 'good-run') {
          good = { log: message.good && { run: message.good, lines: goodLines } };
          goodLines = [];
        } else log = told(log, message, most);
      }
      const layout = log === before.log ? before.layout : layoutOf(log, before.layout.options, before.layout);
      store.setState({ runs, good, log, layout });
    },
    arrange: (options) => show(store.getState().log, options),
    // What is laid out already stands elsewhere afterwards.
    mark: (before, at) => showAnew((log) => withMarker(log.notes, before, at)),
    unmark: (markers) => showAnew((log) => log.notes.filter((one) => !markers.includes(one))),
    clear: () => store.setState({ log: EMPTY_LOG, layout: layoutOf(EMPTY_LOG, store.getState().layout.options) }),
  };
}
