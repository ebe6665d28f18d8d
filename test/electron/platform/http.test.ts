import { gzipSync } from 'node:zlib';
import http, { type RequestListener } from 'node:http';
import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createLog, SILENT_LOG } from '../../../electron/log.ts';
import type { Result } from '../../../electron/model/result.ts';
import type { Query } from '../../../electron/platform/address.ts';
import { READ_LIMIT_MS, readJson, REPLY_LIMIT_BYTES, type HttpParts } from '../../../electron/platform/http.ts';
import type { Access } from '../../../electron/platform/platform.ts';
import { createTraffic } from '../../../electron/platform/traffic.ts';
import { httpServer, listening, replying, type LocalHttp } from '../../support/local-servers.ts';
import { manualClock, type ManualClock } from '../../support/manual-clock.ts';

const TOKEN = 'qov_secret_token';
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function serving(answer: RequestListener): Promise<LocalHttp> {
  const server = await httpServer(answer);
  stops.push(server.stop);
  return server;
}

function partsFor(apiUrl: string, more: Partial<HttpParts> = {}): HttpParts & { readonly clock: ManualClock } {
  const clock = manualClock(1000);
  const access: Access = { apiUrl, wsUrl: '', token: TOKEN, scheme: 'Token' };
  const agent = new http.Agent({ keepAlive: true });
  stops.push(() => agent.destroy());
  return { access: () => access, log: SILENT_LOG, userAgent: 'Qovery Tray/test', agent: async () => agent, ...more, clock };
}

async function readFrom(answer: RequestListener, query: Query = {}): Promise<Result<unknown>> {
  const { url } = await serving(answer);
  return readJson(partsFor(url), '/organization', query);
}

describe('a read', () => {
  test('says who asks, and for what', async () => {
    const server = await serving(replying({ results: [] }));
    const read = await readJson(partsFor(`${server.url}/base/`), '/environment/e/logs', { version: 'x 1', page: null });
    expect(read).toEqual({ ok: true, value: { results: [] } });
    expect(server.requests[0]).toMatchObject({
      method: 'GET',
      url: '/base/environment/e/logs?version=x+1',
      headers: { authorization: `Token ${TOKEN}`, 'user-agent': 'Qovery Tray/test', accept: 'application/json', 'accept-encoding': 'gzip' },
    });
  });

  test('is counted with its endpoint, and what the answer says of the rate limit is kept', async () => {
    const { url } = await serving((_, response) => response.writeHead(200, { 'x-ratelimit-remaining': '41' }).end('{}'));
    const traffic = createTraffic(() => 1000);
    await readJson(partsFor(url, { traffic }), '/environment/e/logs');
    expect(traffic.requests()).toMatchObject({ endpoints: { '/environment/{id}/logs': 1 }, quota: { remaining: 41 } });
  });

  test('reads packed replies', async () => {
    const packed = gzipSync(JSON.stringify({ n: 'ü'.repeat(1000) }));
    const read = await readFrom((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed));
    expect(read).toEqual({ ok: true, value: { n: 'ü'.repeat(1000) } });
  });

  test('leaves no timer behind and uses a connection again', async () => {
    const ports = new Set<number | undefined>();
    const server = await serving((request, response) => {
      ports.add(request.socket.remotePort);
      replying([])(request, response);
    });
    const parts = partsFor(server.url);
    await readJson(parts, '/a');
    await readJson(parts, '/b');
    expect(parts.clock.pending()).toBe(0);
    expect(ports.size).toBe(1);
  });

  test('is sent again when the old connection it went out on had just been closed', async () => {
    const server = await serving((request, response) => {
      const isSecond = server.requests.length === 2;
      if (isSecond) request.socket.destroy();
      else replying({ n: server.requests.length })(request, response);
    });
    const parts = partsFor(server.url);
    await readJson(parts, '/a');
    expect(await readJson(parts, '/b')).toEqual({ ok: true, value: { n: 3 } });
  });

  test('is not sent again on a new connection that is cut', async () => {
    const server = await serving((request) => request.socket.destroy());
    expect(await readJson(partsFor(server.url), '/a')).toEqual({ ok: false, problem: { kind: 'offline', code: 'ECONNRESET' } });
    expect(server.requests).toHaveLength(1);
  });
});

const cut: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"results": [');
  setImmediate(() => response.destroy());
};
const cutGzip: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' });
  response.end(gzipSync(JSON.stringify({ text: 'x'.repeat(500) })).subarray(0, 20));
};

