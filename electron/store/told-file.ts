// What was told already, so that a restart does not tell it again. Needs no Electron.
import path from 'node:path';
import { bounded, NOTHING_TOLD, parseTold, type Told } from '../model/told.ts';
import type { Log } from '../log.ts';
import { readJson, writeWhole } from './json-file.ts';

export interface ToldFile {
  told(): Told;
  /** Kept on disk at once; the same value again writes nothing. When the disk refuses, it counts for this run. */
  keep(next: Told): void;
}

/** Opens `told.json` in the folder; a broken one is set aside and nothing counts as told. */
export function openToldFile(folder: string, log: Log): ToldFile {
  const file = path.join(folder, 'told.json');
  const content = readJson(file, (value) => parseTold(value) !== null);
  if (content.kind === 'broken') log.warn('the file of what was told was broken', { detail: content.detail, asideAs: content.asideAs });
  let told: Told = (content.kind === 'value' ? parseTold(content.value) : null) ?? NOTHING_TOLD;

  return {
    told: () => told,
    keep: (next) => {
      if (next === told) return;
      told = next;
      const written = writeWhole(file, JSON.stringify(bounded(told)));
      if (!written.ok) log.warn('what was told could not be written', { problem: JSON.stringify(written.problem) });
    },
  };
}

/** Kept nowhere: a demo of a scenario begins anew each time, whatever earlier ones told. */
export function toldForThisRun(): ToldFile {
  let told = NOTHING_TOLD;
  return { told: () => told, keep: (next) => void (told = next) };
}
