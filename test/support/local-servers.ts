// Real servers on this machine for tests of the data path: each on a free port, each ended by its test.
import http, { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';

/** Listens on a free port of 127.0.0.1; `stop` also cuts what is still connected. */
export async function listening(server: Server): Promise<{ readonly port: number; readonly stop: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo; // a TCP server's address is one
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port, stop };
}

export interface LocalHttp {
  readonly url: string;
  /** The requests that came, oldest first. */
  readonly requests: readonly IncomingMessage[];
  readonly stop: () => Promise<void>;
}

/** An HTTP server that answers as `answer` does. */
export async function httpServer(answer: RequestListener): Promise<LocalHttp> {
  const requests: IncomingMessage[] = [];
  const server = http.createServer((request: IncomingMessage, response: ServerResponse) => {
    requests.push(request);
    answer(request, response);
  });
  const { port, stop } = await listening(server);
  return { url: `http://127.0.0.1:${port}`, requests, stop };
}

/** Answers with JSON (or text as it is), a status and headers. */
export function replying(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

export interface LocalSockets {
  readonly url: string;
  /** The upgrade requests that came, oldest first. */
  readonly requests: readonly IncomingMessage[];
  /** The connections that were made, oldest first. */
  readonly connections: readonly WebSocket[];
  /** Settles once there were `count` connections. */
  readonly connected: (count: number) => Promise<WebSocket>;
  readonly stop: () => Promise<void>;
}

export interface SocketOptions {
  /** Answers the upgrade itself instead of accepting it. */
  readonly refuse?: (request: IncomingMessage, socket: Duplex) => boolean;
  readonly autoPong?: boolean;
  readonly perMessageDeflate?: boolean;
}

/** A websocket server that accepts everything it does not refuse. */
export async function socketServer({ refuse = () => false, ...options }: SocketOptions = {}): Promise<LocalSockets> {
  const [requests, connections]: [IncomingMessage[], WebSocket[]] = [[], []];
  const waiting: (() => void)[] = [];
  const server = http.createServer();
  const sockets = new WebSocketServer({ noServer: true, ...options });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    requests.push(request);
    if (refuse(request, socket)) return;
    sockets.handleUpgrade(request, socket, head, (connection) => {
      connections.push(connection);
      for (const look of waiting) look();
    });
  });
  const { port, stop } = await listening(server);
  return {
    url: `ws://127.0.0.1:${port}`,
    requests,
    connections,
    connected: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          const connection = connections[count - 1];
          if (connection) resolve(connection);
        };
        waiting.push(look);
        look();
      }),
    stop,
  };
}
