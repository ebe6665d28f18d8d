// The demo platform's WebSockets: who may open one, what is sent when, how it ends. What is said comes from streams.ts.
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { altered } from './fault-bodies.ts';
import { AGENT_AWAY, BAD_TOKEN, closingUnder, NOT_ALLOWED, type Closing, type DemoFault } from './faults.ts';
import { feedFor, type Feed, type Scope } from './streams.ts';
import type { Scenario } from './scenario.ts';

export interface SocketParts {
  readonly scenario: Scenario;
  /** Virtual milliseconds since the start. */
  readonly elapsedMs: () => number;
  readonly fault: () => DemoFault | null;
  /** Whom faults inside frames befall. */
  readonly victims: ReadonlySet<string>;
  /** The project that faults of one project befall. */
  readonly victimProject: string | null;
  readonly isGoodToken: (token: string) => boolean;
}
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all open sockets; without a closing they just break off (the other side sees 1006). */
  close(closing: Closing | null): void;
  /** Another fault holds, or none: every open socket looks at once what that means for it. */
  faultChanged(): void;
}

/** The service logs' history when the address does not say. */
const HISTORY_LINES = 200;

function scopeOf(query: URLSearchParams): Scope {
  const of = (name: string): string | null => query.get(name) || null;
  return {
    organization: of('organization'),
    cluster: of('cluster'),
    project: of('project'),
    environment: of('environment'),
    service: of('service'),
    version: of('version'),
    pod: of('pod_name'),
    limit: Number(of('limit') ?? HISTORY_LINES) || HISTORY_LINES,
  };
}

const BEARER = 'auth.bearer.';

/** Where a request goes; an address that is none goes to the root, where nothing is. */
export function addressOf(request: IncomingMessage): URL {
  const path = request.url ?? '/';
  return new URL(URL.canParse(path, 'http://demo') ? path : '/', 'http://demo');
}

/** The token as either form carries it: the Authorization header, or the sub-protocol `auth.bearer.…`. */
export function tokenOf(headers: IncomingMessage['headers']): string {
  const [, header] = /^(?:Token|Bearer) (.+)$/.exec(headers.authorization ?? '') ?? [];
  const protocols = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim());
  const carried = protocols.find((one) => one.startsWith(BEARER))?.slice(BEARER.length);
  return header ?? carried ?? '';
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function end(socket: WebSocket, closing: Closing | null): void {
  if (closing) socket.close(closing.code, closing.reason);
  else socket.terminate();
}

const PATIENCE_TICKS = 4;

/** Frames as a fault wants them: twice, or every second one after its successor, for which it waits some ticks at most. */
function disorder(): (fault: DemoFault | null, due: readonly string[]) => readonly string[] {
  let [held, ticks, count]: [string | null, number, number] = [null, 0, 0];
  return (fault, due) => {
    if (fault === 'frames-twice') return due.flatMap((text) => [text, text]);
    const out: string[] = [];
    const release = (): void => {
      if (held !== null) out.push(held);
      held = null;
    };
    for (const text of due) {
      count += 1;
      if (fault === 'frames-disordered' && count % 2 === 0) [held, ticks] = [text, 0];
      else {
        out.push(text);
        release();
      }
    }
    if (held !== null && ++ticks > PATIENCE_TICKS) release();
    return out;
  };
}

/** Asks the feed at its interval and sends what is due; ends with the socket, with its token, or when the cluster's agent goes away. */
function play(socket: WebSocket, feed: Feed, token: string, scope: Scope, parts: SocketParts): () => void {
  const ordered = disorder();
  const kind = { needsAgent: feed.needsAgent, project: scope.project, environment: scope.environment, victim: parts.victimProject };
  const send = (): void => {
    const fault = parts.fault();
    const isAway = feed.needsAgent && parts.scenario.isAgentAway(parts.elapsedMs());
    const closing = isAway ? AGENT_AWAY : parts.isGoodToken(token) ? closingUnder(fault, kind) : BAD_TOKEN;
    if (closing !== undefined) return end(socket, closing);
    if (fault === 'socket-half-open') socket.pause();
    else if (socket.isPaused) socket.resume();
    if (fault === 'socket-half-open' || fault === 'socket-silent') return;
    const due = feed.next({ elapsedMs: parts.elapsedMs(), realMs: performance.now() });
    for (const text of ordered(fault, due)) socket.send(altered(fault, text, parts.victims));
  };
  const timer = setInterval(send, feed.everyMs);
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => socket.terminate()); // a peer that broke off: 'close' follows
  send();
  return send;
}

/** Takes upgrades off an HTTP server. */
export function createSockets(parts: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has('v1') ? 'v1' : false),
  });
  const open = new Map<WebSocket, () => void>();
  return {
    upgrade(request, socket, head) {
      if (parts.fault() === 'slow') return;
      const { pathname, searchParams } = addressOf(request);
      const scope = scopeOf(searchParams);
      const feed = feedFor(parts.scenario, pathname, scope);
      if (feed === 'unknown' || feed === 'incomplete') return refuse(socket, feed === 'unknown' ? 404 : 400);
      server.handleUpgrade(request, socket, head, (ws) => {
        const token = tokenOf(request.headers);
        if (!parts.isGoodToken(token)) return ws.close(BAD_TOKEN.code, BAD_TOKEN.reason);
        if (feed === 'not-allowed') return ws.close(NOT_ALLOWED.code, NOT_ALLOWED.reason);
        ws.on('close', () => open.delete(ws));
        open.set(ws, play(ws, feed, token, scope, parts));
      });
    },
    close(closing) {
      for (const socket of open.keys()) end(socket, closing);
    },
    faultChanged() {
      for (const look of open.values()) look();
    },
  };
}
