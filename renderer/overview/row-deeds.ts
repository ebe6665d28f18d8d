// Carries out what a person chose on a row, by key or by menu.
import type { Bridge } from '../../electron/contract/channels.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { assertNever } from '../../electron/model/status.ts';
import { openConsole, openDeploymentLog, openServiceLog, toggleFavourite, toggleMuted } from './row-actions.ts';
import { copiedText, type RowChoice } from './row-menu.ts';
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
    default:
      return assertNever(choice);
  }
}
