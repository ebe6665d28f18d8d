import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket, type ClientOptions } from 'ws';
import { startDemoPlatform, type DemoFault, type DemoOptions, type DemoPlatform } from '../../../electron/demo/server.ts';

let platform: DemoPlatform;
const start = async (options: Partial<DemoOptions> = {}): Promise<void> => {
  platform = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1, ...options });
};
beforeEach(() => start());
afterEach(() => platform.stop());

const get = (path: string, authorization = `Token ${platform.token}`, timeoutMs = 10_000): Promise<Response> =>
  fetch(`${platform.apiUrl}${path}`, { headers: { authorization }, signal: AbortSignal.timeout(timeoutMs) });
async function first(path: string): Promise<{ readonly id: string }> {
  const { results } = (await (await get(path)).json()) as { results: readonly [{ id: string }] }; // every list is one
  return results[0];
}
async function runPath(): Promise<string> {
  const organization = await first('/organization');
  const cluster = await first(`/organization/${organization.id}/cluster`);
  return `/service/status?organization=${organization.id}&cluster=${cluster.id}`;
}
const header = (): ClientOptions => ({ headers: { authorization: `Token ${platform.token}` } });
const socketAt = (path: string, options: ClientOptions = header(), protocols: string[] = []): WebSocket =>
  new WebSocket(`${platform.wsUrl}${path}`, protocols, options);
/** The first frame. */
async function frameOf(socket: WebSocket): Promise<unknown> {
  const [data] = (await once(socket, 'message')) as [Buffer]; // what ws sends with the event
  return JSON.parse(data.toString());
}
async function endOf(socket: WebSocket): Promise<{ readonly code: number; readonly reason: string }> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer]; // what ws sends with the event
  return { code, reason: reason.toString() };
}

describe('REST', () => {
  test('takes the token with either scheme, and no other', async () => {
    const statuses = [`Token ${platform.token}`, `Bearer ${platform.token}`, 'Token nonsense', platform.token, ''].map(
      async (authorization) => (await get('/organization', authorization)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 401, 401, 401]);
  });
  test('says why in the body', async () => {
    const [wrong, gone] = await Promise.all([get('/organization', 'Token nonsense'), get('/nowhere')]);
    expect(await wrong.json()).toEqual({ status: 401, error: 'Unauthorized', detail: expect.any(String) });
    expect([gone.status, await gone.json()]).toEqual([404, { status: 404, error: 'Not Found', detail: expect.any(String) }]);
  });
  test('only reads, and does not stumble over an address that is none', async () => {
    const posted = await fetch(`${platform.apiUrl}/organization`, {
      method: 'POST',
      headers: { authorization: `Token ${platform.token}` },
    });
    expect(posted.status).toBe(405);
    expect((await get('//')).status).toBe(404);
  });
});

describe('sockets', () => {
  test('take the token in the header or as a sub-protocol, and answer v1 only where it is offered', async () => {
    const path = await runPath();
    const plain = socketAt(path);
    expect(await frameOf(plain)).toHaveProperty('environments');
    expect(plain.protocol).toBe('');
    const browserLike = socketAt(path, {}, ['v1', `auth.bearer.${platform.token}`]);
    expect(await frameOf(browserLike)).toHaveProperty('environments');
    expect(browserLike.protocol).toBe('v1');
  });
  test('close 1008 on a bad token and 1007 on what may not be seen', async () => {
    const path = await runPath();
    expect((await endOf(socketAt(path, { headers: { authorization: 'Token nonsense' } }))).code).toBe(1008);
    expect((await endOf(socketAt(path, {}))).code).toBe(1008);
    expect((await endOf(socketAt(path.replace(/cluster=\w+/, 'cluster=00000000')))).code).toBe(1007);
  });
  test.each([
    ['/service/nonsense', '404'],
    ['/service/status', '400'],
  ])('%s is refused with %s at the handshake', async (path, status) => {
    const [error] = (await once(socketAt(path), 'error')) as [Error]; // what ws sends with the event
    expect(error.message).toContain(status);
  });
  test('answer pings', async () => {
    const socket = socketAt(await runPath());
    await once(socket, 'open');
    socket.ping('are you there?');
    const [echo] = (await once(socket, 'pong')) as [Buffer]; // what ws sends with the event
    expect(echo.toString()).toBe('are you there?');
  });
  test('can be dropped: broken off, or closed with a code and a reason', async () => {
    const path = await runPath();
    const sockets = [socketAt(path), socketAt(path)] as const;
    await Promise.all(sockets.map(frameOf));
    const ended = sockets.map(endOf);
    platform.dropSockets(1011, 'try again');
    expect(await Promise.all(ended)).toEqual([
      { code: 1011, reason: 'try again' },
      { code: 1011, reason: 'try again' },
    ]);
    const another = socketAt(path);
    await frameOf(another);
    const end = endOf(another);
    platform.dropSockets();
    expect((await end).code).toBe(1006);
  });
});

