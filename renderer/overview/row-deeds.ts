// Carries out what a person chose on a row, by key or by menu.
import type { Bridge } from '../../electron/contract/channels.ts';
import type { Settings } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { assertNever } from '../../electron/model/status.ts';
import { openConsole, openDeploymentLog, openServiceLog, toggleFavourite, toggleMuted } from './row-actions.ts';
import { withLeftOut, withMute, withoutMute } from './mute-actions.ts';
import { copiedText, mutableOf, type RowChoice } from './row-menu.ts';
import type { Row } from './rows.ts';
import { withDetails, withHistory, type ViewStore } from './view.ts';

export interface DeedParts {
  readonly state: AppState;
  readonly view: ViewStore;
  readonly bridge: Bridge;
}

/** The history of what the row stands for. */
function showHistory(view: ViewStore, row: Row): void {
  if (row.kind === 'section') return;
  const of =
    row.kind === 'environment' ? { environmentId: row.environment.id } : { environmentId: row.environment.id, serviceId: row.service.id };
  view.setState((before) => withHistory({ ...before, selected: row.key }, of));
}

const change = (seen: Settings, bridge: Bridge, wanted: Settings): void => void bridge.ask('changeSettings', { seen, wanted });

/** Mutes what the row stands for, or ends that (null). */
function mute(settings: Settings, bridge: Bridge, row: Row, how: 'hour' | 'fixed' | 'good' | null): void {
  const target = mutableOf(row);
  if (target) change(settings, bridge, how === null ? withoutMute(settings, target) : withMute(settings, target, how, Date.now()));
}

export function carryOut({ state, view, bridge }: DeedParts, choice: RowChoice, row: Row): void {
  switch (choice) {
    case 'details':
      return view.setState((before) => withDetails(before, row.key));
    case 'deployment-log':
      return openDeploymentLog(bridge, row);
    case 'service-log':
      return openServiceLog(bridge, row);
    case 'console':
      return openConsole(bridge, state.consoleUrl, row);
    case 'history':
      return showHistory(view, row);
    case 'copy-name':
    case 'copy-id':
      return void bridge.ask('copyText', { text: copiedText(row, choice) });
    case 'favourite':
      return toggleFavourite(bridge, state.settings, row);
    case 'mute':
      return toggleMuted(bridge, state.settings, row);
    case 'mute-hour':
      return mute(state.settings, bridge, row, 'hour');
    case 'mute-fixed':
      return mute(state.settings, bridge, row, 'fixed');
    case 'mute-good':
      return mute(state.settings, bridge, row, 'good');
    case 'unmute':
      return mute(state.settings, bridge, row, null);
    case 'leave-out':
      if (row.kind === 'environment') change(state.settings, bridge, withLeftOut(state.settings, row.environment.id));
      return;
    default:
      return assertNever(choice);
  }
}
