// One log window: what it is about, tools, the services at the left, the lines, the status line.
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { DEFAULT_SETTINGS } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import type { MirrorStore } from '../mirror/mirror.ts';
import { appState, settings } from '../mirror/selectors.ts';
import { useMirror } from '../mirror/use-mirror.ts';
import { useNow } from '../ui/use-now.ts';
import { useWidth } from '../ui/use-width.ts';

import { CompareBar } from './compare-bar.tsx';
import { ComparePane } from './compare-pane.tsx';
import { Header } from './header.tsx';
import { KeyList } from '../ui/key-list.tsx';
import { LOG_KEYS } from './key-meanings.ts';
import { InstanceBar } from './instance-bar.tsx';
import type { LineFilter } from './line-filter.ts';
import { LineList } from './line-list.tsx';
import type { LogStore } from './log-store.ts';
import { StatusLine } from './status-line.tsx';
import { emptyText } from './status-words.ts';
import { pastRunText } from './runs.ts';
import { runText, subjectOf } from './subject.ts';
import { Tools } from './tools.tsx';
import { useActions } from './use-actions.ts';
import { useCopyKey } from './use-choosing.ts';
import { useKeys } from './use-keys.ts';
import { useOpening } from './use-opening.ts';
import type { ListScroll } from './list-scroll.ts';
import { PaneOfRun } from './pane-of-run.tsx';
import { NewRun } from './new-run.tsx';
import { useSearch } from './use-search.ts';
import type { ViewStore } from './view.ts';
import { WholeLine } from './whole-line.tsx';

/** From this width on the services have a pane of their own. */
const WIDE_PX = 720;

interface LogViewerProps {
  readonly mirror: MirrorStore;
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly place: LogPlace;
  readonly bridge: Bridge;
}

export function LogViewer({ mirror, log, view, place, bridge }: LogViewerProps): ReactNode {
  const state = useMirror(mirror, appState);
  const [width, frame] = useWidth();
  const [list, setList] = useState<ListScroll | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const logSettings = state?.settings.log ?? DEFAULT_SETTINGS.log;
  const filter = useFilter(state, view);
  const search = useSearch(log, view);
  const actions = useActions({ mirror, log, view, bridge, list, search, place });
  useCopyKey(view, actions);
  useKeys(
    useMemo(
      () => ({
        view,
        actions,
        list: () => list,
        searchField: () => searchField.current,
        logSettings: () => settings(mirror.getState())?.log ?? DEFAULT_SETTINGS.log,
        isDeployment: place.kind === 'deployment',
      }),
      [view, actions, list, mirror, place],
    ),
  );
  const isKeysOpen = useStore(view, (one) => one.isKeysOpen);
  const whole = useStore(view, (one) => one.whole);
  const compared = useStore(view, (one) => one.compared);
  const hasPane = place.kind === 'deployment' && compared === null && width >= WIDE_PX;
  const run = useRunText(state, log, place);
  const only = filter.service?.name ?? null;
  return (
    <div className="window turns log-window" ref={frame}>
      <header>
        {state ? <Header state={state} place={place} bridge={bridge} /> : <div className="bar" />}
        <Tools {...{ log, view, actions, hits: search.hits, run, place, bridge, only, logSettings, searchField }} />
        {place.kind === 'deployment' && state ? <NewRun state={state} place={place} bridge={bridge} /> : null}
        {compared ? <CompareBar compared={compared} actions={actions} bridge={bridge} place={place} /> : null}
        {place.kind === 'service' ? (
          <InstanceBar log={log} view={view} service={state?.world.services[place.serviceId ?? ''] ?? null} />
        ) : null}
      </header>
      <div className="body">
        {compared ? <ComparePane parts={compared.good.parts} /> : null}
        {hasPane && state ? <PaneOfRun {...{ state, place, log, view, actions, bridge }} /> : null}
        <main>
          <LineList
            {...{
              log,
              view,
              filter,
              search,
              actions,
              kind: place.kind,
              isWrapped: logSettings.wrap,
              time: logSettings.time,
              fontPx: logSettings.fontPx,
              handle: setList,
            }}
          />
          <Empty log={log} filter={filter} place={place} />
        </main>
      </div>
      <StatusLine log={log} view={view} actions={actions} />
      {list ? <Announcer log={log} view={view} place={place} list={list} /> : null}
      {whole === null ? null : (
        <WholeLine log={log} number={whole} copy={(text) => actions.copy(text)} close={() => view.setState({ whole: null })} />
      )}
      {isKeysOpen ? <KeyList keys={LOG_KEYS} onClose={() => view.setState({ isKeysOpen: false })} /> : null}
    </div>
  );
}

/** Which lines are shown, keeping its identity while it says the same. */
function useFilter(state: AppState | null, view: ViewStore): LineFilter {
  const { serviceId, floor, hidden, container, version, compared } = useStore(view);
  const only = compared?.isOnly ? compared.news : null;
  const serviceName = serviceId === null ? '' : (state?.world.services[serviceId]?.name ?? '');
  return useMemo(() => {
    const service = serviceId === null ? null : { id: serviceId, name: serviceName };
    return { service, floor, hidden, container, version, only };
  }, [serviceId, serviceName, floor, hidden, container, version, only]);
}

function useRunText(state: AppState | null, log: LogStore, place: LogPlace): string {
  const now = useNow(60_000);
  const runs = useStore(log.store, (one) => one.runs);
  const subject = state ? subjectOf(state, place, now) : null;
  const run = runs?.find(({ executionId }) => executionId === place.executionId);
  if (subject && !subject.deployment && run) return pastRunText(run, now);
  if (!subject && run) return pastRunText(run, now);
  return subject ? runText(subject, place, now) : place.of === undefined ? '' : 'Kept logs';
}

/** Says the first error once, and stands at it when the log opens. */
function Announcer({ log, view, place, list }: Omit<LogViewerProps, 'mirror' | 'bridge'> & { readonly list: ListScroll }): ReactNode {
  const said = useOpening(log, view, place, list);
  return (
    <div className="unseen" role="status">
      {said}
    </div>
  );
}

interface EmptyProps {
  readonly log: LogStore;
  readonly filter: LineFilter;
  readonly place: LogPlace;
}
function Empty({ log, filter, place }: EmptyProps): ReactNode {
  const now = useNow(1_000);
  const { log: kept, layout } = useStore(log.store);
  const text = emptyText(kept, layout.numbers.count, filter, place, now);
  if (!text) return null;
  return (
    <div className="empty" aria-busy={kept.state.kind === 'loading'}>
      <h2 className="strong">{text[0]}</h2>
      <p className="t2">{text[1]}</p>
    </div>
  );
}
