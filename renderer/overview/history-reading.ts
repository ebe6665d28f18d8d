// What was read of the history so far, and what an answer adds to it: pure data; use-history.ts asks.
import { historyKey, historyPlaceKey, type HistoryEntry, type HistoryPage, type OutageEntry } from '../../electron/model/history.ts';
import type { Problem } from '../../electron/model/problem.ts';
import type { Result } from '../../electron/model/result.ts';
import type { HistoryChoice } from './view.ts';

export interface ReadHistory {
  /** What it was asked for; null: nothing came yet. */
  readonly of: HistoryChoice | null;
  /** In the order of time, newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly digest: OutageEntry | null;
  readonly next: string | null;
  readonly damaged: number;
  readonly problem: Problem | null;
}
export const NOTHING_READ: ReadHistory = { of: null, entries: [], digest: null, next: null, damaged: 0, problem: null };

/** Both together, each thing once: the later word on it counts. */
function joined(before: readonly HistoryEntry[], read: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const all = new Map([...before, ...read].map((entry) => [historyKey(entry), entry]));
  return [...all.values()].toSorted((a, b) => (historyPlaceKey(a) < historyPlaceKey(b) ? 1 : -1));
}

/** After the first page was read, or read again: what was read of the same question below it stays. */
export function withFirstPage(before: ReadHistory, answer: Result<HistoryPage>, of: HistoryChoice): ReadHistory {
  if (!answer.ok) return { ...before, of, problem: answer.problem };
  const { entries, digest, damaged, next } = answer.value;
  const known = new Set(before.entries.map(historyKey));
  // So much is new that the pages no longer touch: then it begins anew.
  const isApart = next !== null && !entries.some((entry) => known.has(historyKey(entry)));
  if (before.of !== of || isApart) return { of, entries, digest, damaged, next, problem: null };
  return { ...before, entries: joined(before.entries, entries), digest, problem: null };
}

/** After the next page was read; a problem leaves all as it is, and the end is tried again. */
export function withNextPage(before: ReadHistory, answer: Result<HistoryPage>): ReadHistory {
  if (!answer.ok) return { ...before, problem: answer.problem };
  const { entries, next, damaged } = answer.value;
  return { ...before, entries: joined(before.entries, entries), next, damaged: before.damaged + damaged };
}
