// The app's own way to the session bus, on a real one: services that answer, refuse, are silent or gone, and a bus that dies.
import { startDesktop } from '../../build/desktop.mjs';
import type { BusCall, BusReply } from '../../electron/model/bus.ts';
import { createSessionBus } from '../../electron/system/session-bus.ts';
import { DesktopPeer } from '../support/desktop-peer.ts';
import { expect, test } from '../support/app.ts';

const NAME = 'org.freedesktop.Notifications';
const PLACE = { path: '/org/freedesktop/Notifications', interface: NAME };
const CALL: BusCall = { destination: NAME, ...PLACE, member: 'GetCapabilities', signature: '', body: [] };
/** Real time. */
const clock = {
  now: () => Date.now(),
  after(ms: number, act: () => void) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

test('whatever becomes of the service or of the bus, a call ends in time, and what comes back is found again', async () => {
  const before = process.env['DBUS_SESSION_BUS_ADDRESS'];
  const first = await startDesktop({ display: false, bus: true });
  const use = (desktop: typeof first): Promise<DesktopPeer> => {
    const address = desktop.env['DBUS_SESSION_BUS_ADDRESS'] ?? '';
    process.env['DBUS_SESSION_BUS_ADDRESS'] = address;
    return DesktopPeer.start(address, { tray: false });
  };
  const peer = await use(first);
  const bus = createSessionBus(clock);
  const heard: string[] = [];
  bus.listen({ sender: NAME, ...PLACE }, ({ member }) => void heard.push(member));
  const timed = async (): Promise<BusReply> => {
    const begin = performance.now();
    const reply = await bus.call(CALL);
    expect(performance.now() - begin).toBeLessThan(5_000);
    return reply;
  };
  expect(await timed()).toEqual({ kind: 'answer', body: [peer.service.capabilities] });
  peer.service.state = 'with errors';
  expect(await timed()).toEqual({ kind: 'error', name: 'org.example.Failed' });
  peer.service.state = 'late';
  expect(await timed()).toEqual({ kind: 'silent' });
  peer.service.state = 'well';
  await peer.haveNotifications(false);
  expect(await timed()).toEqual({ kind: 'error', name: 'org.freedesktop.DBus.Error.ServiceUnknown' });
  peer.stop();
  await first.stop();
  expect(await timed()).toMatchObject({ kind: 'no-bus' });
  expect(await timed()).toMatchObject({ kind: 'no-bus' });
  bus.post(CALL); // nobody hears it, and nothing comes of it

  const second = await startDesktop({ display: false, bus: true });
  const again = await use(second);
  expect(await timed()).toMatchObject({ kind: 'answer' });
  again.announce('ActionInvoked', 'us', [7, 'default']);
  await again.until(() => heard.includes('ActionInvoked'), 'a signal after the new connection');
  bus.stop();
  again.stop();
  await second.stop();
  if (before === undefined) delete process.env['DBUS_SESSION_BUS_ADDRESS'];
  else process.env['DBUS_SESSION_BUS_ADDRESS'] = before;
});
