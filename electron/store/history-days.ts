// The names of the history's files, and what stands in their first lines. A day is UTC's: it does not move with the person.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../model/world.ts';
import { codeOf } from './json-file.ts';

/** Raised when lines of before can no longer be read as they are. */
export const HISTORY_VERSION = 1;
const NAME = /^(\d{4}-\d\d-\d\d)\.jsonl$/;

/** "2026-11-24". */
export const dayOf = (at: Instant): string => new Date(at).toISOString().slice(0, 10);
export const fileOf = (home: string, day: string): string => path.join(home, `${day}.jsonl`);

/** The days that there are, oldest first; none in a folder that is not there, or not readable. */
export function daysIn(home: string): readonly string[] {
  try {
    return readdirSync(home)
      .flatMap((name) => NAME.exec(name)?.[1] ?? [])
      .toSorted();
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}

/** What a first line says; null when it is none of this version. */
export function headOf(line: string): { readonly memory: unknown } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('version' in value) || value.version !== HISTORY_VERSION) return null;
    return { memory: 'memory' in value ? value.memory : null };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
