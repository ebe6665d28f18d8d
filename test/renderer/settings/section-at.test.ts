import { expect, test } from 'vitest';
import { sectionAt } from '../../../renderer/settings/section-at.ts';

const TOPS = [0, 300, 900, 1_700, 1_800]; // of a page of 2,000 px, read through 600
const at = (scrolled: number): number =>
  sectionAt(
    TOPS.map((top) => top - scrolled),
    600,
    1_400 - scrolled,
  );

test.each([
  ['the first, at the top', 0, 0],
  ['the second, once its heading is at the upper edge', 300, 1],
  ['the second still, before the third has come', 700, 1],
  ['the third, as soon as its heading is near', 840, 2],
  ['the last, at the end, though its heading cannot come to the upper edge', 1_400, 4],
])('the section that is read is %s', (_, scrolled, section) => {
  expect(at(scrolled)).toBe(section);
});

test('a page above its first heading is in its first section', () => {
  expect(sectionAt([200, 400], 100, 1_000)).toBe(0);
  expect(sectionAt([], 100, 0)).toBe(0);
});
