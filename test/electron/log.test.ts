import { describe, expect, test } from 'vitest';
import { createLog, masked } from '../../electron/log.ts';

describe('a secret is masked', () => {
  test.each([
    ['Authorization: Token abcdefghijkl', 'Authorization: [secret]'],
    ['Bearer eyJhbGciOi.eyJzdWIi.c2ln', '[secret]'],
    ['v1, auth.bearer.abc.def', 'v1, [secret]'],
    ['wss://x/y?bearer_token=abc&z=1', 'wss://x/y?bearer_token=[secret]&z=1'],
    ['a jwt eyJhbGciOiJ.eyJz.sig here', 'a jwt [secret] here'],
    ['sk-qov-01-abcdefgh', '[secret]'],
    ['qov_abcdefgh', '[secret]'],
  ])('%s', (text, safe) => expect(masked(text)).toBe(safe));
  test('whatever it looks like, when it is known', () => expect(masked('my pass1234 word', ['pass1234'])).toBe('my [secret] word'));
  test('and nothing else', () => expect(masked('the token was refused (401)')).toBe('the token was refused (401)'));
});

test('a line says when, how bad, who and what, and stays one line', () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => void lines.push(line),
    () => new Date(0),
    () => ['hunter22'],
  );
  log.scope('platform').scope('socket').warn('closed\nby hunter22', { code: 1006 });
  expect(lines).toEqual(['1970-01-01T00:00:00.000Z warn  app/platform/socket closed⏎by [secret] {"code":1006}']);
});
