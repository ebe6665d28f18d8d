// The settings on disk, as settings-read.ts found them; a file that cannot be written leaves the settings in force for this
// run. Never throws.
import Store from 'electron-store';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SETTINGS_VERSION } from '../contract/settings-version.ts';
import type { Settings } from '../contract/settings.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { storeProblem } from './json-file.ts';
import { FOR_THIS_RUN, readSettings, type FoundSettings } from './settings-read.ts';

export interface SettingsFile {
  current(): Settings;
  /** In force at once, also when the answer is a problem: then they are not on disk and the next change tries again. */
  change(next: Settings): Result<null>;
  /** Calls the listener after each change with the new settings; returns its stop. */
  subscribe(listener: (next: Settings) => void): () => void;
  /** What is wrong with the file: broken when it was opened, of a newer app, or not to be written now. Subscribers hear of changes. */
  problems(): readonly Problem[];
}

/** Opens `settings.json` in the folder (absolute), which was read before or is read now. */
export function openSettingsFile(folder: string, log: Log, found: FoundSettings = readSettings(folder, log)): SettingsFile {
  const { file, dropped, problem } = found;
  const listeners = new Set<(next: Settings) => void>();
  let current = found.settings;
  let unsaved: Problem | null = null;
  let store: Store | undefined;

  const save = (): Problem | null => {
    if (found.kind === 'newer') return problem;
    try {
      store ??= new Store({ cwd: folder, name: path.parse(file).name, configFileMode: 0o600 });
      // What is not ours is kept; what a step has renamed or moved is not.
      const others = Object.entries(store.store).filter(([key]) => !dropped.includes(key));
      store.store = { ...Object.fromEntries(others), ...current, version: SETTINGS_VERSION };
      return null;
    } catch (error) {
      const told = storeProblem(file, error);
      log.warn('the settings could not be written', { problem: JSON.stringify(told) });
      return told.kind === 'store' ? { ...told, detail: `${told.detail}; ${FOR_THIS_RUN}` } : told;
    }
  };
  return {
    current: () => current,
    change: (next) => {
      const isChanged = !isDeepStrictEqual(next, current);
      if (!isChanged && unsaved === null) return ok(null);
      current = next;
      const before = unsaved;
      unsaved = save();
      if (isChanged || !isDeepStrictEqual(before, unsaved)) for (const listener of listeners) listener(current);
      return unsaved === null ? ok(null) : failed(unsaved);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    problems: () => [problem, unsaved === problem ? null : unsaved].filter((one) => one !== null),
  };
}
