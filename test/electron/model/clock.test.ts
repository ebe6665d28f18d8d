import { expect, test } from 'vitest';
import { atMostEvery } from '../../../electron/model/clock.ts';
import { manualClock } from '../../support/manual-clock.ts';

test('acts at once on what comes alone, and once on what follows it closely', async () => {
  const clock = manualClock(0);
  const acted: number[] = [];
  const drawing = atMostEvery(clock, 100, () => acted.push(clock.now()));
  drawing.soon();
  expect(acted).toEqual([0]);
  for (let i = 0; i < 50; i += 1) {
    drawing.soon();
    await clock.advance(1);
  }
  expect(acted).toEqual([0]);
  await clock.advance(400);
  expect(acted).toEqual([0, 100]);
  drawing.soon();
  expect(acted).toEqual([0, 100, 450]);
  drawing.now();
  expect(acted).toEqual([0, 100, 450, 450]);
});

test('does nothing after its stop, and leaves no timer', async () => {
  const clock = manualClock(0);
  let times = 0;
  const drawing = atMostEvery(clock, 100, () => (times += 1));
  drawing.soon();
  drawing.soon();
  drawing.stop();
  expect(clock.pending()).toBe(0);
  await clock.advance(1_000);
  expect(times).toBe(1);
});
