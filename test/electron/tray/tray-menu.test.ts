import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { EMPTY_WORLD, type World } from '../../../electron/model/world.ts';
import { trayFace, type TrayChoice, type TrayMenuItem } from '../../../electron/tray/tray-face.ts';
import { aDeployment, anEnvironment, aService, aSource, aState, aWorld, T0 } from '../../support/a-world.ts';

const menu = (world: World, more: Partial<AppState> = {}) => trayFace(aState(world, more), T0 + 3_000).menu;

/** The menu as lines: text in brackets, submenus indented. */
function lines(items: readonly TrayMenuItem[], depth = ''): readonly string[] {
  return items.flatMap((item) => {
    if (item.kind === 'separator') return [`${depth}—`];
    if (item.kind === 'text') return [`${depth}[${item.label}]`];
    return [depth + item.label, ...(item.kind === 'submenu' ? lines(item.items, `${depth}  `) : [])];
  });
}
const inside = (items: readonly TrayMenuItem[], label: string): readonly TrayMenuItem[] =>
  items.flatMap((item) => (item.kind === 'submenu' && item.label === label ? item.items : []));
function choiceOf(items: readonly TrayMenuItem[], label: string): TrayChoice | undefined {
  for (const item of items) {
    if (item.kind === 'choice' && item.label === label) return item.choice;
    const found = item.kind === 'submenu' ? choiceOf(item.items, label) : undefined;
    if (found) return found;
  }
  return undefined;
}

const cause = {
  serviceId: 'api',
  serviceName: 'api',
  step: 'BuiltError',
  tag: null,
  message: 'missing go.sum entry for pgx',
  hint: null,
  link: null,
  lineKey: 'line-7',
};
const broken = aWorld(
  [
    anEnvironment('shop/production', 'WARNING', { deployment: aDeployment('BUILD_ERROR'), failure: { executionId: 'x1', cause } }),
    anEnvironment('data/staging', 'RUNNING'),
    anEnvironment('data/load & test_2', 'STOPPED', { deployment: aDeployment('STOPPED') }),
  ],
  [
    aService('api', 'shop/production', 'RUNNING', { deployment: aDeployment('BUILD_ERROR') }),
    aService('web', 'shop/production', 'ERROR'),
    aService('mail', 'shop/production', 'ERROR'),
  ],
);

test('the menu alone is enough: headline, what needs attention with its cause and ways in, everything else by project', () => {
  expect(lines(menu(broken))).toEqual([
    '[1 of 3 environments needs attention]',
    'shop/production: WARNING, DEPLOYMENT ERROR',
    '  [api: missing go.sum entry for pgx]',
    '  [In ERROR: web and mail]',
    '  Show in window',
    '  Open deployment log',
    '  Open service log of api',
    '  Copy as Markdown',
    '  Open in the Console',
    '  —',
    '  I know',
    '  Mute for 1 h',
    '  Mute until it is fixed',
    '—',
    'All environments',
    '  [data]',
    '  load & test_2: STOPPED',
    '  staging: RUNNING, DEPLOYMENT OK',
    '  —',
    '  [shop]',
    '  production: WARNING, DEPLOYMENT ERROR',
    'Open',
    'History',
    'Refresh now',
    'Pause notifications',
    '  [Not paused]',
    '  For 1 hour',
    '  Until tomorrow',
    '  —',
    '  [Resume]',
    '—',
    'Settings…',
    'Quit',
  ]);
});

test.each([
  ['Open', { kind: 'open' }],
  ['Refresh now', { kind: 'refresh' }],
  ['Settings…', { kind: 'settings' }],
  ['Quit', { kind: 'quit' }],
  ['For 1 hour', { kind: 'pause', until: 'hour' }],
  ['Until tomorrow', { kind: 'pause', until: 'tomorrow' }],
  ['Show in window', { kind: 'reveal', environmentId: 'shop/production' }],
  [
    'Open deployment log',
    { kind: 'deployment-log', target: { environmentId: 'shop/production', executionId: 'x1', serviceId: 'api', lineKey: 'line-7' } },
  ],
  ['Open service log of api', { kind: 'service-log', serviceId: 'api' }],
  ['I know', { kind: 'know', environmentId: 'shop/production', how: 'these' }],
  ['Mute for 1 h', { kind: 'know', environmentId: 'shop/production', how: 'hour' }],
  ['Mute until it is fixed', { kind: 'know', environmentId: 'shop/production', how: 'fixed' }],
  ['Open in the Console', { kind: 'link', url: 'https://console.test/organization/acme/project/shop/environment/shop%2Fproduction' }],
  ['staging: RUNNING, DEPLOYMENT OK', { kind: 'reveal', environmentId: 'data/staging' }],
])('%s asks for %j', (label, choice) => {
  expect(choiceOf(menu(broken), label)).toEqual(choice);
});

