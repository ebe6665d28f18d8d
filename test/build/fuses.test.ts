import { copyFile, mkdtemp, realpath, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'vitest';
import { FUSES } from '../../build/electron-builder.mjs';

test('a release runs nothing but our own app: its fuses are set in the binary', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuses-'));
  try {
    const binary = path.join(folder, 'electron');
    await copyFile(await realpath(createRequire(import.meta.url)('electron') as string), binary); // in plain Node the package exports the binary's path
    await flipFuses(binary, { version: FuseVersion.V1, strictlyRequireAllFuses: false, ...FUSES });
    const wire = await getCurrentFuseWire(binary);
    const states = Object.fromEntries(
      Object.entries(FUSES).map(([fuse]) => [FuseV1Options[Number(fuse)], wire[Number(fuse) as FuseV1Options]]),
    );
    expect(states).toMatchObject({
      RunAsNode: FuseState.DISABLE,
      EnableNodeOptionsEnvironmentVariable: FuseState.DISABLE,
      EnableNodeCliInspectArguments: FuseState.DISABLE,
      OnlyLoadAppFromAsar: FuseState.ENABLE,
      GrantFileProtocolExtraPrivileges: FuseState.DISABLE,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
