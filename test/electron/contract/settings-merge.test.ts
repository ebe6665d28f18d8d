import { expect, test } from 'vitest';
import { mergedSettings } from '../../../electron/contract/settings-merge.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../electron/contract/settings.ts';

const seen = DEFAULT_SETTINGS;
const inList = (...favourites: readonly string[]): Settings => ({ ...seen, list: { ...seen.list, favourites } });

test('two windows that change two things have both', () => {
  const current = { ...seen, theme: 'dark' } as const;
  const wanted: Settings = { ...seen, notifications: { ...seen.notifications, successes: true } };
  expect(mergedSettings(current, { seen, wanted })).toEqual({ ...wanted, theme: 'dark' });
});

test('of two that change the same thing the last one has it', () => {
  expect(mergedSettings({ ...seen, theme: 'dark' }, { seen, wanted: { ...seen, theme: 'light' } }).theme).toBe('light');
});

test('two fields of one group do not undo each other', () => {
  const current: Settings = { ...seen, log: { ...seen.log, wrap: true } };
  expect(mergedSettings(current, { seen, wanted: { ...seen, log: { ...seen.log, time: 'utc' } } }).log).toEqual({
    ...seen.log,
    wrap: true,
    time: 'utc',
  });
});

test.each<[string, readonly string[], readonly string[], readonly string[], readonly string[]]>([
  ['one added here, one there', ['a', 'b'], ['a'], ['a', 'c'], ['a', 'b', 'c']],
  ['one removed here, one added there', ['a', 'b', 'c'], ['a', 'b'], ['b'], ['b', 'c']],
  ['the same added in both', ['a', 'b'], ['a'], ['a', 'b'], ['a', 'b']],
  ['the same removed in both', ['b'], ['a', 'b'], ['b'], ['b']],
])('a list that two windows change: %s', (_, current, before, wanted, expected) => {
  expect(mergedSettings(inList(...current), { seen: inList(...before), wanted: inList(...wanted) })).toEqual(inList(...expected));
});

test('a list of records is merged entry by entry', () => {
  const one = (environmentId: string) => ({ environmentId, troubles: null, until: null });
  const current = { ...seen, known: [one('a'), one('b')] };
  const wanted = { ...seen, known: [one('c')] };
  expect(mergedSettings(current, { seen: { ...seen, known: [one('a')] }, wanted }).known).toEqual([one('b'), one('c')]);
});

test('whoever changes nothing undoes nothing', () => {
  const current = { ...inList('a'), theme: 'dark' } as const;
  expect(mergedSettings(current, { seen, wanted: seen })).toEqual(current);
});
