import { expect, test } from 'vitest';
import type { AccountState, AppState } from '../../../electron/contract/state.ts';
import { DEFAULT_SETTINGS } from '../../../electron/contract/settings.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import { RUN_STATUSES } from '../../../electron/model/status.ts';
import { EMPTY_WORLD, type Source, type World } from '../../../electron/model/world.ts';
import { trayFace } from '../../../electron/tray/tray-face.ts';
import { aDeployment, anEnvironment, aSource, aState, aWorld, T0 } from '../../support/a-world.ts';

const face = (world: World, more: Partial<AppState> = {}, now = T0 + 3_000) => trayFace(aState(world, more), now);
const many = (count: number, status: 'RUNNING' | 'STOPPED' = 'RUNNING', project = 'shop') =>
  Array.from({ length: count }, (_, i) => anEnvironment(`${project}/${status.toLowerCase()}-${i}`, status));
const failed = { deployment: aDeployment('BUILD_ERROR') };
const account = (state: AccountState['state'], more: Partial<AccountState> = {}): Partial<AppState> => ({
  account: { state, source: null, scheme: null, apiUrl: 'https://api.test', problem: null, ...more },
});
const offline = { kind: 'offline', code: 'ECONNREFUSED' } as const;
const cut = { 'run:c1': aSource('run', { state: 'down' }), 'deployment:p1': aSource('deployment', { state: 'down', asOf: T0 - 60_000 }) };

test.each([
  [
    'calm',
    aWorld([...many(12), ...many(2, 'STOPPED')]),
    {},
    'running',
    '14 environments, nothing needs attention: 12 RUNNING, 2 STOPPED. As of less than a minute ago',
  ],
  [
    'in need of attention, worst first, the failed deployment of one that runs by its label',
    aWorld([anEnvironment('shop/production', 'RUNNING', failed), anEnvironment('api/production', 'ERROR'), ...many(12)]),
    {},
    'error-failed',
    '2 of 14 environments need attention: api/production ERROR, shop/production DEPLOYMENT ERROR. As of less than a minute ago',
  ],
  [
    'failed but running, with the word of the icon',
    aWorld([anEnvironment('shop/production', 'RUNNING', failed), ...many(2)]),
    {},
    'running-failed',
    '1 of 3 environments needs attention: shop/production DEPLOYMENT ERROR. 3 RUNNING. As of less than a minute ago',
  ],
  [
    'in need of more attention than is named',
    aWorld(['a', 'b', 'c', 'd', 'e'].map((name) => anEnvironment(`shop/${name}`, 'WARNING'))),
    {},
    'warning',
    '5 of 5 environments need attention: shop/a WARNING, shop/b WARNING, shop/c WARNING, 2 more. As of less than a minute ago',
  ],
  [
    'moving',
    aWorld([anEnvironment('shop/staging', 'STARTING'), ...many(13)]),
    {},
    'starting',
    '1 of 14 environments is STARTING: shop/staging. As of less than a minute ago',
  ],
  [
    'offline',
    aWorld([...many(12), ...many(2, 'STOPPED')], [], { problem: offline, sources: cut }),
    {},
    'running-stale',
    'Offline since 14:02. Then 14 environments, nothing needed attention: 12 RUNNING, 2 STOPPED',
  ],
  [
    'offline with a known failure',
    aWorld([anEnvironment('shop/production', 'ERROR', failed), ...many(1)], [], { problem: offline, sources: cut }),
    {},
    'error-failed-stale',
    'Offline since 14:02. Then 1 of 2 environments needed attention: shop/production ERROR',
  ],
  [
    'offline while something moved',
    aWorld([anEnvironment('shop/staging', 'STOPPING'), ...many(1)], [], { problem: offline, sources: cut }),
    {},
    'stopping-stale',
    'Offline since 14:02. Then 2 environments, nothing needed attention: 1 STOPPING, 1 RUNNING',
  ],
  [
    'limited while the sockets still speak',
    aWorld(many(2), [], { problem: { kind: 'rate-limited', notBefore: null } }),
    {},
    'running-stale',
    '2 environments, nothing needs attention: 2 RUNNING. Asked too often. As of less than a minute ago',
  ],
  [
    'limited, and the sockets are lost, too',
    aWorld(many(2), [], { problem: { kind: 'rate-limited', notBefore: null }, sources: cut }),
    {},
    'running-stale',
    'Asked too often since 14:02. Then 2 environments, nothing needed attention: 2 RUNNING',
  ],
  [
    'reading',
    { ...EMPTY_WORLD, phase: 'connecting', projects: aWorld(many(1)).projects },
    account('checking'),
    'unknown',
    'Reading 1 project… Status UNKNOWN.',
  ],
  ['without environments', aWorld([]), {}, 'empty', 'No environments yet. Status EMPTY.'],
  [
    'offline from the start',
    { ...EMPTY_WORLD, phase: 'ready', problem: offline },
    {},
    'unknown-stale',
    'Offline. Status UNKNOWN. The platform cannot be reached (ECONNREFUSED). Check the network; the app tries again by itself.',
  ],
  ['signed out', EMPTY_WORLD, account('signed-out'), 'unknown', 'Not connected. Status UNKNOWN.'],
  ['refused', EMPTY_WORLD, account('refused'), 'unknown', 'The platform refused your token. Status UNKNOWN.'],
  [
    'refused later',
    aWorld(many(2), [], { sources: cut }),
    account('refused', { problem: { kind: 'refused', answer: 401 } }),
    'running-stale',
    'Token refused since 14:02. Then 2 environments, nothing needed attention: 2 RUNNING',
  ],
  [
    'a demo',
    aWorld(many(2)),
    account('connected', { source: 'demo' }),
    'running',
    '2 environments, nothing needs attention: 2 RUNNING. As of less than a minute ago. Demo platform',
  ],
] as const)('%s: icon and tooltip say the same', (_, world, more, icon, tooltip) => {
  const shown = face(world, more);
  const name = [shown.icon.status, ...(shown.icon.failed ? ['failed'] : []), ...(shown.icon.stale ? ['stale'] : [])].join('-');
  expect({ icon: name, tooltip: shown.tooltip }).toEqual({ icon, tooltip });
});

