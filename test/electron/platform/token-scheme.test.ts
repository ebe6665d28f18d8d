import { describe, expect, test } from 'vitest';
import { cleanToken, schemeOf } from '../../../electron/platform/token-scheme.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const JWT = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: 'ada' })}.c2lnbmF0dXJl`;

test.each([
  [JWT, 'Bearer'],
  ['qov_4xTpS0meT0ken', 'Token'],
  ['sk-qov-01-abcdef', 'Token'],
  ['abcdefgh', 'Token'], // the official CLI takes this one for a JWT
  ['a.b.c', 'Token'],
  [`${part({ typ: 'JWT' })}.x.y`, 'Token'],
  [`${part(['alg'])}.x.y`, 'Token'],
  [`${part('alg')}.x.y`, 'Token'],
  [`${JWT}.more`, 'Token'],
  ['', 'Token'],
])('%s is sent as %s', (token, scheme) => {
  expect(schemeOf(token)).toBe(scheme);
});

describe('of what was pasted', () => {
  test.each([
    ['qov_abc'],
    ['  qov_abc \n'],
    ['qov_\nabc'],
    ['qov_\r\n  abc'],
    ['"qov_abc"'],
    ["'qov_abc'"],
    ['Token qov_abc'],
    ['token   qov_abc'],
    ['Bearer qov_abc'],
    ['Authorization: Token qov_abc'],
    ['authorization:Bearer qov_abc'],
    ['Authorization: qov_abc'],
    ['Authorization: Token qov_abc\nAccept: application/json'],
    ["curl -H 'Authorization: Token qov_abc' https://api.qovery.com/organization"],
    ['curl -X GET "https://api.qovery.com/organization" \\\n  -H "Accept: application/json" \\\n  -H "Authorization: Token qov_abc"'],
    ['curl --header "Authorization: Bearer qov_\nabc" https://api.qovery.com'],
    ['\uFEFFqov_abc\u200B'],
  ])('%j the token is taken', (pasted) => {
    expect(cleanToken(pasted)).toEqual({ ok: true, value: 'qov_abc' });
  });

  test.each([[''], ['   \n'], ['Token'], ['Bearer  '], ['Authorization: Token'], ["curl -H 'Authorization: Token ' https://x"], ['""']])(
    '%j it says that there is no token',
    (pasted) => {
      expect(cleanToken(pasted)).toEqual({ ok: false, problem: { kind: 'bad-input', detail: 'There is no token in it.' } });
    },
  );

  test.each([['two words'], ['curl https://api.qovery.com'], ['tokén'], ['a\u0000b']])(
    '%j it says what a token looks like, without repeating it',
    (pasted) => {
      const result = cleanToken(pasted);
      expect(result).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
      expect(JSON.stringify(result)).not.toContain(pasted);
    },
  );
});
