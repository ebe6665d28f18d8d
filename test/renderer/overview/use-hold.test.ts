import { expect, test } from 'vitest';
import { isHand } from '../../../renderer/overview/use-hold.ts';

const here = { x: 640, y: 400 };

test.each<[string, Parameters<typeof isHand>, boolean]>([
  ['a pointer that lay there when the list came', [null, here, 20], false],
  ['a pointer that lay there and is told of again', [here, here, 5000], false],
  ['a pointer that lay there and is moved', [here, { x: 641, y: 400 }, 5000], true],
  ['a pointer that comes in from outside', [null, here, 5000], true],
])('%s is a hand: %j', (_, given, expected) => {
  expect(isHand(...given)).toBe(expected);
});
