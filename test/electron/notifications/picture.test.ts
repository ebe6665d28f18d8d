import { expect, test } from 'vitest';
import { pictureFrom } from '../../../electron/notifications/picture.ts';

test.each([
  ['whole colours change their order', [3, 2, 1, 255], [1, 2, 3, 255]],
  ['colours that were multiplied by their alpha are whole again', [64, 0, 128, 128], [255, 0, 128, 128]],
  ['nothing stays nothing', [0, 0, 0, 0], [0, 0, 0, 0]],
])('%s', (_, bitmap, rgba) => {
  expect([...pictureFrom(Buffer.from(bitmap), { width: 1, height: 1 }).rgba]).toEqual(rgba);
});
