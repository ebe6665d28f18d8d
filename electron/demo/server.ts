// A platform of our own on this machine: it speaks the real API's words over HTTP and WebSockets and plays a scenario.
// Here are the clock, the connections, the token and the faults; what is said comes from the pure scenario files.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { BAD_TOKEN, AGENT_AWAY, faultyAnswer, type DemoFault } from './faults.ts';
import { answer, refusal } from './routes.ts';
import { letters, seeded } from './scenario-random.ts';
import { createScenario } from './scenario.ts';
import { addressOf, createSockets, tokenOf } from './sockets.ts';

export type { DemoFault } from './faults.ts';

export interface DemoOptions {
  /** 0: a free one. */
  readonly port: number;
  /** A name of scenario-list.ts; another one rejects. */
  readonly scenario: string;
  readonly seed: number;
  /** How many times faster than real time. */
  readonly speed: number;
  /** 127.0.0.1 when not said. */
  readonly host?: string;
}
export interface DemoPlatform {
  readonly apiUrl: string;
  readonly wsUrl: string;
  /** Both `Token …` and `Bearer …` are accepted. */
  readonly token: string;
  /** Ends every connection; resolves when the port is free. */
  stop(): Promise<void>;
  /** Something goes wrong from now on; null: all is well again. */
  fault(name: DemoFault | null): void;
  /** Ends all open sockets with a code and reason; without a code they break off. */
  dropSockets(code?: number, reason?: string): void;
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, text: string): void {
  response.writeHead(status, { 'cache-control': 'no-store', ...headers });
  response.end(text);
}

/** Starts one; it listens when the promise resolves. Rejects when the port is taken or the scenario unknown. */
export async function startDemoPlatform(options: DemoOptions): Promise<DemoPlatform> {
  const host = options.host ?? '127.0.0.1';
  const begun = performance.now();
  const elapsedMs = (): number => Math.floor((performance.now() - begun) * options.speed);
  const scenario = createScenario(options.scenario, options.seed, Date.now());
  const token = `demo_${letters(seeded(options.seed, 'token'), 32)}`;
  let fault: DemoFault | null = null;
  const isGoodToken = (given: string): boolean => given === token && fault !== '401' && !scenario.isTokenRevoked(elapsedMs());
  const sockets = createSockets({ scenario, elapsedMs, fault: () => fault, isGoodToken });

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    if (fault === 'slow') return;
    const faulty = faultyAnswer(fault);
    if (faulty) return send(response, faulty.status, faulty.headers, faulty.text);
    const { pathname, searchParams } = addressOf(request);
    const { status, body } = !isGoodToken(tokenOf(request.headers))
      ? refusal(401, 'the token is missing, unknown or revoked')
      : request.method === 'GET'
        ? answer(scenario, pathname, searchParams, elapsedMs())
        : refusal(405, 'the demo platform can only be read');
    send(response, status, { 'content-type': 'application/json' }, JSON.stringify(body));
  };
  const server = createServer(respond);
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  const endAll = (): void => {
    for (const socket of connections) socket.destroy();
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  const address = `${host}:${(server.address() as AddressInfo).port}`; // a TCP server's address is an AddressInfo
  return {
    apiUrl: `http://${address}`,
    wsUrl: `ws://${address}`,
    token,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endAll();
      }),
    fault(name) {
      const wasSlow = fault === 'slow';
      fault = name;
      if (name === '401') sockets.close(BAD_TOKEN);
      if (name === 'agent-offline') sockets.close(AGENT_AWAY, (feed) => feed.needsAgent);
      if (wasSlow) endAll();
    },
    dropSockets: (code, reason = '') => sockets.close(code === undefined ? null : { code, reason }),
  };
}
