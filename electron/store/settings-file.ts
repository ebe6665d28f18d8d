// The settings on disk. A broken file is set aside and told of; a file that cannot be written leaves the settings in force
// for this run. Never throws.
import Store from 'electron-store';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SETTINGS_VERSION, versioned, type Versioned } from '../contract/settings-version.ts';
import { parseSettings, SETTINGS_FILE, type Settings } from '../contract/settings.ts';
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
  /** What is wrong with the file: broken when it was opened, of a newer app, or not to be written now. Subscribers hear of changes. */
  problems(): readonly Problem[];
}

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const FOR_THIS_RUN = 'changes hold until the app ends';

/** What the file held, and what was wrong with it. */
function read(file: string): { readonly found: Versioned; readonly dropped: readonly string[]; readonly problem: Problem | null } {
  const content = readJson(file, isRecord);
  const raw = content.kind === 'value' && isRecord(content.value) ? content.value : {};
  const found = versioned(raw);
  const dropped = Object.keys(raw).filter((key) => !(key in found.content));
  if (content.kind === 'broken') return { found, dropped, problem: brokenProblem(file, content, 'the defaults are used') };
  if (found.kind === 'known') return { found, dropped, problem: null };
  const detail = `it was written by a newer app (version ${found.version}, this one knows ${SETTINGS_VERSION}); it is kept as it is, and ${FOR_THIS_RUN}`;
  return { found, dropped, problem: { kind: 'store', file: path.basename(file), detail } };
}

/** Opens `settings.json` in the folder (absolute); what is missing or senseless in it is as by default. */
export function openSettingsFile(folder: string, log: Log): SettingsFile {
  const file = path.join(folder, SETTINGS_FILE);
  const { found, dropped, problem } = read(file);
  if (problem) log.warn('the settings file was not as it should be', { problem: JSON.stringify(problem) });
  const listeners = new Set<(next: Settings) => void>();
  let current = parseSettings(found.content);
  let unsaved: Problem | null = null;
  let store: Store | undefined;

  const save = (): Problem | null => {
    if (found.kind === 'newer') return problem;
    try {
      store ??= new Store({ cwd: folder, name: path.parse(SETTINGS_FILE).name, configFileMode: 0o600 });
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
