// Logs of failed deployments on disk, each compressed in a file of its own whose name says what it holds. Together they stay
// below a limit: the oldest leave first. Secrets are masked before anything is written. Needs no Electron.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { masked, type Log } from '../log.ts';
import type { LogLine } from '../model/log-line.ts';
import type { SavedRun } from '../model/past-run.ts';
import { codeOf, writeWhole } from './json-file.ts';

export interface SavedLogs {
  /** Newest first; null: of all environments. */
  list(environmentId: string | null): readonly SavedRun[];
  /** Replaces what was kept of this run. When the disk refuses, the app's log says so. */
  keep(run: SavedRun, lines: readonly LogLine[]): void;
  /** Oldest line first; null when this run is not kept or its file cannot be read. */
  read(executionId: string): readonly LogLine[] | null;
}

/** All files together, in bytes. */
const MOST_BYTES = 50 * 1_048_576;
const LONGEST_NAME = 240;
const ENDING = '.json.gz';

const encoded = (part: string): string => encodeURIComponent(part).replaceAll('*', '%2A');
function nameOf({ at, label, environmentId, executionId, of }: SavedRun): string {
  const named = (...more: readonly string[]): string =>
    `${[String(at), label, environmentId, executionId, ...more].map(encoded).join('@')}${ENDING}`;
  // The environment's name is a comfort: where there is no room for it, the log is kept without.
  return of === '' || named(of).length > LONGEST_NAME ? named() : named(of);
}
function runOf(name: string): SavedRun | null {
  if (!name.endsWith(ENDING)) return null;
  try {
    const [at, label, environmentId, executionId, of = ''] = name.slice(0, -ENDING.length).split('@').map(decodeURIComponent);
    return at && label && environmentId && executionId ? { at: Number(at), label, environmentId, executionId, of } : null;
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** A log in a folder that is not there, or not readable, holds nothing. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => runOf(name) !== null);
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return [];
  }
}
const age = (name: string): number => runOf(name)?.at ?? 0;

/** Opens the folder `failed-logs` below `folder`; `secrets` are the tokens in use, masked whatever they look like. */
export function openSavedLogs(folder: string, log: Log, secrets: () => readonly string[], mostBytes = MOST_BYTES): SavedLogs {
  const home = path.join(folder, 'failed-logs');
  const trim = (): void => {
    let bytes = 0;
    for (const name of namesIn(home).toSorted((a, b) => age(b) - age(a))) {
      bytes += statSync(path.join(home, name)).size;
      if (bytes > mostBytes) rmSync(path.join(home, name));
    }
  };
  const nameFor = (executionId: string): string | undefined => namesIn(home).find((name) => runOf(name)?.executionId === executionId);
  return {
    list: (environmentId) =>
      namesIn(home)
        .flatMap((name) => runOf(name) ?? [])
        .filter((run) => environmentId === null || run.environmentId === environmentId)
        .toSorted((a, b) => b.at - a.at),
    keep: (run, lines) => {
      const name = nameOf(run);
      if (name.length > LONGEST_NAME) return log.warn('a failed log has a name too long to be kept', { length: name.length });
      const known = secrets();
      const text = JSON.stringify(lines, (_, value: unknown) => (typeof value === 'string' ? masked(value, known) : value));
      mkdirSync(home, { recursive: true, mode: 0o700 });
      const before = nameFor(run.executionId);
      const written = writeWhole(path.join(home, name), gzipSync(text));
      if (!written.ok) return log.warn('a failed log could not be kept', { problem: JSON.stringify(written.problem) });
      if (before !== undefined && before !== name) rmSync(path.join(home, before));
      return trim();
    },
    read: (executionId) => {
      const name = nameFor(executionId);
      if (name === undefined) return null;
      try {
        const lines: unknown = JSON.parse(gunzipSync(readFileSync(path.join(home, name))).toString('utf8'));
        return Array.isArray(lines) ? (lines as readonly LogLine[]) : null; // written by keep() alone
      } catch (error) {
        log.warn('a kept log could not be read', { error: String(error) });
        return null;
      }
    },
  };
}
