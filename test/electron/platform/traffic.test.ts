import { expect, test } from 'vitest';
import { createTraffic, quotaFrom } from '../../../electron/platform/traffic.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const SECOND = 1000;

test('no rate-limit headers, no quota', () => expect(quotaFrom({ 'x-ratelimit-limit': '1000' }, NOW)).toBeNull());
test.each([
  ['seconds from now', '60', NOW + 60 * SECOND],
  ['a time, on our clock', String(NOW / SECOND + 60), NOW + 60 * SECOND],
  ['a time that is over', String(NOW / SECOND - 60), NOW],
])('a reset may be %s', (_, reset, resetsAt) => {
  const headers = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': reset };
  expect(quotaFrom(headers, NOW)).toEqual({ limit: 1000, remaining: 7, resetsAt });
});
test('their time is read against their own date', () => {
  const theirNow = NOW + 600 * SECOND;
  const headers = {
    date: new Date(theirNow).toUTCString(),
    'x-ratelimit-remaining': '7',
    'x-ratelimit-reset': String(theirNow / SECOND + 5),
  };
  expect(quotaFrom(headers, NOW)?.resetsAt).toBe(NOW + 5 * SECOND);
});
test('answers without the headers leave what is known', () => {
  const traffic = createTraffic(() => NOW);
  traffic.asked('/organization/o/project');
  traffic.answered({ 'x-ratelimit-remaining': '7' });
  traffic.answered({});
  expect(traffic.requests()).toEqual({
    lastHour: 1,
    endpoints: { '/organization/{id}/project': 1 },
    quota: { limit: null, remaining: 7, resetsAt: null },
    clockAheadMs: null,
  });
});

test('how far our clock is ahead of theirs is what the last answer with a date says', () => {
  const traffic = createTraffic(() => NOW);
  expect(traffic.requests().clockAheadMs).toBeNull();
  traffic.answered({ date: new Date(NOW - 90 * SECOND).toUTCString() });
  traffic.answered({ date: 'yesterday' });
  expect(traffic.requests().clockAheadMs).toBe(90 * SECOND);
});

test('what is left is believed for a minute where it is not said when it counts anew', () => {
  let now = NOW;
  const traffic = createTraffic(() => now);
  traffic.answered({ 'x-ratelimit-remaining': '0' });
  now += 60 * SECOND;
  expect(traffic.requests().quota?.remaining).toBe(0);
  now += 1;
  expect(traffic.requests().quota).toBeNull();
});
