// The settings on disk. A broken file is set aside and told of; a file that cannot be written leaves the settings in force
// for this run. Never throws.
import Store from 'electron-store';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseSettings, type Settings } from '../contract/settings.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { brokenProblem, readJson, storeProblem } from './json-file.ts';

export interface SettingsFile {
  current(): Settings;
  /** In force at once, also when the answer is a problem: then they are not on disk and the next change tries again. */
  change(next: Settings): Result<null>;
  /** Calls the listener after each change with the new settings; returns its stop. */
  subscribe(listener: (next: Settings) => void): () => void;
  /** What was wrong with the file when it was opened; null when nothing was. */
  readonly problem: Problem | null;
}

const NAME = 'settings';
const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Opens `settings.json` in the folder (absolute); what is missing or senseless in it is as by default. */
export function openSettingsFile(folder: string, log: Log): SettingsFile {
  const file = path.join(folder, `${NAME}.json`);
  const content = readJson(file, isRecord);
  const problem = content.kind === 'broken' ? brokenProblem(file, content, 'the defaults are used') : null;
  if (problem) log.warn('the settings file was broken', { detail: content.kind === 'broken' ? content.detail : null });

  const listeners = new Set<(next: Settings) => void>();
  let current = parseSettings(content.kind === 'value' ? content.value : {});
  let isSaved = true;
  let store: Store | undefined;

  const save = (): Result<null> => {
    try {
      store ??= new Store({ cwd: folder, name: NAME, configFileMode: 0o600 });
      store.set({ ...current }); // keeps what a newer version may have written beside it
      isSaved = true;
      return ok(null);
    } catch (error) {
      isSaved = false;
      const told = storeProblem(file, error);
      log.warn('the settings could not be written', { detail: told.kind === 'store' ? told.detail : null });
      return failed(told);
    }
  };
  return {
    current: () => current,
    change: (next) => {
      const isChanged = !isDeepStrictEqual(next, current);
      if (!isChanged && isSaved) return ok(null);
      current = next;
      const saved = save();
      if (isChanged) for (const listener of listeners) listener(current);
      return saved;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    problem,
  };
}
