import http, { type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLog, SILENT_LOG } from '../../../electron/log.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { DEAD_AFTER_MS, FRAME_LIMIT_BYTES, HANDSHAKE_LIMIT_MS, PING_EVERY_MS } from '../../../electron/platform/connection.ts';
import { createGate } from '../../../electron/platform/gate.ts';
import type { Access, StreamState } from '../../../electron/platform/platform.ts';
import { follow, type SocketParts, type Subject } from '../../../electron/platform/socket.ts';
import { listening, socketServer, type LocalSockets, type SocketOptions } from '../../support/local-servers.ts';
import { manualClock, type ManualClock } from '../../support/manual-clock.ts';

const TOKEN = 'qov_secret_token';
const START = 1_000_000;
const stops: (() => unknown)[] = [];
let clock: ManualClock;
beforeEach(() => {
  clock = manualClock(START);
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

async function serving(options?: SocketOptions): Promise<LocalSockets> {
  const server = await socketServer(options);
  stops.push(server.stop);
  return server;
}

interface Frame {
  readonly n: number;
}
const decode = (frame: unknown): Frame | null => {
  const isFrame = typeof frame === 'object' && frame !== null && 'n' in frame && typeof frame.n === 'number';
  return isFrame ? { n: Number(frame.n) } : null;
};
const SUBJECT: Subject<Frame> = { path: '/service/status', query: { organization: 'o', cluster: '' }, decode, endsWhenClosed: false };

interface Followed {
  readonly states: readonly StreamState[];
  readonly values: readonly Frame[];
  readonly stop: () => void;
  /** Settles when a state of this kind has been told `times` times. */
  readonly reached: (kind: StreamState['kind'], times?: number) => Promise<void>;
}

function following(wsUrl: string, more: Partial<SocketParts & Subject<Frame>> = {}): Followed {
  const [states, values]: [StreamState[], Frame[]] = [[], []];
  const access: Access = { apiUrl: '', wsUrl, token: TOKEN, scheme: 'Bearer' };
  const parts: SocketParts = {
    gate: createGate(4),
    access: () => access,
    clock,
    random: () => 0.5,
    log: SILENT_LOG,
    userAgent: 'Qovery Tray/test',
    ...more,
  };
  const stop = follow(parts, { ...SUBJECT, ...more }, { onState: (state) => states.push(state), onValue: (value) => values.push(value) });
  stops.push(stop);
  const reached = (kind: StreamState['kind'], times = 1): Promise<void> =>
    vi.waitFor(() => expect(states.filter((state) => state.kind === kind).length).toBeGreaterThanOrEqual(times), { interval: 1 });
  return { states, values, stop, reached };
}

/** Follows and waits until the first connection stands. */
async function opened(server: LocalSockets, more: Partial<SocketParts & Subject<Frame>> = {}): Promise<Followed> {
  const followed = following(server.url, more);
  await clock.advance(0);
  await followed.reached('open');
  return followed;
}

const kinds = (followed: Followed): readonly string[] => followed.states.map((state) => state.kind);
const lastState = (followed: Followed): StreamState | undefined => followed.states.at(-1);

describe('a stream', () => {
  test('tells nothing before it was returned, then connects and opens', async () => {
    const server = await serving();
    const followed = following(server.url);
    expect(followed.states).toEqual([]);
    await clock.advance(0);
    await followed.reached('open');
    expect(followed.states).toEqual([
      { kind: 'connecting', attempt: 1 },
      { kind: 'open', since: START },
    ]);
  });

  test('says who asks and for what, leaving out what is empty', async () => {
    const server = await serving();
    await opened(server);
    expect(server.requests[0]).toMatchObject({
      url: '/service/status?organization=o',
      headers: { authorization: `Bearer ${TOKEN}`, 'user-agent': 'Qovery Tray/test' },
    });
  });

  test.each([true, false])('gives what its frames say (packed: %j)', async (perMessageDeflate) => {
    const server = await serving({ perMessageDeflate });
    const followed = await opened(server);
    for (const n of [1, 2, 3]) server.connections[0]?.send(JSON.stringify({ n, text: 'x'.repeat(5000) }));
    await vi.waitFor(() => expect(followed.values).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]));
  });

  test('gives the very same value again for a frame with the very same text', async () => {
    const server = await serving();
    const followed = await opened(server);
    for (const n of [1, 1, 2, 1]) server.connections[0]?.send(JSON.stringify({ n }));
    await vi.waitFor(() => expect(followed.values).toHaveLength(4));
    expect(followed.values[1]).toBe(followed.values[0]);
    expect(followed.values[3]).not.toBe(followed.values[0]);
  });

  test('leaves out what it does not understand, counts it and goes on', async () => {
    const server = await serving();
    const lines: string[] = [];
    const log = createLog(
      (line) => lines.push(line),
      () => new Date(0),
    );
    const followed = await opened(server, { log });
    for (const text of ['not JSON', '{"entity":["services"],"id":"x"}', 'null', '', '[]', '{"n":7}']) server.connections[0]?.send(text);
    await vi.waitFor(() => expect(followed.values).toEqual([{ n: 7 }]));
    expect(kinds(followed)).toEqual(['connecting', 'open']);
    expect(lines.filter((line) => line.includes('not understood'))).toHaveLength(1);
    expect(lines.join()).not.toContain('not JSON');
  });

  test('loses nothing to bytes that are no UTF-8: they become signs, and the connection stands', async () => {
    const server = await serving();
    const followed = await opened(server);
    const frame = Buffer.concat([Buffer.from('{"n":1,"said":"a'), Buffer.from([0xff, 0xc3]), Buffer.from('b"}')]);
    server.connections[0]?.send(frame, { binary: false });
    server.connections[0]?.send('{"n":2}');
    await vi.waitFor(() => expect(followed.values).toMatchObject([{ n: 1 }, { n: 2 }]));
    expect(kinds(followed)).toEqual(['connecting', 'open']);
  });

  test('goes through the agent it is given', async () => {
    const server = await serving();
    const asked: string[] = [];
    const agent = new http.Agent();
    const createConnection = vi.spyOn(agent, 'createConnection');
    await opened(server, { agent: async (url) => (asked.push(url), agent) });
    expect(asked).toEqual([`${server.url}/service/status?organization=o`]);
    expect(createConnection).toHaveBeenCalledOnce();
  });
});

