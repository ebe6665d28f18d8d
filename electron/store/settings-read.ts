// The settings as they are found on disk, read once at the start: the icon needs them before anything may be written. A broken
// file is set aside and told of. Never throws.
import path from 'node:path';
import { SETTINGS_VERSION, versioned, type Versioned } from '../contract/settings-version.ts';
import { parseSettings, SETTINGS_FILE, type Settings } from '../contract/settings.ts';
import type { Log } from '../log.ts';
import type { Problem } from '../model/problem.ts';
import { brokenProblem, readJson } from './json-file.ts';

export const FOR_THIS_RUN = 'changes hold until the app ends';

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the file held; what is missing or senseless in it is as by default. */
export interface FoundSettings {
  readonly file: string;
  readonly settings: Settings;
  readonly kind: Versioned['kind'];
  /** Keys that a step to today's version has renamed or moved. */
  readonly dropped: readonly string[];
  readonly problem: Problem | null;
}

function problemOf(file: string, content: ReturnType<typeof readJson>, found: Versioned): Problem | null {
  if (content.kind === 'broken') return brokenProblem(file, content, 'the defaults are used');
  if (found.kind === 'known') return null;
  const detail = `it was written by a newer app (version ${found.version}, this one knows ${SETTINGS_VERSION}); it is kept as it is, and ${FOR_THIS_RUN}`;
  return { kind: 'store', file: path.basename(file), detail };
}

/** Reads `settings.json` in the folder (absolute). */
export function readSettings(folder: string, log: Log): FoundSettings {
  const file = path.join(folder, SETTINGS_FILE);
  const content = readJson(file, isRecord);
  const raw = content.kind === 'value' && isRecord(content.value) ? content.value : {};
  const found = versioned(raw);
  const problem = problemOf(file, content, found);
  if (problem) log.warn('the settings file was not as it should be', { problem: JSON.stringify(problem) });
  const dropped = Object.keys(raw).filter((key) => !(key in found.content));
  return { file, settings: parseSettings(found.content), kind: found.kind, dropped, problem };
}
