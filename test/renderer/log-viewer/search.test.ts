import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { EMPTY_LOG, withLines, type KeptLog } from '../../../renderer/log-viewer/kept-log.ts';
import { hitFrom, markedText, newSearch, searchOn, type Hits } from '../../../renderer/log-viewer/search.ts';
import { aLine, lineRange } from '../../support/a-log.ts';

const logOf = (texts: readonly string[]): KeptLog => withLines(EMPTY_LOG, packLines(texts.map((text, index) => aLine(index, { text }))));
function searched(query: string, log: KeptLog, isShown: (number: number) => boolean = () => true): Hits {
  let hits = newSearch(query);
  do hits = searchOn(hits, log, isShown);
  while (hits.through < log.end);
  return hits;
}
const linesOf = ({ lines }: Hits): readonly number[] => [...lines.room.subarray(0, lines.count)];

test.each([
  ['pgx', [0, 2]],
  ['PGX', [0, 2]],
  ['nothing of it', []],
  ['', []],
  ['a.b', [3]],
])('finds %j in plain lines', (query, lines) => {
  expect(linesOf(searched(query, logOf(['use pgx', 'no', 'PgxPool', 'a.b', 'axb'])))).toEqual(lines);
});

test('does not see colours, and finds what they cut', () => {
  const log = logOf(['time\u001B[31mout\u001B[0m', '\u001B[31m', 'timeout é']);
  expect(linesOf(searched('timeout', log))).toEqual([0, 2]);
  expect(linesOf(searched('31m', log))).toEqual([]);
});

test('finds text beside text that is no ASCII', () => {
  expect(linesOf(searched('日本 e', logOf(['🚀 日本 error', 'É', 'é'])))).toEqual([0]);
  expect(linesOf(searched('é', logOf(['🚀 日本 error', 'É', 'é'])))).toEqual([1, 2]);
});

test('does not find what begins in one line and ends in the next', () => {
  expect(linesOf(searched('ab', logOf(['a', 'b'])))).toEqual([]);
});

test('leaves out lines that are not shown', () => {
  expect(linesOf(searched('line', withLines(EMPTY_LOG, packLines(lineRange(0, 5))), (number) => number % 2 === 0))).toEqual([0, 2, 4]);
});

test('goes on where it stopped as lines come, a chunk at a time', () => {
  const early = withLines(EMPTY_LOG, packLines(lineRange(0, 999, { text: 'a hit' })));
  const late = withLines(early, packLines(lineRange(1000, 2999, { text: 'a hit' })));
  const first = searchOn(newSearch('hit'), late, () => true);
  expect([first.through, first.lines.count]).toEqual([1000, 1000]);
  const second = searchOn(first, late, () => true);
  expect([second.through, second.lines.count]).toEqual([3000, 3000]);
});

test('goes from hit to hit and round the ends', () => {
  const hits = searched('hit', logOf(['hit', 'no', 'hit', 'hit']));
  expect([hitFrom(hits, -1, 1), hitFrom(hits, 0, 1), hitFrom(hits, 3, 1)]).toEqual([0, 2, 0]);
  expect([hitFrom(hits, 3, -1), hitFrom(hits, 1, -1), hitFrom(hits, 0, -1)]).toEqual([2, 0, 3]);
  expect(hitFrom(newSearch('x'), 0, 1)).toBeNull();
});

test.each([
  ['use pgx and PGX', 'pgx', 'use [pgx] and [PGX]'],
  ['pgxpgx', 'pgx', '[pgx][pgx]'],
  ['none', 'pgx', 'none'],
  ['any', '', 'any'],
  ['İ pgx', 'pgx', 'İ pgx'],
])('marks where %j holds %j', (text, query, expected) => {
  const marked = markedText(text, query);
  expect(marked.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('')).toBe(expected);
});
