// PURE. What the lines of a deployment log say of the run they belong to: which one it is, and whether it is over.
import type { LogLine } from '../model/log-line.ts';
import type { Instant } from '../model/world.ts';

/** The engine's last word on a run. */
const LAST_STEP = 'Terminated';
/** A run whose log ends without a last word is taken for running this long after its last line. */
const STILL_RUNNING_MS = 6 * 60 * 60_000;

/** What is known of the run whose lines are told. */
export interface Execution {
  readonly id: string | null;
  readonly isOver: boolean;
  readonly lastAt: Instant | null;
}
export const NO_EXECUTION: Execution = { id: null, isOver: false, lastAt: null };

/** The run after these lines: a line of another run begins it anew. */
export function executionAfter(before: Execution, lines: readonly LogLine[]): Execution {
  let { id, isOver, lastAt } = before;
  for (const line of lines) {
    if (line.executionId !== null && line.executionId !== id) [id, isOver] = [line.executionId, false];
    if (line.step === LAST_STEP) isOver = true;
    lastAt = line.at ?? lastAt;
  }
  return { id, isOver, lastAt };
}

/** Whether more lines can come: no last word, and not silent for hours. */
export function mayContinue(execution: Execution, now: Instant): boolean {
  return !execution.isOver && (execution.lastAt === null || now - execution.lastAt < STILL_RUNNING_MS);
}

/** The lines up to the first one that belongs to another run than `id`; `isCut` when there is one. All of them when `id` is null. */
export function linesOf(id: string | null, lines: readonly LogLine[]): { readonly lines: readonly LogLine[]; readonly isCut: boolean } {
  if (id === null) return { lines, isCut: false };
  const other = lines.findIndex((line) => line.executionId !== null && line.executionId !== id);
  return other === -1 ? { lines, isCut: false } : { lines: lines.slice(0, other), isCut: true };
}
