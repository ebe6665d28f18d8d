// What can be done with a row, as a menu: pure data; list.tsx carries it out.
import type { Settings } from '../../electron/contract/settings.ts';
import { isMutedForGood, mutedForNow, type Mutable } from './mute-actions.ts';
import type { Row } from './rows.ts';

export type RowChoice =
  | 'details'
  | 'deployment-log'
  | 'service-log'
  | 'console'
  | 'copy-name'
  | 'copy-id'
  | 'mute'
  | 'mute-hour'
  | 'mute-fixed'
  | 'mute-good'
  | 'unmute'
  | 'leave-out'
  | 'favourite'
  | 'history';
interface RowMenuItem {
  readonly choice: RowChoice;
  readonly label: string;
  readonly keys: string;
}
const item = (choice: RowChoice, label: string, keys = ''): RowMenuItem => ({ choice, label, keys });

/** What a row can mute; null for a heading. */
export function mutableOf(row: Row): Mutable | null {
  if (row.kind === 'section') return null;
  return { environmentId: row.environment.id, serviceId: row.kind === 'environment' ? null : row.service.id };
}

function muteItems(target: Mutable, settings: Settings): readonly RowMenuItem[] {
  const [isForGood, known] = [isMutedForGood(settings, target), mutedForNow(settings, target)];
  const isEnvironment = target.serviceId === null;
  if (isForGood && isEnvironment) return [item('mute', 'Unmute', 'M')];
  if (isForGood || known?.troubles === null) return [item('unmute', 'Unmute')];
  return [
    item('mute-hour', 'Mute for 1 h'),
    item('mute-fixed', 'Mute until fixed'),
    isEnvironment ? item('mute', 'Mute for good', 'M') : item('mute-good', 'Mute for good'),
  ];
}

function environmentItems(id: string, { list, notifications }: Settings): readonly RowMenuItem[] {
  const isFavourite = list.favourites.includes(id);
  const isLeftOut = notifications.leftOut.environments.includes(id);
  return [
    item('favourite', isFavourite ? 'Remove from the favourites' : 'Add to the favourites', 'F'),
    item('leave-out', isLeftOut ? 'Notify of it' : 'Do not notify of it'),
  ];
}

/** The groups of entries in order; none for a heading. */
export function rowMenu(row: Row, settings: Settings): readonly (readonly RowMenuItem[])[] {
  const target = mutableOf(row);
  if (row.kind === 'section' || !target) return [];
  const isEnvironment = row.kind === 'environment';
  return [
    [
      item('details', 'Details', 'Space'),
      ...(isEnvironment ? [] : [item('service-log', 'Open the service log', 'L')]),
      item('deployment-log', 'Open the deployment log', 'Enter'),
      item('history', isEnvironment ? 'History of this environment' : 'History of this service'),
      item('console', 'Open in the Console', 'O'),
    ],
    [item('copy-name', 'Copy the name'), ...(row.kind === 'instance' ? [] : [item('copy-id', 'Copy the id')])],
    ...(isEnvironment ? [environmentItems(row.environment.id, settings)] : []),
    ...(row.kind === 'instance' ? [] : [muteItems(target, settings)]),
  ];
}

/** What "Copy the name" and "Copy the id" copy. */
export function copiedText(row: Row, choice: 'copy-name' | 'copy-id'): string {
  if (row.kind === 'section') return row.title;
  if (row.kind === 'instance') return row.instance.name;
  const { id, name } = row.kind === 'environment' ? row.environment : row.service;
  return choice === 'copy-id' ? id : name;
}
