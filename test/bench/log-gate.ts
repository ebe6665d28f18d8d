// Stands between the app and a platform's REST API and makes the logs of deployments as long as wanted.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LogGate {
  readonly apiUrl: string;
  stop(): void;
}

/** The lines before the last two hundred again and again, until there are so many. */
function longer(text: string, lines: number): string {
  const log = JSON.parse(text) as readonly { readonly timestamp: string }[]; // the platform's own answer
  const [head, tail] = [log.slice(0, -200), log.slice(-200)];
  const more = Array.from({ length: Math.max(0, lines - log.length) }, (_, index) => {
    const one = head[index % head.length];
    return { ...one, timestamp: `${one?.timestamp.slice(0, 20) ?? ''}${String(index).padStart(9, '0')}Z` };
  });
  return JSON.stringify([...head, ...more, ...tail]);
}

/** Deployment logs then have `lines` lines, their ends as they were; all else goes through. */
export async function openLogGate(platformUrl: string, lines: number): Promise<LogGate> {
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request;
    const passed = { authorization: headers.authorization ?? '', accept: 'application/json' };
    void fetch(`${platformUrl}${url}`, { method, headers: passed }).then(async (answer) => {
      const text = await answer.text();
      const isLog = answer.ok && /^\/environment\/[^/]+\/logs/.test(url);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      response.end(isLog ? longer(text, lines) : text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is an AddressInfo
    stop: () => void server.close(),
  };
}
