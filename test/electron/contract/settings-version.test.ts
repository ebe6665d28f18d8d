import { expect, test } from 'vitest';
import { SETTINGS_VERSION, versioned } from '../../../electron/contract/settings-version.ts';

const renamed = ({ colour, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, theme: colour });
const doubled = ({ theme, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, theme: `${String(theme)}-${String(theme)}` });
const steps = [(old: Readonly<Record<string, unknown>>) => old, renamed, doubled];

test.each([
  ['without a version goes every step', { colour: 'dark', x: 1 }, { theme: 'dark-dark', x: 1, version: 3 }],
  ['of the first version goes those after it', { version: 1, colour: 'dark' }, { theme: 'dark-dark', version: 3 }],
  ['one version old goes the last', { version: 2, theme: 'dark' }, { theme: 'dark-dark', version: 3 }],
  ['of today goes none', { version: 3, theme: 'dark' }, { theme: 'dark', version: 3 }],
  ['whose version is a word has none', { version: 'two', colour: 'dark' }, { theme: 'dark-dark', version: 3 }],
  ['whose version is negative has none', { version: -1, colour: 'dark' }, { theme: 'dark-dark', version: 3 }],
  ['whose version is a fraction has none', { version: 1.5, colour: 'dark' }, { theme: 'dark-dark', version: 3 }],
])('a file %s', (_, file, content) => {
  expect(versioned(file, steps)).toEqual({ kind: 'known', content });
});

test('a file of a newer app is told apart, and nothing in it is touched', () => {
  const file = { version: 4, theme: 'sepia' };
  expect(versioned(file, steps)).toEqual({ kind: 'newer', content: file, version: 4 });
});

test('what this app writes it knows; what one newer writes it does not', () => {
  expect(versioned({ version: SETTINGS_VERSION }).kind).toBe('known');
  expect(versioned({ version: SETTINGS_VERSION + 1 }).kind).toBe('newer');
});
