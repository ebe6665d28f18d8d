import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { spansOf } from '../../../renderer/log-viewer/ansi.ts';
import {
  finderOf,
  hitFrom,
  isDecided,
  markedSpans,
  newHits,
  NO_QUERY,
  patternRanges,
  plainRanges,
  type Query,
} from '../../../renderer/log-viewer/search.ts';
import { withNumber } from '../../../renderer/log-viewer/numbers.ts';
import { aLine } from '../../support/a-log.ts';

const plain = (text: string, more: Partial<Query> = {}): Query => ({ ...NO_QUERY, text, ...more });
const pattern = (text: string, more: Partial<Query> = {}): Query => plain(text, { isPattern: true, ...more });
const found = (query: Query, texts: readonly string[]): readonly number[] =>
  finderOf(query)(packLines(texts.map((text, index) => aLine(index, { text }))));

test.each([
  [plain('pgx'), [0, 2]],
  [plain('PGX'), [0, 2]],
  [plain('Pgx', { isCase: true }), [2]],
  [plain('nothing of it'), []],
  [plain(''), []],
  [plain('a.b'), [3]],
  [pattern('a.b'), [3, 4]],
  [pattern('^use|^no$'), [0, 1]],
  [pattern('PGX'), [0, 2]],
  [pattern('Pgx', { isCase: true }), [2]],
  [pattern('('), []],
])('finds %j', (query, lines) => {
  expect(found(query, ['use pgx', 'no', 'PgxPool', 'a.b', 'axb'])).toEqual(lines);
});

test('does not see colours, and finds what they cut', () => {
  const texts = ['time\u001B[31mout\u001B[0m', '\u001B[31m', 'timeout é'];
  expect(found(plain('timeout'), texts)).toEqual([0, 2]);
  expect(found(pattern('^timeout'), texts)).toEqual([0, 2]);
  expect(found(plain('31m'), texts)).toEqual([]);
});

test('finds text beside text that is no ASCII', () => {
  expect(found(plain('日本 e'), ['🚀 日本 error', 'É', 'é'])).toEqual([0]);
  expect(found(plain('é'), ['🚀 日本 error', 'É', 'é'])).toEqual([1, 2]);
  expect(found(plain('ERROR'), ['🚀 日本 error', 'É', 'é error'])).toEqual([0, 2]);
  expect(found(pattern('日. E'), ['🚀 日本 error', 'É', 'é'])).toEqual([0]);
});

test('does not find what begins in one line and ends in the next', () => {
  expect(found(plain('ab'), ['a', 'b', 'xab', 'a', 'bab'])).toEqual([2, 4]);
});

test('finds in many lines at once exactly what is found in each line alone', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'B', ' ', 'é', '\u001B[1m'), maxLength: 6 });
  const query = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é'), minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), query, (texts, text) => {
      const alone = texts.flatMap((one, index) => (one.replaceAll('\u001B[1m', '').toLowerCase().includes(text) ? [index] : []));
      expect(found(plain(text), texts)).toEqual(alone);
    }),
  );
});

test('goes from hit to hit and round the ends', () => {
  const hits = { ...newHits(plain('hit')), lines: [0, 2, 3].reduce(withNumber, newHits(NO_QUERY).lines) };
  expect([hitFrom(hits, -1, 1), hitFrom(hits, 0, 1), hitFrom(hits, 3, 1)]).toEqual([0, 2, 0]);
  expect([hitFrom(hits, 3, -1), hitFrom(hits, 1, -1), hitFrom(hits, 0, -1)]).toEqual([2, 0, 3]);
  expect(hitFrom(newHits(plain('x')), 0, 1)).toBeNull();
});

test.each<[string, boolean, { readonly through: number; readonly from: number; readonly step: 1 | -1 }]>([
  ['the next one is found', true, { through: 5, from: 0, step: 1 }],
  ['the next one may still come', false, { through: 5, from: 3, step: 1 }],
  ['all is looked at', true, { through: 10, from: 3, step: 1 }],
  ['all up to there is looked at', true, { through: 5, from: 4, step: -1 }],
  ['a nearer one before may still come', false, { through: 5, from: 8, step: -1 }],
  ['the last one of all is not known', false, { through: 5, from: 0, step: -1 }],
])('a hit is gone to once it is certain: %s (%s)', (_, expected, { through, from, step }) => {
  const query = plain('x');
  const lines = [0, 2, 3].reduce(withNumber, newHits(query).lines);
  expect(isDecided({ query, lines, through, trouble: null }, { query, from, step, end: 10 })).toBe(expected);
});
test('a hit is not certain while something else was searched, and certain when the search has ended', () => {
  const query = plain('x');
  const sought = { query, from: 0, step: 1, end: 10 } as const;
  expect(isDecided({ ...newHits(plain('x')), through: 10 }, sought)).toBe(false);
  expect(isDecided({ ...newHits(query), trouble: 'bad-pattern' }, sought)).toBe(true);
});

const marked = (text: string, ranges: readonly (readonly [number, number])[]): string =>
  markedSpans(spansOf(text), ranges)
    .map((part) => (part.isHit ? `[${part.text}]` : part.text))
    .join('');

test.each([
  ['use pgx and PGX', plain('pgx'), 'use [pgx] and [PGX]'],
  ['use pgx and PGX', plain('PGX', { isCase: true }), 'use pgx and [PGX]'],
  ['pgxpgx', plain('pgx'), '[pgx][pgx]'],
  ['none', plain('pgx'), 'none'],
  ['any', plain(''), 'any'],
  ['İ pgx', plain('pgx'), 'İ pgx'],
])('marks where %j holds %j', (text, query, expected) => {
  expect(marked(text, plainRanges(text, query))).toBe(expected);
});

test('marks where a pattern matches, and no end of empty matches', () => {
  expect(marked('use pgx and pgy', patternRanges('use pgx and pgy', pattern('pg.')))).toBe('use [pgx] and [pgy]');
  expect(patternRanges('aaa', pattern('b*'))).toEqual([]);
});

test('marks across colours and keeps them', () => {
  const parts = markedSpans(spansOf('a time\u001B[31mout\u001B[0m b'), [[2, 9]]);
  expect(parts).toEqual([
    { text: 'a ', classes: '', isHit: false },
    { text: 'time', classes: '', isHit: true },
    { text: 'out', classes: 'a-red', isHit: true },
    { text: ' b', classes: '', isHit: false },
  ]);
});
