import { expect, test } from 'vitest';
import { typed } from '../../../electron/model/bus.ts';
import type { NotificationServer } from '../../../electron/model/notification-server.ts';
import type { Notice } from '../../../electron/notifications/notice.ts';
import { notifyCall } from '../../../electron/notifications/notify-call.ts';

const SIGN = { status: 'running', failed: true, stale: false } as const;
const notice = (more: Partial<Notice> = {}): Notice => ({
  key: 'deployment/e1',
  title: 'shop/a: DEPLOYMENT ERROR',
  body: 'Build: a < b.',
  urgency: 'critical',
  isSilent: false,
  icon: SIGN,
  choice: { kind: 'open' },
  actions: [
    { id: 'log', label: 'Open log', choice: { kind: 'open' } },
    { id: 'mute', label: 'Mute 1 h', choice: { kind: 'know', environmentId: 'e1', how: 'hour' } },
  ],
  ...more,
});
const server = (capabilities: readonly string[], isHeldBack: boolean | null = null): NotificationServer => ({
  kind: 'answers',
  name: 'x',
  version: '1',
  capabilities,
  isHeldBack,
});
const ALL = ['actions', 'body', 'body-markup'];
const picture = { width: 1, height: 1, rgba: Buffer.from([1, 2, 3, 4]) };

test('a notice is one call, with all that the service can show', () => {
  expect(notifyCall(notice(), server(ALL), picture, 7)).toEqual({
    destination: 'org.freedesktop.Notifications',
    path: '/org/freedesktop/Notifications',
    interface: 'org.freedesktop.Notifications',
    member: 'Notify',
    signature: 'susssasa{sv}i',
    body: [
      'Qovery Tray',
      7,
      '',
      'shop/a: DEPLOYMENT ERROR',
      'Build: a &lt; b.',
      ['default', 'Open', 'log', 'Open log', 'mute', 'Mute 1 h'],
      {
        urgency: typed('y', 2),
        category: typed('s', 'x-qovery.deployment'),
        'desktop-entry': typed('s', 'qovery-tray'),
        'image-data': typed('(iiibiiay)', [1, 1, 4, true, 8, 4, picture.rgba]),
      },
      -1,
    ],
  });
});

const PARTS: readonly (readonly [string, Partial<Notice>, NotificationServer, index: number, expected: unknown])[] = [
  ['no buttons for a service that shows none', {}, server(['body']), 5, []],
  ['the click alone where there are no buttons', { actions: [] }, server(ALL), 5, ['default', 'Open']],
  ['markup as it is for a service that does not read it', {}, server(['body']), 4, 'Build: a < b.'],
  ['all in the title for a service without bodies', {}, server(['actions']), 3, 'shop/a: DEPLOYMENT ERROR. Build: a < b.'],
  ['an empty body for it', {}, server(['actions']), 4, ''],
];
const click = { kind: 'open' } as const;
test.each<[string, string, Partial<Notice>, readonly string[]]>([
  [
    'a service that draws the click as a button',
    'Xfce Notify Daemon',
    { choice: click, actions: [{ id: 'log', label: 'Open log', choice: click }] },
    ['default', 'Open log'],
  ],
  [
    'one that does not',
    'gnome-shell',
    { choice: click, actions: [{ id: 'log', label: 'Open log', choice: click }] },
    ['default', 'Open', 'log', 'Open log'],
  ],
  ['one that draws it, where nothing says the same', 'Xfce Notify Daemon', { actions: [] }, ['default', 'Open']],
])('no two buttons do the same: %s', (_, name, more, actions) => {
  expect(notifyCall(notice(more), { ...server(ALL), name }, null, 0).body[5]).toEqual(actions);
});

test.each(PARTS)('%s', (_, more, who, index, expected) => {
  expect(notifyCall(notice(more), who, null, 0).body[index]).toEqual(expected);
});

const HINTS: readonly (readonly [string, Partial<Notice>, NotificationServer, name: string, expected: unknown])[] = [
  ['production is critical', {}, server(ALL), 'urgency', typed('y', 2)],
  ['what is not, is normal', { urgency: 'normal' }, server(ALL), 'urgency', typed('y', 1)],
  ['nothing is critical while held back', {}, server(ALL, true), 'urgency', typed('y', 1)],
  ['what was said before is silent', { isSilent: true }, server(ALL), 'suppress-sound', typed('b', true)],
  ['what is new is not', {}, server(ALL), 'suppress-sound', undefined],
  ['an alarm has its kind', { key: 'run/e1' }, server(ALL), 'category', typed('s', 'x-qovery.run')],
  ['a summary, too', { key: 'storm' }, server(ALL), 'category', typed('s', 'x-qovery.summary')],
  ['the way to the platform is the network’s', { key: 'account' }, server(ALL), 'category', typed('s', 'network.error')],
];
test.each(HINTS)('hints: %s', (_, more, who, name, expected) => {
  const hints = notifyCall(notice(more), who, null, 0).body[6] as Record<string, unknown>;
  expect(hints[name]).toEqual(expected);
});
