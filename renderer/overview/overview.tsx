// The overview: header, what stands in the way, the list or what stands in its place, footer. Keys that hold anywhere in the
// window are here; those of the list in list.tsx.
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { uncounted } from '../../electron/model/known.ts';
import { trayStatus } from '../../electron/model/tray-status.ts';
import { useNow } from '../ui/use-now.ts';
import { useWidth } from '../ui/use-width.ts';
import { CHIPS } from './chip.ts';
import { Details } from './details.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Hints } from './hints.tsx';
import { HistoryPage, type HistoryHandle } from './history-page.tsx';
import { KeyList } from '../ui/key-list.tsx';
import { OVERVIEW_KEYS } from './key-meanings.ts';
import { List, type ListHandle } from './list.tsx';
import { widthClass } from './heights.ts';
import { Empty, NothingFound, RefusedNotice, Skeleton, Trouble } from './states.tsx';
import { screenOf } from './screen.ts';
import { subjectOf } from './subject.ts';
import { afterEscape, withChip, withHistory, withoutHistory, type ViewStore } from './view.ts';
import { useRows } from './use-rows.ts';

interface OverviewProps {
  readonly state: AppState;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  /** Long enough without data that a skeleton is due. */
  readonly isLate: boolean;
}

/** The main window of somebody who is connected. */
export function Overview({ state, view, bridge, isLate }: OverviewProps): ReactNode {
  const chosen = useStore(view);
  const now = useNow(1000);
  const { world, settings } = state;
  const silent = useMemo(() => uncounted(world, settings), [world, settings]);
  const status = useMemo(() => trayStatus(world, silent, now), [world, silent, now]);
  const { rows, moved, hold } = useRows(state, chosen);
  const search = useRef<HTMLInputElement>(null);
  const sort = useRef<HTMLButtonElement>(null);
  const list = useRef<ListHandle>(null);
  const screen = screenOf(state);
  const [width, measure] = useWidth();
  const subject = chosen.isDetailsOpen && screen === 'list' ? subjectOf(world, chosen.selected) : null;
  const isPage = subject !== null && widthClass(width) !== 'wide';
  const history = useRef<HistoryHandle>(null);
  const isCovered = isPage || chosen.history !== null;
  const details = subject ? { subject, state, view, bridge, now } : null;
  const ofList = {
    hasChips: true,
    search: () => search.current?.focus(),
    sort: () => sort.current?.click(),
    list: (key: string) => list.current?.press(key),
  };
  const ofHistory = {
    hasChips: false,
    search: () => history.current?.search(),
    sort: null,
    list: (key: string) => history.current?.press(key),
  };
  useWindowKeys(view, bridge, chosen.history ? ofHistory : isPage ? null : ofList);
  return (
    <div className="window turns" ref={measure}>
      <div className="under" inert={isCovered}>
        <Header
          state={state}
          status={status}
          view={view}
          search={search}
          sort={sort}
          bridge={bridge}
          now={now}
          hasChips={screen === 'list'}
        />
        {state.account.state === 'refused' ? (
          <RefusedNotice status={status} bridge={bridge} consoleUrl={state.consoleUrl} now={now} />
        ) : null}
        <Hints hints={state.hints} />
        <main className="body">
          {screen === 'loading' ? isLate ? <Skeleton /> : <div className="grow" /> : null}
          {screen === 'trouble' && world.problem ? <Trouble problem={world.problem} bridge={bridge} now={now} /> : null}
          {screen === 'empty' ? <Empty world={world} bridge={bridge} consoleUrl={state.consoleUrl} /> : null}
          {screen === 'list' && rows.length === 0 ? <NothingFound view={view} /> : null}
          {screen === 'list' && rows.length > 0 ? (
            <List ref={list} state={state} rows={rows} view={view} bridge={bridge} hold={hold} now={now} />
          ) : null}
          {details && !isPage ? <Details {...details} isPage={false} /> : null}
        </main>
      </div>
      {details && isPage && !chosen.history ? <Details {...details} isPage /> : null}
      {chosen.history ? <HistoryPage ref={history} choice={chosen.history} state={state} view={view} bridge={bridge} now={now} /> : null}
      {chosen.isKeysOpen ? <KeyList keys={OVERVIEW_KEYS} onClose={() => view.setState({ isKeysOpen: false })} /> : null}
      <Footer world={world} status={status} moved={moved} view={view} bridge={bridge} now={now} />
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

interface Targets {
  readonly hasChips: boolean;
  readonly search: () => void;
  /** null: nothing can be sorted. */
  readonly sort: (() => void) | null;
  readonly list: (key: string) => void;
}

/** Keys that hold wherever the focus is; `targets` null: list and search are covered. */
function useWindowKeys(view: ViewStore, bridge: Bridge, targets: Targets | null): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey) return;
      if (isHandled(event, view, bridge, targets)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

function isHandled(event: KeyboardEvent, view: ViewStore, bridge: Bridge, targets: Targets | null): boolean {
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    const command = key === 'r' ? 'refresh' : key === ',' ? 'openSettings' : null;
    if (command) void bridge.ask(command, null);
    return command !== null;
  }
  if (key === 'Escape') {
    const next = afterEscape(view.getState());
    if (next) view.setState(next);
    else window.close();
    return true;
  }
  if (!targets) return false;
  if (isTyping(event.target)) {
    if (key !== 'ArrowDown') return false;
    targets.list('ArrowDown');
    return true;
  }
  const chip = targets.hasChips ? CHIPS[Number(key) - 1] : undefined;
  if (chip) view.setState((before) => withChip(before, chip.key));
  else if (key === '/') targets.search();
  else if ((key === 's' || key === 'S') && targets.sort) targets.sort();
  else if (key === 'h' || key === 'H') view.setState((before) => (before.history ? withoutHistory(before) : withHistory(before)));
  else if (key === '?') view.setState(({ isKeysOpen }) => ({ isKeysOpen: !isKeysOpen }));
  else if (event.target === document.body && ['ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key)) targets.list(key);
  else return false;
  return true;
}
