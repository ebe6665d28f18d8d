import { expect, test } from 'vitest';
import { placedBelow } from '../../../renderer/ui/placed.ts';

const view = { width: 440, height: 640 };
const size = { width: 200, height: 40 };

test.each([
  ['stands below what it explains', { left: 28, top: 100, width: 16, height: 16 }, { left: 28, top: 120 }],
  ['stands above at the lower edge', { left: 28, top: 600, width: 16, height: 16 }, { left: 28, top: 556 }],
  ['does not leave the window at the right', { left: 400, top: 100, width: 16, height: 16 }, { left: 232, top: 120 }],
  ['does not leave the window at the left', { left: -20, top: 100, width: 16, height: 16 }, { left: 8, top: 120 }],
])('%s', (_, anchor, place) => {
  expect(placedBelow(anchor, size, view)).toEqual(place);
});
