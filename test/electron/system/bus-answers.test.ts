import { expect, test } from 'vitest';
import type { BusReply } from '../../../electron/model/bus.ts';
import { serverAnswer, trayHost } from '../../../electron/system/bus-answers.ts';

const said = (...body: readonly unknown[]): BusReply => ({ kind: 'answer', body });
const refused = (name: string): BusReply => ({ kind: 'error', name: `org.freedesktop.DBus.Error.${name}` });
const information = said('dunst', 'knopwob', '1.9.0 (2022-06-27)', '1.2');
const capabilities = said(['actions', 'body']);
const none = refused('UnknownMethod');

test('a service that answers is known by name, version and what it can', () => {
  expect(serverAnswer(information, capabilities, none, '')).toEqual({
    kind: 'answers',
    name: 'dunst',
    version: '1.9.0 (2022-06-27)',
    capabilities: ['actions', 'body'],
    isHeldBack: null,
  });
});

test('one that answers nonsense is one that can nothing', () => {
  expect(serverAnswer(said(1, null), said('actions'), said('yes'), 'maybe')).toEqual({
    kind: 'answers',
    name: '',
    version: '',
    capabilities: [],
    isHeldBack: null,
  });
});

test.each<[BusReply, string, string]>([
  [refused('ServiceUnknown'), 'absent', ''],
  [refused('NameHasNoOwner'), 'absent', ''],
  [refused('Spawn.ServiceNotFound'), 'absent', ''],
  [refused('NoReply'), 'slow', ''],
  [{ kind: 'silent' }, 'slow', ''],
  [{ kind: 'error', name: 'org.x.Failed' }, 'failing', 'org.x.Failed'],
  [{ kind: 'no-bus', detail: 'ENOENT' }, 'absent', 'no session bus'],
])('of %j the reason is known', (reply, why, detail) => {
  const problem = { kind: 'no-notifications', why, detail };
  expect(serverAnswer(information, reply, none, '')).toEqual({ kind: 'none', problem });
  expect(serverAnswer(reply, capabilities, none, '')).toEqual({ kind: 'none', problem });
});

test.each<[string, BusReply, string]>([
  ['somebody has the name', said(true), 'present'],
  ['nobody has it', said(false), 'absent'],
  ['there is no bus', { kind: 'no-bus', detail: '' }, 'unknown'],
  ['the answer is another', said('true'), 'unknown'],
])('a tray host where %s', (_, reply, expected) => {
  expect(trayHost(reply)).toBe(expected);
});

test.each<[string, BusReply, string, boolean | null]>([
  ['the service says so', said(true), '', true],
  ['the service says no, whatever GNOME has set', said(false), 'false', false],
  ['GNOME shows no banners', none, 'false', true],
  ['GNOME shows banners', none, 'true', false],
  ['GNOME is not there', none, '', null],
])('do not disturb: %s', (_, inhibited, banners, isHeldBack) => {
  expect(serverAnswer(information, capabilities, inhibited, banners)).toMatchObject({ isHeldBack });
});
