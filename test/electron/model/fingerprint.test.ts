import { expect, test } from 'vitest';
import { causeFingerprint } from '../../../electron/model/fingerprint.ts';
import type { Cause } from '../../../electron/model/failure.ts';

const cause = (message: string, more: Partial<Cause> = {}): Cause => ({
  serviceId: 'api',
  serviceName: 'api',
  step: 'BuildError',
  tag: 'BUILD',
  message,
  hint: null,
  link: null,
  lineKey: 'k1',
  ...more,
});

test.each([
  ['a commit', 'checkout of 3f2a91c failed', 'checkout of 98be04d1c7 failed'],
  ['an id', 'build 0198f2a1-6c3d-7b41-9e08-5a2d3c4b7e91 failed', 'build 11111111-2222-3333-4444-555555555555 failed'],
  ['a time', 'timed out at 2026-11-24T14:02:11.120Z', 'timed out at 2026-11-25 09:12:00'],
  ['a number', 'exit code after 312 s', 'exit code after 9 s'],
  ['a digest', 'no such layer sha256:aa01', 'no such layer sha256:ff99ee'],
  ['a pod', 'api-7d9f8b6c54-x2k9q is not ready', 'api-66c5d8f9b7-abcde is not ready'],
  ['case and spaces', 'Missing  go.sum', 'missing go.sum'],
])('the same cause with another %s is the same', (_, one, other) => {
  expect(causeFingerprint(cause(one, { lineKey: 'k9' }))).toBe(causeFingerprint(cause(other)));
});

test.each([
  ['message', cause('missing go.sum entry'), cause('no space left on device')],
  ['service', cause('x'), cause('x', { serviceId: 'web' })],
  ['step', cause('x'), cause('x', { step: 'DeployedError' })],
  ['tag', cause('x'), cause('x', { tag: null })],
  ['words that look like hex', cause('dead code'), cause('added code')],
])('another %s is another cause', (_, one, other) => {
  expect(causeFingerprint(one)).not.toBe(causeFingerprint(other));
});

test('a message of any length has a short fingerprint', () => {
  expect(causeFingerprint(cause('x y '.repeat(100_000))).length).toBeLessThan(200);
});
