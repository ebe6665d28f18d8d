import { expect, test } from 'vitest';
import { NO_MACHINE } from '../../../electron/model/machine.ts';
import { findings, report, type Finding } from '../../../renderer/settings/findings.ts';
import { aSource, aState, aWorld, anEnvironment, T0 } from '../../support/a-world.ts';

const calm = aState(aWorld([anEnvironment('shop/production')]));
function find(term: string, found: readonly Finding[]): Finding {
  const one = found.find((other) => other.term.startsWith(term));
  if (!one) throw new Error(`there is a finding about ${term}`);
  return one;
}

test('when all is well every finding is good', () => {
  const found = findings(calm, T0);
  expect(found.filter(({ isGood }) => !isGood)).toEqual([]);
  expect(find('Run status', found).text).toBe('1 of 1 cluster, last heard just now');
});

test('a socket that is down is counted out, with its reason', () => {
  const problem = { kind: 'closed', code: 1006, reason: '' } as const;
  const world = aWorld([anEnvironment('shop/production')], [], {
    sources: { 'run:c1': aSource('run', { state: 'down', problem }), 'run:c2': aSource('run', { id: 'run:c2' }) },
  });
  const found = find('Run status', findings(aState(world), T0 + 40_000));
  expect(found).toMatchObject({ isGood: false });
  expect(found.text).toContain('The others: Connection closed');
});

test('narrower sockets are counted as what they are, and why there are so many is said', () => {
  const sources = ['run:c1', 'run:c2:shop', 'run:c2:docs'].map((id) => aSource('run', { id }));
  const world = aWorld([anEnvironment('shop/production')], [], { sources: Object.fromEntries(sources.map((one) => [one.id, one])) });
  expect(find('Run status', findings(aState(world), T0)).text).toBe(
    '3 of 3 sockets, last heard just now. 1 for a whole cluster, 2 for a project: the token may not see every cluster whole',
  );
});

test('a platform that cannot be reached is said with what to do', () => {
  const world = aWorld([], [], { problem: { kind: 'offline', code: 'ECONNREFUSED' } });
  expect(find('Platform', findings(aState(world), T0))).toMatchObject({ isGood: false });
  expect(find('Platform', findings(aState(world), T0)).text).toContain('Check the network');
});

test('a system without a keyring is told of', () => {
  const account = { ...calm.account, source: 'session', problem: { kind: 'no-keyring' } } as const;
  expect(find('Keyring', findings({ ...calm, account }, T0))).toMatchObject({ isGood: false, text: 'None that the app can use' });
});

test('a used-up budget is told of', () => {
  const requests = { lastHour: 1_000, endpoints: {}, quota: { limit: 1_000, remaining: 0, resetsAt: T0 + 60_000 }, clockAheadMs: null };
  expect(find('Requests', findings({ ...calm, requests }, T0))).toMatchObject({
    isGood: false,
    text: '1,000, counted every minute; 0 of 1000 left, counted anew at 14:03',
  });
});

test.each<[Readonly<Record<string, number>>, string | undefined]>([
  [{}, undefined],
  [
    { '/organization': 6, '/project/{id}/environment/overview': 1_120, '/environment/{id}/statuses': 6 },
    '/project/{id}/environment/overview: 1,120, /environment/{id}/statuses: 6, /organization: 6',
  ],
  [
    Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`/e${i}`, 20 - i])),
    '/e0: 20, /e1: 19, /e2: 18, /e3: 17, /e4: 16, /e5: 15, /e6: 14, /e7: 13, others: 33',
  ],
])('requests by endpoint, of %j: %s', (endpoints, text) => {
  const found = findings({ ...calm, requests: { ...calm.requests, endpoints } }, T0);
  expect(found.find(({ term }) => term === 'Requests by endpoint')?.text).toBe(text);
});

test('the report says all findings and marks what to look at', () => {
  const text = report(
    [
      { term: 'Platform', text: 'It answers', isGood: true },
      { term: 'Keyring', text: 'None', isGood: false },
    ],
    'Linux',
    T0,
  );
  expect(text.split('\n').slice(1)).toEqual(['Linux', 'ok   Platform: It answers', 'LOOK Keyring: None']);
});

test.each<[number | null, boolean, string]>([
  [null, true, 'Not compared yet'],
  [400, true, 'As the platform’s, to 1 s'],
  [-30_000, true, '30 s behind the platform’s'],
  [31_000, false, '31 s ahead of the platform’s. Ages and times shown are wrong by as much; let the system set its clock'],
  [-7_200_000, false, '2 h behind the platform’s. Ages and times shown are wrong by as much; let the system set its clock'],
])('a clock that is %s ms ahead', (clockAheadMs, isGood, text) => {
  expect(find('Clock', findings({ ...calm, requests: { ...calm.requests, clockAheadMs } }, T0))).toEqual({ term: 'Clock', isGood, text });
});

const machine = {
  ...NO_MACHINE,
  version: '1.2.3',
  electron: '33.2.1',
  chromium: '130.0',
  system: 'Linux 6.1, x64',
  session: 'X11 on a Wayland desktop',
  drawing: 'disabled_software',
  trayHost: 'present',
  dataFolder: '/home/ada/.config/Qovery Tray',
  logFile: '/home/ada/.config/Qovery Tray/logs/app.log',
} as const;

test('versions, screen and files are told, the files with a way to them', () => {
  const found = findings({ ...calm, machine }, T0);
  expect(find('Versions', found).text).toBe('Qovery Tray 1.2.3, Electron 33.2.1, Chromium 130.0, on Linux 6.1, x64');
  expect(find('Screen', found).text).toBe('X11 on a Wayland desktop. Drawn in software');
  expect(find('Log file', found)).toMatchObject({ text: machine.logFile, shows: 'log' });
  expect(find('Data folder', found)).toMatchObject({ text: machine.dataFolder, shows: 'data' });
  expect(report(found, 'agent', T0)).toContain(`ok   Log file: ${machine.logFile}`);
});

test.each([
  ['present', true],
  ['built-in', true],
  ['unknown', true],
  ['absent', false],
] as const)('a tray host that is %s', (trayHost, isGood) => {
  expect(find('Tray host', findings({ ...calm, machine: { ...machine, trayHost } }, T0)).isGood).toBe(isGood);
});

test.each([
  ['off', true, 'None chosen'],
  ['held', true, 'Ctrl Alt Q: held'],
  [
    'refused',
    false,
    'Ctrl Alt Q: the system keeps these keys for itself or another program. Choose others, or start the app again to see its window',
  ],
] as const)('a shortcut that is %s', (shortcut, isGood, text) => {
  const settings = { ...calm.settings, shortcut: shortcut === 'off' ? null : 'Control+Alt+Q' };
  expect(find('Shortcut', findings({ ...calm, settings, shortcut, machine }, T0))).toEqual({ term: 'Shortcut', isGood, text });
});
