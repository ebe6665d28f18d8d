import { expect, test } from 'vitest';
import { aWeek } from '../../support/a-week.ts';
import { playWeek } from '../../support/play-week.ts';

test.each([1, 2, 3])('in a simulated week (seed %i) every failure is told exactly once, and nothing that was none', (seed) => {
  const week = aWeek(seed);
  expect([week.failures.length, week.sleeps.length, week.outages.length]).toEqual([20, 14, 5]);
  const { shown, failuresTold, alarms, naive } = playWeek(week);
  expect(failuresTold).toBe(20);
  expect(alarms).toHaveLength(week.downs);
  expect(shown.length).toBeLessThan(naive / 2);
  expect(shown.filter(({ key }) => key === 'account')).toEqual([]);
});