test('which source is lost is said: deployment states, or both', () => {
  const lost = (state: Source['state'], ...kinds: readonly ('run' | 'deployment')[]) => {
    const sources = Object.fromEntries(
      (['run', 'deployment'] as const)
        .map((kind) => aSource(kind, kinds.includes(kind) ? { state, asOf: T0 - 400_000 } : {}))
        .map((source) => [source.id, source]),
    );
    return face({ ...aWorld(many(2)), sources }).tooltip;
  };
  expect(lost('down', 'deployment')).toContain('Deployment status of 2 environments is old');
  expect(lost('down', 'run', 'deployment')).toContain('Run and deployment status of 2 environments is old');
  expect(lost('refused', 'deployment')).toContain('Deployment status of 2 environments is not permitted');
  expect(lost('refused', 'run', 'deployment')).toContain('Run and deployment status of 2 environments is not permitted');
  expect(lost('refused', 'run')).not.toContain('is old');
});

const denied = { id: 'beta', name: 'Beta', problem: { kind: 'forbidden', answer: 403 } } as const;
test('an organisation in which nothing can be read is named beside the others', () => {
  const world = aWorld(many(2));
  const shown = face({ ...world, organizations: { ...world.organizations, beta: denied } });
  expect(shown.icon).toMatchObject({ status: 'running', stale: false });
  expect(shown.menu).toContainEqual({ kind: 'text', label: 'Beta: not permitted' });
});
test('where an organisation may not be read, that there is no environment is not known', () => {
  expect(face({ ...aWorld([]), organizations: { beta: denied } }).icon.status).toBe('unknown');
  expect(face(aWorld([])).icon.status).toBe('empty');
});

const without = (problem: Problem, more: Partial<Source> = {}) => ({
  sources: { 'run:c1': aSource('run', { state: 'refused', asOf: null, problem, ...more }), 'deployment:p1': aSource('deployment') },
});
const badAddress = { kind: 'bad-address', address: 'https://ws.test' } as const;
const elsewhere = (path: string) => anEnvironment(path, 'STOPPED', { runSourceId: null });
const WHY = '“https://ws.test” is not an address of a platform. It must begin with https:// or http:// (wss:// or ws:// for the sockets).';

test('where nothing is known of what runs no calm is claimed, and tooltip and menu say why', () => {
  const blind = [anEnvironment('shop/a', 'UNKNOWN'), anEnvironment('shop/b', 'UNKNOWN')];
  const shown = face(aWorld([...blind, elsewhere('shop/c')], [], without(badAddress)));
  expect(shown.icon).toMatchObject({ status: 'stopped', stale: true });
  expect(shown.tooltip).toBe(`3 environments, 2 with no run status: 1 STOPPED, 2 UNKNOWN. ${WHY} As of less than a minute ago`);
  const told = shown.menu.slice(0, 3).map((item) => (item.kind === 'text' ? item.label : ''));
  expect(told.join(' ')).toBe(`3 environments, 2 with no run status ${WHY}`);
});

test('what is not known is said beside what needs attention', () => {
  const world = aWorld(
    [anEnvironment('shop/a', 'UNKNOWN'), elsewhere('shop/b'), anEnvironment('shop/c', 'UNKNOWN', failed)],
    [],
    without(badAddress),
  );
  expect(face(world).tooltip).toBe(
    `1 of 3 environments needs attention: shop/c DEPLOYMENT ERROR. 1 STOPPED, 2 UNKNOWN. 2 environments have no run status. ${WHY} As of less than a minute ago`,
  );
});

test('a muted environment does not tell what is wrong with its source', () => {
  const world = aWorld([anEnvironment('shop/a', 'UNKNOWN'), elsewhere('shop/b')], [], without(badAddress));
  const shown = face(world, { settings: { ...DEFAULT_SETTINGS, mutedEnvironments: ['shop/a'] } });
  expect(shown.tooltip).toBe('1 environment, nothing needs attention: 1 STOPPED. As of less than a minute ago');
});

