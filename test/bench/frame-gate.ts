// Stands between the app and a platform's sockets: lets frames of run status through, or holds them back and sends its own,
// so that the time from a frame to the icon can be measured to the millisecond.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

export interface FrameGate {
  readonly wsUrl: string;
  /** Sends the last frame again with the first service's instances in the given state; performance.now() of the sending. */
  toggle(isBroken: boolean): number;
  stop(): void;
}
interface Frame {
  readonly environments: readonly { readonly applications: { state: string; pods: { state: string }[] }[] }[];
}

/** One instance in ERROR, all others as they were: WARNING or ERROR in every case. */
function broken(text: string): string {
  const frame = JSON.parse(text) as Frame; // the platform's own frame, sent on with one change
  const service = frame.environments.flatMap((environment) => environment.applications).find((one) => one.pods.length > 0);
  for (const pod of service?.pods ?? []) pod.state = 'ERROR';
  if (service) service.state = 'ERROR';
  return JSON.stringify(frame);
}

/** `onFrame` hears every frame of the platform before the app does. */
export async function openFrameGate(platformWsUrl: string, onFrame: (frame: string) => void = () => undefined): Promise<FrameGate> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  let held: { readonly socket: WebSocket; readonly frame: string } | undefined;
  let isHolding = false;
  sockets.on('connection', (socket, request) => {
    const up = new WebSocket(`${platformWsUrl}${request.url ?? ''}`, { headers: { authorization: request.headers.authorization ?? '' } });
    const isRun = request.url?.startsWith('/service/status') ?? false;
    up.on('message', (data: Buffer) => {
      const frame = data.toString();
      onFrame(frame);
      if (isRun && isHolding) return;
      if (isRun && /"applications":\[\{[^\]]*"pods":\[\{/.test(frame)) held = { socket, frame };
      socket.send(frame);
    });
    up.on('close', (code, reason) => socket.close(code === 1006 ? 1011 : code, reason));
    up.on('error', () => socket.terminate());
    socket.on('close', () => up.close());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    wsUrl: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server's address is an AddressInfo
    toggle(isBroken) {
      if (!held) throw new Error('no frame with instances has come through yet');
      isHolding = true;
      const text = isBroken ? broken(held.frame) : held.frame;
      const at = performance.now();
      held.socket.send(text);
      return at;
    },
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
    },
  };
}
