import { expect, test } from 'vitest';
import { idsSet, kept, withEntries, withoutEntries } from '../../../electron/model/same.ts';

test('what says the same keeps its identity', () => {
  const before = { a: [1, { b: null }], c: Number.NaN };
  expect(kept(before, { a: [1, { b: null }], c: Number.NaN })).toBe(before);
  for (const other of [
    { a: [1, { b: 2 }], c: Number.NaN },
    { a: [1], c: Number.NaN },
    { a: { 0: 1, 1: { b: null } }, c: Number.NaN },
    { a: before.a },
  ])
    expect(kept<object>(before, other)).toBe(other);
  expect(kept(undefined, 1)).toBe(1);
});
test('a record is a new one only when an entry is', () => {
  const record = { a: { n: 1 }, b: { n: 2 } };
  expect(withEntries(record, [['a', { n: 1 }]])).toBe(record);
  const changed = withEntries(record, [
    ['a', { n: 9 }],
    ['b', { n: 2 }],
  ]);
  expect(changed).toEqual({ a: { n: 9 }, b: { n: 2 } });
  expect(changed['b']).toBe(record.b);
  expect(withoutEntries(record, new Set(['z']))).toBe(record);
  expect(withoutEntries(record, new Set(['a']))).toEqual({ b: { n: 2 } });
});

test('a record remembers what it was made of, one step back', () => {
  const first = { a: { n: 1 }, b: { n: 2 } };
  const second = withEntries(first, [
    ['a', { n: 1 }],
    ['c', { n: 3 }],
  ]);
  const third = withEntries(second, [['b', { n: 9 }]]);
  expect([idsSet(first, second), idsSet(second, third)]).toEqual([['c'], ['b']]);
  expect([idsSet(first, third), idsSet(third, second), idsSet(first, { ...second }), idsSet(first, first)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
