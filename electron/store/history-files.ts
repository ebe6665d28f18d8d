// The timeline on disk: a text file per day, one entry a line, only ever appended to, so that a kill at any moment costs the
// line that was being written and nothing else. Each file's first line holds the version and what was known by then, so the
// next run reads the last days alone. Secrets are masked before anything is written. Needs no Electron.
import { closeSync, existsSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { masked, type Log } from '../log.ts';
import type { HistoryEntry, HistoryPage, HistoryQuery } from '../model/history.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { Instant } from '../model/world.ts';
import { dayOf, daysIn, fileOf, HISTORY_VERSION, headOf } from './history-days.ts';
import { readHistoryPage } from './history-pages.ts';
import { storeProblem, writeWhole } from './json-file.ts';

export interface HistoryFiles {
  /** First lines and the lines after them, of the days that the next run carries on from; the last day last. */
  lastDays(now: Instant): readonly HistoryDay[];
  /** When something was last seen, by an earlier run; null: never. */
  seenAt(): Instant | null;
  /** Why the disk refused the last time; null: it did not. */
  problem(): Problem | null;
  /** The app looks now. */
  seen(now: Instant): void;
  /** Writes the entries; `memory` is what is known with them, for the first line of a new day. */
  append(entries: readonly HistoryEntry[], memory: unknown, now: Instant): void;
  /** `organizationIds`: of who is signed in; none: everything is told. */
  page(query: HistoryQuery, organizationIds: readonly string[], now: Instant): Promise<Result<Omit<HistoryPage, 'digest'>>>;
}
interface HistoryDay {
  /** null: its first line cannot be read. */
  readonly memory: unknown;
  readonly lines: readonly string[];
}
export interface HistoryFilesParts {
  readonly folder: string;
  readonly log: Log;
  /** Tokens in use, masked whatever they look like. */
  readonly secrets: () => readonly string[];
  /** All files together, in bytes; a day may fill a quarter of it. */
  readonly mostBytes?: number;
}

/** 30 days of 5,000 long entries each are 73 MB: they stay. */
const MOST_BYTES = 100 * 1_048_576;
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const NEWLINE = 10;

/** Appends whole lines in one write; a line that a killed app has torn is ended first. */
function appendLines(file: string, text: string): void {
  const handle = openSync(file, 'a+', 0o600);
  try {
    const { size } = fstatSync(handle);
    const last = Buffer.alloc(1);
    if (size > 0) readSync(handle, last, 0, 1, size - 1);
    writeSync(handle, size > 0 && last[0] !== NEWLINE ? `\n${text}` : text);
  } finally {
    closeSync(handle);
  }
}

/** Days that leave: what is older than what is kept, and the oldest while all together are too large. */
export function leaving(
  days: readonly { readonly day: string; readonly bytes: number }[],
  today: string,
  mostBytes: number,
): readonly string[] {
  const newest = days.findLast(({ day }) => day < today)?.day;
  const first = dayOf(Date.parse(today) - KEPT_DAYS * DAY_MS);
  // A clock that is set far ahead for a moment must not cost the whole history: then nothing leaves by age.
  const old = newest !== undefined && newest >= first ? days.filter(({ day }) => day < first).map(({ day }) => day) : [];
  let bytes = 0;
  const large = days.toReversed().filter((one) => (bytes += one.bytes) > mostBytes && one.day !== today);
  return [...new Set([...old, ...large.map(({ day }) => day)])];
}

/** Opens the folder `history` below `folder`. Never throws for the disk's sake: what it refuses is told once. */
export function openHistoryFiles(parts: HistoryFilesParts): HistoryFiles {
  const { folder, log, secrets, mostBytes = MOST_BYTES } = parts;
  const home = path.join(folder, 'history');
  const seenFile = path.join(home, 'seen.json');
  let problem: Problem | null = null;
  const failed = (file: string, error: unknown): void => {
    if (problem === null) log.warn('the history could not be written or read', { file: path.basename(file), error: String(error) });
    problem = storeProblem(file, error);
  };
  const bytesOf = (day: string): number => statSync(fileOf(home, day)).size;
  const prune = (today: string): void => {
    const days = daysIn(home).map((day) => ({ day, bytes: bytesOf(day) }));
    for (const day of leaving(days, today, mostBytes)) rmSync(fileOf(home, day), { force: true });
  };
  const full = new Set<string>();
  const isFull = (day: string): void => {
    if (!full.has(day)) log.warn('a day of the history is full; more of it is not written', { day });
    full.add(day);
  };
  const asLine = (value: unknown): string => {
    const known = secrets();
    return `${JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? masked(one, known) : one))}\n`;
  };
  const write = (day: string, entries: readonly HistoryEntry[], memory: unknown): void => {
    const file = fileOf(home, day);
    const isNew = !existsSync(file);
    if (!isNew && entries.length === 0) return;
    if (!isNew && bytesOf(day) > mostBytes / 4) return isFull(day);
    appendLines(file, [...(isNew ? [{ version: HISTORY_VERSION, memory }] : []), ...entries].map(asLine).join(''));
  };
  return {
    lastDays(now) {
      const [today, days] = [dayOf(now), daysIn(home)];
      // Days to come are there when the clock was set back: what is known of them is not written again.
      const read = [...days.filter((day) => day > today), ...days.filter((day) => day <= today).slice(-2)];
      try {
        return read.map((day) => {
          const [head = '', ...lines] = readFileSync(fileOf(home, day), 'utf8').split('\n');
          return { memory: headOf(head)?.memory ?? null, lines };
        });
      } catch (error) {
        failed(home, error);
        return [];
      }
    },
    seenAt() {
      try {
        const value: unknown = JSON.parse(readFileSync(seenFile, 'utf8'));
        const noted = typeof value === 'number' && Number.isFinite(value) ? value : 0;
        return (
          Math.max(
            noted,
            ...daysIn(home)
              .slice(-1)
              .map((day) => statSync(fileOf(home, day)).mtimeMs),
          ) || null
        );
      } catch {
        return null; // missing, damaged, not readable: then it is not known
      }
    },
    problem: () => problem,
    seen(now) {
      const written = writeWhole(seenFile, String(now));
      if (!written.ok) log.warn('it could not be noted that the app looks', { problem: JSON.stringify(written.problem) });
    },
    append(entries, memory, now) {
      const today = dayOf(now);
      try {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        const isNewDay = !existsSync(fileOf(home, today));
        for (const day of new Set([today, ...entries.map(({ at }) => dayOf(at))]))
          write(
            day,
            entries.filter(({ at }) => dayOf(at) === day),
            memory,
          );
        if (isNewDay) prune(today);
        problem = null;
      } catch (error) {
        failed(fileOf(home, today), error);
      }
    },
    page: (query, organizationIds, now) => readHistoryPage(home, query, { first: now - KEPT_DAYS * DAY_MS, organizationIds }),
  };
}
