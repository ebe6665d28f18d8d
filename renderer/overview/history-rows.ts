// The history as rows: pure data. What an absence brought first, then day after day, newest first.
import { historyKey, type HistoryEntry, type Missed, type OutageEntry } from '../../electron/model/history.ts';
import { dayText } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';

export type HistoryRow =
  | { readonly kind: 'digest'; readonly key: string; readonly digest: OutageEntry }
  | { readonly kind: 'missed'; readonly key: string; readonly missed: Missed }
  | { readonly kind: 'day'; readonly key: string; readonly title: string }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: HistoryEntry }
  /** Drawn when the end comes into sight: then more is read. */
  | { readonly kind: 'more'; readonly key: string };

const HEIGHTS: Readonly<Record<HistoryRow['kind'], number>> = { digest: 36, missed: 44, day: 32, entry: 44, more: 44 };

/** In px, known beforehand. */
export function historyRowHeight(row: HistoryRow): number {
  return HEIGHTS[row.kind];
}

/** Whether it can have the focus. */
export function isStop(row: HistoryRow | undefined): boolean {
  return row?.kind === 'missed' || row?.kind === 'entry';
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function digestRows(digest: OutageEntry | null): readonly HistoryRow[] {
  if (!digest) return [];
  const missed = digest.missed.map((one): HistoryRow => ({ kind: 'missed', key: `missed ${one.environmentId}`, missed: one }));
  return [{ kind: 'digest', key: 'digest', digest }, ...missed];
}

/** The rows of these entries, which are in the order of time, newest first. */
export function historyRows(
  entries: readonly HistoryEntry[],
  digest: OutageEntry | null,
  hasMore: boolean,
  now: Instant,
): readonly HistoryRow[] {
  const rows: HistoryRow[] = [...digestRows(digest)];
  let day = '';
  for (const entry of entries) {
    const today = new Date(entry.at).toDateString();
    if (today !== day) rows.push({ kind: 'day', key: `day ${today}`, title: capital(dayText(entry.at, now)) });
    day = today;
    rows.push({ kind: 'entry', key: historyKey(entry), entry });
  }
  return hasMore ? [...rows, { kind: 'more', key: 'more' }] : rows;
}

/** The row that has the focus after a key, from row `index`; null: the key moves nothing. */
export function movedTo(key: string, rows: readonly HistoryRow[], index: number): number | null {
  const next = (from: number, step: 1 | -1): number | null => {
    for (let i = from; i >= 0 && i < rows.length; i += step) if (isStop(rows[i])) return i;
    return null;
  };
  if (key === 'ArrowDown') return next(index + 1, 1);
  if (key === 'ArrowUp') return next(index - 1, -1);
  if (key === 'Home') return next(0, 1);
  return key === 'End' ? next(rows.length - 1, -1) : null;
}