describe('faults', () => {
  test.each<[fault: DemoFault, status: number, type: RegExp]>([
    ['401', 401, /json/],
    ['429', 429, /json/],
    ['500', 500, /json/],
    ['html', 200, /html/],
  ])('%s is answered with %i until it is lifted', async (fault, status, type) => {
    platform.fault(fault);
    const response = await get('/organization');
    expect([response.status, response.headers.get('content-type')]).toEqual([status, expect.stringMatching(type)]);
    expect(response.headers.has('retry-after')).toBe(fault === '429');
    platform.fault(null);
    expect((await get('/organization')).status).toBe(200);
  });
  test('a revoked token ends open sockets with 1008, and new ones too', async () => {
    const path = await runPath();
    const socket = socketAt(path);
    await frameOf(socket);
    const end = endOf(socket);
    platform.fault('401');
    expect((await end).code).toBe(1008);
    expect((await endOf(socketAt(path))).code).toBe(1008);
  });
  test('an agent that is away ends run sockets with 1011 NotFound, again on reconnect, and leaves REST alone', async () => {
    const path = await runPath();
    const socket = socketAt(path);
    await frameOf(socket);
    const end = endOf(socket);
    platform.fault('agent-offline');
    const away = { code: 1011, reason: expect.stringMatching(/^NotFound: /) };
    expect(await end).toEqual(away);
    expect(await endOf(socketAt(path))).toEqual(away);
    expect((await get('/organization')).status).toBe(200);
    platform.fault(null);
    expect(await frameOf(socketAt(path))).toHaveProperty('environments');
  });
  test('a slow platform lets requests and new sockets hang, and breaks them off when it is lifted', async () => {
    const path = await runPath();
    platform.fault('slow');
    const { hostname, port } = new URL(platform.apiUrl);
    const hanging = connect(Number(port), hostname);
    hanging.write('GET /organization HTTP/1.1\r\nhost: demo\r\n\r\n');
    await Promise.all([
      expect(get('/organization', '', 200)).rejects.toThrow('timeout'),
      expect(once(socketAt(path, { ...header(), handshakeTimeout: 200 }), 'open')).rejects.toThrow('timed out'),
    ]);
    const brokenOff = once(hanging, 'close');
    platform.fault(null);
    await brokenOff;
    expect(hanging.bytesRead).toBe(0);
    expect((await get('/organization')).status).toBe(200);
  });
});

test('the agent is lost from second 10 to 70 of its scenario', async () => {
  await platform.stop();
  await start({ scenario: 'agent-lost', speed: 100 });
  const socket = socketAt(await runPath());
  expect(await endOf(socket)).toEqual({ code: 1011, reason: expect.stringContaining('NotFound') });
});

test('the same seed gives the same token, another another', async () => {
  const { token } = platform;
  await platform.stop();
  await start({ seed: 2 });
  expect(platform.token).not.toBe(token);
  await platform.stop();
  await start();
  expect(platform.token).toBe(token);
});

test('a scenario that does not exist is refused', async () => {
  await expect(startDemoPlatform({ port: 0, scenario: 'storm', seed: 1, speed: 1 })).rejects.toThrow('storm');
});
