import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openLogFile } from '../../../electron/system/log-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const quiet = (): void => undefined;
const textOf = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8');

test('adds each line at once to a file only its person can read, also one that was there', () => {
  const folder = path.join(scratchFolder(), 'logs');
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'app.log'), 'earlier\n');
  chmodSync(path.join(folder, 'app.log'), 0o644);
  const logFile = openLogFile(folder, quiet);
  const { sink, file } = logFile;
  sink('one');
  sink('zwei ✓');
  expect(textOf(folder, 'app.log')).toBe('earlier\none\nzwei ✓\n');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  logFile.stop();
  sink('after the end');
  expect(textOf(folder, 'app.log')).not.toContain('after');
});

test('begins a new file before the limit and keeps one older', () => {
  const folder = scratchFolder();
  const { sink } = openLogFile(folder, quiet, 12);
  for (const line of ['one..', 'two..', 'three', 'four.', 'five.']) sink(line);
  expect(readdirSync(folder)).toEqual(['app.log', 'app.old.log']);
  expect([textOf(folder, 'app.old.log'), textOf(folder, 'app.log')]).toEqual(['three\nfour.\n', 'five.\n']);
});

test('counts what an earlier run wrote', () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'app.log'), 'x'.repeat(1_000_000));
  openLogFile(folder, quiet).sink('one');
  expect(textOf(folder, 'app.log')).toBe('one\n');
});

test('complains once when it cannot write, never throws, and goes on when it can again', () => {
  const folder = path.join(scratchFolder(), 'logs');
  writeFileSync(folder, 'in the way');
  const complaints: string[] = [];
  const { sink } = openLogFile(folder, (text) => void complaints.push(text));
  sink('lost');
  sink('lost too');
  expect(complaints).toEqual([expect.stringContaining('The log cannot be written to')]);
  rmSync(folder);
  sink('kept');
  expect(textOf(folder, 'app.log')).toBe('kept\n');
});
