import { expect, test } from 'vitest';
import type { AppState } from '../../../electron/contract/state.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { trayStatus } from '../../../electron/model/tray-status.ts';
import { EMPTY_WORLD, type Source, type World } from '../../../electron/model/world.ts';
import { emptyWords, footerOf, screenOf } from '../../../renderer/overview/screen.ts';
import { anEnvironment, aSource, aState, aWorld, T0 } from '../../support/a-world.ts';

const offline: Problem = { kind: 'offline', code: 'ECONNREFUSED' };
const refused: Problem = { kind: 'refused', answer: 401 };
const known = aWorld([anEnvironment('shop/production')]);
const ready: World = { ...EMPTY_WORLD, phase: 'ready' };
const connecting: World = { ...EMPTY_WORLD, phase: 'connecting' };
const account = (state: AppState['account']['state']): AppState['account'] => ({ ...aState(known).account, state });

test.each<[string, AppState, ReturnType<typeof screenOf>]>([
  ['nobody is signed in', aState(EMPTY_WORLD, { account: account('signed-out') }), 'connect'],
  ['a token was refused and nothing is known', aState(EMPTY_WORLD, { account: account('refused') }), 'connect'],
  ['a token was refused but facts are known', aState(known, { account: account('refused') }), 'list'],
  ['a token is being checked', aState(EMPTY_WORLD, { account: account('checking') }), 'loading'],
  ['nothing is read yet', aState(connecting), 'loading'],
  ['nothing is read and the platform is away', aState({ ...connecting, problem: offline }), 'trouble'],
  ['there is nothing', aState(ready), 'empty'],
  ['facts are known', aState(known), 'list'],
  ['facts are known and the platform is away', aState({ ...known, problem: offline }), 'list'],
])('%s: %s', (_, state, screen) => {
  expect(screenOf(state)).toBe(screen);
});

const said = (world: World, now = T0): string => footerOf(world, trayStatus(world, [], now), now).parts.join(' · ');
const from = (...sources: readonly Source[]): World => ({ ...known, sources: Object.fromEntries(sources.map((one) => [one.id, one])) });
const deployment = aSource('deployment');
const silent = from(aSource('run', { state: 'down' }), deployment);

test.each<[string, World, number, string]>([
  ['live', known, T0, 'Live · as of now'],
  ['live, some seconds old', known, T0 + 3000, 'Live · as of 3 s ago'],
  ['connecting', connecting, T0, 'Connecting'],
  ['connecting, projects known', { ...known, phase: 'connecting' }, T0, 'Connecting, 1 of 1 project read'],
  ['offline', { ...known, problem: offline, nextTryAt: T0 + 380_000 }, T0 + 360_000, 'Offline · as of 14:02, 6 min ago · next try in 20 s'],
  ['offline, trying', { ...silent, problem: offline, nextTryAt: T0 }, T0, 'Offline · as of 14:02 · trying now'],
  [
    'a long wait',
    { ...silent, problem: { kind: 'rate-limited', notBefore: null }, nextTryAt: T0 + 150_000 },
    T0,
    'Asked too often · as of 14:02 · next try in 3 min',
  ],
  [
    'asking is in vain, while the sockets speak',
    { ...known, problem: offline, nextTryAt: T0 + 20_000 },
    T0 + 5_000,
    'Live · as of 5 s ago · Offline · next try in 15 s',
  ],
  ['refused', { ...known, problem: refused }, T0, 'Stopped asking at 14:02 · answer 401'],
  [
    'sockets lost',
    from(aSource('run', { state: 'down', asOf: T0 - 60_000, since: T0 - 60_000, nextTryAt: T0 + 5000 }), deployment),
    T0,
    'No live updates from 1 of 1 cluster · as of 1 min ago · next try in 5 s',
  ],
  [
    'the address of the sockets is none',
    from(aSource('run', { state: 'refused', asOf: null, problem: { kind: 'bad-address', address: 'https://ws.test' } }), deployment),
    T0,
    'No live updates from 1 of 1 cluster: address not usable · as of now',
  ],
  [
    'sockets are not permitted or blocked, each reason once',
    from(
      aSource('run', { state: 'refused', asOf: null, problem: { kind: 'forbidden', answer: 1007 } }),
      aSource('run', { id: 'run:c2', state: 'down', asOf: null, problem: offline, nextTryAt: T0 + 5000 }),
      aSource('run', { id: 'run:c3', state: 'down', asOf: null, problem: offline, nextTryAt: T0 + 9000 }),
      deployment,
    ),
    T0,
    'No live updates from 3 of 3 clusters: not permitted, offline · as of now · next try in 5 s',
  ],
  ['an agent away', from(aSource('run', { state: 'agent-away' }), deployment), T0, 'Live · as of now · 1 of 1 cluster away'],
  [
    'not permitted',
    from(aSource('run'), aSource('deployment', { state: 'refused' })),
    T0,
    'Live · as of now · 1 of 1 project not permitted',
  ],
])('the footer says when %s', (_, world, now, text) => {
  expect(said(world, now)).toBe(text);
});

test('a try can be asked for when the platform is away, not when the token is refused', () => {
  const canTry = (world: World): boolean => footerOf(world, trayStatus(world, [], T0), T0).canTry;
  expect(canTry({ ...known, problem: offline })).toBe(true);
  expect(canTry({ ...known, problem: refused })).toBe(false);
  expect(canTry(known)).toBe(false);
  expect(canTry(from(aSource('run', { state: 'refused', problem: { kind: 'forbidden', answer: 1007 } }), deployment))).toBe(false);
});

const denied = { id: 'beta', name: 'Beta', problem: { kind: 'forbidden', answer: 403 } } as const;
const acme = { id: 'acme', name: 'Acme' };
const APPEAR = 'They appear here by themselves within 10 minutes of being created in the Console.';
test.each<[string, World['organizations'], ReturnType<typeof emptyWords>]>([
  ['the only organisation is empty', { acme }, { shape: 'empty', title: 'Acme has no environments', text: APPEAR }],
  ['all of several are empty', { acme, gamma: { ...acme, id: 'gamma' } }, { shape: 'empty', title: 'No environments yet', text: APPEAR }],
  [
    'one may not be read and the others are empty',
    { acme, beta: denied },
    {
      shape: 'unknown',
      title: 'No environments to see',
      text: 'Beta: not permitted. The others have no environments. The app tries again within 10 minutes.',
    },
  ],
])('where %s, the empty list says so', (_, organizations, words) => {
  expect(emptyWords({ ...ready, organizations })).toEqual(words);
});