test('old data of one environment shows the clock and is said', () => {
  const away = { 'run:c2': aSource('run', { id: 'run:c2', state: 'agent-away', asOf: T0 - 120_000 }) };
  const world = aWorld([...many(2), anEnvironment('data/dev', 'RUNNING', { runSourceId: 'run:c2' })]);
  const shown = face({ ...world, sources: { ...world.sources, ...away } });
  expect(shown.icon.stale).toBe(true);
  expect(shown.tooltip).toBe('3 environments, nothing needs attention: 3 RUNNING. Run status of 1 environment is old: as of 2 min ago');
  expect(shown.line).toBe('RUNNING | 3 environments, nothing needs attention: 3 RUNNING. Run status of 1 environment is old, old data');
});

test('a muted environment neither colours the icon nor is named', () => {
  const world = aWorld([anEnvironment('shop/broken', 'ERROR', failed), anEnvironment('shop/moving', 'STARTING'), ...many(2)]);
  const shown = face(world, { settings: { ...DEFAULT_SETTINGS, mutedEnvironments: ['shop/broken', 'shop/moving'] } });
  expect(shown.icon).toEqual({ status: 'running', failed: false, stale: false, style: 'colour' });
  expect(shown.tooltip).toBe('2 environments, nothing needs attention: 2 RUNNING. As of less than a minute ago');
});

test.each(RUN_STATUSES.flatMap((status) => [false, true].flatMap((bad) => [false, true].map((isOld) => [status, bad, isOld] as const))))(
  '%s (failed deployment: %s, offline: %s) stands as a word in tooltip and line',
  (status, bad, isOld) => {
    const environment = anEnvironment('shop/x', status, bad ? failed : {});
    const shown = face(aWorld([environment], [], isOld ? { problem: offline, sources: cut } : {}));
    expect(shown.tooltip).toContain(status);
    expect(shown.line.split(' | ')[0]).toBe(status);
    expect(shown.line.includes('failed deployment')).toBe(bad);
    expect(shown.line.includes('old data')).toBe(isOld);
  },
);

test('line and menu stay the same while only time passes', () => {
  const world = aWorld([anEnvironment('shop/production', 'ERROR', failed), ...many(2)]);
  const [before, after] = [face(world, {}, T0 + 1_000), face(world, {}, T0 + 70_000)];
  expect(after.tooltip).not.toBe(before.tooltip);
  expect([after.line, after.menu]).toEqual([before.line, before.menu]);
});

test('a trouble that is known neither colours the icon nor is counted; how many there are is said, and its menu leads to the settings', () => {
  const world = aWorld([anEnvironment('shop/broken', 'ERROR', failed), ...many(2)]);
  const known = [{ environmentId: 'shop/broken', troubles: null, until: null }];
  const shown = face(world, { settings: { ...DEFAULT_SETTINGS, known } });
  expect(shown.icon).toEqual({ status: 'running', failed: false, stale: false, style: 'colour' });
  expect(shown.tooltip).toBe('2 environments, nothing needs attention: 2 RUNNING. As of less than a minute ago. 1 known');
  expect(shown.menu.find((item) => item.kind === 'submenu' && item.label === '1 known')).toEqual({
    kind: 'submenu',
    label: '1 known',
    items: [
      { kind: 'text', label: 'shop/broken: ERROR, DEPLOYMENT ERROR' },
      { kind: 'separator' },
      { kind: 'choice', label: 'Change in the settings…', choice: { kind: 'settings' } },
    ],
  });
});

test.each([
  ['colour', false, 'RUNNING', 'colour'],
  ['light', true, 'RUNNING', 'light'],
  ['light', true, 'WARNING', 'colour'],
  ['dark', true, 'ERROR', 'colour'],
  ['dark', false, 'ERROR', 'dark'],
] as const)('an icon that is %s, with colour on failure %s, is while %s %s', (style, isColourOnFailure, status, expected) => {
  const settings = { ...DEFAULT_SETTINGS, trayIcon: { style, isColourOnFailure } };
  expect(face(aWorld([anEnvironment('shop/production', status)]), { settings }).icon.style).toBe(expected);
});

test('a failed deployment gives colour to a monochrome icon too', () => {
  const settings = { ...DEFAULT_SETTINGS, trayIcon: { style: 'light', isColourOnFailure: true } } as const;
  expect(face(aWorld([anEnvironment('shop/production', 'RUNNING', failed)]), { settings }).icon.style).toBe('colour');
});

test('the number is that of environments that need attention; who is muted does not count', () => {
  const world = aWorld([anEnvironment('shop/production', 'RUNNING', failed), anEnvironment('api/production', 'ERROR'), ...many(3)]);
  expect([face(world).count, face(aWorld(many(3))).count]).toEqual([2, 0]);
  expect(face(world, { settings: { ...DEFAULT_SETTINGS, mutedEnvironments: ['api/production'] } }).count).toBe(1);
});
