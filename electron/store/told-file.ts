// Which failures were told already, so that a restart does not tell them again. Needs no Electron.
import path from 'node:path';
import type { Log } from '../log.ts';
import { readJson, writeWhole } from './json-file.ts';

export interface ToldFile {
  told(): ReadonlySet<string>;
  /** Remembers these keys, on disk at once. When the disk refuses, they count for this run. */
  add(keys: readonly string[]): void;
}

/** Older keys are forgotten: by then their deployments are history. */
const MOST = 2_000;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Opens `told.json` in the folder; a broken one is set aside and nothing counts as told. */
export function openToldFile(folder: string, log: Log): ToldFile {
  const file = path.join(folder, 'told.json');
  const content = readJson(file, isTexts);
  if (content.kind === 'broken') log.warn('the file of what was told was broken', { detail: content.detail, asideAs: content.asideAs });
  let told: ReadonlySet<string> = new Set(content.kind === 'value' && isTexts(content.value) ? content.value.slice(-MOST) : []);

  return {
    told: () => told,
    add: (keys) => {
      const fresh = keys.filter((key) => !told.has(key));
      if (fresh.length === 0) return;
      told = new Set([...told, ...fresh].slice(-MOST));
      const written = writeWhole(file, JSON.stringify([...told]));
      if (!written.ok) log.warn('what was told could not be written', { problem: JSON.stringify(written.problem) });
    },
  };
}
