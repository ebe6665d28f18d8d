import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { brokenProblem, readJson, storeProblem, writeWhole } from '../../../electron/store/json-file.ts';
import { problemText } from '../../../electron/model/wording-problem.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const isArray = (value: unknown): boolean => Array.isArray(value);

test('reads what is there, and knows a file that is not', () => {
  const file = path.join(scratchFolder(), 'a.json');
  expect(readJson(file, isArray)).toEqual({ kind: 'missing' });
  writeFileSync(file, '[1]');
  expect(readJson(file, isArray)).toEqual({ kind: 'value', value: [1] });
});

test.each([
  ['cut off', '[1, 2', 'it is not valid JSON'],
  ['empty', '', 'it is not valid JSON'],
  ['of another shape', '{}', 'it does not hold what it should'],
])('sets aside a file that is %s, and keeps every one of them', (_, text, detail) => {
  const folder = scratchFolder();
  const file = path.join(folder, 'a.json');
  for (const n of [1, 2]) {
    writeFileSync(file, text);
    expect(readJson(file, isArray)).toEqual({ kind: 'broken', detail, asideAs: `a.broken-${n}.json` });
  }
  expect(readdirSync(folder)).toEqual(['a.broken-1.json', 'a.broken-2.json']);
  expect(readFileSync(path.join(folder, 'a.broken-1.json'), 'utf8')).toBe(text);
});

test('sets aside a folder that stands where the file should be', () => {
  const file = path.join(scratchFolder(), 'a.json');
  mkdirSync(file);
  expect(readJson(file, isArray)).toEqual({ kind: 'broken', detail: 'the system says EISDIR', asideAs: 'a.broken-1.json' });
});

test('says so when a broken file cannot be moved away', () => {
  const notAFolder = path.join(scratchFolder(), 'file');
  writeFileSync(notAFolder, '');
  const content = readJson(path.join(notAFolder, 'a.json'), isArray);
  expect(content).toEqual({ kind: 'broken', detail: 'the system says ENOTDIR', asideAs: null });
});

test('writes a file of mode 0600 in a folder of mode 0700, over one that was readable by all, and leaves nothing beside it', () => {
  const folder = path.join(scratchFolder(), 'deep', 'er');
  const file = path.join(folder, 'a.json');
  expect(writeWhole(file, '1').ok).toBe(true);
  chmodSync(file, 0o644);
  expect(writeWhole(file, '2').ok).toBe(true);
  expect([statSync(file).mode & 0o777, statSync(folder).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(readFileSync(file, 'utf8')).toBe('2');
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test('answers a problem when it cannot write, and leaves what was there', () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'a.json');
  mkdirSync(path.join(file, 'in the way'), { recursive: true }); // a file cannot be renamed over a folder
  expect(writeWhole(file, '1')).toMatchObject({ ok: false, problem: { kind: 'store', file: 'a.json' } });
  expect(readdirSync(folder)).toEqual(['a.json']);
});

test.each([
  ['ENOSPC', 'a.json could not be used: the disk is full (ENOSPC).'],
  ['EROFS', 'a.json could not be used: the disk is read-only (EROFS).'],
  ['EIO', 'a.json could not be used: the system says EIO.'],
])('%s becomes a sentence', (code, sentence) => {
  expect(problemText(storeProblem('/data/a.json', Object.assign(new Error('?'), { code })))).toBe(sentence);
});

test.each([
  ['a.broken-1.json', 'a.json could not be used: it is not valid JSON; it was set aside as a.broken-1.json, and the defaults are used.'],
  [null, 'a.json could not be used: it is not valid JSON; it could not be moved out of the way, and the defaults are used.'],
])('a broken file that is now %s becomes a sentence', (asideAs, sentence) => {
  const problem = brokenProblem('/data/a.json', { detail: 'it is not valid JSON', asideAs }, 'the defaults are used');
  expect(problemText(problem)).toBe(sentence);
});
