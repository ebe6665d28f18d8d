// Keeps the log of a deployment that failed, at once: later the platform may no longer have it, or cannot be reached. Reads it then.
import type { Log } from '../log.ts';
import type { LogLine } from '../model/log-line.ts';
import type { SavedRun } from '../model/past-run.ts';
import { ok, type Result } from '../model/result.ts';
import type { World } from '../model/world.ts';
import type { EnvironmentScope } from '../platform/platform.ts';
import { readWholeRun } from './whole-run.ts';

interface ReaderParts {
  readonly platform: Parameters<typeof readWholeRun>[0]['platform'];
  readonly clock: Parameters<typeof readWholeRun>[0]['clock'];
}
interface RecorderParts extends ReaderParts {
  readonly world: () => World;
  readonly keep: (run: SavedRun, lines: readonly LogLine[]) => void;
  readonly log: Log;
}

/** Where the log of an environment is asked for; without names where it is not known (any more). */
function scopeOf(world: World, environmentId: string): EnvironmentScope {
  const { organizationId = '', projectId = '', clusterId = null } = world.environments[environmentId] ?? {};
  return { organizationId, projectId, environmentId, clusterId };
}

/** Reads the log of this run and hands it on to be kept; one that is empty or cannot be read is not. */
export async function recordRun(parts: RecorderParts, run: SavedRun): Promise<void> {
  const answer = await readWholeRun(parts, scopeOf(parts.world(), run.environmentId), run.executionId);
  if (!answer.ok) return parts.log.warn('the log of a failed deployment could not be read to be kept', { problem: answer.problem.kind });
  const lines = answer.value.lines.filter(({ executionId }) => executionId === null || executionId === run.executionId);
  return lines.length > 0 ? parts.keep(run, lines) : undefined;
}

/** Reads the whole log of a run: from the platform, and where that does not answer what was kept of it. */
export async function readRun(
  parts: ReaderParts & { readonly saved: (executionId: string) => readonly LogLine[] | null },
  scope: EnvironmentScope,
  executionId: string,
): Promise<Result<readonly LogLine[]>> {
  const answer = await readWholeRun(parts, scope, executionId);
  if (answer.ok) return ok(answer.value.lines);
  const kept = parts.saved(executionId);
  return kept ? ok(kept) : answer;
}
