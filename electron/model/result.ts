// How failures travel as values: inside the main process and, unchanged, across the bridge to the windows.
import type { Problem } from './problem.ts';

/** A value, or the problem that stood in its way. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** The value, as a result. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The problem, as a result. */
export function failed(problem: Problem): Result<never> {
  return { ok: false, problem };
}
