// Small files of ours: JSON read and set aside when broken; written so that a crash leaves the old or the new one, never half.
// Needs no Electron.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

/** What a file held. A broken one was moved to `asideAs` in the same folder, or could not be moved (null). */
export type FileContent =
  | { readonly kind: 'missing' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'broken'; readonly detail: string; readonly asideAs: string | null };

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'access is not permitted',
  EPERM: 'access is not permitted',
  EROFS: 'the disk is read-only',
};

/** The system's code for what went wrong (ENOENT …); null for errors of another kind. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

function inWords(error: unknown): string {
  const code = codeOf(error);
  if (code !== null) return WORDS[code] === undefined ? `the system says ${code}` : `${WORDS[code]} (${code})`;
  return error instanceof Error ? error.message : String(error);
}

/** The problem of a file that could not be read or written. */
export function storeProblem(file: string, error: unknown): Problem {
  return { kind: 'store', file: path.basename(file), detail: inWords(error) };
}

const HIGHEST_NUMBER = 1_000;

/** Moves the file to the first free NAME.broken-1.EXT, -2 … beside it and gives the new name; null when it cannot be moved. */
function setAside(file: string): string | null {
  const { dir, name, ext } = path.parse(file);
  for (let n = 1; n <= HIGHEST_NUMBER; n += 1) {
    const aside = `${name}.broken-${n}${ext}`;
    if (existsSync(path.join(dir, aside))) continue;
    try {
      renameSync(file, path.join(dir, aside));
      return aside;
    } catch (error) {
      if (codeOf(error) === null) throw error;
      return null;
    }
  }
  return null;
}

/** What is in the file; one that is no JSON or does not look right is set aside: a person may want it back. */
export function readJson(file: string, looksRight: (value: unknown) => boolean): FileContent {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    if (looksRight(value)) return { kind: 'value', value };
    return { kind: 'broken', detail: 'it does not hold what it should', asideAs: setAside(file) };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { kind: 'missing' };
    if (codeOf(error) === null && !(error instanceof SyntaxError)) throw error;
    const detail = error instanceof SyntaxError ? 'it is not valid JSON' : inWords(error);
    return { kind: 'broken', detail, asideAs: setAside(file) };
  }
}

/** What to tell of a broken file: what is wrong, where it is now, and what is used instead. */
export function brokenProblem(file: string, { detail, asideAs }: { detail: string; asideAs: string | null }, instead: string): Problem {
  const moved = asideAs === null ? 'it could not be moved out of the way' : `it was set aside as ${asideAs}`;
  return { kind: 'store', file: path.basename(file), detail: `${detail}; ${moved}, and ${instead}` };
}

/** Writes all of it or nothing, readable by this person only (0600); makes the folder (0700) when it is missing. */
export function writeWhole(file: string, content: string | Uint8Array): Result<null> {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(fresh, content, { mode: 0o600, flush: true });
    renameSync(fresh, file);
    return ok(null);
  } catch (error) {
    if (existsSync(fresh)) rmSync(fresh);
    return failed(storeProblem(file, error));
  }
}
