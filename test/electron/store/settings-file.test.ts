import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';
import { SETTINGS_VERSION } from '../../../electron/contract/settings-version.ts';
import { SILENT_LOG } from '../../../electron/log.ts';
import { openSettingsFile } from '../../../electron/store/settings-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const DARK: Settings = { ...DEFAULT_SETTINGS, theme: 'dark', mutedEnvironments: ['e1'] };

test('starts with the defaults and writes nothing before something changes', () => {
  const folder = scratchFolder();
  const settings = openSettingsFile(folder, SILENT_LOG);
  expect(settings.current()).toEqual(DEFAULT_SETTINGS);
  expect(settings.problems()).toEqual([]);
  expect(settings.change(DEFAULT_SETTINGS)).toEqual({ ok: true, value: null });
  expect(readdirSync(folder)).toEqual([]);
});

test('holds after a restart, in a file only its person can read', () => {
  const folder = scratchFolder();
  expect(openSettingsFile(folder, SILENT_LOG).change(DARK).ok).toBe(true);
  expect(openSettingsFile(folder, SILENT_LOG).current()).toEqual(DARK);
  expect(statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
});

test('tells subscribers of each change, and not when nothing changed', () => {
  const settings = openSettingsFile(scratchFolder(), SILENT_LOG);
  const heard: Settings[] = [];
  const stop = settings.subscribe((next) => void heard.push(next));
  settings.change(DARK);
  settings.change(structuredClone(DARK));
  stop();
  settings.change(DEFAULT_SETTINGS);
  expect(heard).toEqual([DARK]);
});

test('takes what makes sense of a file edited by hand, and keeps what it does not know', () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, '{ "theme": "dark", "log": 5, "ofANewerVersion": { "x": 1 } }');
  const settings = openSettingsFile(folder, SILENT_LOG);
  expect([settings.current(), settings.problems()]).toEqual([{ ...DEFAULT_SETTINGS, theme: 'dark' }, []]);
  settings.change(DARK);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...DARK, ofANewerVersion: { x: 1 }, version: SETTINGS_VERSION });
});

test.each([
  ['no JSON', '{"theme": "dark"', 'it is not valid JSON'],
  ['no settings', '[1]', 'it does not hold what it should'],
])('a file that is %s is set aside and told of; the next change writes a good one', (_, text, why) => {
  const folder = scratchFolder();
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, text);
  const settings = openSettingsFile(folder, SILENT_LOG);
  expect(settings.current()).toEqual(DEFAULT_SETTINGS);
  expect(settings.problems()).toEqual([
    { kind: 'store', file: 'settings.json', detail: `${why}; it was set aside as settings.broken-1.json, and the defaults are used` },
  ]);
  expect(settings.change(DARK).ok).toBe(true);
  expect(openSettingsFile(folder, SILENT_LOG).current()).toEqual(DARK);
  expect(readFileSync(path.join(folder, 'settings.broken-1.json'), 'utf8')).toBe(text);
});

test('a change that cannot be written holds for this run, is said as long as that is so, and is written when the disk allows it again', () => {
  const folder = path.join(scratchFolder(), 'data');
  const settings = openSettingsFile(folder, SILENT_LOG);
  writeFileSync(folder, 'in the way');
  const heard: (readonly [Settings, number])[] = [];
  settings.subscribe((next) => void heard.push([next, settings.problems().length]));
  expect(settings.change(DARK)).toMatchObject({ ok: false, problem: { kind: 'store', file: 'settings.json' } });
  expect(settings.problems()).toMatchObject([
    { kind: 'store', detail: expect.stringMatching(/; changes hold until the app ends$/) as string },
  ]); // vitest's matcher is any
  expect([settings.current(), heard]).toEqual([DARK, [[DARK, 1]]]);

  rmSync(folder);
  mkdirSync(folder);
  expect(settings.change(DARK).ok).toBe(true);
  expect(openSettingsFile(folder, SILENT_LOG).current()).toEqual(DARK);
  expect(heard).toEqual([
    [DARK, 1],
    [DARK, 0],
  ]);
});

test('a file of a newer app is read as far as it makes sense, kept as it is, and that is said', () => {
  const folder = scratchFolder();
  const file = path.join(folder, 'settings.json');
  const text = JSON.stringify({ version: SETTINGS_VERSION + 6, theme: 'dark', list: 'of another kind' });
  writeFileSync(file, text);
  const settings = openSettingsFile(folder, SILENT_LOG);
  expect(settings.current()).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
  const [problem] = settings.problems();
  expect(problem).toMatchObject({ kind: 'store', detail: expect.stringContaining(`version ${SETTINGS_VERSION + 6}`) as string }); // as above
  expect(settings.change(DARK)).toEqual({ ok: false, problem });
  expect([settings.current(), settings.problems()]).toEqual([DARK, [problem]]);
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('the file says its version from the first change on', () => {
  const folder = scratchFolder();
  openSettingsFile(folder, SILENT_LOG).change(DARK);
  expect(JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8'))).toEqual({ ...DARK, version: SETTINGS_VERSION });
});

test('a file that breaks while the app runs does not stop it', () => {
  const folder = scratchFolder();
  const settings = openSettingsFile(folder, SILENT_LOG);
  settings.change(DARK);
  writeFileSync(path.join(folder, 'settings.json'), '{');
  expect(settings.change(DEFAULT_SETTINGS)).toMatchObject({ ok: false, problem: { kind: 'store' } });
  expect(settings.current()).toEqual(DEFAULT_SETTINGS);
});
