// Which databases are managed: a heavy reading that never changes, so it is kept from one run to the next. Needs no Electron.
import path from 'node:path';
import type { Log } from '../log.ts';
import { readJson, writeWhole } from './json-file.ts';

/** By service id; null: the platform did not say. */
type DatabaseModes = Readonly<Record<string, 'CONTAINER' | 'MANAGED' | null>>;

export interface ModesFile {
  modes(): DatabaseModes;
  add(more: DatabaseModes): void;
}

/** Older ones are read anew when they are needed. */
const MOST = 5_000;
const isModes = (value: unknown): value is DatabaseModes =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((mode) => mode === 'CONTAINER' || mode === 'MANAGED' || mode === null);

/** Opens `database-modes.json` in the folder; a broken one is set aside and everything is read anew. */
export function openModesFile(folder: string, log: Log): ModesFile {
  const file = path.join(folder, 'database-modes.json');
  const content = readJson(file, isModes);
  if (content.kind === 'broken') log.warn('the file of database modes was broken', { detail: content.detail, asideAs: content.asideAs });
  let modes: DatabaseModes = content.kind === 'value' && isModes(content.value) ? content.value : {};

  return {
    modes: () => modes,
    add: (more) => {
      const fresh = Object.entries(more).filter(([id, mode]) => mode !== null && modes[id] !== mode);
      if (fresh.length === 0) return;
      modes = Object.fromEntries([...Object.entries(modes), ...fresh].slice(-MOST));
      const written = writeWhole(file, JSON.stringify(modes));
      if (!written.ok) log.warn('database modes could not be written', { problem: JSON.stringify(written.problem) });
    },
  };
}
