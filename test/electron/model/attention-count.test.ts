import { expect, test } from 'vitest';
import { COUNTS } from '../../../assets/overlay/count-svg.mjs';
import { countOverlay, countTitle } from '../../../electron/model/attention-count.ts';

test.each([
  [0, '', null],
  [1, '1', { picture: '1', words: '1 environment needs attention' }],
  [9, '9', { picture: '9', words: '9 environments need attention' }],
  [10, '10', { picture: '9plus', words: '10 environments need attention' }],
  [99, '99', { picture: '9plus', words: '99 environments need attention' }],
  [100, '99+', { picture: '9plus', words: '100 environments need attention' }],
])('%i that need attention', (count, title, overlay) => {
  expect([countTitle(count), countOverlay(count)]).toEqual([title, overlay]);
});

test('every number that can be asked for is drawn', () => {
  for (let count = 1; count <= 20; count += 1) expect(COUNTS).toContain(countOverlay(count)?.picture);
});
