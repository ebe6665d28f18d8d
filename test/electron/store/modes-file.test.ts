import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { openModesFile } from '../../../electron/store/modes-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

test('remembers over a restart which databases are managed, and not what the platform did not say', () => {
  const folder = scratchFolder();
  openModesFile(folder, SILENT_LOG).add({ pg: 'MANAGED', redis: 'CONTAINER', mongo: null });
  openModesFile(folder, SILENT_LOG).add({ redis: 'MANAGED' });
  expect(openModesFile(folder, SILENT_LOG).modes()).toEqual({ pg: 'MANAGED', redis: 'MANAGED' });
});
test.each(['{"pg": "BIG"}', '["MANAGED"]', '{'])('starts empty when the file holds %s, and sets that aside', (text) => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'database-modes.json'), text);
  expect(openModesFile(folder, SILENT_LOG).modes()).toEqual({});
  expect(readdirSync(folder).some((name) => name.startsWith('database-modes.broken'))).toBe(true);
});
