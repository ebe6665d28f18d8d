import { expect, test } from 'vitest';
import { serverAnswer, textsOf, type Called, trayHost } from '../../../electron/system/dbus-answer.ts';

const HEAD = 'method return time=1795540000.1 sender=:1.0 -> destination=:1.1 serial=4 reply_serial=2\n';
const worked = (output: string): Called => ({ isThere: true, hasWorked: true, output, errors: '' });
const failed = (errors: string, isThere = true): Called => ({ isThere, hasWorked: false, output: '', errors });
const information = worked(`${HEAD}   string "dunst"\n   string "knopwob"\n   string "1.9.0 (2022-06-27)"\n   string "1.2"\n`);
const capabilities = worked(`${HEAD}   array [\n      string "actions"\n      string "body"\n   ]\n`);
const silent = failed('Error org.freedesktop.DBus.Error.UnknownMethod: no such property\n');

test('a service that answers is known by name, version and what it can', () => {
  expect(serverAnswer(information, capabilities, silent, silent)).toEqual({
    kind: 'answers',
    name: 'dunst',
    version: '1.9.0 (2022-06-27)',
    capabilities: ['actions', 'body'],
    isHeldBack: null,
  });
});

test.each([
  ['Error org.freedesktop.DBus.Error.ServiceUnknown: The name was not provided by any .service files\n', 'absent', ''],
  ['Error org.freedesktop.DBus.Error.NoReply: Did not receive a reply.\n', 'slow', ''],
  ['Error org.x.Failed: nope\n', 'failing', 'org.x.Failed'],
  ['Failed to open connection to "session" message bus: Failed to connect to socket /none\n', 'absent', 'no session bus'],
])('of %s the reason is known', (errors, why, detail) => {
  const problem = { kind: 'no-notifications', why, detail };
  expect(serverAnswer(information, failed(errors), silent, silent)).toEqual({ kind: 'none', problem });
  expect(serverAnswer(failed(errors), capabilities, silent, silent)).toEqual({ kind: 'none', problem });
});

test('without the program nothing is claimed', () => {
  expect(serverAnswer(failed('', false), failed('', false), silent, silent)).toEqual({ kind: 'unknown' });
});

test('texts are read as they are printed, quotes and variants included', () => {
  expect(textsOf('   string "say "hi""\n   variant       string "prefer-dark"\n   uint32 1\n')).toEqual(['say "hi"', 'prefer-dark']);
});

test.each([
  ['somebody has the name', { isThere: true, hasWorked: true, output: 'method return time=1.2\n   boolean true\n', errors: '' }, 'present'],
  ['nobody has it', { isThere: true, hasWorked: true, output: 'method return time=1.2\n   boolean false\n', errors: '' }, 'absent'],
  ['there is no bus', { isThere: true, hasWorked: false, output: '', errors: 'Failed to open connection' }, 'unknown'],
  ['there is no program to ask with', { isThere: false, hasWorked: false, output: '', errors: '' }, 'unknown'],
  ['the answer is another', { isThere: true, hasWorked: true, output: 'string "true"', errors: '' }, 'unknown'],
])('a tray host where %s', (_, called, expected) => {
  expect(trayHost(called)).toBe(expected);
});

test.each<[string, Called, Called, boolean | null]>([
  ['the service says so', worked(`${HEAD}   variant       boolean true\n`), silent, true],
  ['the service says no, whatever GNOME has set', worked(`${HEAD}   variant       boolean false\n`), worked('false\n'), false],
  ['GNOME shows no banners', silent, worked('false\n'), true],
  ['GNOME shows banners', silent, worked('true\n'), false],
  ['GNOME is not there', silent, failed('', false), null],
])('do not disturb: %s', (_, inhibited, banners, isHeldBack) => {
  expect(serverAnswer(information, capabilities, inhibited, banners)).toMatchObject({ isHeldBack });
});
