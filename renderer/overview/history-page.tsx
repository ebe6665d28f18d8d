// The history in the list's place: what changed, day by day, with a way back to the list where it was.
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type ReactNode, type Ref } from 'react';
import type { Bridge, DeploymentLogTarget } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import type { HistoryPlace } from '../../electron/model/history.ts';
import { problemText, problemWord } from '../../electron/model/wording-problem.ts';
import { counted } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';
import { Button } from '../ui/button.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/virtual-list.tsx';
import { HistoryHeader } from './history-header.tsx';
import type { ReadHistory } from './history-reading.ts';
import { HistoryRowView } from './history-row.tsx';
import { historyRowHeight, historyRows, isStop, movedTo, type HistoryRow } from './history-rows.ts';
import { Middle } from './states.tsx';
import { useHistory } from './use-history.ts';
import { withHistory, withRevealed, type HistoryChoice, type ViewStore } from './view.ts';

export interface HistoryHandle {
  search(): void;
  /** Acts on a key that was pressed outside the list. */
  press(key: string): void;
}
interface HistoryProps {
  readonly choice: HistoryChoice;
  readonly state: AppState;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly now: Instant;
}

const isWhole = ({ environmentId, serviceId, text, kinds, onlyProblems }: HistoryChoice): boolean =>
  environmentId === null && serviceId === null && text === '' && kinds.length === 0 && !onlyProblems;

/** Which log a row speaks of; null: it is about none. */
function logOf(row: HistoryRow): DeploymentLogTarget | null {
  if (row.kind === 'missed') {
    const { environmentId, executionId } = row.missed;
    return { environmentId, executionId, serviceId: null, lineKey: null };
  }
  if (row.kind !== 'entry' || row.entry.kind !== 'deployment') return null;
  const { environmentId, executionId, lineKey } = row.entry;
  return { environmentId, executionId, serviceId: null, lineKey };
}

/** Opens what a row speaks of: a deployment's log at why it failed (one that is kept here, too), else the environment in the list. */
async function openRow(
  { bridge, view, state }: HistoryProps,
  row: HistoryRow,
  onGone: (place: HistoryPlace | null) => void,
): Promise<void> {
  const place = row.kind === 'missed' ? row.missed : row.kind === 'entry' && row.entry.kind !== 'outage' ? row.entry : null;
  const log = logOf(row);
  if (log) return onGone((await bridge.ask('openDeploymentLog', log)).ok ? null : place);
  const isGone = place !== null && !state.world.environments[place.environmentId];
  onGone(isGone ? place : null);
  if (isGone || place === null) return;
  const isMuted = state.settings.mutedEnvironments.includes(place.environmentId);
  view.setState((before) => withRevealed(before, place.environmentId, isMuted));
}

export function HistoryPage({ ref, ...props }: HistoryProps & { readonly ref: Ref<HistoryHandle> }): ReactNode {
  const { choice, state, view, bridge, now } = props;
  const read = useHistory(bridge, choice, state.historyVersion);
  const today = new Date(now).toDateString();
  const digest = isWhole(choice) ? read.digest : null;
  const rows = useMemo(
    () => historyRows(read.entries, digest, read.next !== null, new Date(today).getTime()),
    [read.entries, read.next, digest, today],
  );
  const search = useRef<HTMLInputElement>(null);
  const [gone, setGone] = useState<HistoryPlace | null>(null);
  const list = useRef<HistoryListHandle>(null);
  useImperativeHandle(ref, () => ({ search: () => search.current?.focus(), press: (key) => list.current?.press(key) }));
  return (
    <section className="history" aria-label="History">
      <HistoryHeader choice={choice} world={state.world} view={view} search={search} />
      {read.problem ? <p className="h-note">{`${problemWord(read.problem)}. ${problemText(read.problem, now)}`}</p> : null}
      {gone ? (
        <p
          className="h-note"
          role="status"
        >{`${gone.project}/${gone.environment} is not among the environments that are known now, and no log of it is kept here.`}</p>
      ) : null}
      {read.damaged > 0 ? <p className="h-note">{`${counted(read.damaged, 'line')} of it could not be read and are left out.`}</p> : null}
      {rows.length > 0 ? (
        <HistoryList ref={list} rows={rows} now={now} onOpen={(row) => void openRow(props, row, setGone)} onEnd={read.more} />
      ) : (
        <Nothing read={read} choice={choice} view={view} />
      )}
    </section>
  );
}

function Nothing({
  read,
  choice,
  view,
}: {
  readonly read: ReadHistory;
  readonly choice: HistoryChoice;
  readonly view: ViewStore;
}): ReactNode {
  if (read.of === null)
    return (
      <div className="grow">
        <span className="unseen" role="status">
          Reading…
        </span>
      </div>
    );
  if (isWhole(choice))
    return <Middle shape="empty" title="Nothing happened yet" text="What changes from now on is kept here for 30 days." />;
  return (
    <Middle shape="empty" title="Nothing found" text="Nothing of the last 30 days fits.">
      <Button onClick={() => view.setState((before) => withHistory(before))}>Show all</Button>
    </Middle>
  );
}

interface HistoryListHandle {
  press(key: string): void;
}
interface HistoryListProps {
  readonly rows: readonly HistoryRow[];
  readonly now: Instant;
  readonly onOpen: (row: HistoryRow) => void;
  /** The end came into sight. */
  readonly onEnd: () => void;
}

function HistoryList({ ref, rows, now, onOpen, onEnd }: HistoryListProps & { readonly ref: Ref<HistoryListHandle> }): ReactNode {
  const list = useRef<VirtualListHandle>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const layout = useMemo(
    () => ({
      heightOf: (at: number): number => (rows[at] ? historyRowHeight(rows[at]) : 0),
      keyOf: (at: number): string | number => rows[at]?.key ?? at,
    }),
    [rows],
  );
  const found = rows.findIndex(({ key }) => key === chosen);
  const stop = found === -1 ? rows.findIndex(isStop) : found;
  const focus = useRef<string | null>(null);
  useEffect(() => {
    const key = focus.current;
    if (key === null) return;
    const button = list.current?.element()?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
    if (button) focus.current = null;
    button?.focus({ preventScroll: true });
  });
  const press = (key: string): boolean => {
    const to = movedTo(key, rows, found);
    const row = to === null ? undefined : rows[to];
    if (to === null || !row) return false;
    list.current?.show(to <= 1 ? 0 : to);
    focus.current = row.key;
    setChosen(row.key);
    return true;
  };
  useImperativeHandle(ref, () => ({ press: (key) => void press(key) }));
  return (
    <VirtualList
      handle={list}
      className="list h-list"
      role="list"
      aria-label="What changed"
      count={rows.length}
      heightOf={layout.heightOf}
      keyOf={layout.keyOf}
      keep={stop}
      paddingEnd={8}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && press(event.key)) event.preventDefault();
      }}
      renderRow={(at) => {
        const row = rows[at];
        if (!row) return null;
        const line = (
          <HistoryRowView row={row} now={now} isTabStop={at === stop} onFocus={() => setChosen(row.key)} onOpen={() => onOpen(row)} />
        );
        return row.kind === 'more' ? <End onShown={onEnd}>{line}</End> : line;
      }}
    />
  );
}

/** Tells that it is drawn. */
function End({ onShown, children }: { readonly onShown: () => void; readonly children: ReactNode }): ReactNode {
  useEffect(onShown, [onShown]);
  return children;
}
