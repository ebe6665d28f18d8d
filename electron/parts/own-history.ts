// The history and its files.
import type { Publisher } from '../bridge/publisher.ts';
import { createHistory, type History } from '../history/history.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { Platform } from '../platform/platform.ts';
import { openHistoryFiles } from '../store/history-files.ts';

/** The history in `folder`; a disk that refuses to take it is a hint for whoever opens the settings. */
export function openHistory(parts: {
  readonly folder: string;
  readonly log: Log;
  readonly secrets: () => readonly string[];
  readonly clock: Clock;
  readonly platform: Platform;
  readonly publisher: Publisher;
}): History {
  const { folder, log, secrets, clock, platform, publisher } = parts;
  const store = openHistoryFiles({
    folder,
    log: log.scope('history'),
    secrets,
    onProblem: (problem) => publisher.publish({ hints: [...publisher.state().hints, problem] }),
  });
  return createHistory({ clock, platform, store });
}
