import { expect, test } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { incidentText, jsonBlocks, textBlocks } from '../../../renderer/log-viewer/export.ts';
import { EMPTY_LOG, withGap, withLines } from '../../../renderer/log-viewer/kept-log.ts';
import { linkedSpans } from '../../../renderer/log-viewer/links.ts';
import { layoutOf } from '../../../renderer/log-viewer/lines.ts';
import { noteText, withMarker } from '../../../renderer/log-viewer/notes.ts';
import { choosing, chosenNumbers, FIRST_VIEW, isChosen } from '../../../renderer/log-viewer/view.ts';
import { aLine, anErrorLine, lineRange, LOG_T0 } from '../../support/a-log.ts';

const whole = (numbers: readonly number[]) => ({ numbers, isWhole: true });
const logOf = (lines: readonly LogLine[]) => withLines(EMPTY_LOG, packLines(lines));

const linesText = (...of: Parameters<typeof textBlocks>): string => [...textBlocks(...of)].join('\n');
const linesJson = (...of: Parameters<typeof jsonBlocks>): string => `[\n${[...jsonBlocks(...of)].join(',\n')}\n]\n`;

test('is made a few hundred lines at a time, and nothing is lost between the pieces', () => {
  const [log, numbers] = [logOf(lineRange(0, 1_200)), Array.from({ length: 1_201 }, (_, number) => number)];
  const blocks = [...textBlocks(log, whole(numbers), { time: 'off', hasSender: false })];
  expect(blocks.length).toBe(3);
  expect(blocks.join('\n').split('\n')).toEqual(numbers.map((number) => `line ${number}`));
  expect(JSON.parse(linesJson(log, whole(numbers)))).toHaveLength(1_201);
});

test('writes lines without colours, with and without times and names', () => {
  const log = logOf([aLine(0, { text: '\u001B[31mred\u001B[0m' }), aLine(1, { at: null, sender: '' })]);
  expect(linesText(log, whole([0, 1, 9]), { time: 'off', hasSender: false })).toBe('red\nline 1');
  expect(linesText(log, whole([0, 1]), { time: 'utc', hasSender: true })).toBe('14:02:00.000Z api red\nline 1');
});

test('writes JSON that reads back, a line of the file for each line of the log', () => {
  const text = linesJson(logOf([aLine(0, { at: null, text: 'a "quoted"\ntext' }), anErrorLine(1)]), whole([0, 1]));
  expect(JSON.parse(text)).toMatchObject([
    { time: null, level: 'info', text: 'a "quoted"\ntext', error: null },
    { time: '2026-11-24T14:02:01.000Z', isError: true, step: 'BuiltError', error: { hint: 'Run go mod tidy, then deploy again.' } },
  ]);
  expect(text.trim().split('\n')).toHaveLength(4);
  expect(JSON.parse(linesJson(logOf([]), whole([])))).toEqual([]);
});

test('takes the notes between lines along; those above and below only with the whole log', () => {
  const gap = { afterMs: 12_000, count: 3, why: 'connection' } as const;
  const lines = withGap(logOf(lineRange(0, 2)), gap);
  const log = { ...lines, notes: withMarker(withMarker(lines.notes, 1, LOG_T0), 0, LOG_T0) };
  const head = { time: 'off', hasSender: false } as const;
  const marker = noteText({ kind: 'marker', at: LOG_T0 });
  const lost = 'Connection lost for 12 s. About 3 lines are missing here.';
  expect(linesText(log, whole([0, 1, 2]), head).split('\n')).toEqual([
    `— ${marker} —`,
    'line 0',
    `— ${marker} —`,
    'line 1',
    'line 2',
    `— ${lost} —`,
  ]);
  expect(linesText(log, { numbers: [0, 2], isWhole: false }, head).split('\n')).toEqual(['line 0', `— ${marker} —`, 'line 2']);
  expect(linesText(log, { numbers: [1, 2], isWhole: false }, head)).toBe('line 1\nline 2');
  expect(JSON.parse(linesJson(log, whole([1])))).toMatchObject([
    { marker: '2026-11-24T14:02:00.000Z' },
    { marker: '2026-11-24T14:02:00.000Z' },
    { text: 'line 1' },
    { gap: lost },
  ]);
});

