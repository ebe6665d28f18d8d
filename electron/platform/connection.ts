// One websocket connection, from handshake to end: opens once or not at all, gives texts, ends once with a Problem.
// Reconnecting is socket.ts's; here nothing is tried twice.
import type { Agent, ClientRequest, IncomingMessage } from 'node:http';
import { WebSocket, type RawData } from 'ws';
import type { Clock } from '../model/clock.ts';
import type { Problem } from '../model/problem.ts';
import { problemFromAnswer, problemFromClose, problemFromError, problemFromProxy } from './problem-from.ts';

/** A handshake that takes longer has failed. */
export const HANDSHAKE_LIMIT_MS = 30_000;
export const PING_EVERY_MS = 30_000;
/** Without a pong for this long the connection is dead, however silent the data may rightly be. */
export const DEAD_AFTER_MS = 75_000;
/** Bytes of one frame, unpacked. */
export const FRAME_LIMIT_BYTES = 32 * 1024 * 1024;
/** A refusal's body is read this far: it is a sentence. */
const BODY_LIMIT_BYTES = 64 * 1024;

export interface ConnectionParts {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string;
  readonly agent: Agent | undefined;
  readonly clock: Clock;
  onOpen(requestId: string | null): void;
  onText(text: string): void;
  /** Comes once, and nothing after it. */
  onEnd(problem: Problem): void;
}

/** Connects; the returned function closes the connection, after which nothing is told any more. */
export function connect(parts: ConnectionParts): () => void {
  const connection = new Connection(parts);
  return () => connection.stop();
}

class Connection {
  readonly #parts: ConnectionParts;
  readonly #socket: WebSocket;
  #requestId: string | null = null;
  #isOver = false;
  #stopLimit: () => void;
  #stopPing: () => void = () => undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
    this.#stopLimit = this.#deadline(HANDSHAKE_LIMIT_MS);
    this.#socket = new WebSocket(parts.url, {
      headers: { ...parts.headers },
      maxPayload: FRAME_LIMIT_BYTES,
      perMessageDeflate: true,
      skipUTF8Validation: true, // a program may log any bytes: those that are no UTF-8 become U+FFFD, and nothing else is lost
      finishRequest: (request) => this.#send(request),
      ...(parts.agent && { agent: parts.agent }),
    });
    this.#listen();
  }

  stop(): void {
    if (!this.#finish()) return;
    // Politely when it stands; ws itself cuts the connection when the other side does not answer.
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.close(1000);
    else this.#socket.terminate();
  }

  #send(request: ClientRequest): void {
    request.on('proxyConnect', (answer: { readonly statusCode: number }) => {
      if (answer.statusCode !== 200) this.#fail(problemFromProxy(answer.statusCode));
    });
    request.end();
  }

  #listen(): void {
    const { token } = this.#parts;
    this.#socket.on('upgrade', ({ headers }) => {
      const id = headers['x-qovery-request-id'];
      this.#requestId = typeof id === 'string' ? id : null;
    });
    this.#socket.on('open', () => this.#open());
    this.#socket.on('message', (data) => this.#message(data));
    this.#socket.on('pong', () => this.#renew());
    this.#socket.on('unexpected-response', (_, response) => this.#refused(response));
    // After the end errors still come (a handshake cut short is one): they are the end's own and tell nothing new.
    this.#socket.on('error', (error) => this.#fail(problemFromError(error, token)));
    this.#socket.on('close', (code, reason) => this.#end(problemFromClose(code, reason.toString('utf8'), token)));
  }

  #open(): void {
    if (this.#isOver) return;
    this.#renew();
    this.#pingLater();
    this.#parts.onOpen(this.#requestId);
  }

  #message(data: RawData): void {
    if (!this.#isOver && Buffer.isBuffer(data)) this.#parts.onText(data.toString('utf8'));
  }

  #renew(): void {
    if (this.#isOver) return;
    this.#stopLimit();
    this.#stopLimit = this.#deadline(DEAD_AFTER_MS);
  }

  #deadline(afterMs: number): () => void {
    return this.#parts.clock.after(afterMs, () => this.#fail({ kind: 'timeout', afterMs }));
  }

  #pingLater(): void {
    this.#stopPing = this.#parts.clock.after(PING_EVERY_MS, () => {
      if (this.#socket.readyState === WebSocket.OPEN) this.#socket.ping();
      this.#pingLater();
    });
  }

  /** The handshake was answered with a plain HTTP answer: its words are read, then it is the end. */
  #refused(response: IncomingMessage): void {
    const { statusCode: status = 0, headers } = response;
    let body = '';
    const tell = (): void => this.#fail(problemFromAnswer({ status, headers, body }, this.#parts.clock.now(), this.#parts.token));
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      body += chunk;
      if (body.length > BODY_LIMIT_BYTES) tell();
    });
    response.on('end', tell);
    response.on('error', tell);
  }

  #fail(problem: Problem): void {
    if (this.#isOver) return;
    this.#end(problem);
    this.#socket.terminate();
  }

  #end(problem: Problem): void {
    if (this.#finish()) this.#parts.onEnd(problem);
  }

  /** Whether this was the first end; leaves no timer behind. */
  #finish(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#stopLimit();
    this.#stopPing();
    return true;
  }
}