describe('a bad reply', () => {
  test.each<[string, RequestListener, string]>([
    ['a web page', replying('  <!doctype html><html></html>'), 'a web page instead of data'],
    ['half a value', replying('{"results": ['), 'not JSON'],
    ['nothing', replying(''), 'not JSON'],
    ['a body that ends early', cut, 'the reply was cut off'],
    ['a packed body that ends early', cutGzip, 'the reply was cut off'],
    ['a body that is not packed as it says', replying('{}', 200, { 'content-encoding': 'gzip' }), 'the reply was cut off'],
    ['a redirect', replying('', 302, { location: 'https://elsewhere.test/' }), 'status 302'],
  ])('is %s', async (_, answer, detail) => {
    expect(await readFrom(answer)).toEqual({ ok: false, problem: { kind: 'bad-reply', detail } });
  });

  test('is one that is larger than 32 MB, also when it is small on the way', async () => {
    const packed = gzipSync(Buffer.alloc(REPLY_LIMIT_BYTES + 1, ' '), { level: 1 });
    const read = await readFrom((_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed));
    expect(read).toEqual({ ok: false, problem: { kind: 'bad-reply', detail: 'the reply is larger than 32 MB' } });
  });

  test('is what is no HTTP', async () => {
    const server = net.createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    const { port, stop } = await listening(server);
    stops.push(stop);
    expect(await readJson(partsFor(`http://127.0.0.1:${port}`), '/a')).toMatchObject({ ok: false, problem: { kind: 'bad-reply' } });
  });
});

describe('a refusal', () => {
  test.each([
    [401, { kind: 'refused', answer: 401 }],
    [403, { kind: 'forbidden', answer: 403 }],
    [404, { kind: 'gone' }],
    [400, { kind: 'bad-request', answer: 400, detail: 'why it was' }],
    [409, { kind: 'bad-request', answer: 409, detail: 'why it was' }],
    [500, { kind: 'server-error', answer: 500, detail: 'why it was' }],
  ])('of %i is sorted', async (status, problem) => {
    expect(await readFrom(replying({ status, error: 'Words', detail: 'why it was' }, status))).toEqual({ ok: false, problem });
  });

  test.each([
    [{ 'retry-after': '20' }, 21_000],
    [{ 'x-ratelimit-reset': '40' }, 41_000],
    [{}, null],
  ])('of 429 with %j says when to come back', async (headers, notBefore) => {
    const read = await readFrom((_, response) => {
      response.sendDate = false;
      response.writeHead(429, headers).end('<html>slow down</html>');
    });
    expect(read).toEqual({ ok: false, problem: { kind: 'rate-limited', notBefore } });
  });

  test('never repeats the token', async () => {
    const read = await readFrom(replying({ detail: `bad ${TOKEN}` }, 400));
    expect(read).toMatchObject({ problem: { detail: 'bad [secret]' } });
  });
});

describe('without a connection', () => {
  test('it says so', async () => {
    const { port, stop } = await listening(net.createServer());
    await stop();
    const parts = partsFor(`http://127.0.0.1:${port}`);
    expect(await readJson(parts, '/a')).toEqual({ ok: false, problem: { kind: 'offline', code: 'ECONNREFUSED' } });
  });

  test('it says so for a name that nobody has', async () => {
    const read = await readJson(partsFor('http://name-that-nobody-has.invalid'), '/a');
    expect(read).toMatchObject({ ok: false, problem: { kind: 'offline', code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/) } });
  });

  test('it ends after 30 s, whatever hangs', async () => {
    const hanging = await serving(() => undefined);
    const halfway = await serving((_, response) => response.writeHead(200).write('{"a":'));
    const problem = { kind: 'timeout', afterMs: READ_LIMIT_MS };
    for (const parts of [
      partsFor(hanging.url),
      partsFor(halfway.url),
      partsFor(hanging.url, { agent: () => new Promise(() => undefined) }),
    ]) {
      const read = readJson(parts, '/a');
      await parts.clock.advance(READ_LIMIT_MS - 1);
      expect(parts.clock.pending()).toBe(1);
      await parts.clock.advance(1);
      expect(await read).toEqual({ ok: false, problem });
    }
  });
});

describe('nothing is asked', () => {
  test('without a token', async () => {
    expect(await readJson(partsFor('', { access: () => null }), '/a')).toEqual({ ok: false, problem: { kind: 'signed-out' } });
  });

  test('without an address', async () => {
    expect(await readJson(partsFor('nowhere'), '/a')).toEqual({ ok: false, problem: { kind: 'bad-address', address: 'nowhere' } });
  });

  test('with a token that no header can hold', async () => {
    const { url, requests } = await serving(replying([]));
    const access: Access = { apiUrl: url, wsUrl: '', token: 'tok\nén', scheme: 'Token' };
    expect(await readJson(partsFor(url, { access: () => access }), '/a')).toMatchObject({ ok: false, problem: { kind: 'bad-input' } });
    expect(requests).toHaveLength(0);
  });

  test('when the way cannot be found', async () => {
    const broken = { agent: () => Promise.reject(new Error('no proxy settings')) };
    expect(await readJson(partsFor('http://127.0.0.1', broken), '/a')).toEqual({
      ok: false,
      problem: { kind: 'bad-reply', detail: 'no proxy settings' },
    });
  });
});

test('the log tells path and outcome, never token or query', async () => {
  const { url } = await serving(replying({ detail: TOKEN }, 400));
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  await readJson(partsFor(url, { log }), '/environment/e/logs', { version: 'v1' });
  expect(lines).toEqual(['1970-01-01T00:00:00.000Z debug app read {"path":"/environment/e/logs","outcome":"bad-request","ms":0}']);
});
