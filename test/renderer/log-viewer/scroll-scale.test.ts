import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  endPx,
  MOST_ELEMENT_PX,
  positionOf,
  ROW_PX,
  rowTopPx,
  scrollScale,
  scrollTopOf,
} from '../../../renderer/log-viewer/scroll-scale.ts';

test('is the browser’s own scrolling up to the limit', () => {
  const scale = scrollScale(1000, 500);
  expect(scale).toEqual({ contentPx: 20_000, elementPx: 20_000, viewPx: 500, factor: 1 });
  expect(positionOf(scale, 123)).toBe(123);
  expect(rowTopPx(scale, 123, 7)).toBe(140);
});

test('never makes an element taller than browsers draw', () => {
  expect(scrollScale(10_000_000, 500).elementPx).toBe(MOST_ELEMENT_PX);
});

test('reaches the first row at the top and the last at the bottom, however many there are', () => {
  fc.assert(
    fc.property(fc.nat(50_000_000), fc.integer({ min: 1, max: 3000 }), (rows, viewPx) => {
      const scale = scrollScale(rows, viewPx);
      const bottom = Math.max(0, scale.elementPx - viewPx);
      expect(positionOf(scale, 0)).toBe(0);
      expect(positionOf(scale, bottom)).toBeCloseTo(endPx(scale), 3);
      const last = rowTopPx(scale, bottom, rows - 1);
      if (rows * ROW_PX >= viewPx) expect(last + ROW_PX).toBeCloseTo(bottom + viewPx, 2);
    }),
  );
});

test('comes back to the position it was told', () => {
  fc.assert(
    fc.property(
      fc.nat(50_000_000),
      fc.integer({ min: 1, max: 3000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (rows, viewPx, share) => {
        const scale = scrollScale(rows, viewPx);
        const position = endPx(scale) * share;
        expect(positionOf(scale, scrollTopOf(scale, position))).toBeCloseTo(position, 3);
      },
    ),
  );
});

test('keeps neighbouring rows a row apart, scaled or not', () => {
  const scale = scrollScale(5_000_000, 600);
  const top = scrollTopOf(scale, 54_321_000);
  expect(rowTopPx(scale, top, 2_716_051) - rowTopPx(scale, top, 2_716_050)).toBeCloseTo(ROW_PX);
});

test('stays inside its ends', () => {
  const scale = scrollScale(100, 500);
  expect([positionOf(scale, -50), positionOf(scale, 99_999)]).toEqual([0, 1500]);
  expect([scrollTopOf(scale, -50), scrollTopOf(scale, Number.POSITIVE_INFINITY)]).toEqual([0, 1500]);
});
