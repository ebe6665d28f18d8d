// Markers of a person: set while reading or watching, gone to by key, taken away. They live as long as the window.
import { counted } from '../../electron/model/wording.ts';
import type { ListScroll } from './list-scroll.ts';
import type { LogStore } from './log-store.ts';
import { markerFrom, markersOf, noteText, type PlacedNote } from './notes.ts';
import { factsOfLine } from './opening.ts';
import type { Say } from './saying.ts';
import { standingAtMarker, type ViewStore } from './view.ts';

export interface Marking {
  /** Sets a marker: after the last line while the log is watched, else above the current line or the one at the top. */
  mark(): void;
  /** Goes to the next marker (1) or the one before (−1). */
  goToMarker(step: 1 | -1): void;
  /** Takes a marker away: this one, else the one stood at, else the last one above the top of the view. */
  unmark(marker?: PlacedNote): void;
  unmarkAll(): void;
}
interface MarkingParts {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly handle: () => ListScroll | null;
  readonly say: Say;
}

export function createMarking({ log, view, handle, say }: MarkingParts): Marking {
  const kept = () => log.store.getState().log;
  const lineInSight = (): number => {
    const { current } = view.getState();
    const list = handle();
    return current !== null && list?.isInSight(current) ? current : (list?.lineAtTop() ?? kept().first);
  };
  const take = (markers: readonly PlacedNote[]): void => {
    log.unmark(markers);
    view.setState({ marker: null });
    say(markers.length === 0 ? 'There is no marker' : `${counted(markers.length, 'marker')} removed`);
  };
  return {
    mark: () => {
      const { state, end } = kept();
      const isWatching = view.getState().isFollowing && state.kind !== 'finished';
      const before = isWatching ? end : lineInSight();
      const at = (isWatching ? null : factsOfLine(kept(), before)?.at) ?? Date.now();
      log.mark(before, at);
      say(`Set: ${noteText({ kind: 'marker', at })}`);
    },
    goToMarker: (step) => {
      const marker = markerFrom(kept().notes, view.getState().marker, handle()?.lineAtTop() ?? 0, step);
      if (!marker) return say(step === 1 ? 'There is no marker further down' : 'There is no marker further up');
      view.setState((one) => ({ ...standingAtMarker(one, marker, kept().end), isSettled: true }));
      handle()?.show(marker.before);
    },
    unmark: (marker) => {
      const stood = marker ?? view.getState().marker ?? markerFrom(kept().notes, null, handle()?.lineAtTop() ?? 0, -1);
      take(stood ? [stood] : []);
    },
    unmarkAll: () => take(markersOf(kept().notes)),
  };
}
