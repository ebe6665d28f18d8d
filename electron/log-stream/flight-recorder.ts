// Keeps the log of a deployment that failed, at once: later the platform may no longer have it, or cannot be reached.
import type { Log } from '../log.ts';
import type { LogLine } from '../model/log-line.ts';
import type { SavedRun } from '../model/past-run.ts';
import type { Platform } from '../platform/platform.ts';

interface RecorderParts {
  readonly platform: Pick<Platform, 'deploymentLog'>;
  readonly keep: (run: SavedRun, lines: readonly LogLine[]) => void;
  readonly log: Log;
}

/** Reads the log of this run and hands it on to be kept; one that is empty or cannot be read is not. */
export async function recordRun({ platform, keep, log }: RecorderParts, run: SavedRun): Promise<void> {
  const answer = await platform.deploymentLog(run.environmentId, run.executionId);
  if (!answer.ok) return log.warn('the log of a failed deployment could not be read to be kept', { problem: answer.problem.kind });
  const lines = answer.value.filter(({ executionId }) => executionId === null || executionId === run.executionId);
  return lines.length > 0 ? keep(run, lines) : undefined;
}
