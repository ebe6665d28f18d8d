import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { openBoundsFile } from '../../../electron/store/bounds-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const BOUNDS = { x: -5, y: 10, width: 440, height: 640 };

test('remembers where each window stood, over a restart', () => {
  const folder = scratchFolder();
  const file = openBoundsFile(folder, SILENT_LOG);
  expect(file.read('overview')).toBeNull();
  file.write('overview', { ...BOUNDS, x: 1 });
  file.write('settings', { ...BOUNDS, y: 2 });
  file.write('overview', BOUNDS);
  for (const one of [file, openBoundsFile(folder, SILENT_LOG)])
    expect([one.read('overview'), one.read('settings'), one.read('other')]).toEqual([BOUNDS, { ...BOUNDS, y: 2 }, null]);
});

test.each([
  ['a number is missing', '{"overview": {"x": 1, "y": 2, "width": 3}}'],
  ['a number is none', '{"overview": {"x": "1", "y": 2, "width": 3, "height": 4}}'],
  ['it is no place', '{"overview": null}'],
])('knows nothing of a window when %s', (_, text) => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'windows.json'), text);
  expect(openBoundsFile(folder, SILENT_LOG).read('overview')).toBeNull();
});

test('sets a broken file aside and begins anew', () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'windows.json'), '{');
  const file = openBoundsFile(folder, SILENT_LOG);
  file.write('overview', BOUNDS);
  expect(file.read('overview')).toEqual(BOUNDS);
  expect(readdirSync(folder)).toEqual(['windows.broken-1.json', 'windows.json']);
});
