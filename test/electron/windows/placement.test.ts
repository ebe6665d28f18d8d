import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rectangle } from '../../../electron/model/rectangle.ts';
import { besideTray, placement, SMALLEST, type Area } from '../../../electron/windows/placement.ts';

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

const rectangle = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });
/** 1920 × 1080 with a panel of 48 px at one edge. */
const WHOLE = rectangle(0, 0, 1920, 1080);
const at = {
  bottom: { bounds: WHOLE, workArea: rectangle(0, 0, 1920, 1032) },
  top: { bounds: WHOLE, workArea: rectangle(0, 48, 1920, 1032) },
  left: { bounds: WHOLE, workArea: rectangle(48, 0, 1872, 1080) },
  right: { bounds: WHOLE, workArea: rectangle(0, 0, 1872, 1080) },
} satisfies Record<string, Area>;
const hidden: Area = { bounds: WHOLE, workArea: WHOLE };
/** Left of the first, higher, at 150 %: Windows tells of such displays in fractions. */
const second: Area = { bounds: rectangle(-1706.67, -400, 1706.67, 960), workArea: rectangle(-1706.67, -400, 1706.67, 920) };

test.each<[string, Rectangle, readonly Area[], Rectangle]>([
  ['a panel below', rectangle(1600, 1040, 24, 32), [at.bottom], rectangle(1392, 392, 440, 640)],
  ['a panel above', rectangle(1200, 8, 24, 32), [at.top], rectangle(992, 48, 440, 640)],
  ['a panel at the left', rectangle(8, 900, 32, 24), [at.left], rectangle(48, 440, 440, 640)],
  ['a panel at the right', rectangle(1880, 500, 32, 24), [at.right], rectangle(1432, 192, 440, 640)],
  ['the corner: the window stays whole', rectangle(1890, 1040, 24, 32), [at.bottom], rectangle(1480, 392, 440, 640)],
  ['a panel that hides, below', rectangle(1600, 1050, 24, 24), [hidden], rectangle(1392, 440, 440, 640)],
  ['a panel that hides, above', rectangle(1600, 4, 24, 24), [hidden], rectangle(1392, 0, 440, 640)],
  [
    'the menu bar of a Mac',
    rectangle(1300.5, 0, 30, 24),
    [{ bounds: WHOLE, workArea: rectangle(0, 25, 1920, 1055) }],
    rectangle(1096, 25, 440, 640),
  ],
  ['the second display', rectangle(-200, 525, 24, 32), [at.bottom, second], rectangle(-440, -120, 440, 640)],
  ['a place on no display', rectangle(9000, 9000, 24, 24), [at.bottom], rectangle(1480, 392, 440, 640)],
])('at %s the window stands beside the icon', (_, icon, displays, expected) => {
  expect(besideTray({ icon, size: SIZE, displays })).toEqual(expected);
});

test('beside the icon, too, a window is no larger than its display', () => {
  expect(besideTray({ icon: rectangle(1600, 1040, 24, 32), size: { width: 3000, height: 2000 }, displays: [at.bottom] })).toEqual(
    at.bottom.workArea,
  );
});

test('wherever the icon is, the window lies whole on a work area', () => {
  const displays = [at.bottom, second];
  fc.assert(
    fc.property(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -1500, max: 2000 }), (x, y) => {
      const { x: left, y: top, width, height } = besideTray({ icon: rectangle(x, y, 24, 24), size: SIZE, displays });
      return displays.some(
        ({ workArea: area }) =>
          left >= area.x - 1 && top >= area.y - 1 && left + width <= area.x + area.width + 1 && top + height <= area.y + area.height + 1,
      );
    }),
  );
});
