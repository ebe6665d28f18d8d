import { expect, test, vi } from 'vitest';
import { gathered, inSlices } from '../../../renderer/log-viewer/slices.ts';

test('work is done to its end in slices of a few milliseconds, and others have their turn between them', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  let [nowMs, pieces] = [0, 0];
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  inSlices(() => {
    [nowMs, pieces] = [nowMs + 2, pieces + 1];
    return pieces < 8;
  });
  expect([pieces, vi.getTimerCount()]).toEqual([3, 1]);
  vi.advanceTimersToNextTimer();
  expect([pieces, vi.getTimerCount()]).toEqual([6, 1]);
  vi.advanceTimersToNextTimer();
  expect([pieces, vi.getTimerCount()]).toEqual([8, 0]);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('what a generator gives is gathered in order', async () => {
  expect(await gathered([3, 1, 2].values())).toEqual([3, 1, 2]);
  expect(await gathered([].values())).toEqual([]);
});
