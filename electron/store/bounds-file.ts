// Where windows stood, by name. Nothing here is worth telling a person about: a broken file means default places.
// Needs no Electron.
import path from 'node:path';
import type { Log } from '../log.ts';
import { readJson, writeWhole } from './json-file.ts';

/** In screen pixels, independent of scale. */
interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface BoundsStore {
  read(name: string): Bounds | null;
  write(name: string, bounds: Bounds): void;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function boundsIn(value: unknown): Bounds | null {
  if (!isRecord(value)) return null;
  const { x, y, width, height } = value;
  const isSound = [x, y, width, height].every((one) => Number.isFinite(one));
  return isSound ? { x: Number(x), y: Number(y), width: Number(width), height: Number(height) } : null;
}

/** Opens `windows.json` in the folder. Whether the bounds still fit the displays is the reader's to check. */
export function openBoundsFile(folder: string, log: Log): BoundsStore {
  const file = path.join(folder, 'windows.json');
  const content = readJson(file, isRecord);
  if (content.kind === 'broken') log.warn('the file of window places was broken', { detail: content.detail, asideAs: content.asideAs });
  let all: Readonly<Record<string, unknown>> = content.kind === 'value' && isRecord(content.value) ? content.value : {};

  return {
    read: (name) => boundsIn(all[name]),
    write: (name, { x, y, width, height }) => {
      const known = boundsIn(all[name]);
      if (known && known.x === x && known.y === y && known.width === width && known.height === height) return;
      all = { ...all, [name]: { x, y, width, height } };
      const written = writeWhole(file, JSON.stringify(all));
      if (!written.ok) log.warn('window places could not be written', { problem: JSON.stringify(written.problem) });
    },
  };
}
