import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText, spansOf } from '../../../renderer/log-viewer/ansi.ts';

const E = '\u001B[';
const drawn = (text: string): string =>
  spansOf(text)
    .map((span) => (span.classes ? `<${span.classes}>${span.text}` : span.text))
    .join('|');

test.each([
  ['plain', 'plain'],
  ['', ''],
  [`${E}31mred${E}0m after`, '<a-red>red| after'],
  [`${E}1;33mWARN${E}m pool`, '<a-yellow a-bold>WARN| pool'],
  [`${E}90mgrey${E}39m none`, '<a-black>grey| none'],
  [`${E}1mbold ${E}31mred ${E}22mthin`, '<a-bold>bold |<a-red a-bold>red |<a-red>thin'],
  [`${E}4;9;3;7mall${E}24;29;23;27m none`, '<a-underline a-strike a-italic a-inverse>all| none'],
  [`${E}38;5;196mred ${E}38;2;30;200;40mgreen ${E}38;5;252mpale`, '<a-red>red |<a-green>green |pale'],
  [`${E}48;5;196;36mcyan`, '<a-cyan>cyan'],
  [`${E}38;5;9mred`, '<a-red>red'],
])('draws %j as %s', (text, expected) => {
  expect(drawn(text)).toBe(expected);
});

test.each([
  ['moves of the cursor and clearing', `a${E}2Kb${E}10;5Hc${E}?25hd`, 'abcd'],
  ['titles and links of a terminal', 'a\u001B]0;title\u0007b\u001B]8;;https://x.test\u001B\\c', 'abc'],
  ['a sequence that is cut off', `a${E}31`, 'a'],
  ['an escape alone', 'a\u001B', 'a'],
  ['codes that are no numbers', `a${E}?31mb`, 'ab'],
])('leaves out %s', (_, text, expected) => {
  expect(plainText(text)).toBe(expected);
  expect(drawn(text)).toBe(expected);
});

test('makes control characters visible, but keeps tabs and line breaks', () => {
  expect(plainText('a\u0000b\u0007c\u007Fd\te\nf\rg\u0085')).toBe('a␀b␇c␡d\te\nfg\uFFFD');
});

test('leaves markup what it is: text', () => {
  expect(spansOf('<script>alert(1)</script>')).toEqual([{ text: '<script>alert(1)</script>', classes: '' }]);
});

test('never makes an empty span, and its classes are its own whatever comes', () => {
  const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u001B', '[', ']', ';', 'm', '38', '5', '2', '\u0007', '\n'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const spans = spansOf(pieces.join(''));
      expect(spans.every(({ text, classes }) => text !== '' && /^(a-[a-z]+( a-[a-z]+)*)?$/.test(classes))).toBe(true);
      expect(spans.map(({ text }) => text).join('')).toBe(plainText(pieces.join('')));
    }),
  );
});
