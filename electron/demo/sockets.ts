// The demo platform's WebSockets: who may open one, what is sent when, how it ends. What is said comes from streams.ts.
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { AGENT_AWAY, BAD_TOKEN, NOT_ALLOWED, type Closing, type DemoFault } from './faults.ts';
import { feedFor, type Feed, type Scope } from './streams.ts';
import type { Scenario } from './scenario.ts';

export interface SocketParts {
  readonly scenario: Scenario;
  /** Virtual milliseconds since the start. */
  readonly elapsedMs: () => number;
  readonly fault: () => DemoFault | null;
  readonly isGoodToken: (token: string) => boolean;
}
export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends the open sockets that `isMeant` names; without a closing they just break off (the other side sees 1006). */
  close(closing: Closing | null, isMeant?: (feed: Feed) => boolean): void;
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

/** Asks the feed at its interval and sends what is due; ends with the socket, with its token, or when the cluster's agent goes away. */
function play(socket: WebSocket, feed: Feed, token: string, parts: SocketParts): void {
  const isAway = (): boolean => feed.needsAgent && (parts.fault() === 'agent-offline' || parts.scenario.isAgentAway(parts.elapsedMs()));
  const send = (): void => {
    if (!parts.isGoodToken(token)) return socket.close(BAD_TOKEN.code, BAD_TOKEN.reason);
    if (isAway()) return socket.close(AGENT_AWAY.code, AGENT_AWAY.reason);
    for (const text of feed.next({ elapsedMs: parts.elapsedMs(), realMs: performance.now() })) socket.send(text);
  };
  const timer = setInterval(send, feed.everyMs);
  socket.on('close', () => clearInterval(timer));
  socket.on('error', () => socket.terminate()); // a peer that broke off: 'close' follows
  send();
}

/** Takes upgrades off an HTTP server. */
export function createSockets(parts: SocketParts): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => (offered.has('v1') ? 'v1' : false),
  });
  const open = new Map<WebSocket, Feed>();
  return {
    upgrade(request, socket, head) {
      if (parts.fault() === 'slow') return;
      const { pathname, searchParams } = addressOf(request);
      const feed = feedFor(parts.scenario, pathname, scopeOf(searchParams));
      if (feed === 'unknown' || feed === 'incomplete') return refuse(socket, feed === 'unknown' ? 404 : 400);
      server.handleUpgrade(request, socket, head, (ws) => {
        const token = tokenOf(request.headers);
        if (!parts.isGoodToken(token)) return ws.close(BAD_TOKEN.code, BAD_TOKEN.reason);
        if (feed === 'not-allowed') return ws.close(NOT_ALLOWED.code, NOT_ALLOWED.reason);
        open.set(ws, feed);
        ws.on('close', () => open.delete(ws));
        play(ws, feed, token, parts);
      });
    },
    close(closing, isMeant = () => true) {
      for (const [socket, feed] of open) {
        if (!isMeant(feed)) continue;
        if (closing) socket.close(closing.code, closing.reason);
        else socket.terminate();
      }
    },
  };
}
