import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import { SETTINGS_VERSION } from '../../../electron/contract/settings-version.ts';
import { exported, imported } from '../../../renderer/settings/transfer-text.ts';
import { T0 } from '../../support/a-world.ts';

const changed = { ...DEFAULT_SETTINGS, theme: 'dark', mutedEnvironments: ['e1'] } as const;

test('what was exported is imported as it was, under a name with the day', () => {
  const { name, text } = exported(changed, T0);
  expect(name).toMatch(/^qovery-tray-settings-2026-11-2\d\.json$/);
  expect(imported(text)).toEqual({ ok: true, value: changed });
});

test('senseless fields of an imported file are as by default', () => {
  const text = JSON.stringify({ ...changed, log: 'loud' });
  expect(imported(text)).toEqual({ ok: true, value: { ...changed, log: DEFAULT_SETTINGS.log } });
});

test.each(['', 'no JSON', '[]', '{}', '"text"', '{"name":"some other file"}', ' '.repeat(1_000_001)])(
  'a file that holds no settings changes nothing: %.20s',
  (text) => {
    expect(imported(text)).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
  },
);

test('a file of a newer app is refused: what it says may mean something else', () => {
  const text = JSON.stringify({ ...changed, version: SETTINGS_VERSION + 1 });
  expect(imported(text)).toMatchObject({ ok: false, problem: { detail: expect.stringContaining('newer version') as string } }); // vitest's matcher is any
});

test('a program that an imported file names is not run until its person switches it on', () => {
  const ownCommand = { isOn: true, program: '/bin/true', argumentLines: 'x' };
  const { text } = exported({ ...changed, ownCommand }, T0);
  expect(imported(text)).toMatchObject({ ok: true, value: { ownCommand: { ...ownCommand, isOn: false } } });
});
