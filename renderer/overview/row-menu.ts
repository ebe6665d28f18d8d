// What can be done with a row, as a menu: pure data; list.tsx carries it out.
import type { Settings } from '../../electron/contract/settings.ts';
import type { Row } from './rows.ts';

export type RowChoice =
  | 'details'
  | 'deployment-log'
  | 'service-log'
  | 'console'
  | 'copy-name'
  | 'copy-id'
  | 'mute'
  | 'favourite'
  | 'history';
interface RowMenuItem {
  readonly choice: RowChoice;
  readonly label: string;
  readonly keys: string;
}
const item = (choice: RowChoice, label: string, keys = ''): RowMenuItem => ({ choice, label, keys });

/** The groups of entries in order; none for a heading. */
export function rowMenu(row: Row, settings: Settings): readonly (readonly RowMenuItem[])[] {
  if (row.kind === 'section') return [];
  const isEnvironment = row.kind === 'environment';
  const isMuted = settings.mutedEnvironments.includes(row.environment.id);
  const isFavourite = settings.list.favourites.includes(row.environment.id);
  return [
    [
      item('details', 'Details', 'Space'),
      ...(isEnvironment ? [] : [item('service-log', 'Open the service log', 'L')]),
      item('deployment-log', 'Open the deployment log', 'Enter'),
      item('history', isEnvironment ? 'History of this environment' : 'History of this service'),
      item('console', 'Open in the Console', 'O'),
    ],
    [item('copy-name', 'Copy the name'), ...(row.kind === 'instance' ? [] : [item('copy-id', 'Copy the id')])],
    ...(isEnvironment
      ? [
          [
            item('favourite', isFavourite ? 'Remove from the favourites' : 'Add to the favourites', 'F'),
            item('mute', isMuted ? 'Unmute' : 'Mute', 'M'),
          ],
        ]
      : []),
  ];
}

/** What "Copy the name" and "Copy the id" copy. */
export function copiedText(row: Row, choice: 'copy-name' | 'copy-id'): string {
  if (row.kind === 'section') return row.title;
  if (row.kind === 'instance') return row.instance.name;
  const { id, name } = row.kind === 'environment' ? row.environment : row.service;
  return choice === 'copy-id' ? id : name;
}