const INCIDENT = {
  title: 'shop / *api*: DEPLOYMENT ERROR',
  facts: [
    ['Deployment', 'run-1'],
    ['Service', null],
  ],
  link: 'https://console.test/x',
} as const;

test('makes an incident of an error: what, ids, hint, links, and twenty lines around it', () => {
  const log = logOf([...lineRange(0, 49), anErrorLine(50), ...lineRange(51, 99)]);
  const numbers = Array.from({ length: 100 }, (_, number) => number);
  const text = incidentText(log, numbers, 50, INCIDENT);
  expect(text.split('\n').slice(0, 13)).toEqual([
    '## shop / \\*api\\*: DEPLOYMENT ERROR',
    '',
    '**The container image of api could not be built.**',
    '',
    '- Deployment: run-1',
    '- Said by: api',
    '- Step: BuiltError',
    '- Hint: Run go mod tidy, then deploy again.',
    '- Kind of error: BuilderDockerCannotBuildContainerImage',
    '- Help: <https://docs.test/build>',
    '- Console: <https://console.test/x>',
    '',
    '```text',
  ]);
  const quoted = text.split('```text\n')[1]?.split('\n```')[0]?.split('\n') ?? [];
  expect([quoted.length, quoted[0], quoted[14]]).toEqual([20, '14:02:36.000Z api line 36', '14:02:50.000Z api build failed']);
  expect(text).toContain('Underlying error:\n\n```text\nexit code: 1\nat step 5\n```');
});

test('fences what holds a fence, and needs no error to quote a line', () => {
  const text = incidentText(logOf([aLine(0, { text: 'a ```` b' })]), [0], 0, INCIDENT);
  expect(text).toContain('`````text\n14:02:00.000Z api a ```` b\n`````');
  expect(text).not.toContain('Hint');
  expect(incidentText(logOf([]), [], 0, INCIDENT)).toBe('');
  expect(incidentText(logOf([aLine(0)]), [0], 0, { ...INCIDENT, link: '' })).not.toContain('Console');
});

test.each([
  ['see https://a.test/x, now', ['https://a.test/x']],
  ['(http://a.test/y)', ['http://a.test/y']],
  ['https://a.test/(b)', ['https://a.test/(b)']],
  ['<https://a.test> "https://b.test/?q=1&r=2#f".', ['https://a.test', 'https://b.test/?q=1&r=2#f']],
  ['ftp://a.test javascript://x file:///etc https:// xhttp://a.test', []],
])('finds the addresses in %j', (text, urls) => {
  const spans = linkedSpans([{ text, classes: '' }]);
  expect(spans.flatMap(({ url }) => url ?? [])).toEqual(urls);
  expect(spans.map((span) => span.text).join('')).toBe(text);
});

test('keeps an address whole across colours', () => {
  const spans = linkedSpans([
    { text: 'at http://', classes: '' },
    { text: 'a.test/x', classes: 'a-red' },
  ]);
  expect(spans).toEqual([
    { text: 'at ', classes: '', url: null },
    { text: 'http://', classes: '', url: 'http://a.test/x' },
    { text: 'a.test/x', classes: 'a-red', url: 'http://a.test/x' },
  ]);
});

test('chooses lines from where the choice began, up or down; all that are shown when none are', () => {
  const layout = layoutOf(logOf(lineRange(0, 9)), { columns: 80, isWrapped: false, filter: null, unfolded: new Map() });
  const numbers = (view = FIRST_VIEW) => [...chosenNumbers(view, layout)];
  expect(numbers()).toHaveLength(10);
  const begun = choosing(FIRST_VIEW, 5, false);
  expect(numbers(begun)).toEqual([5]);
  expect(numbers(choosing(begun, 7, true))).toEqual([5, 6, 7]);
  const up = choosing(choosing(begun, 7, true), 3, true);
  expect([numbers(up), isChosen(up, 4), isChosen(up, 6)]).toEqual([[3, 4, 5], true, false]);
  expect(numbers(choosing(up, 9, false))).toEqual([9]);
});