describe('a stream that is closed', () => {
  test.each<[number, string, Problem]>([
    [1000, 'done', { kind: 'closed', code: 1000, reason: 'done' }],
    [1001, 'going away', { kind: 'closed', code: 1001, reason: 'going away' }],
    [1011, 'exceeded for receiving agent response', { kind: 'closed', code: 1011, reason: 'exceeded for receiving agent response' }],
    [1011, 'NotFound: no agent', { kind: 'agent-away' }],
    [1008, 'NotFound: no agent', { kind: 'agent-away' }],
  ])('with %i %j waits and tries again', async (code, reason, problem) => {
    const server = await serving();
    const followed = await opened(server);
    server.connections[0]?.close(code, reason);
    await followed.reached('waiting');
    expect(lastState(followed)).toEqual({ kind: 'waiting', problem, nextTryAt: START + 1000, attempt: 1 });
    await clock.advance(1000);
    await followed.reached('open', 2);
    expect(kinds(followed)).toEqual(['connecting', 'open', 'waiting', 'connecting', 'open']);
    expect(followed.states[3]).toEqual({ kind: 'connecting', attempt: 2 });
  });

  test.each<[number, string, Problem]>([
    [1007, 'no permission', { kind: 'forbidden', answer: 1007 }],
    [1008, 'policy', { kind: 'refused', answer: 1008 }],
  ])('with %i %j has ended', async (code, reason, problem) => {
    const server = await serving();
    const followed = await opened(server);
    server.connections[0]?.close(code, reason);
    await followed.reached('ended');
    expect(lastState(followed)).toEqual({ kind: 'ended', problem });
    await clock.advance(600_000);
    expect(server.requests).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });

  test('is a finished read if it is one', async () => {
    const server = await serving();
    const followed = await opened(server, { endsWhenClosed: true });
    server.connections[0]?.close(1000);
    await followed.reached('ended');
    expect(lastState(followed)).toEqual({ kind: 'ended', problem: null });
    expect(clock.pending()).toBe(0);
  });

  test('without a word waits and tries again', async () => {
    const server = await serving();
    const followed = await opened(server);
    server.connections[0]?.terminate();
    await followed.reached('waiting');
    expect(lastState(followed)).toMatchObject({ kind: 'waiting', problem: { kind: 'closed', code: 1006, reason: '' } });
  });

  test('by a frame beyond 32 MB says so', async () => {
    const server = await serving({ perMessageDeflate: true });
    const followed = await opened(server);
    server.connections[0]?.send(Buffer.alloc(FRAME_LIMIT_BYTES + 1, ' '), { binary: false });
    await vi.waitFor(() => expect(kinds(followed)).toContain('waiting'), { timeout: 5000 });
    expect(lastState(followed)).toMatchObject({ problem: { kind: 'bad-reply' } });
  });
});

