import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { NOTHING_TOLD, type Told } from '../../../electron/model/told.ts';
import { openToldFile, toldForThisRun } from '../../../electron/store/told-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const SOME: Told = {
  keys: ['a/x1/DEPLOYMENT ERROR'],
  standing: ['deployment/a'],
  causes: [{ environmentId: 'a', fingerprint: 'f', count: 2, firstAt: 1, lastAt: 2 }],
};

test('remembers over a restart what was told', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  expect(file.told()).toEqual(NOTHING_TOLD);
  file.keep(SOME);
  expect(openToldFile(folder, SILENT_LOG).told()).toEqual(SOME);
});

test('keeps the newest 2,000 keys', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  file.keep({ ...NOTHING_TOLD, keys: Array.from({ length: 2_003 }, (_, i) => `k${i}`) });
  const { keys } = openToldFile(folder, SILENT_LOG).told();
  expect(keys).toHaveLength(2_000);
  expect([keys[0], keys.at(-1)]).toEqual(['k3', 'k2002']);
});

test('does not write when nothing is new', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  file.keep(SOME);
  const inode = (): bigint => statSync(path.join(folder, 'told.json'), { bigint: true }).ino; // each write makes a new file
  const before = inode();
  file.keep(file.told());
  expect(inode()).toBe(before);
});

test.each(['[1, 2]', '{"a": 1}', '{"keys"', ''])('starts empty when the file holds %s, and sets that aside', (text) => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'told.json'), text);
  const file = openToldFile(folder, SILENT_LOG);
  expect(file.told()).toEqual(NOTHING_TOLD);
  file.keep(SOME);
  expect(readdirSync(folder)).toEqual(['told.broken-1.json', 'told.json']);
  expect(JSON.parse(readFileSync(path.join(folder, 'told.json'), 'utf8'))).toEqual(SOME);
});

test('what makes no sense in it is left out, the rest is kept', () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'told.json'), JSON.stringify({ keys: ['a', 7], standing: 'x', causes: [{ count: 1 }, ...SOME.causes] }));
  expect(openToldFile(folder, SILENT_LOG).told()).toEqual({ keys: ['a'], standing: [], causes: SOME.causes });
});

test('what cannot be written counts as told for this run', () => {
  const folder = scratchFolder();
  const file = openToldFile(folder, SILENT_LOG);
  mkdirSync(path.join(folder, 'told.json', 'in the way'), { recursive: true });
  file.keep(SOME);
  expect(file.told()).toEqual(SOME);
});

test('what a demo told is known in that run, and in no other', () => {
  const [first, told] = [toldForThisRun(), { keys: ['a'], standing: [], causes: [] }];
  first.keep(told);
  expect([first.told(), toldForThisRun().told()]).toEqual([told, { keys: [], standing: [], causes: [] }]);
});
