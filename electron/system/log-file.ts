// Where the app's own log goes: app.log in a folder, readable by this person only, with one older file beside it.
import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { LogSink } from '../log.ts';

/** Bytes after which a new file is begun. */
const MOST = 1_000_000;

interface Open {
  readonly descriptor: number;
  size: number;
}

function open(file: string): Open {
  const descriptor = openSync(file, 'a', 0o600);
  fchmodSync(descriptor, 0o600); // it may be there already, with another mode
  return { descriptor, size: fstatSync(descriptor).size };
}

/**
 * A sink that writes each line at once, so that a crash loses none. When the disk refuses, `complain` is told once and lines
 * are lost: the log must never be what stops the app.
 */
export function openLogFile(
  folder: string,
  complain: (text: string) => void,
  mostBytes = MOST,
): { readonly sink: LogSink; readonly file: string; stop(): void } {
  const file = path.join(folder, 'app.log');
  let current: Open | null = null;
  let hasComplained = false;
  let isStopped = false;

  const begin = (): Open => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return open(file);
  };
  const turned = (full: Open): Open => {
    closeSync(full.descriptor);
    renameSync(file, path.join(folder, 'app.old.log'));
    return open(file);
  };
  const write = (line: string): void => {
    const bytes = Buffer.from(`${line}\n`);
    current ??= begin();
    if (current.size > 0 && current.size + bytes.length > mostBytes) current = turned(current);
    current.size += writeSync(current.descriptor, bytes);
  };
  const sink: LogSink = (line) => {
    if (isStopped) return;
    try {
      write(line);
    } catch (error) {
      current = null; // begin anew with the next line: the cause may pass
      if (!hasComplained) complain(`The log cannot be written to ${file}: ${error instanceof Error ? error.message : String(error)}`);
      hasComplained = true;
    }
  };
  return {
    sink,
    file,
    stop: () => {
      if (current) closeSync(current.descriptor);
      current = null;
      isStopped = true;
    },
  };
}
