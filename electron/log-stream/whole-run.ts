// A run's log, whole. The platform answers a read with the last lines only; what is older comes from the socket that replays a run.
import type { Clock } from '../model/clock.ts';
import type { LogLine } from '../model/log-line.ts';
import { ok, type Result } from '../model/result.ts';
import { MOST_LINES_READ, type EnvironmentScope, type Platform } from '../platform/platform.ts';
import { createSeenLines } from './seen-lines.ts';

/** So much of a run is read: an engine says a few thousand lines, and a line costs this process an object. */
export const MOST_LINES_OF_RUN = 200_000;
/** How long a replay is waited for, and how long it may pause: it is not always closed at its end. */
const FIRST_MS = 3_000;
const PAUSE_MS = 1_000;

interface Parts {
  readonly platform: Pick<Platform, 'deploymentLog' | 'followDeploymentLog'>;
  readonly clock: Clock;
}
export interface WholeRun {
  /** Oldest first. */
  readonly lines: readonly LogLine[];
  /** Whether nothing older can be missing. */
  readonly isWhole: boolean;
}

/** What the replay of a run says, until it has said line `last`, ends or pauses. */
function replayed({ platform, clock }: Parts, scope: EnvironmentScope, executionId: string, last: string): Promise<readonly LogLine[]> {
  return new Promise((resolve) => {
    const lines: LogLine[] = [];
    const end = (): void => {
      cancel();
      stop();
      resolve(lines);
    };
    let cancel = clock.after(FIRST_MS, end);
    const stop = platform.followDeploymentLog(
      { ...scope, executionId },
      {
        onValue(more) {
          cancel();
          for (const line of more) lines.push(line);
          if (lines.length >= MOST_LINES_OF_RUN || more.some(({ key }) => key === last)) end();
          else cancel = clock.after(PAUSE_MS, end);
        },
        onState({ kind }) {
          if (kind === 'ended' || kind === 'waiting') end();
        },
      },
    );
  });
}

/** Both together, each line once. */
function united(older: readonly LogLine[], newer: readonly LogLine[]): readonly LogLine[] {
  const begin = createSeenLines(older.length);
  begin()(older);
  return [...older, ...begin()(newer).lines];
}

/** Reads a run's log whole, or as much of it as the platform tells; `executionId` null: the latest run's. */
export async function readWholeRun(parts: Parts, scope: EnvironmentScope, executionId: string | null): Promise<Result<WholeRun>> {
  const answer = await parts.platform.deploymentLog(scope.environmentId, executionId);
  if (!answer.ok) return answer;
  const read = answer.value;
  if (read.length !== MOST_LINES_READ) return ok({ lines: read, isWhole: true });
  const id = executionId ?? read.findLast((line) => line.executionId !== null)?.executionId ?? null;
  const isKnown = id !== null && scope.organizationId !== ''; // a log kept here of what is not known now has no place to ask at
  const older = isKnown ? await replayed(parts, scope, id, read.at(-1)?.key ?? '') : [];
  const lines = older.length > read.length ? united(older, read) : read;
  return ok({ lines, isWhole: lines !== read && older.length < MOST_LINES_OF_RUN });
}
