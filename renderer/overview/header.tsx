// The header: the headline, what one can do at once, search, filter chips with counts, how many are hidden.
import { useMemo, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { isOutOfReach } from '../../electron/model/freshness.ts';
import type { TrayStatus } from '../../electron/model/tray-status.ts';
import { timeText } from '../../electron/model/wording.ts';
import { shortHeadline } from '../../electron/model/wording-status.ts';
import type { Instant } from '../../electron/model/world.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { chipCounts } from './chip.ts';
import { Chips } from './chips.tsx';
import { SortMenu } from './sort-menu.tsx';
import { withHistory, type ViewStore } from './view.ts';

interface HeaderProps {
  readonly state: AppState;
  readonly status: TrayStatus;
  readonly view: ViewStore;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly sort: RefObject<HTMLButtonElement | null>;
  readonly bridge: Bridge;
  readonly now: Instant;
  readonly hasChips: boolean;
}

const HOUR_MS = 3_600_000;

export function Header({ state, status, view, search, sort, bridge, now, hasChips }: HeaderProps): ReactNode {
  const { world, settings } = state;
  const { mutedEnvironments: muted, notifications } = settings;
  const pausedUntil = notifications.pausedUntil !== null && notifications.pausedUntil > now ? notifications.pausedUntil : null;
  const shown = useMemo(() => Object.values(world.environments).filter((one) => !muted.includes(one.id)), [world.environments, muted]);
  const counts = useMemo(() => chipCounts(shown), [shown]);
  const pause = (until: Instant | null): void =>
    void bridge.ask('changeSettings', {
      seen: settings,
      wanted: { ...settings, notifications: { ...notifications, pausedUntil: until } },
    });
  return (
    <header className="head">
      <div className="head-top">
        <Headline text={shortHeadline(status, world, now)} />
        <IconButton icon="refresh" name="Refresh now" keys="Ctrl R" onClick={() => void bridge.ask('refresh', null)} />
        {pausedUntil === null ? (
          <IconButton icon="bell" name="Pause notifications for 1 h" onClick={() => pause(now + HOUR_MS)} />
        ) : (
          <IconButton
            icon="bell-off"
            name={`Notifications are paused until ${timeText(pausedUntil, now)}: resume`}
            aria-pressed="true"
            onClick={() => pause(null)}
          />
        )}
        <IconButton icon="settings" name="Settings" keys="Ctrl ," onClick={() => void bridge.ask('openSettings', null)} />
      </div>
      <div className="find">
        <SearchField view={view} field={search} />
        <SortMenu ref={sort} settings={settings} bridge={bridge} />
        <IconButton icon="clock" name="History" keys="H" onClick={() => view.setState((before) => withHistory(before))} />
      </div>
      {hasChips ? (
        <Chips
          counts={counts}
          isDrained={isOutOfReach(world, now)}
          hidden={Object.keys(world.environments).length - shown.length}
          unwatched={world.hidden.length}
          onUnwatched={() => void bridge.ask('openSettings', null)}
          view={view}
        />
      ) : null}
    </header>
  );
}

/** More characters than this are set smaller where the window is narrow: system faces differ in width by a quarter. */
const LONG = 36;

/** Where the window is narrow the word "environments" gives way first, and their count where nothing needs attention. */
function Headline({ text }: { readonly text: string }): ReactNode {
  const [, before, word, after] = /^(.* of .*\d)( environments?)( .*)$/.exec(text) ?? [];
  const [, count, calm] = /^([\d,]+ environments?, )(nothing .*)$/.exec(text) ?? [];
  return (
    <h1 className={text.length > LONG ? 'cut lengthy' : 'cut'} aria-live="polite" title={text}>
      {count === undefined ? null : <span className="long calm">{count}</span>}
      {calm === undefined ? null : <span className="rest">{calm}</span>}
      {before}
      {word === undefined ? null : <span className={/ at \d/.test(after ?? '') ? 'long past' : 'long'}>{word}</span>}
      {after}
      {word === undefined && calm === undefined ? text : null}
    </h1>
  );
}

function SearchField({ view, field }: { readonly view: ViewStore; readonly field: RefObject<HTMLInputElement | null> }): ReactNode {
  const text = useStore(view, (one) => one.search);
  return (
    <div className="search" role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label="Search environments and services"
        placeholder="Search environments and services"
        spellCheck={false}
        value={text}
        onChange={(event) => view.setState({ search: event.target.value })}
      />
      {text === '' ? <kbd aria-hidden="true">/</kbd> : null}
    </div>
  );
}
