// A file system of a few megabytes over a folder, which can be full or read-only: only who may mount has one.
import { spawnSync } from 'node:child_process';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface SmallDisk {
  /** Leaves no byte for anybody else. */
  fill(): Promise<void>;
  free(): Promise<void>;
  /** Nobody can write, not even who may write everywhere. Not while somebody has a file open for writing. */
  lock(): void;
  /** Takes it away from over the folder. */
  stop(): void;
}

const MEGABYTES = 24;
const BLOCK = Buffer.alloc(64 * 1024);

const ran = (...[program, ...args]: readonly [string, ...string[]]): boolean => spawnSync(program, args).status === 0;
function mustRun(...command: readonly [string, ...string[]]): void {
  if (!ran(...command)) throw new Error(`${command.join(' ')} failed`);
}

/** Mounts it over the folder; null where this is not permitted. */
export function startSmallDisk(folder: string): SmallDisk | null {
  if (!ran('mount', '-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'small-disk', folder)) return null;
  const filler = path.join(folder, 'filler');
  return {
    async fill() {
      await writeFile(filler, '');
      for (const block of [BLOCK, BLOCK.subarray(0, 4096), BLOCK.subarray(0, 1)]) while (await isAdded(filler, block));
    },
    free: () => rm(filler),
    lock: () => mustRun('mount', '-o', 'remount,ro', folder),
    stop: () => mustRun('umount', '--lazy', folder),
  };
}

async function isAdded(file: string, block: Buffer): Promise<boolean> {
  try {
    await appendFile(file, block);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') return false;
    throw error;
  }
}