describe('after failures', () => {
  const DELAYS = [1, 2, 5, 10, 20, 40, 60, 60];

  test('it waits longer and longer', async () => {
    const { port, stop } = await listening(http.createServer());
    await stop();
    const followed = following(`ws://127.0.0.1:${port}`);
    await clock.advance(0);
    for (const [index, seconds] of DELAYS.entries()) {
      await followed.reached('waiting', index + 1);
      const nextTryAt = clock.now() + seconds * 1000;
      expect(lastState(followed)).toEqual({
        kind: 'waiting',
        problem: { kind: 'offline', code: 'ECONNREFUSED' },
        nextTryAt,
        attempt: index + 1,
      });
      await clock.advance(seconds * 1000 - 1);
      expect(lastState(followed)?.kind).toBe('waiting');
      await clock.advance(1);
    }
  });

  test.each([
    [59_000, 2, 2000],
    [60_000, 1, 1000],
  ])('a connection that stood for %i ms leads to attempt %i', async (stoodMs, attempt, delayMs) => {
    const server = await serving();
    const followed = await opened(server);
    server.connections[0]?.terminate();
    await followed.reached('waiting');
    await clock.advance(1000);
    const second = await server.connected(2);
    await followed.reached('open', 2);
    await clock.advance(stoodMs);
    second.terminate();
    await followed.reached('waiting', 2);
    expect(lastState(followed)).toMatchObject({ attempt, nextTryAt: clock.now() + delayMs });
  });

  test('a frame with the text of the last one before the failure is decoded anew', async () => {
    const server = await serving();
    const followed = await opened(server);
    server.connections[0]?.send('{"n":1}');
    await vi.waitFor(() => expect(followed.values).toHaveLength(1));
    server.connections[0]?.terminate();
    await followed.reached('waiting');
    await clock.advance(1000);
    (await server.connected(2)).send('{"n":1}');
    await vi.waitFor(() => expect(followed.values).toHaveLength(2));
    expect(followed.values[1]).not.toBe(followed.values[0]);
  });
});

function answering(status: number, body = '', headers: readonly string[] = []): SocketOptions {
  const refuse = (_: IncomingMessage, socket: Duplex): boolean => {
    const head = [`HTTP/1.1 ${status} Words`, `Content-Length: ${body.length}`, 'Connection: close', ...headers, '', body];
    socket.end(head.join('\r\n'));
    return true;
  };
  return { refuse };
}

describe('a handshake', () => {
  test.each<[number, Problem]>([
    [401, { kind: 'refused', answer: 401 }],
    [403, { kind: 'forbidden', answer: 403 }],
  ])('answered with %i has ended the stream', async (status, problem) => {
    const server = await serving(answering(status));
    const followed = following(server.url);
    await clock.advance(0);
    await followed.reached('ended');
    expect(followed.states).toEqual([
      { kind: 'connecting', attempt: 1 },
      { kind: 'ended', problem },
    ]);
    expect(clock.pending()).toBe(0);
  });

  test.each<[number, string, Problem]>([
    [404, '', { kind: 'gone' }],
    [502, '<html>', { kind: 'server-error', answer: 502, detail: '' }],
    [500, `{"detail":"broken ${TOKEN}"}`, { kind: 'server-error', answer: 500, detail: 'broken [secret]' }],
    [200, 'hello', { kind: 'bad-reply', detail: 'status 200' }],
  ])('answered with %i %j is tried again', async (status, body, problem) => {
    const server = await serving(answering(status, body));
    const followed = following(server.url);
    await clock.advance(0);
    await followed.reached('waiting');
    expect(lastState(followed)).toEqual({ kind: 'waiting', problem, nextTryAt: START + 1000, attempt: 1 });
  });

  test('that comes too often is tried again when the platform says so', async () => {
    const server = await serving(answering(429, '', ['Retry-After: 300']));
    const followed = following(server.url);
    await clock.advance(0);
    await followed.reached('waiting');
    expect(lastState(followed)).toMatchObject({ problem: { kind: 'rate-limited' }, nextTryAt: START + 300_000 });
  });

  test('that never comes to an end is given up', async () => {
    const server = await serving({ refuse: () => true });
    const followed = following(server.url);
    await clock.advance(0);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    await clock.advance(HANDSHAKE_LIMIT_MS);
    expect(lastState(followed)).toMatchObject({ kind: 'waiting', problem: { kind: 'timeout', afterMs: HANDSHAKE_LIMIT_MS } });
  });

  test('is not even begun without a token or an address', async () => {
    const signedOut = following('ws://127.0.0.1', { access: () => null });
    const lost = following('https://ws.qovery.com');
    const unsendable = following('', { access: () => ({ apiUrl: '', wsUrl: 'ws://127.0.0.1:9', token: 'tok\nén', scheme: 'Token' }) });
    await clock.advance(0);
    await unsendable.reached('ended');
    expect(lastState(signedOut)).toEqual({ kind: 'ended', problem: { kind: 'signed-out' } });
    expect(lastState(lost)).toEqual({ kind: 'ended', problem: { kind: 'bad-address', address: 'https://ws.qovery.com' } });
    expect(lastState(unsendable)).toMatchObject({ kind: 'ended', problem: { kind: 'bad-input' } });
  });
});

