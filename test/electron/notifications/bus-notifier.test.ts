import { expect, test } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import type { Bus, BusCall, BusReply, BusSignal, SignalSource } from '../../../electron/model/bus.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { createBusNotifier } from '../../../electron/notifications/bus-notifier.ts';
import type { Notice, NoticeChoice, Notifier } from '../../../electron/notifications/notice.ts';

const SERVICE = 'org.freedesktop.Notifications';
const notice = (key: string, title = key): Notice => ({
  key,
  title,
  body: 'why',
  urgency: 'normal',
  isSilent: false,
  icon: { status: 'running', failed: true, stale: false },
  choice: { kind: 'reveal', environmentId: key },
  actions: [{ id: 'mute', label: 'Mute 1 h', choice: { kind: 'know', environmentId: key, how: 'hour' } }],
});

interface Desk {
  readonly notifier: Notifier;
  /** "Notify title replaces", "CloseNotification id", in order. */
  readonly calls: readonly string[];
  readonly chosen: readonly NoticeChoice[];
  /** How Notify is answered from now on; by default with 1, 2, 3 … */
  readonly answer: (reply: BusReply) => void;
  /** The answer to the call that was given up. */
  readonly late: (id: number) => void;
  readonly signal: (member: string, ...body: readonly unknown[]) => void;
  /** Another service takes the name. */
  readonly takeOver: () => void;
}

function desk(): Desk {
  const [calls, chosen]: [string[], NoticeChoice[]] = [[], []];
  const heard: { source: SignalSource; listener: (signal: BusSignal) => void }[] = [];
  let reply: BusReply | null = null;
  let late: (body: readonly unknown[]) => void = () => undefined;
  let count = 0;
  const bus: Bus = {
    call({ member, body }: BusCall, onLate = () => undefined) {
      calls.push(`${member} ${String(body[3])} ${String(body[1])}`);
      if (reply) late = onLate;
      return Promise.resolve(reply ?? { kind: 'answer', body: [(body[1] as number) || (count += 1)] });
    },
    post: ({ member, body }) => void calls.push(`${member} ${String(body[0])}`),
    listen: (source, listener) => void heard.push({ source, listener }),
  };
  const notifier = createBusNotifier({
    bus,
    log: SILENT_LOG,
    ask: () => Promise.resolve({ kind: 'answers', name: 'x', version: '1', capabilities: ['actions', 'body'], isHeldBack: null }),
    picture: () => null,
  });
  notifier.onChoice((choice) => void chosen.push(choice));
  const tell = (face: string, member: string, body: readonly unknown[]): void => {
    for (const { source, listener } of heard) if (source.interface === face) listener({ path: source.path, interface: face, member, body });
  };
  return {
    notifier,
    calls,
    chosen,
    answer: (next) => void (reply = next),
    late: (id) => late([id]),
    signal: (member, ...body) => tell(SERVICE, member, body),
    takeOver: () => tell('org.freedesktop.DBus', 'NameOwnerChanged', [SERVICE, ':1.1', ':1.2']),
  };
}
const SLOW: Problem = { kind: 'no-notifications', why: 'slow', detail: '' };

test('a notice takes the place of the earlier one with its key, and no other', async () => {
  const { notifier, calls } = desk();
  await notifier.show([notice('a'), notice('b')]);
  await notifier.show([notice('a', 'a again')]);
  expect(calls).toEqual(['Notify a 0', 'Notify b 0', 'Notify a again 1']);
});

test.each([
  ['the notification itself', 'default', { kind: 'reveal', environmentId: 'a' }],
  ['a button', 'mute', { kind: 'know', environmentId: 'a', how: 'hour' }],
  ['something that is not ours', 'other', undefined],
])('pressing %s asks for what it says, and takes it away', async (_, what, choice) => {
  const { notifier, calls, chosen, signal } = desk();
  await notifier.show([notice('a')]);
  signal('ActionInvoked', 9, 'default'); // another program's
  signal('ActionInvoked', 1, what);
  signal('ActionInvoked', 1, what); // once is enough
  expect(chosen).toEqual(choice ? [choice] : []);
  expect(calls.slice(1)).toEqual(choice ? ['CloseNotification 1'] : []);
});

test.each([
  ['expired: desktops list those', 1, 1],
  ['dismissed', 2, 0],
  ['taken back', 3, 0],
])('what was %s can be pressed after it was closed (%s)', async (_, reason, count) => {
  const { notifier, chosen, signal } = desk();
  await notifier.show([notice('a')]);
  signal('NotificationClosed', 1, reason);
  signal('ActionInvoked', 1, 'default');
  expect(chosen).toHaveLength(count);
});

test('another service counts anew: a number of the one before means nothing', async () => {
  const { notifier, calls, chosen, signal, takeOver } = desk();
  await notifier.show([notice('a')]);
  takeOver();
  signal('ActionInvoked', 1, 'default');
  await notifier.show([notice('a')]);
  expect([chosen, calls.at(-1)]).toEqual([[], 'Notify a 0']);
});

test('what is closed was shown before, and only that of these keys', async () => {
  const { notifier, calls } = desk();
  void notifier.show([notice('a'), notice('b')]);
  notifier.close(['b', 'never']);
  await notifier.show([notice('c')]);
  expect(calls).toEqual(['Notify a 0', 'Notify b 0', 'CloseNotification 2', 'Notify c 0']);
});

test.each<[string, BusReply, Problem, number]>([
  ['does not answer', { kind: 'silent' }, SLOW, 1],
  ['is gone', { kind: 'no-bus', detail: 'x' }, { ...SLOW, why: 'absent', detail: 'no session bus' }, 1],
  ['has nobody for it', { kind: 'error', name: 'org.freedesktop.DBus.Error.ServiceUnknown' }, { ...SLOW, why: 'absent' }, 1],
  ['refuses it', { kind: 'error', name: 'org.x.No' }, { ...SLOW, why: 'failing', detail: 'org.x.No' }, 2],
])('when the desktop %s, every notice says so; after the first only a refusal is tried again', async (_, reply, problem, tries) => {
  const { notifier, calls, answer } = desk();
  answer(reply);
  const outcomes = await notifier.show([notice('a'), notice('b')]);
  expect(outcomes).toEqual([
    { key: 'a', problem },
    { key: 'b', problem },
  ]);
  expect(calls).toHaveLength(tries);
});

test('what is shown after it was given up is taken back: it is told again', async () => {
  const { notifier, calls, answer, late } = desk();
  answer({ kind: 'silent' });
  await notifier.show([notice('a')]);
  late(5);
  expect(calls).toEqual(['Notify a 0', 'CloseNotification 5']);
});

test('of many the newest hundred can be pressed', async () => {
  const { notifier, chosen, signal } = desk();
  await notifier.show(Array.from({ length: 101 }, (_, i) => notice(`k${i}`)));
  signal('ActionInvoked', 1, 'default');
  signal('ActionInvoked', 2, 'default');
  expect(chosen).toEqual([{ kind: 'reveal', environmentId: 'k1' }]);
});

test('when the app ends nothing stays whose buttons would do nothing', async () => {
  const { notifier, calls } = desk();
  await notifier.show([notice('a'), notice('b')]);
  notifier.stop();
  expect(calls.slice(2)).toEqual(['CloseNotification 1', 'CloseNotification 2']);
});
