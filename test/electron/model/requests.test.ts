import { expect, test } from 'vitest';
import { endpointOf, requestsIn, withRequest, type Quota, type RequestLog } from '../../../electron/model/requests.ts';

const MINUTE = 60_000;
const asked = (...times: readonly (readonly [string, number])[]): RequestLog =>
  times.reduce<RequestLog>((log, [endpoint, at]) => withRequest(log, endpoint, at), []);

test.each([
  ['/organization', '/organization'],
  ['/organization/0a1b/project', '/organization/{id}/project'],
  ['/environment/0a1b/statuses', '/environment/{id}/statuses'],
])('the endpoint of %s is %s', (pathname, endpoint) => expect(endpointOf(pathname)).toBe(endpoint));

test('requests are counted by endpoint, for an hour', () => {
  const log = asked(['/a', 0], ['/a', 10], ['/b', 30 * MINUTE]);
  expect(requestsIn(log, null, 30 * MINUTE)).toEqual({ lastHour: 3, endpoints: { '/a': 2, '/b': 1 }, quota: null, clockAheadMs: null });
  expect(requestsIn(log, null, 60 * MINUTE)).toMatchObject({ lastHour: 1, endpoints: { '/b': 1 } });
  expect(requestsIn(log, null, 90 * MINUTE)).toMatchObject({ lastHour: 0, endpoints: {} });
});
test('the log never grows beyond one entry per minute of the hour', () => {
  const log = asked(...Array.from({ length: 500 }, (_, i) => ['/a', i * MINUTE] as const));
  expect(log).toHaveLength(60);
});
test('a clock that is set back does not keep what lies in its future', () => {
  expect(requestsIn(asked(['/a', 500 * MINUTE], ['/a', MINUTE]), null, MINUTE)).toMatchObject({ lastHour: 1 });
});
test('what was left of the rate limit is forgotten when it counts anew', () => {
  const quota: Quota = { limit: 1000, remaining: 3, resetsAt: 10 };
  expect([requestsIn([], quota, 9).quota, requestsIn([], quota, 10).quota]).toEqual([quota, null]);
});
test('what was left of the rate limit does not hold for days after the clock was set back', () => {
  const quota: Quota = { limit: 1000, remaining: 0, resetsAt: 500 * MINUTE };
  expect([requestsIn([], quota, 440 * MINUTE).quota, requestsIn([], quota, 100 * MINUTE).quota]).toEqual([quota, null]);
});
