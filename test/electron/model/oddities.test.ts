import { expect, test } from 'vitest';
import { NO_ODDITIES, odditiesText, withOddities, type Oddity } from '../../../electron/model/oddities.ts';

const state = (sample: string): Oddity => ({ kind: 'deployment state', sample });

test('nothing odd is said of nothing', () => expect(odditiesText(NO_ODDITIES)).toBe(''));

test('each sample counts once, and nothing new is the very same object', () => {
  const once = withOddities(NO_ODDITIES, [state('FOO'), state('BAR'), state('FOO')]);
  expect(once).toEqual({ 'deployment state': ['FOO', 'BAR'] });
  expect(withOddities(once, [state('BAR')])).toBe(once);
});

test('kinds are counted with two examples each', () => {
  const found = withOddities(NO_ODDITIES, [
    ...['FOO', 'BAR', 'BAZ'].map(state),
    { kind: 'entry without an id', sample: 'jobs' },
    { kind: 'entry without an id', sample: 'helms' },
    { kind: 'time', sample: 'created_at: -1' },
  ]);
  expect(odditiesText(found)).toBe(
    '6 values that this app does not know: 3 deployment states (e.g. FOO, BAR), 2 entries without an id (jobs, helms), 1 time (created_at: -1)',
  );
});

test.each([
  ['control characters are seen', 'A\u0000B\u001B[31m', String.raw`A\u0000B\u001b[31m`],
  ['right-to-left marks are seen', '\u202Eevil\u202C', String.raw`\u202eevil\u202c`],
  ['10,000 characters are cut', 'x'.repeat(10_000), `${'x'.repeat(39)}…`],
  ['emoji stay whole', `${'x'.repeat(38)}🚀🚀`, `${'x'.repeat(38)}…`],
  ['words of any script stay', 'ÜBERPRÜFT 完了 مكتمل', 'ÜBERPRÜFT 完了 مكتمل'],
])('in a sample %s', (_, sample, shown) => expect(withOddities(NO_ODDITIES, [state(sample)])['deployment state']).toEqual([shown]));

test('a platform that makes up words without end fills no memory', () => {
  const many = withOddities(
    NO_ODDITIES,
    Array.from({ length: 5_000 }, (_, i) => state(`S${i}`)),
  );
  expect(many['deployment state']).toHaveLength(200);
  expect(odditiesText(many)).toContain('200 or more deployment states (e.g. S0, S1)');
});
