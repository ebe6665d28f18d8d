// Keeps the log of a deployment that failed, at once: later the platform may no longer have it, or cannot be reached. Reads it then.
import type { Log } from '../log.ts';
import type { LogLine } from '../model/log-line.ts';
import type { SavedRun } from '../model/past-run.ts';
import { ok, type Result } from '../model/result.ts';
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

/** Reads the whole log of a run: from the platform, and where that does not answer what was kept of it. */
export async function readRun(
  { platform, saved }: Pick<RecorderParts, 'platform'> & { readonly saved: (executionId: string) => readonly LogLine[] | null },
  environmentId: string,
  executionId: string,
): Promise<Result<readonly LogLine[]>> {
  const answer = await platform.deploymentLog(environmentId, executionId);
  const kept = answer.ok ? null : saved(executionId);
  return kept ? ok(kept) : answer;
}
