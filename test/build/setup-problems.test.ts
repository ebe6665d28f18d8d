import { describe, expect, test } from 'vitest';
import { explain, isInterrupted, olderThan, roomProblem } from '../../build/setup-problems.mjs';

describe('set-up says in one sentence what is in its way', () => {
  test.each([
    ['npm error code ENOSPC', /no room left on the disk/],
    [
      'npm error request to https://registry/x failed, reason: getaddrinfo ENOTFOUND registry',
      /network or the npm registry cannot be reached/,
    ],
    ['npm error code E403 403 Forbidden', /refused access/],
    ['SELF_SIGNED_CERT_IN_CHAIN', /certificate/],
    ['npm error EACCES: permission denied, mkdir', /may not be written/],
    ['npm error code EUSAGE', /package\.json and package-lock\.json disagree/],
    ['something else entirely', /see below/],
  ])('%s', (errors, words) => {
    const [sentence = ''] = explain({ why: 'installing packages', errors, root: '/home/ada/tray' }).split('\n');
    expect(sentence).toMatch(/^installing packages did not succeed: /);
    expect(sentence).toMatch(words);
  });
  test('names no folder of this machine and no stack', () => {
    const text = explain({
      why: 'the build',
      errors: 'Error: no\n    at run (/home/ada/tray/build/x.mjs:1:2)\n/home/ada/tray/a.ts',
      root: '/home/ada/tray',
    });
    expect(text).not.toMatch(/\/home\/ada|^\s+at /m);
  });
});

test('room is measured before it is needed', () => {
  expect(roomProblem({ bavail: 100, bsize: 1_000_000 }, 1_100, '/x')).toMatch(
    /not enough room: \/x has 100 MB free and needs about 1100 MB/,
  );
  expect(roomProblem({ bavail: 2_000, bsize: 1_000_000 }, 1_100, '/x')).toBeUndefined();
});

test.each<[string, [number, number], boolean]>([
  ['20.18.1', [22, 12], true],
  ['22.11.0', [22, 12], true],
  ['22.12.0', [22, 12], false],
  ['24.0.0', [22, 12], false],
])('%s is older than %j: %s', (version, than, isOlder) => {
  expect(olderThan(version, than)).toBe(isOlder);
});

test.each<[string, { status: number | null; signal: string | null; stderr: string }, boolean]>([
  ['a signal', { status: null, signal: 'SIGINT', stderr: '' }, true],
  [
    'npm, which was told Ctrl+C itself',
    { status: 1, signal: null, stderr: 'npm error process terminated\nnpm error signal SIGINT\n' },
    true,
  ],
  ['a shell', { status: 130, signal: null, stderr: '' }, true],
  ['a failure', { status: 1, signal: null, stderr: 'npm error code ENOTFOUND\n' }, false],
])('a step that somebody interrupted is told from one that failed: %s', (_, done, is) => expect(isInterrupted(done)).toBe(is));
