// A platform of our own on this machine: it speaks the real API's words over HTTP and WebSockets and plays a scenario.
// Here are the clock, the connections, the token and the faults; what is said comes from the pure scenario files.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { altered, skewMs } from './fault-bodies.ts';
import { faultFrom, faultyAnswer, isUnanswered, LATE_MS, refusedUnder, type DemoFault, type FaultyAnswer } from './faults.ts';
import { answer, refusal } from './routes.ts';
import { letters, seeded } from './scenario-random.ts';
import { createScenario, type Scenario } from './scenario.ts';
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
  /** What goes wrong from the start, or later: `NAME` or `NAME@SECONDS` of faults.ts; another one rejects. */
  readonly fault?: string | null;
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

/** Sends an answer as the fault lets it pass: late, broken off in the middle, or with a clock that is off. */
function send(response: ServerResponse, { status, headers, text }: FaultyAnswer, fault: DemoFault | null): void {
  const now = new Date(Date.now() + skewMs(fault)).toUTCString();
  response.writeHead(status, { 'cache-control': 'no-store', date: now, 'content-length': Buffer.byteLength(text), ...headers });
  if (fault === 'late') setTimeout(() => response.end(text), LATE_MS).unref();
  else if (fault === 'truncated') response.write(text.slice(0, text.length / 2), () => response.destroy());
  else response.end(text);
}

/** The ids of one environment and its services: what befalls them must leave the others alone. */
function victimsOf({ environments }: Scenario): ReadonlySet<string> {
  const victim = environments[2];
  return new Set(victim ? [victim.id, ...victim.services.map((service) => service.id)] : []);
}

/** What is asked, answered by the scenario; refused first, where the fault or the token says so. */
function answered(
  request: IncomingMessage,
  { scenario, fault, elapsedMs, victimProject, isGoodToken }: Answering,
): ReturnType<typeof answer> {
  if (!isGoodToken(tokenOf(request.headers))) return refusal(401, 'the token is missing, unknown or revoked');
  const { pathname, searchParams } = addressOf(request);
  const refused = refusedUnder(fault, pathname, victimProject);
  if (refused !== null) return refusal(refused, 'the token does not allow this');
  if (request.method !== 'GET') return refusal(405, 'the demo platform can only be read');
  return answer(scenario, pathname, searchParams, elapsedMs());
}

interface Answering {
  readonly scenario: Scenario;
  readonly fault: DemoFault | null;
  readonly elapsedMs: () => number;
  /** The project that faults of a part befall. */
  readonly victimProject: string | null;
  readonly isGoodToken: (given: string) => boolean;
}

/** Listens; the connections are kept, so that all can be ended at once. Rejects when the port is taken. */
async function listening(server: Server, port: number, host: string): Promise<{ readonly address: string; readonly endAll: () => void }> {
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const endAll = (): void => {
    for (const socket of connections) socket.destroy();
  };
  return { address: `${host}:${(server.address() as AddressInfo).port}`, endAll }; // a TCP server's address is an AddressInfo
}

/** Starts one; it listens when the promise resolves. Rejects when the port is taken or the scenario unknown. */
export async function startDemoPlatform(options: DemoOptions): Promise<DemoPlatform> {
  const begun = performance.now();
  const elapsedMs = (): number => Math.floor((performance.now() - begun) * options.speed);
  const scenario = createScenario(options.scenario, options.seed, Date.now());
  const token = `demo_${letters(seeded(options.seed, 'token'), 32)}`;
  const planned = options.fault ? faultFrom(options.fault) : null;
  let fault = planned?.afterMs === 0 ? planned.name : null;
  let spoilt = 0;
  const victims = victimsOf(scenario);
  const victimProject = scenario.environments[2]?.projectId ?? null;
  const isGoodToken = (given: string): boolean => given === token && fault !== '401' && !scenario.isTokenRevoked(elapsedMs());
  const sockets = createSockets({ scenario, elapsedMs, fault: () => fault, victims, victimProject, isGoodToken });

  const respond = (request: IncomingMessage, response: ServerResponse): void => {
    if (isUnanswered(fault, addressOf(request).pathname)) return;
    const faulty = faultyAnswer(fault, spoilt);
    spoilt += 1;
    if (faulty) return send(response, faulty, fault);
    const { status, body } = answered(request, { scenario, fault, elapsedMs, victimProject, isGoodToken });
    const text = altered(fault, JSON.stringify(body), victims);
    send(response, { status, headers: { 'content-type': 'application/json' }, text }, fault);
  };
  const server = createServer(respond);
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  const { address, endAll } = await listening(server, options.port, options.host ?? '127.0.0.1');
  const change = (name: DemoFault | null): void => {
    const wasSlow = fault === 'slow' || fault === 'log-silent';
    [fault, spoilt] = [name, 0];
    sockets.faultChanged();
    if (wasSlow) endAll();
  };
  if (planned && planned.afterMs > 0) setTimeout(() => change(planned.name), planned.afterMs).unref();
  return {
    apiUrl: `http://${address}`,
    wsUrl: `ws://${address}`,
    token,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        endAll();
      }),
    fault: change,
    dropSockets: (code, reason = '') => sockets.close(code === undefined ? null : { code, reason }),
  };
}
