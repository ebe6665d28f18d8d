import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { SILENT_LOG } from '../../../electron/log.ts';
import { createPlatform } from '../../../electron/platform/client.ts';
import type { Access, Platform, StreamState } from '../../../electron/platform/platform.ts';
import { agentsOver, type AgentParts } from '../../../electron/system/agents.ts';
import { LOCAL_CERTIFICATE, LOCAL_KEY } from '../../support/local-certificate.ts';
import { httpServer, listening, replying } from '../../support/local-servers.ts';

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

const ORGANIZATIONS = { results: [{ id: 'o', name: 'Acme' }] };
const READ = { ok: true, value: ORGANIZATIONS.results };

/** A platform over TLS that answers every read with organisations and every socket with a run frame. */
async function securePlatform(): Promise<number> {
  const server = https.createServer({ cert: LOCAL_CERTIFICATE, key: LOCAL_KEY }, replying(ORGANIZATIONS));
  new WebSocketServer({ server }).on('connection', (connection) => connection.send('{"environments":[]}'));
  const { port, stop } = await listening(server);
  stops.push(stop);
  return port;
}

/** A proxy that leads every name to `port` of this machine, or refuses with a status; it notes where it was asked to go. */
async function connectProxy(port: number, status = 200): Promise<{ readonly proxy: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = http.createServer();
  server.on('connect', (request, client) => {
    asked.push(request.url ?? '');
    client.on('error', () => client.destroy());
    if (status !== 200) return client.end(`HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\nno`);
    const upstream = net.connect(port, '127.0.0.1', () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    upstream.on('error', () => client.destroy());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
    return client.pipe(upstream).pipe(client);
  });
  const { port: own, stop } = await listening(server);
  stops.push(stop);
  return { proxy: `PROXY 127.0.0.1:${own}`, asked };
}

const trustingLocal = async () => tls.createSecureContext({ ca: [LOCAL_CERTIFICATE] });
const trustingNodeAlone = async () => tls.createSecureContext({ ca: [...tls.rootCertificates] });

function platformAt(host: string, parts: Partial<AgentParts>): Platform {
  const access: Access = { apiUrl: `http${host}`, wsUrl: `ws${host}`, token: 'qov_secret_token', scheme: 'Token' };
  const agents = agentsOver({ resolveProxy: async () => 'DIRECT', trust: trustingLocal, log: SILENT_LOG, ...parts });
  const agent = async (url: string) => {
    const found = await agents(url);
    stops.push(() => found.destroy());
    return found;
  };
  const clock = { now: () => 0, after: (ms: number, act: () => void) => (ms === 0 ? setImmediate(act) : null, () => undefined) };
  return createPlatform({ access: () => access, agent, clock, random: () => 0, log: SILENT_LOG, userAgent: 'test' });
}

/** The first thing that a run socket brings: a frame, or the problem in its way. */
function firstOfSocket(platform: Platform): Promise<unknown> {
  return new Promise((resolve) => {
    const onState = (state: StreamState): void => {
      if (state.kind === 'waiting' || state.kind === 'ended') resolve(state.problem);
    };
    const scope = { organizationId: 'o', clusterId: 'c', projectId: null, environmentId: null };
    stops.push(platform.followRun(scope, { onState, onValue: resolve }));
  });
}

test("reads and sockets trust what we trust beside Node's own", async () => {
  const platform = platformAt(`s://localhost:${await securePlatform()}`, {});
  expect(await platform.organizations()).toEqual(READ);
  expect(await firstOfSocket(platform)).toEqual({ environments: [] });
});

test('reads and sockets trust nobody else', async () => {
  const platform = platformAt(`s://localhost:${await securePlatform()}`, { trust: trustingNodeAlone });
  const problem = { kind: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
  expect(await platform.organizations()).toEqual({ ok: false, problem });
  expect(await firstOfSocket(platform)).toEqual(problem);
});

test('reads and sockets go through the proxy, trust in the tunnel what we trust, and ask for both as for https', async () => {
  const { proxy, asked } = await connectProxy(await securePlatform());
  const origins: string[] = [];
  const resolveProxy = async (url: string) => (origins.push(url), proxy);
  const platform = platformAt('s://platform.test', { resolveProxy });
  expect(await platform.organizations()).toEqual(READ);
  expect(await firstOfSocket(platform)).toEqual({ environments: [] });
  expect(new Set(asked)).toEqual(new Set(['platform.test:443'])); // a tunnel may be used again
  expect(origins).toEqual(['https://platform.test', 'https://platform.test']);
});

test('a certificate that nobody vouches for is refused in the tunnel as well', async () => {
  const { proxy } = await connectProxy(await securePlatform());
  const platform = platformAt('s://platform.test', { resolveProxy: async () => proxy, trust: trustingNodeAlone });
  expect(await platform.organizations()).toEqual({ ok: false, problem: { kind: 'certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
});

test.each([403, 407, 502])("a proxy's own %i is no connection, not the platform's refusal", async (status) => {
  const { proxy } = await connectProxy(0, status);
  const platform = platformAt('s://platform.test', { resolveProxy: async () => proxy });
  const problem = { kind: 'offline', code: `PROXY_${status}` };
  expect(await platform.organizations()).toEqual({ ok: false, problem });
  expect(await firstOfSocket(platform)).toEqual(problem);
});

test('plain http goes through a tunnel too', async () => {
  const { url, stop } = await httpServer(replying(ORGANIZATIONS));
  stops.push(stop);
  const { proxy, asked } = await connectProxy(Number(new URL(url).port));
  const platform = platformAt('://platform.test', { resolveProxy: async () => proxy });
  expect(await platform.organizations()).toEqual(READ);
  expect(asked).toEqual(['platform.test:80']);
});

test('this machine is reached directly, and neither proxies nor certificates are asked for', async () => {
  const { url, stop } = await httpServer(replying(ORGANIZATIONS));
  stops.push(stop);
  const never = async (): Promise<never> => {
    throw new Error('asked');
  };
  const platform = platformAt(url.replace('http', ''), { resolveProxy: never, trust: never });
  expect(await platform.organizations()).toEqual(READ);
});

test('an origin keeps its agent until its proxy changes', async () => {
  let list = 'PROXY a:1';
  let trusts = 0;
  const trust = async () => ((trusts += 1), trustingLocal());
  const agents = agentsOver({ resolveProxy: async () => list, trust, log: SILENT_LOG });
  const [first, again] = await Promise.all([agents('https://x/a'), agents('wss://x/b')]);
  expect(again).toBe(first);
  expect(await agents('https://y')).not.toBe(first);
  list = 'DIRECT';
  const direct = await agents('https://x/a');
  expect(direct).not.toBe(first);
  expect(await agents('https://x/c')).toBe(direct);
  expect(trusts).toBe(1);
});
