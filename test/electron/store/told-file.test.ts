import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { openToldFile } from '../../../electron/store/told-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

test('remembers over a restart what was told', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  expect([...file.told()]).toEqual([]);
  file.add(['a/x1/DEPLOYMENT ERROR']);
  file.add(['b/x1/BUILD ERROR', 'a/x1/DEPLOYMENT ERROR']);
  expect([...openToldFile(folder, SILENT_LOG).told()]).toEqual(['a/x1/DEPLOYMENT ERROR', 'b/x1/BUILD ERROR']);
});

test('keeps the newest 2,000 keys', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  file.add(Array.from({ length: 1_999 }, (_, i) => `k${i}`));
  file.add(['x', 'y', 'z']);
  for (const told of [file.told(), openToldFile(folder, SILENT_LOG).told()]) {
    expect(told.size).toBe(2_000);
    expect([...told].slice(0, 1)).toEqual(['k2']);
    expect([...told].slice(-3)).toEqual(['x', 'y', 'z']);
  }
});

test('does not write when everything was told already', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  file.add(['a']);
  const before = statSync(path.join(folder, 'told.json'), { bigint: true }).ino; // each write makes a new file
  file.add(['a']);
  file.add([]);
  expect(statSync(path.join(folder, 'told.json'), { bigint: true }).ino).toBe(before);
});

test.each(['[1, 2]', '{"a": 1}', '["a"', ''])('starts empty when the file holds %s, and sets that aside', (text) => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'told.json'), text);
  const file = openToldFile(folder, SILENT_LOG);
  expect(file.told().size).toBe(0);
  file.add(['a']);
  expect(readdirSync(folder)).toEqual(['told.broken-1.json', 'told.json']);
  expect(readFileSync(path.join(folder, 'told.json'), 'utf8')).toBe('["a"]');
});

test('what cannot be written counts as told for this run', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  mkdirSync(path.join(folder, 'told.json', 'in the way'), { recursive: true });
  file.add(['a']);
  expect([...file.told()]).toEqual(['a']);
});
