// Puts together what keys and buttons of a log window do, out of its parts.
import { useEffect, useMemo, useState } from 'react';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { Instant } from '../../electron/model/world.ts';
import type { MirrorStore } from '../mirror/mirror.ts';
import { appState, settings } from '../mirror/selectors.ts';
import { createActions, type Actions } from './actions.ts';
import type { LineFacts } from './chunks.ts';
import type { IncidentFacts } from './export.ts';
import type { ListScroll } from './list-scroll.ts';
import type { LogStore } from './log-store.ts';
import { createMarking } from './marking.ts';
import { lineReference } from './reference.ts';
import { createSaying } from './saying.ts';
import { incidentFacts, keptFacts, subjectOf } from './subject.ts';
import { createTaking } from './taking.ts';
import type { Search } from './use-search.ts';
import type { ViewStore } from './view.ts';

/** The actions of one window; they keep their identity while what they act on does. */
export function useActions(parts: {
  readonly mirror: MirrorStore;
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly list: ListScroll | null;
  readonly search: Search;
  readonly place: LogPlace;
}): Actions {
  const { mirror, log, view, bridge, list, search, place } = parts;
  const { hits } = search;
  const [say] = useState(() => createSaying(view));
  const taking = useMemo(() => {
    const incident = (now: Instant): IncidentFacts | null => {
      const state = appState(mirror.getState());
      const subject = state ? subjectOf(state, place, now) : null;
      if (subject) return incidentFacts(subject, place, now);
      return place.of === undefined ? null : keptFacts(place);
    };
    const reference = (facts: LineFacts, text: string, now: Instant): string | null => {
      const state = appState(mirror.getState());
      const subject = state ? subjectOf(state, place, now) : null;
      return state && subject ? lineReference(state, subject, place, facts, text) : null;
    };
    return createTaking({ log, view, bridge, say, incident, reference, time: () => settings(mirror.getState())?.log.time ?? 'local' });
  }, [mirror, log, view, bridge, say, place]);
  const marking = useMemo(() => createMarking({ log, view, handle: () => list, say }), [log, view, list, say]);
  const actions = useMemo(
    () =>
      createActions({
        log,
        view,
        bridge,
        handle: () => list,
        hits: () => hits,
        settings: () => settings(mirror.getState()),
        taking,
        marking,
        say,
      }),
    [mirror, log, view, bridge, list, hits, taking, marking, say],
  );
  // They are new whenever something more was found.
  useEffect(() => actions.goToSought(), [actions]);
  return actions;
}
