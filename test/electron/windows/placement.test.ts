import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placement, SMALLEST, type Rectangle } from '../../../electron/windows/placement.ts';

const LAPTOP: Rectangle = { x: 0, y: 27, width: 1280, height: 773 }; // a panel above
const RIGHT: Rectangle = { x: 1280, y: 0, width: 1920, height: 1080 };
const SIZE = { width: 440, height: 640 };

test('a window never opened before stands in the middle of the primary display', () => {
  expect(placement({ remembered: null, size: SIZE, workAreas: [LAPTOP, RIGHT] })).toEqual({ x: 420, y: 94, width: 440, height: 640 });
});

test.each<[string, Rectangle]>([
  ['on the primary display', { x: 10, y: 40, width: 500, height: 700 }],
  ['on the other display', { x: 2000, y: 300, width: 500, height: 700 }],
  ['across both displays', { x: 1100, y: 100, width: 500, height: 600 }],
  ['partly below the edge, its upper edge in reach', { x: 10, y: 700, width: 500, height: 700 }],
  ['partly left of the edge, enough of it in reach', { x: -400, y: 100, width: 500, height: 700 }],
])('a window that stood %s stands there again', (_, remembered) => {
  expect(placement({ remembered, size: SIZE, workAreas: [LAPTOP, RIGHT] })).toEqual(remembered);
});

test.each<[string, Rectangle]>([
  ['on a display that is gone', { x: 2000, y: 300, width: 500, height: 700 }],
  ['with too little of it left to grasp', { x: -450, y: 100, width: 500, height: 700 }],
  ['with its upper edge behind the panel', { x: 100, y: 0, width: 500, height: 700 }],
  ['below everything', { x: 100, y: 795, width: 500, height: 700 }],
])('a window that stood %s comes to the middle, as large as it was', (_, remembered) => {
  expect(placement({ remembered, size: SIZE, workAreas: [LAPTOP] })).toEqual({ x: 390, y: 64, width: 500, height: 700 });
});

test('a window that reached its display only by a width that no longer fits comes to the middle', () => {
  const remembered = { x: -2_900, y: 100, width: 3_000, height: 700 };
  expect(placement({ remembered, size: SIZE, workAreas: [LAPTOP] })).toEqual({ x: 0, y: 64, width: 1280, height: 700 });
});

test.each<[string, Rectangle, { width: number; height: number }]>([
  ['larger than its display is made to fit it', { x: 0, y: 27, width: 3000, height: 2000 }, { width: 1280, height: 773 }],
  ['smaller than the smallest is made that large', { x: 9, y: 40, width: 3, height: 3 }, SMALLEST],
])('a window %s', (_, remembered, expected) => {
  expect(placement({ remembered, size: SIZE, workAreas: [LAPTOP] })).toMatchObject(expected);
});

test('a window keeps its smallest size on a display that is smaller still', () => {
  const tiny = { x: 0, y: 0, width: 200, height: 100 };
  expect(placement({ remembered: null, size: SIZE, workAreas: [tiny] })).toEqual({ x: 0, y: 0, ...SMALLEST });
});

test('a window opens without any display known', () => {
  expect(placement({ remembered: null, size: SIZE, workAreas: [] })).toEqual({ x: 0, y: 0, ...SIZE });
});

test('windows of one kind do not hide each other, though frames shift them by some pixels', () => {
  const first = placement({ remembered: null, size: SIZE, workAreas: [LAPTOP] });
  const shifted = { ...first, x: first.x + 1, y: first.y + 20 };
  const second = placement({ remembered: null, size: SIZE, workAreas: [LAPTOP], taken: [first] });
  expect(second).toEqual({ ...first, x: first.x + 28, y: first.y + 28 });
  const third = placement({ remembered: null, size: SIZE, workAreas: [LAPTOP], taken: [shifted, second] });
  expect(third).toEqual({ ...first, x: first.x + 56, y: first.y + 56 });
});

test('a row of windows that would leave the display goes on at its corner', () => {
  const remembered = { x: 830, y: 150, width: 440, height: 640 };
  expect(placement({ remembered, size: SIZE, workAreas: [LAPTOP], taken: [remembered] })).toMatchObject({ x: 0, y: 27 });
});

test('whatever was remembered, a person can grasp the window, and its numbers are whole', () => {
  const number = fc.double({ min: -10_000, max: 10_000, noNaN: true });
  const remembered = fc.record({ x: number, y: number, width: number, height: number });
  fc.assert(
    fc.property(remembered, (was) => {
      const { x, y, width, height } = placement({ remembered: was, size: SIZE, workAreas: [LAPTOP, RIGHT] });
      for (const value of [x, y, width, height]) expect(Number.isInteger(value)).toBe(true);
      const isInReach = [LAPTOP, RIGHT].some(
        (area) => x + width >= area.x + 99 && x <= area.x + area.width - 99 && y >= area.y - 1 && y + 23 <= area.y + area.height,
      );
      expect(isInReach).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
