import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorText, explainedLine, explanationOf, folded, type WhyRow } from '../../../renderer/log-viewer/explanation.ts';
import type { LogError } from '../../../electron/model/log-line.ts';
import { AN_ERROR } from '../../support/a-log.ts';

const fits = (most: number) => (text: string) => text.length <= most;
/** A face of which every character is 10 px wide. */
const explained = (error: LogError, lineText = 'build failed', widthPx = 500): readonly string[] =>
  explanationOf(error, lineText, widthPx, (text) => text.length * 10).map(wordOf);
const wordOf = (row: WhyRow): string => (row.kind === 'link' ? row.url : row.kind === 'actions' ? 'actions' : `${row.kind}: ${row.text}`);

test('says what the platform says, the hint, the link and what lies beneath', () => {
  expect(explained(AN_ERROR)).toEqual([
    'label: What the platform says',
    'text: The container image of api could not be built.',
    'label: Hint',
    'text: Run go mod tidy, then deploy again.',
    'https://docs.test/build',
    'label: Underlying error',
    'mono: exit code: 1',
    'mono: at step 5',
    'actions',
  ]);
});

test('does not say again what the line says', () => {
  expect(explained(AN_ERROR, `\u001B[31mError: ${AN_ERROR.message}\u001B[0m`)[0]).toBe('label: Hint');
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://', 'docs.test'])('gives no way to %s', (link) => {
  expect(explained({ ...AN_ERROR, link })).not.toContain(link);
});

test('breaks the line itself at words', () => {
  const { line, why } = explainedLine(AN_ERROR, '\u001B[31mmissing go.sum entry', 120, 500, (text) => text.length * 10);
  expect(line).toEqual(['missing', 'go.sum entry']);
  expect(why).toHaveLength(9);
});

test('has rows even when the error says nothing', () => {
  expect(explained({ tag: null, message: '', hint: null, link: null, underlying: null })).toEqual(['actions']);
});

test.each([
  ['short', 10, ['short']],
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 8, ['one two', 'three']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['a\nb\r\nc', 10, ['a', 'b', 'c']],
  ['a\n\nb', 10, ['a', '', 'b']],
  ['trailing \n\n', 10, ['trailing']],
  ['', 10, ['']],
])('folds %j to %i cells', (text, most, rows) => {
  expect(folded(text, fits(most))).toEqual(rows);
});

test('loses no word, and no row is too wide', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') }), fc.integer({ min: 2, max: 20 }), (text, most) => {
      const rows = folded(text, fits(most));
      expect(rows.every((row) => row.length <= most)).toBe(true);
      expect(rows.join('').replaceAll(' ', '')).toBe(text.replaceAll(/[ \n]/g, ''));
    }),
  );
});

test('does not cut a character of two units in half', () => {
  expect(folded('🚀🚀🚀', fits(3))).toEqual(['🚀', '🚀', '🚀']);
});

test('says how much it leaves out of a very long text', () => {
  const rows = folded(Array.from({ length: 1000 }, (_, index) => `frame ${index}`).join('\n'), fits(50), 100);
  expect(rows).toHaveLength(101);
  expect(rows.at(-1)).toBe('… 900 more lines');
});

test('copies everything, each thing once', () => {
  expect(errorText(AN_ERROR, `\u001B[31m${AN_ERROR.message}`).split('\n')).toEqual([
    AN_ERROR.message,
    'BuilderDockerCannotBuildContainerImage',
    'Run go mod tidy, then deploy again.',
    'https://docs.test/build',
    'exit code: 1',
    'at step 5',
  ]);
});
