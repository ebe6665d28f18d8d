// A stream of values over a websocket that reconnects: its named states, and frames decoded into values.
// What cannot be understood is counted and left out. What a final problem is, problem-from.ts says.
import type { Agent } from 'node:http';
import type { Log } from '../log.ts';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Instant } from '../model/world.ts';
import { addressOf, type Query } from './address.ts';
import { backOffMs, HEALTHY_AFTER_MS } from './back-off.ts';
import { connect } from './connection.ts';
import { createFrames, type Frames, type Reading } from './frames.ts';
import type { Gate } from './gate.ts';
import { identity, withinLimit, type HttpParts } from './http.ts';
import type { Access, StreamListener, StreamState } from './platform.ts';
import { isFinal, problemFromError } from './problem-from.ts';

export interface SocketParts extends HttpParts {
  /** From [0, 1), for the jitter between tries. */
  readonly random: () => number;
  /** Where handshakes wait for their turn. */
  readonly gate: Gate;
}

/** What to follow, and what its frames mean. */
export interface Subject<T> {
  readonly path: string;
  readonly query: Query;
  /** Null: not a frame of this stream. */
  readonly decode: (frame: unknown) => T | null;
  /** Reads the text itself, where that is cheaper than to parse it whole. */
  readonly read?: (text: string) => Reading<T>;
  /** Whether the platform's own orderly close (1000) is the end: a read that is finished, not a stream. */
  readonly endsWhenClosed: boolean;
}

/**
 * Follows until it is stopped or a final problem ends it. The listener is never called before this has returned, and
 * never after the returned function was called. A frame with the very text of the one before gives the same value again.
 */
export function follow<T>(parts: SocketParts, subject: Subject<T>, listener: StreamListener<T>): () => void {
  const stream = new Stream(parts, subject, listener);
  return () => stream.stop();
}

interface Way {
  readonly url: URL;
  readonly access: Access;
  readonly agent: Agent | undefined;
}

class Stream<T> {
  readonly #parts: SocketParts;
  readonly #subject: Subject<T>;
  readonly #listener: StreamListener<T>;
  readonly #log: Log;
  /** Failures in a row; a connection that stood long enough wipes them out. */
  #failures = 0;
  #ignored = 0;
  #isStopped = false;
  readonly #frames: Frames;
  /** Ends what is under way: a wait or a connection. */
  #stopStep: () => void;
  /** Gives the place in the gate free. */
  #leaveGate: () => void = () => undefined;

  constructor(parts: SocketParts, subject: Subject<T>, listener: StreamListener<T>) {
    this.#parts = parts;
    this.#subject = subject;
    this.#listener = listener;
    this.#log = parts.log.scope('socket');
    const { decode, read = wholly(decode) } = subject;
    this.#frames = createFrames({
      clock: parts.clock,
      read,
      onValue: (value) => this.#listener.onValue(value),
      onIgnored: (text) => this.#ignore(text),
    });
    this.#stopStep = parts.clock.after(0, () => void this.#try());
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopStep();
    this.#leaveGate();
    this.#frames.clear();
  }

  async #try(): Promise<void> {
    this.#tell({ kind: 'connecting', attempt: this.#failures + 1 });
    this.#leaveGate = await this.#parts.gate.enter();
    const way = this.#isStopped ? null : await this.#way();
    if (way === null || this.#isStopped) return this.#leaveGate();
    if (way.ok) this.#connect(way.value);
    else this.#failed(way.problem);
  }

  async #way(): Promise<Result<Way>> {
    const access = this.#parts.access();
    if (!access) return failed({ kind: 'signed-out' });
    const url = addressOf(access.wsUrl, ['wss:', 'ws:'], this.#subject.path, this.#subject.query);
    if (!url.ok) return url;
    return withinLimit(this.#parts.clock, access.token, async () =>
      ok({ url: url.value, access, agent: await this.#parts.agent?.(url.value.href) }),
    );
  }

  #connect({ url, access, agent }: Way): void {
    let openedAt: Instant | null = null;
    const { clock, userAgent } = this.#parts;
    try {
      this.#stopStep = connect({
        url,
        headers: identity(access, userAgent),
        token: access.token,
        agent,
        clock,
        onOpen: (requestId) => {
          openedAt = clock.now();
          this.#leaveGate();
          this.#log.debug('open', { path: this.#subject.path, requestId });
          this.#tell({ kind: 'open', since: openedAt });
        },
        onText: (text) => this.#frames.take(text),
        onEnd: (problem) => {
          if (openedAt !== null && clock.now() - openedAt >= HEALTHY_AFTER_MS) this.#failures = 0;
          this.#failed(problem);
        },
      });
    } catch (error) {
      this.#failed(problemFromError(error, access.token)); // a token that no header can hold
    }
  }

  #ignore(text: string): void {
    if (++this.#ignored % 100 === 1)
      this.#log.debug('a frame that is not understood', { path: this.#subject.path, length: text.length, soFar: this.#ignored });
  }

  #failed(problem: Problem): void {
    this.#leaveGate();
    this.#frames.clear();
    const isFinished = this.#subject.endsWhenClosed && problem.kind === 'closed' && problem.code === 1000;
    if (isFinished || isFinal(problem)) {
      this.#isStopped = true;
      this.#log.info('ended', { path: this.#subject.path, because: problem.kind });
      this.#listener.onState({ kind: 'ended', problem: isFinished ? null : problem });
      return;
    }
    this.#failures += 1;
    const nextTryAt = this.#nextTry(problem);
    this.#stopStep = this.#parts.clock.after(nextTryAt - this.#parts.clock.now(), () => void this.#try());
    this.#log.debug('waiting', { path: this.#subject.path, because: problem.kind, attempt: this.#failures });
    this.#tell({ kind: 'waiting', problem, nextTryAt, attempt: this.#failures });
  }

  #nextTry(problem: Problem): Instant {
    const at = this.#parts.clock.now() + backOffMs(this.#failures, this.#parts.random());
    return problem.kind === 'rate-limited' ? Math.max(at, problem.notBefore ?? 0) : at;
  }

  #tell(state: StreamState): void {
    if (!this.#isStopped) this.#listener.onState(state);
  }
}

/** Small frames are read at once. */
function wholly<T>(decode: Subject<T>['decode']): (text: string) => Reading<T> {
  // oxlint-disable-next-line require-yield -- it has nothing to say before the end
  return function* (text) {
    return decode(jsonOrNull(text));
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // no stream has null for a frame, so it is ignored like any other that is not understood
  }
}
