// The buttons of a notification. A click on the notification itself opens the log, too, but not every desktop shows that.
import type { Incident } from '../model/incident.ts';
import type { NoticeAction, NoticeChoice } from './notice.ts';

/** The log alone: of what is news, but no trouble. */
export function logAction(choice: NoticeChoice): readonly NoticeAction[] {
  return [{ id: 'log', label: 'Open log', choice }];
}

/** Of a trouble; where there is nothing to copy, null. */
export function troubleActions(log: NoticeChoice, environmentId: string, incident: Incident | null): readonly NoticeAction[] {
  return [
    ...logAction(log),
    { id: 'mute', label: 'Mute 1 h', choice: { kind: 'know', environmentId, how: 'hour' } },
    ...(incident ? [{ id: 'copy', label: 'Copy as Markdown', choice: { kind: 'copy-incident', incident } } as const] : []),
  ];
}