describe('the heartbeat', () => {
  test('pings every 30 s, and each pong keeps the connection alive', async () => {
    const server = await serving();
    const followed = await opened(server);
    // Sent behind the pong on the same connection: once it is here, so is the pong.
    server.connections[0]?.on('ping', () => server.connections[0]?.send(`{"n":${clock.now()}}`));
    for (const seconds of [30, 60, 90, 120, 150, 180]) {
      await clock.advance(PING_EVERY_MS);
      await vi.waitFor(() => expect(followed.values.at(-1)).toEqual({ n: START + seconds * 1000 }), { interval: 1 });
    }
    expect(kinds(followed)).toEqual(['connecting', 'open']);
  });

  test('takes a connection without a pong for dead after 75 s, whatever data comes', async () => {
    const server = await serving({ autoPong: false });
    const followed = await opened(server);
    await clock.advance(DEAD_AFTER_MS - 1);
    expect(kinds(followed)).toEqual(['connecting', 'open']);
    server.connections[0]?.send('{"n":1}');
    await vi.waitFor(() => expect(followed.values).toHaveLength(1));
    await clock.advance(1);
    expect(lastState(followed)).toMatchObject({ kind: 'waiting', problem: { kind: 'timeout', afterMs: DEAD_AFTER_MS } });
  });
});

describe('stopping', () => {
  test.each([0, 1])('is final and silent before the connection stands (after %i turns)', async (turns) => {
    const server = await serving();
    const followed = following(server.url);
    if (turns > 0) await clock.advance(0);
    const told = followed.states.length;
    followed.stop();
    await clock.advance(600_000);
    expect(followed.states).toHaveLength(told);
    expect(clock.pending()).toBe(0);
  });

  test('closes the connection in order and tells nothing more', async () => {
    const server = await serving();
    const followed = await opened(server);
    const closed = new Promise<number>((resolve) => {
      server.connections[0]?.on('close', resolve);
    });
    followed.stop();
    followed.stop();
    server.connections[0]?.send('{"n":1}');
    expect(await closed).toBe(1000);
    await clock.advance(600_000);
    expect(kinds(followed)).toEqual(['connecting', 'open']);
    expect(followed.values).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  test('ends a wait', async () => {
    const server = await serving();
    const followed = await opened(server);
    server.connections[0]?.terminate();
    await followed.reached('waiting');
    followed.stop();
    await clock.advance(600_000);
    expect(kinds(followed)).toEqual(['connecting', 'open', 'waiting']);
    expect(server.requests).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });
});

describe('handshakes of several streams', () => {
  test('wait for their turn, and each end of one lets the next begin', async () => {
    const silent = await serving({ refuse: () => true });
    const open = await serving();
    const gate = createGate(1);
    const first = following(silent.url, { gate });
    const second = following(silent.url, { gate });
    const third = following(open.url, { gate });
    const fourth = following(open.url, { gate });
    await clock.advance(0);
    await vi.waitFor(() => expect(silent.requests).toHaveLength(1));
    expect(open.requests).toHaveLength(0);
    expect(lastState(third)).toEqual({ kind: 'connecting', attempt: 1 });
    second.stop();
    await clock.advance(HANDSHAKE_LIMIT_MS);
    await third.reached('open');
    await fourth.reached('open');
    expect(lastState(first)?.kind).toBe('waiting');
    expect(silent.requests).toHaveLength(1);
  });
});
