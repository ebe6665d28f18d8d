import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createSessionBus } from '../../../electron/system/session-bus.ts';
import { systemClock } from '../../../electron/parts/system-clock.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const CALL = { destination: 'org.x', path: '/', interface: 'org.x', member: 'Do', signature: '', body: [] };
const servers: Server[] = [];
/** A clock whose time limits are over at once. */
const hurried = { now: () => Date.now(), after: (_: number, act: () => void) => systemClock.after(50, act) };

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

/** A bus at its address that treats whoever connects like this. */
async function busThat(treats: (socket: Socket) => void): Promise<void> {
  const file = path.join(scratchFolder(), 'bus');
  const server = createServer(treats);
  servers.push(server);
  await new Promise<void>((resolve) => void server.listen(file, resolve));
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', `unix:path=${file}`);
}

test.each<[string, (socket: Socket) => void, RegExp]>([
  ['says nothing', () => undefined, /does not answer/],
  ['hangs up', (socket) => socket.end(), /./],
  ['refuses us', (socket) => socket.on('data', () => socket.write('REJECTED\r\n')), /./],
  ['talks nonsense', (socket) => socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')), /./],
])('a bus that %s is no bus, and costs no more than the time limit', async (_, treats, why) => {
  await busThat(treats);
  const bus = createSessionBus(hurried);
  const reply = await bus.call(CALL);
  expect(reply).toEqual({ kind: 'no-bus', detail: expect.stringMatching(why) });
  bus.stop();
});

test.each([
  ['an address where nobody is', 'unix:path=/nowhere/at/all'],
  ['an address that is none', 'nonsense'],
  ['a kind of address that we do not know', 'autolaunch:'],
])('%s is no bus, each time it is asked', async (_, address) => {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
  const bus = createSessionBus(systemClock);
  for (let i = 0; i < 2; i += 1) expect(await bus.call(CALL)).toMatchObject({ kind: 'no-bus' });
  bus.stop();
});
