// What keys and buttons of the log window do. One place, so that a key and its button cannot differ.
import type { Bridge } from '../../electron/contract/channels.ts';
import { DEFAULT_SETTINGS, LOG_FONT_PX, type Settings } from '../../electron/contract/settings.ts';
import { createComparing, type Comparing } from './comparing.ts';
import { lineAtRow, errorFrom } from './lines.ts';
import type { LogStore } from './log-store.ts';
import { placeOf } from './numbers.ts';
import { errorOfLine, isCut, textOfLine } from './opening.ts';
import { plainText } from './ansi.ts';
import { linkRanges } from './links.ts';
import type { Taking } from './taking.ts';
import type { Marking } from './marking.ts';
import type { RowActions } from './line-row.tsx';
import type { Say } from './saying.ts';
import { hitFrom, isDecided, type Hits } from './search.ts';
import type { ListScroll } from './list-scroll.ts';
import { choosing, standingAt, toggled, type ViewStore } from './view.ts';

export interface Actions extends RowActions, Taking, Marking, Comparing {
  firstError(): void;
  /** The next error (1) or the one before (−1); nothing at the ends. */
  error(step: 1 | -1): void;
  /** The next hit (1) or the one before (−1); one that is not known yet is gone to when it is. */
  hit(step: 1 | -1): void;
  /** Goes to the hit that was waited for, if it is known now. */
  goToSought(): void;
  follow(): void;
  /** Folds or unfolds what the current error explains; shows a line whole that its row does not hold. */
  explain(): void;
  showService(serviceId: string | null): void;
  setLog(change: Partial<Settings['log']>): void;
  /** Makes the text of the lines a px larger or smaller; 0: as it was at first. */
  resize(step: 1 | -1 | 0): void;
  /** Opens the first address in the current line. */
  openFirstLink(): void;
  /** Chooses one line more, down (1) or up (−1), and keeps it in sight. */
  choose(step: 1 | -1): void;
  chooseAll(): void;
}

interface ActionParts {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly handle: () => ListScroll | null;
  readonly hits: () => Hits;
  readonly settings: () => Settings | null;
  readonly taking: Taking;
  readonly marking: Marking;
  readonly say: Say;
}

/** The line that "next" and "before" are meant from: the current one, else the first in the list. */
function from({ log, view }: ActionParts, step: 1 | -1): number {
  const { current, marker } = view.getState();
  const { layout, log: kept } = log.store.getState();
  if (marker) return step === 1 ? marker.before - 1 : marker.before;
  return current ?? (step === 1 ? (lineAtRow(layout, 0) ?? 0) - 1 : kept.end);
}

const resizedPx = (px: number, step: 1 | -1): number => Math.max(LOG_FONT_PX.least, Math.min(LOG_FONT_PX.most, px + step));

export function createActions(parts: ActionParts): Actions {
  const { log, view, bridge, handle, hits, settings, taking, marking, say } = parts;
  const stand = (number: number | null): void => {
    if (number === null) return;
    const { end } = log.store.getState().log;
    view.setState((one) => ({ ...standingAt(one, number, end), isSettled: true }));
    handle()?.show(number);
  };
  const goToSought = (): void => {
    const { sought } = view.getState();
    if (!sought || !isDecided(hits(), sought)) return;
    view.setState({ sought: null });
    stand(hitFrom(hits(), sought.from, sought.step));
  };
  const setLog = (change: Partial<Settings['log']>): void => {
    const known = settings();
    if (known) void bridge.ask('changeSettings', { seen: known, wanted: { ...known, log: { ...known.log, ...change } } });
  };
  return {
    ...taking,
    ...marking,
    ...createComparing({ log, view, bridge, say, stand, from: (step) => from(parts, step) }),
    firstError: () => stand(errorFrom(log.store.getState().layout, -1, 1)),
    error: (step) => stand(errorFrom(log.store.getState().layout, from(parts, step), step)),
    hit: (step) => {
      const sought = { query: view.getState().query, from: from(parts, step), step, end: log.store.getState().log.end };
      view.setState({ sought });
      goToSought();
    },
    goToSought,
    follow: () => handle()?.toEnd(),
    explain: () => {
      const { current } = view.getState();
      if (current === null) return;
      if (isCut(log.store.getState().log, current)) view.setState({ whole: current });
      else if (errorOfLine(log.store.getState().log, current)) view.setState((one) => toggled(one, current));
    },
    showService: (serviceId) => {
      view.setState({ serviceId, isSettled: true, current: null });
      // The list is arranged anew first; then the service's first error comes into sight.
      if (serviceId !== null) requestAnimationFrame(() => stand(errorFrom(log.store.getState().layout, -1, 1)));
    },
    toggle: (number) => view.setState((one) => ({ ...toggled(one, number), current: number, isSettled: true })),
    openLink: (url) => void bridge.ask('openLink', { url }),
    showWhole: (number) => view.setState({ whole: number, isSettled: true }),
    copy: (text) => void bridge.ask('copyText', { text }),
    openFirstLink: () => {
      const { current } = view.getState();
      const text = current === null ? '' : plainText(textOfLine(log.store.getState().log, current));
      const [range] = linkRanges(text);
      if (range) void bridge.ask('openLink', { url: text.slice(...range) });
    },
    choose: (step) => {
      const { numbers } = log.store.getState().layout;
      const { chosen, current } = view.getState();
      const next = numbers.room[placeOf(numbers, chosen?.to ?? current ?? handle()?.lineAtTop() ?? 0) + (chosen ? step : 0)];
      if (next === undefined || numbers.count === 0) return;
      view.setState((one) => choosing(one, next, chosen !== null));
      handle()?.reveal(next);
    },
    chooseAll: () => {
      const { numbers } = log.store.getState().layout;
      const [first, last] = [numbers.room[0], numbers.room[numbers.count - 1]];
      if (first !== undefined && last !== undefined && numbers.count > 0) view.setState({ chosen: { from: first, to: last } });
    },
    setLog,
    resize: (step) => {
      const fontPx = settings()?.log.fontPx ?? DEFAULT_SETTINGS.log.fontPx;
      setLog({ fontPx: step === 0 ? DEFAULT_SETTINGS.log.fontPx : resizedPx(fontPx, step) });
    },
  };
}
