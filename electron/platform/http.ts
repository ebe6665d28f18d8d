// One read of the platform's REST API: address, token, time limit, size limit. What goes wrong comes back as a Problem.
// Never follows a redirect: the token would go with it.
import { once } from 'node:events';
import http, { type Agent, type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Log } from '../log.ts';
import type { Clock } from '../model/clock.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { addressOf, type Query } from './address.ts';
import type { Access } from './platform.ts';
import type { OddityCounter } from './oddity-counter.ts';
import { problemFromAnswer, problemFromError, problemFromProxy } from './problem-from.ts';
import type { Traffic } from './traffic.ts';

/** Everything of one read, the choice of the agent included, ends within this. */
export const READ_LIMIT_MS = 30_000;
/** Bytes of one reply, unpacked. */
export const REPLY_LIMIT_BYTES = 32 * 1024 * 1024;

export interface HttpParts {
  readonly access: () => Access | null;
  readonly clock: Clock;
  readonly log: Log;
  /** The way to an address (proxy, certificates); undefined: Node's own. Asked before each request. */
  readonly agent?: (url: string) => Promise<Agent | undefined>;
  readonly userAgent: string;
  /** Counts what is asked. */
  readonly traffic?: Pick<Traffic, 'asked' | 'answered'>;
  /** Collects what is odd in what is read. */
  readonly oddities?: Pick<OddityCounter, 'note'>;
}

/** The headers that say who asks. */
export function identity(access: Access, userAgent: string): Readonly<Record<string, string>> {
  return { Authorization: `${access.scheme} ${access.token}`, 'User-Agent': userAgent };
}

/** Reads JSON, whatever it holds: the decoders look into it. Never rejects. */
export async function readJson(parts: HttpParts, pathname: string, query: Query = {}): Promise<Result<unknown>> {
  const access = parts.access();
  if (!access) return failed({ kind: 'signed-out' });
  const address = addressOf(access.apiUrl, ['https:', 'http:'], pathname, query);
  if (!address.ok) return address;
  const begun = parts.clock.now();
  parts.traffic?.asked(pathname);
  const result = await withinLimit(parts.clock, access.token, async (signal) => {
    const agent = await parts.agent?.(address.value.href);
    return exchange({ url: address.value, headers: identity(access, parts.userAgent), agent, signal, token: access.token }, parts);
  });
  const outcome = result.ok ? 'ok' : result.problem.kind;
  parts.log.debug('read', { path: pathname, outcome, ms: parts.clock.now() - begun });
  return result;
}

/** Runs `act`, which is told by its signal when to give up; if it does not, it is no longer waited for. */
export async function withinLimit<T>(clock: Clock, token: string, act: (signal: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
  const limit = new AbortController();
  const stopLimit = clock.after(READ_LIMIT_MS, () => limit.abort());
  const timeout = failed({ kind: 'timeout', afterMs: READ_LIMIT_MS });
  try {
    return await Promise.race([act(limit.signal), once(limit.signal, 'abort').then(() => timeout)]);
  } catch (error) {
    return limit.signal.aborted ? timeout : failed(problemFromError(error, token));
  } finally {
    stopLimit();
  }
}

interface Exchange {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly agent: Agent | undefined;
  readonly signal: AbortSignal;
  readonly token: string;
}

async function exchange(asked: Exchange, { clock, traffic }: HttpParts): Promise<Result<unknown>> {
  const reply = await send(asked);
  if ('problem' in reply) return failed(reply.problem);
  traffic?.answered(reply.response.headers);
  const body = await bodyOf(reply.response, asked.signal);
  if (!body.ok) return body;
  const { statusCode: status = 0, headers } = reply.response;
  if (status < 200 || status > 299) return failed(problemFromAnswer({ status, headers, body: body.value }, clock.now(), asked.token));
  return parsed(body.value);
}

type Reply = { readonly response: IncomingMessage } | { readonly problem: Problem };

/**
 * Sends the request once more when the connection was an old one that the other side had just closed: a read may be
 * repeated, and a person would see a failure where there is none.
 */
async function send(asked: Exchange, isRepeat = false): Promise<Reply> {
  const request = requestFor(asked);
  try {
    return await replyTo(request);
  } catch (error) {
    const wasOldConnection = request.reusedSocket && error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
    if (!wasOldConnection || isRepeat) throw error;
    return send(asked, true);
  }
}

function requestFor({ url, headers, agent, signal }: Exchange): ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http;
  return request(url, {
    method: 'GET',
    headers: { ...headers, Accept: 'application/json', 'Accept-Encoding': 'gzip' },
    signal,
    ...(agent && { agent }),
  });
}

function replyTo(request: ClientRequest): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request.on('response', (response) => resolve({ response }));
    request.on('error', reject);
    // Emitted by the proxy's agent before it hands the proxy's own refusal down as if it were the platform's answer.
    request.on('proxyConnect', (answer: { readonly statusCode: number }) => {
      if (answer.statusCode === 200) return;
      resolve({ problem: problemFromProxy(answer.statusCode) });
      request.destroy();
    });
    request.end();
  });
}

/** The whole body as text; a body that is cut off or too large is no reply. */
async function bodyOf(response: IncomingMessage, signal: AbortSignal): Promise<Result<string>> {
  const isPacked = response.headers['content-encoding'] === 'gzip';
  // The pipeline's error is the stream's own, met below.
  const stream = isPacked ? pipeline(response, createGunzip(), () => undefined) : response;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer> /* no encoding is set */) {
      size += chunk.length;
      if (size > REPLY_LIMIT_BYTES) return failed({ kind: 'bad-reply', detail: 'the reply is larger than 32 MB' });
      chunks.push(chunk);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    return failed({ kind: 'bad-reply', detail: 'the reply was cut off' });
  }
  return ok(Buffer.concat(chunks).toString('utf8'));
}

function parsed(body: string): Result<unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return ok(value);
  } catch {
    const isPage = /^\s*</.test(body);
    return failed({ kind: 'bad-reply', detail: isPage ? 'a web page instead of data' : 'not JSON' });
  }
}
