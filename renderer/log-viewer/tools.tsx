// Which run this is, whose lines are shown, search, times, wrap.
import type { ReactNode, RefObject } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Actions } from './actions.ts';
import { LEVEL_FLOORS } from './line-filter.ts';
import type { LogStore } from './log-store.ts';
import { MarkMenu } from './mark-menu.tsx';
import { placeOf } from './numbers.ts';
import type { Hits } from './search.ts';
import { RunMenu } from './run-menu.tsx';
import { Select } from './select.tsx';
import { TakeMenu } from './take-menu.tsx';
import { TIME_FORMATS } from './times.ts';
import { searching, type ViewStore } from './view.ts';

interface ToolsProps {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly actions: Actions;
  readonly hits: Hits;
  readonly run: string;
  readonly place: LogPlace;
  readonly bridge: Bridge;
  /** Name of the one service whose lines are shown; null: all. */
  readonly only: string | null;
  readonly logSettings: Settings['log'];
  readonly searchField: RefObject<HTMLInputElement | null>;
}

export function Tools({ log, view, actions, hits, run, place, bridge, only, logSettings, searchField }: ToolsProps): ReactNode {
  const hasErrors = useStore(log.store, (one) => one.layout.errors.count > 0);
  const floor = useStore(view, (one) => one.floor);
  const isComparing = useStore(view, (one) => one.compared !== null);
  const { time, wrap } = logSettings;
  return (
    <div className="bar tools" role="toolbar" aria-label="Log">
      {run === '' ? null : <RunMenu run={run} log={log} place={place} bridge={bridge} />}
      {only === null ? null : (
        <Button size="small" icon="close" title="Show all services" onClick={() => actions.showService(null)}>
          Only {only}
        </Button>
      )}
      <Button size="small" disabled={!hasErrors} onClick={() => actions.firstError()}>
        First error
      </Button>
      {place.kind === 'deployment' ? (
        <Button size="small" title="Compare with the last good run (v)" aria-pressed={isComparing} onClick={() => actions.compare()}>
          Compare
        </Button>
      ) : null}
      <span className="grow" />
      <Search view={view} actions={actions} hits={hits} field={searchField} end={() => log.store.getState().log.end} />
      <span className="split" />
      <Select name="Level" value={floor} options={LEVEL_FLOORS} onChange={(next) => view.setState({ floor: next, current: null })} />
      <Select name="Times" value={time} options={TIME_FORMATS} onChange={(next) => actions.setLog({ time: next })} />
      <MarkMenu marking={actions} />
      <TakeMenu log={log} view={view} taking={actions} />
      <IconButton icon="wrap" name="Wrap lines" keys="w" aria-pressed={wrap} onClick={() => actions.setLog({ wrap: !wrap })} />
    </div>
  );
}

interface SearchProps {
  readonly view: ViewStore;
  readonly actions: Actions;
  readonly hits: Hits;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly end: () => number;
}
function Search({ view, actions, hits, field, end }: SearchProps): ReactNode {
  const { query, current } = useStore(view);
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label="Search in the log"
        placeholder="Search"
        spellCheck={false}
        value={query.text}
        onChange={(event) => view.setState((one) => searching(one, { text: event.target.value }))}
        onKeyDown={(event) => {
          if (event.key === 'Enter') actions.hit(event.shiftKey ? -1 : 1);
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          view.setState((one) => searching(one, { text: '' }));
          event.currentTarget.blur();
        }}
      />
      {query.text === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <>
          <span className="count" role="status">
            {countText(hits, current, end())}
          </span>
          <IconButton icon="chevron-up" name="Match before" keys="Shift Enter" onClick={() => actions.hit(-1)} />
          <IconButton icon="chevron-down" name="Next match" keys="Enter" onClick={() => actions.hit(1)} />
        </>
      )}
      <Toggle
        sign="Aa"
        name="Match case"
        isOn={query.isCase}
        act={() => view.setState((one) => searching(one, { isCase: !query.isCase }))}
      />
      <Toggle
        sign=".*"
        name="Regular expression"
        isOn={query.isPattern}
        act={() => view.setState((one) => searching(one, { isPattern: !query.isPattern }))}
      />
    </div>
  );
}

interface ToggleProps {
  readonly sign: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly act: () => void;
}
function Toggle({ sign, name, isOn, act }: ToggleProps): ReactNode {
  return (
    <button type="button" className="toggle" aria-pressed={isOn} aria-label={name} title={name} onClick={act}>
      {sign}
    </button>
  );
}

/** "2 of 5" lines; with "…" while lines are still to be looked at. */
function countText({ lines, through, trouble }: Hits, current: number | null, end: number): string {
  if (trouble === 'bad-pattern') return 'not valid';
  if (trouble === 'too-slow') return 'too slow';
  const place = current === null ? 0 : placeOf(lines, current + 1);
  const isAt = place > 0 && lines.room[place - 1] === current;
  const total = `${lines.count.toLocaleString('en')}${through < end ? '…' : ''}`;
  return isAt ? `${place.toLocaleString('en')} of ${total}` : total;
}