test('without a cause the failed services are named, and the log of a failing one is offered', () => {
  const world = aWorld(
    [anEnvironment('shop/production', 'ERROR', { deployment: aDeployment('DEPLOYMENT_ERROR') })],
    [aService('web', 'shop/production', 'ERROR', { deployment: aDeployment('DEPLOYMENT_ERROR') })],
  );
  expect(lines(inside(menu(world), 'shop/production: ERROR, DEPLOYMENT ERROR')).slice(0, 5)).toEqual([
    '[The last deployment of web failed]',
    '[In ERROR: web]',
    'Show in window',
    'Open deployment log',
    'Open service log of web',
  ]);
});

test('eight are listed, the rest is in the window', () => {
  const world = aWorld(Array.from({ length: 11 }, (_, i) => anEnvironment(`shop/e${i}`, 'ERROR')));
  const items = menu(world);
  expect(lines(items).filter((line) => line.startsWith('shop/'))).toHaveLength(8);
  expect(choiceOf(items, '3 more in the window')).toEqual({ kind: 'open' });
});

test('a hundred of all environments are listed, the rest is in the window', () => {
  const world = aWorld(Array.from({ length: 140 }, (_, i) => anEnvironment(`shop/e${i}`)));
  const all = inside(menu(world), 'All environments');
  expect(all.filter((item) => item.kind === 'choice')).toHaveLength(101);
  expect(lines(all).slice(0, 4)).toEqual([
    '[shop]',
    'e0: RUNNING, DEPLOYMENT OK',
    'e1: RUNNING, DEPLOYMENT OK',
    'e2: RUNNING, DEPLOYMENT OK',
  ]);
  expect(lines(all).at(-1)).toBe('40 more in the window');
});

const pausedUntil = (at: number): Partial<AppState> => ({
  settings: { ...DEFAULT_SETTINGS, notifications: { ...DEFAULT_SETTINGS.notifications, pausedUntil: at } },
});
test('a pause says until when and can be ended; one that is over says nothing', () => {
  const paused = inside(menu(broken, pausedUntil(T0 + 3_600_000)), 'Pause notifications');
  expect(lines(paused)[0]).toBe('[Paused until 15:02]');
  expect(choiceOf(paused, 'Resume')).toEqual({ kind: 'pause', until: 'resume' });
  expect(lines(inside(menu(broken, pausedUntil(T0)), 'Pause notifications'))[0]).toBe('[Not paused]');
});

test('offline, the last known is said in the past tense, with the reason', () => {
  const down = { state: 'down' } as const;
  const world = {
    ...broken,
    problem: { kind: 'offline', code: 'ENOTFOUND' } as const,
    sources: { 'run:c1': aSource('run', down), 'deployment:p1': aSource('deployment', down) },
  };
  expect(lines(menu(world)).slice(0, 5)).toEqual([
    '[Offline since 14:02]',
    '[1 of 3 environments needed attention then]',
    '[The platform cannot be reached (ENOTFOUND). Check the network; the app tries]',
    '[again by itself.]',
    'shop/production: WARNING, DEPLOYMENT ERROR',
  ]);
});

test('not connected: the way to connect, and nothing about environments', () => {
  const signedOut = { state: 'signed-out', source: null, scheme: null, apiUrl: '', problem: null } as const;
  expect(lines(menu(EMPTY_WORLD, { account: signedOut }))).toEqual(['[Not connected]', 'Connect…', '—', 'Open', '—', 'Settings…', 'Quit']);
  const refused = { ...signedOut, state: 'refused', problem: { kind: 'refused', answer: 401 } } as const;
  expect(lines(menu(EMPTY_WORLD, { account: refused }))).toEqual([
    '[The platform refused your token]',
    '[The platform refused the token: it is wrong, was revoked or has run out. Connect]',
    '[again with a new one (answer 401).]',
    'Replace the token…',
    '—',
    'Open',
    '—',
    'Settings…',
    'Quit',
  ]);
});

test('what a person should know beside the statuses is said once', () => {
  const hint = { kind: 'no-keyring' } as const;
  const account = { ...aState(broken).account, problem: hint };
  const said = lines(menu(broken, { account, hints: [hint] })).filter((line) => line.includes('keyring'));
  expect(said).toEqual(['[This system has no keyring that the app can use, so the token is kept for this]']);
});

test('an environment whose run status is old says so in the menu, where no drawing is drained', () => {
  const world = aWorld([anEnvironment('shop/live'), anEnvironment('shop/lost', 'RUNNING', { runSourceId: 'run:c2' })]);
  const away = { 'run:c2': aSource('run', { id: 'run:c2', state: 'agent-away', asOf: T0 - 120_000 }) };
  const shown = menu({ ...world, sources: { ...world.sources, ...away } });
  expect(lines(inside(shown, 'All environments'))).toEqual([
    '[shop]',
    'live: RUNNING, DEPLOYMENT OK',
    'lost: RUNNING, DEPLOYMENT OK, run status is old',
  ]);
});
