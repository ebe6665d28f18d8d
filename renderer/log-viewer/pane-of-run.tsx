// Joins the left pane to the world, or to the history where this is an earlier deployment: that is asked for once.
import { useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../../electron/contract/channels.ts';
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { useNow } from '../ui/use-now.ts';
import type { Actions } from './actions.ts';
import type { LogStore } from './log-store.ts';
import { paneOf } from './pane.ts';
import { SidePane } from './side-pane.tsx';
import { isLatest } from './subject.ts';
import type { ViewStore } from './view.ts';

interface PaneOfRunProps {
  readonly state: AppState;
  readonly place: LogPlace;
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly actions: Actions;
  readonly bridge: Bridge;
}

export function PaneOfRun({ state: { world }, place, log, view, actions, bridge }: PaneOfRunProps): ReactNode {
  const now = useNow(1_000);
  const shown = useStore(view, (one) => one.serviceId);
  const runs = useStore(log.store, (one) => one.runs);
  const environment = world.environments[place.environmentId];
  const isEarlier = environment !== undefined && !isLatest(environment, place);
  useEffect(() => {
    // What goes wrong is said where the deployments are listed.
    if (isEarlier) void bridge.ask('listRuns', null);
  }, [isEarlier, bridge]);
  if (!environment) return null;
  const run = runs?.find(({ executionId }) => executionId === place.executionId) ?? null;
  return <SidePane pane={paneOf({ world, environment, place, run, now })} shown={shown} show={(id) => actions.showService(id)} />;
}
