import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../electron/model/problem.ts';
import {
  isFinal,
  problemFromAnswer,
  problemFromClose,
  problemFromError,
  problemFromProxy,
} from '../../../electron/platform/problem-from.ts';

const NOW = Date.UTC(2026, 0, 1, 12);
const TOKEN = 'qwertyuiop';
const answerOf = (status: number, body: unknown = '', headers: Readonly<Record<string, string>> = {}): Problem =>
  problemFromAnswer({ status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) }, NOW, TOKEN);

describe('an answer', () => {
  test.each<[number, Problem]>([
    [401, { kind: 'refused', answer: 401 }],
    [403, { kind: 'forbidden', answer: 403 }],
    [404, { kind: 'gone' }],
    [410, { kind: 'gone' }],
    [429, { kind: 'rate-limited', notBefore: null }],
    [400, { kind: 'bad-request', answer: 400, detail: '' }],
    [409, { kind: 'bad-request', answer: 409, detail: '' }],
    [418, { kind: 'bad-request', answer: 418, detail: '' }],
    [500, { kind: 'server-error', answer: 500, detail: '' }],
    [503, { kind: 'server-error', answer: 503, detail: '' }],
    [302, { kind: 'bad-reply', detail: 'status 302' }],
  ])('of %i is %j', (status, problem) => {
    expect(answerOf(status)).toEqual(problem);
  });

  test.each<[unknown, string]>([
    [{ status: 400, error: 'Bad Request', detail: 'Environment is busy', message: 'no' }, 'Environment is busy'],
    [{ error: 'Bad Request', message: 'from the docs' }, 'from the docs'],
    [{ error: 'Bad Request', detail: '' }, 'Bad Request'],
    [{ detail: { nested: true }, error: 'Bad Request' }, 'Bad Request'],
    [{ detail: 'two\n  lines' }, 'two lines'],
    [{ detail: `it says Token ${TOKEN} and ${TOKEN}` }, 'it says Token [secret] and [secret]'],
    [{ detail: 'x'.repeat(1000) }, 'x'.repeat(300)],
    ['<html><h1>502</h1></html>', ''],
    ['{"detail": "cut o', ''],
    [[1], ''],
    ['', ''],
  ])('with the body %j says %j', (body, detail) => {
    expect(answerOf(400, body)).toEqual({ kind: 'bad-request', answer: 400, detail });
  });

  const DATE_10_MIN_AHEAD = new Date(NOW + 600_000).toUTCString();
  test.each<[Readonly<Record<string, string>>, number | null]>([
    [{}, null],
    [{ 'retry-after': '30' }, 30_000],
    [{ 'retry-after': new Date(NOW + 45_000).toUTCString() }, 45_000],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-5' }, null],
    [{ 'x-ratelimit-reset': '120' }, 120_000],
    [{ 'x-ratelimit-reset': String((NOW + 90_000) / 1000) }, 90_000],
    [{ 'x-ratelimit-reset': String((NOW - 90_000) / 1000) }, 0],
    [{ 'x-ratelimit-reset': '120', 'retry-after': '30' }, 120_000],
    [{ 'x-ratelimit-reset': 'x', 'retry-after': '30' }, 30_000],
    [{ 'x-ratelimit-reset': String((NOW + 690_000) / 1000), date: DATE_10_MIN_AHEAD }, 90_000],
    [{ 'retry-after': new Date(NOW + 645_000).toUTCString(), date: DATE_10_MIN_AHEAD }, 45_000],
    [{ 'retry-after': '99999999' }, 3_600_000],
  ])('of 429 with %j waits %j ms', (headers, waitMs) => {
    expect(answerOf(429, '', headers)).toEqual({ kind: 'rate-limited', notBefore: waitMs === null ? null : NOW + waitMs });
  });
});

const errorWith = (code: string, message = 'words'): Error => Object.assign(new Error(message), { code });

describe('an error', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EPIPE'])(
    'with the code %s is no connection',
    (code) => {
      expect(problemFromError(errorWith(code), TOKEN)).toEqual({ kind: 'offline', code });
    },
  );

  test.each([
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'HOSTNAME_MISMATCH',
    'INVALID_CA',
  ])('with the code %s is about the certificate', (code) => {
    expect(problemFromError(errorWith(code), TOKEN)).toEqual({ kind: 'certificate', code });
  });

  test.each(['HPE_INVALID_CONSTANT', 'Z_DATA_ERROR', 'ERR_SSL_WRONG_VERSION_NUMBER', 'EPROTO', 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH'])(
    'with the code %s is a bad reply',
    (code) => {
      expect(problemFromError(errorWith(code, `words with ${TOKEN}`), TOKEN)).toEqual({ kind: 'bad-reply', detail: 'words with [secret]' });
    },
  );

  test('of several addresses has the code of the first', () => {
    const error = new AggregateError([errorWith('ECONNREFUSED'), errorWith('ENETUNREACH')]);
    expect(problemFromError(error, TOKEN)).toEqual({ kind: 'offline', code: 'ECONNREFUSED' });
  });

  test('that is none at all is still a problem', () => {
    expect(problemFromError('odd', TOKEN)).toEqual({ kind: 'bad-reply', detail: 'odd' });
    expect(problemFromError(new AggregateError([]), TOKEN)).toMatchObject({ kind: 'bad-reply' });
  });
});

test.each<[number, string, Problem]>([
  [1007, '', { kind: 'forbidden', answer: 1007 }],
  [1008, 'policy', { kind: 'refused', answer: 1008 }],
  [1011, 'NotFound: agent', { kind: 'agent-away' }],
  [1008, 'cluster NotFound', { kind: 'agent-away' }],
  [1007, 'NotFound', { kind: 'agent-away' }],
  [1011, 'exceeded for receiving agent response', { kind: 'closed', code: 1011, reason: 'exceeded for receiving agent response' }],
  [1000, '', { kind: 'closed', code: 1000, reason: '' }],
  [1001, 'bye', { kind: 'closed', code: 1001, reason: 'bye' }],
  [1006, '', { kind: 'closed', code: 1006, reason: '' }],
  [4001, `for ${TOKEN}`, { kind: 'closed', code: 4001, reason: 'for [secret]' }],
])('a close with %i %j is %j', (code, reason, problem) => {
  expect(problemFromClose(code, reason, TOKEN)).toEqual(problem);
});

test('a proxy that refuses is no connection', () => {
  expect(problemFromProxy(407)).toEqual({ kind: 'offline', code: 'PROXY_407' });
});

test.each<[Problem, boolean]>([
  [{ kind: 'refused', answer: 401 }, true],
  [{ kind: 'forbidden', answer: 403 }, true],
  [{ kind: 'signed-out' }, true],
  [{ kind: 'bad-address', address: '' }, true],
  [{ kind: 'bad-input', detail: '' }, true],
  [{ kind: 'agent-away' }, false],
  [{ kind: 'offline', code: 'X' }, false],
  [{ kind: 'gone' }, false],
  [{ kind: 'rate-limited', notBefore: null }, false],
  [{ kind: 'server-error', answer: 500, detail: '' }, false],
  [{ kind: 'closed', code: 1000, reason: '' }, false],
])('%j ends a stream for good: %j', (problem, expected) => {
  expect(isFinal(problem)).toBe(expected);
});
