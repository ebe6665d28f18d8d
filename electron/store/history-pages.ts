// Reads the timeline in pages, newest first, a day's file at a time and never on the way of anything else.
import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { fits, historyKey, historyPlaceKey, type HistoryEntry, type HistoryPage, type HistoryQuery } from '../model/history.ts';
import { historyLine } from '../model/history-line.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Instant } from '../model/world.ts';
import { dayOf, daysIn, fileOf, headOf } from './history-days.ts';
import { codeOf, storeProblem } from './json-file.ts';

const PAGE = 100;

interface ReadDay {
  readonly entries: readonly HistoryEntry[];
  readonly damaged: number;
}

/** So many lines are read at a time, a few milliseconds; then everything else has its turn. */
const AT_ONCE = 1_000;

/** Nothing of this day can fit: a word that is looked for stands nowhere in it. */
function isWithout(text: string, { text: search, environmentId }: HistoryQuery): boolean {
  if (environmentId !== null && !text.includes(environmentId)) return true;
  // What JSON writes otherwise than it is cannot be found like this.
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '' && !/["\\]/.test(word));
  if (words.length === 0) return false;
  const lower = text.toLowerCase();
  return words.some((word) => !lower.includes(word));
}

/** The newest word on each thing of a day, as far as it fits, newest first. */
async function readDay(text: string, query: HistoryQuery, organizationIds: readonly string[]): Promise<ReadDay> {
  if (isWithout(text, query)) return { entries: [], damaged: 0 };
  const newest = new Map<string, HistoryEntry>();
  let damaged = 0;
  for (const [i, line] of text.split('\n').entries()) {
    if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
    if (line === '' || (query.environmentId !== null && !line.includes(query.environmentId))) continue;
    const entry = historyLine(line);
    if (entry) newest.set(historyKey(entry), entry);
    else if (headOf(line) === null) damaged += 1;
  }
  const isOwn = (entry: HistoryEntry): boolean =>
    entry.kind === 'outage' || organizationIds.length === 0 || organizationIds.includes(entry.organizationId);
  const fitting = [...newest.values()].filter((entry) => isOwn(entry) && fits(entry, query));
  const keyed = fitting.map((entry) => [historyPlaceKey(entry), entry] as const);
  return { entries: keyed.toSorted(([a], [b]) => (a < b ? 1 : -1)).map(([, entry]) => entry), damaged };
}

async function textOf(file: string): Promise<Result<string>> {
  try {
    return ok(await readFile(file, 'utf8'));
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return codeOf(error) === 'ENOENT' ? ok('') : failed(storeProblem(file, error)); // it left meanwhile
  }
}

/** What is read of the history beside what a person asks for. */
export interface HistoryScope {
  /** Nothing from before. */
  readonly first: Instant;
  /** The organisations of who is signed in; none: they are not known yet, and everything is told. */
  readonly organizationIds: readonly string[];
}

/** One page of the history in folder `home`. */
export async function readHistoryPage(
  home: string,
  query: HistoryQuery,
  { first, organizationIds }: HistoryScope,
): Promise<Result<Omit<HistoryPage, 'digest'>>> {
  const from = query.after === null ? null : dayOf(Number(query.after.slice(0, 15)));
  const days = daysIn(home).filter((day) => day >= dayOf(first) && (from === null || day <= from));
  const entries: HistoryEntry[] = [];
  let damaged = 0;
  for (const day of days.toReversed()) {
    const text = await textOf(fileOf(home, day));
    if (!text.ok) return text;
    const read = await readDay(text.value, query, organizationIds);
    damaged += read.damaged;
    entries.push(...read.entries.filter(({ at }) => at >= first));
    if (entries.length > PAGE) break;
  }
  const shown = entries.slice(0, PAGE);
  const last = shown.at(-1);
  return ok({ entries: shown, next: last && entries.length > PAGE ? historyPlaceKey(last) : null, damaged });
}
