// The history and its files.
import { createHistory, type History } from '../history/history.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { Platform } from '../platform/platform.ts';
import { openHistoryFiles } from '../store/history-files.ts';

/** The history in `folder`. */
export function openHistory(parts: {
  readonly folder: string;
  readonly log: Log;
  readonly secrets: () => readonly string[];
  readonly clock: Clock;
  readonly platform: Platform;
}): History {
  const { folder, log, secrets, clock, platform } = parts;
  const store = openHistoryFiles({ folder, log: log.scope('history'), secrets });
  return createHistory({ clock, platform, store });
}
