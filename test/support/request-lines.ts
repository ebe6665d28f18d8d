// What a client asks for, word by word: a wire between it and a server that keeps the address of every request.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface RequestLines {
  readonly address: string;
  /** Paths with their queries, in the order they were asked for. */
  readonly seen: readonly string[];
  stop(): void;
}

/** Listens on a free port and passes everything on to `port`. */
export async function requestLines(port: number): Promise<RequestLines> {
  const seen: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    client.on('data', (data) => {
      for (const [, path = ''] of data.toString('latin1').matchAll(/^GET (\S+) HTTP\/1\.1\r$/gm)) seen.push(path);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is an AddressInfo
    seen,
    stop() {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
