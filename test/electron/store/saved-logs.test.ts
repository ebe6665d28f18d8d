import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import type { SavedRun } from '../../../electron/model/past-run.ts';
import { openSavedLogs } from '../../../electron/store/saved-logs.ts';
import { aLine, anErrorLine, lineRange } from '../../support/a-log.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const run = (executionId: string, at: number, environmentId = 'e'): SavedRun => ({
  executionId,
  at,
  environmentId,
  label: 'DEPLOYMENT ERROR',
  of: `shop / ${environmentId}`,
});
const opened = (mostBytes?: number) => {
  const folder = scratchFolder();
  return { home: path.join(folder, 'failed-logs'), saved: openSavedLogs(folder, SILENT_LOG, () => ['geheim-123'], mostBytes) };
};

test('gives back what was kept, and lists it newest first', () => {
  const { saved, home } = opened();
  const lines = [...lineRange(0, 3), anErrorLine(4)];
  saved.keep(run('e@1/x*', 1000), lines);
  saved.keep(run('run-2', 2000), lines);
  saved.keep(run('other', 3000, 'elsewhere'), lines);
  expect(saved.read('e@1/x*')).toEqual(lines);
  expect(saved.list('e')).toEqual([run('run-2', 2000), run('e@1/x*', 1000)]);
  expect([saved.read('none'), saved.list('none')]).toEqual([null, []]);
  expect(saved.list(null).map(({ of }) => of)).toEqual(['shop / elsewhere', 'shop / e', 'shop / e']);
  for (const name of readdirSync(home)) expect(statSync(path.join(home, name)).mode & 0o777).toBe(0o600);
});

test('never writes a secret, known or by its looks, and stays readable with quotes around it', () => {
  const { saved, home } = opened();
  const text = 'GET /x?token=abc"def\\" Authorization: Bearer aaaaaaaaaaaa and geheim-123';
  saved.keep(run('run-1', 1), [aLine(0, { text, key: text })]);
  const [name = ''] = readdirSync(home);
  const written = gunzipSync(readFileSync(path.join(home, name))).toString();
  for (const secret of ['aaaaaaaaaaaa', 'geheim-123', 'token=abc']) expect(written).not.toContain(secret);
  expect(saved.read('run-1')?.[0]?.text).toContain('Authorization: [secret]');
});

test('lets the oldest leave when all together are too large, and keeps one file for each run', () => {
  const { saved, home } = opened(4_000);
  // Text that hardly compresses: some 1,500 bytes for each log.
  const noise = (seed: number) => [
    aLine(0, { text: Array.from({ length: 2_000 }, (_, i) => ((((i * 7919 + seed) ** 3) >>> 3) % 36).toString(36)).join('') }),
  ];
  for (const number of [1, 2, 3, 4, 5]) saved.keep(run(`run-${number}`, number), noise(number));
  const kept = saved.list('e').map(({ executionId }) => executionId);
  expect(kept[0]).toBe('run-5');
  expect(kept.length).toBeLessThan(5);
  expect(readdirSync(home).reduce((sum, name) => sum + statSync(path.join(home, name)).size, 0)).toBeLessThanOrEqual(4_000);
  saved.keep(run('run-5', 9), noise(5));
  expect(saved.list('e').filter(({ executionId }) => executionId === 'run-5')).toEqual([run('run-5', 9)]);
});

test('does not trip over files that are not its own, or broken', () => {
  const { saved, home } = opened();
  saved.keep(run('run-1', 1), lineRange(0, 1));
  const [name = ''] = readdirSync(home);
  writeFileSync(path.join(home, name), 'no gzip');
  writeFileSync(path.join(home, 'note.txt'), 'x');
  writeFileSync(path.join(home, '%E0@a@b@c.json.gz'), 'x');
  expect(saved.list('e')).toEqual([run('run-1', 1)]);
  expect(saved.read('run-1')).toBeNull();
});
