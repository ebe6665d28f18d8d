import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';

// The real set-up in a folder of its own, with an npm that a test speaks for.
const root = path.resolve(import.meta.dirname, '../..');
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}
async function scene(npm: string): Promise<{ readonly folder: string; readonly run: (...args: readonly string[]) => Promise<Ended> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'set up ')); // a path with spaces
  folders.push(folder);
  await mkdir(path.join(folder, 'bin'));
  for (const file of ['package.json', 'package-lock.json']) await cp(path.join(root, file), path.join(folder, file));
  await cp(path.join(root, 'build'), path.join(folder, 'build'), { recursive: true });
  await writeFile(path.join(folder, 'bin/npm'), `#!/bin/sh\n${npm}\n`);
  await chmod(path.join(folder, 'bin/npm'), 0o755);
  const run = (...args: readonly string[]): Promise<Ended> =>
    new Promise((resolve) => {
      const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:${path.dirname(process.execPath)}:/usr/bin:/bin` };
      const child = spawn(process.execPath, ['build/setup.mjs', '--modules-only', ...args], { cwd: folder, env });
      let said = '';
      const hear = (data: Buffer): void => void (said += data.toString());
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.on('close', (code) => resolve({ code, said }));
    });
  return { folder, run };
}
const version = (text: string, then: string): string => `if [ "$1" = --version ]; then echo ${text}; exit 0; fi\n${then}`;

test('an npm that is too old is said, with what to do', async () => {
  const { run } = await scene(version('8.19.4', 'exit 1'));
  expect(await run()).toEqual({ code: 1, said: 'setup: npm 8.19.4 is too old; run: npm install --global npm@latest\n' });
});

test('no network is said in one sentence, without a stack', async () => {
  const { run } = await scene(version('11.0.0', 'echo "npm error code ENOTFOUND" >&2; exit 1'));
  const { code, said } = await run();
  expect(code).toBe(1);
  expect(said).toMatch(/^setup: installing packages \(npm ci\) did not succeed: the network or the npm registry cannot be reached/m);
  expect(said).not.toMatch(/^\s+at /m);
});

test('an interrupted set-up is gone on with, a finished one does nothing and runs its command', async () => {
  const { folder, run } = await scene(version('11.0.0', 'echo called >> calls; mkdir -p node_modules; [ -f go ] || exit 1'));
  expect((await run('node', '-p', '"ran"')).code).toBe(1);
  await writeFile(path.join(folder, 'go'), '');
  expect(await run('node', '-p', '"ran"')).toMatchObject({ code: 0, said: expect.stringMatching(/ran\n$/) as string });
  expect(await run('node', '-p', '"ran"')).toEqual({ code: 0, said: 'ran\n' });
  expect((await readdir(folder)).includes('.setup.lock')).toBe(false);
});

test('two at once install once, and both run their command', async () => {
  const { folder, run } = await scene(version('11.0.0', 'echo called >> calls; sleep 0.5; mkdir -p node_modules'));
  const both = await Promise.all([run('node', '-p', '1'), run('node', '-p', '2')]);
  expect(both.map((one) => one.code)).toEqual([0, 0]);
  expect(await readFile(path.join(folder, 'calls'), 'utf8')).toBe('called\n');
});

test('a lock whose owner has died is taken over', async () => {
  const { folder, run } = await scene(version('11.0.0', 'mkdir -p node_modules'));
  await writeFile(path.join(folder, '.setup.lock'), '999999999');
  expect(await run('node', '-p', '1')).toMatchObject({ code: 0 });
});

test('a command that fails hands on its exit code', async () => {
  const { run } = await scene(version('11.0.0', 'mkdir -p node_modules'));
  expect((await run('node', '-e', 'process.exit(7)')).code).toBe(7);
});

test('a lock of an earlier process with this very number is taken over', async () => {
  const { folder, run } = await scene(version('11.0.0', 'mkdir -p node_modules'));
  await writeFile(path.join(folder, '.setup.lock'), `${process.pid} 1`); // alive, but not since then
  expect(await run('node', '-p', '1')).toMatchObject({ code: 0 });
});

test('nothing is imported by name that an old Node lacks, for then it would end before it says that it is too old', async () => {
  for (const file of ['setup.mjs', 'setup-lock.mjs', 'setup-problems.mjs', 'system.mjs'])
    expect(await readFile(path.join(root, 'build', file), 'utf8')).not.toMatch(/import \{[^}]*\b(statfsSync|styleText|glob|parseEnv)\b/);
});
