import { expect, test } from 'vitest';
import type { Sort } from '../../../electron/contract/settings.ts';
import { assertNever } from '../../../electron/model/status.ts';
import type { Instance, World } from '../../../electron/model/world.ts';
import { foldedKey, heirOf, rows, unfoldKey, type Row } from '../../../renderer/overview/rows.ts';
import { orderOf } from '../../../renderer/overview/order.ts';
import { aDeployment, anEnvironment, aService, aSource, aWorld } from '../../support/a-world.ts';

const anInstance = (name: string, more: Partial<Instance> = {}): Instance => ({
  name,
  status: 'RUNNING',
  reported: 'RUNNING',
  unstable: false,
  remnant: false,
  reason: '',
  message: '',
  restarts: 0,
  startedAt: 1,
  version: '1',
  lastTermination: null,
  ...more,
});
const shop = aWorld(
  [
    anEnvironment('shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR') }),
    anEnvironment('shop/staging', 'STARTING'),
    anEnvironment('shop/load-test', 'STOPPED'),
    anEnvironment('data/warehouse'),
  ],
  [
    aService('api', 'shop/staging', 'STARTING', { instances: [anInstance('api-1'), anInstance('api-2')] }),
    aService('worker', 'shop/staging'),
  ],
);

/** Each row in a word or two. */
function spoken(row: Row): string {
  switch (row.kind) {
    case 'section':
      return `# ${row.title} (${row.note})`;
    case 'environment':
      return `${row.isAbove ? '! ' : ''}${row.isAway && !row.isAbove ? `${row.projectName} / ` : ''}${row.environment.name}${row.isFavourite ? ' *' : ''}`;
    case 'service':
      return `  ${row.service.name}`;
    case 'instance':
      return `    ${row.instance.name}`;
    default:
      return assertNever(row);
  }
}
interface Look {
  readonly world?: World;
  readonly search?: string;
  readonly unfolded?: readonly string[];
  readonly muted?: readonly string[];
  readonly favourites?: readonly string[];
  readonly sort?: Sort;
}
function list({ world = shop, search = '', unfolded = [], muted = [], favourites = [], sort = 'severity' }: Look = {}): readonly string[] {
  const order = orderOf(world, { filter: [], search, showsMuted: false }, { muted, favourites, sort });
  return rows({ world, order, muted, favourites, search, unfolded: new Set(unfolded) }).map(spoken);
}

test('what needs attention stands first, then projects by name, in each the worst first', () => {
  expect(list()).toEqual([
    '# Needs attention (1)',
    '! production',
    '# data (1 environment)',
    'warehouse',
    '# shop (3 environments, 1 above)',
    'staging',
    'load-test',
  ]);
});

test('an unfolded environment shows its services, an unfolded service its instances', () => {
  expect(list({ unfolded: ['environment:shop/staging', 'service:api'] }).slice(-6)).toEqual([
    'staging',
    '  api',
    '    api-1',
    '    api-2',
    '  worker',
    'load-test',
  ]);
});

test('favourites stand between what needs attention and the projects, and name theirs', () => {
  expect(list({ favourites: ['shop/load-test', 'data/warehouse', 'shop/production', 'gone'] })).toEqual([
    '# Needs attention (1)',
    '! production *',
    '# Favourites (2)',
    'data / warehouse *',
    'shop / load-test *',
    '# shop (3 environments, 2 above)',
    'staging',
  ]);
});

test('a muted favourite is hidden like any other', () => {
  expect(list({ favourites: ['data/warehouse'], muted: ['data/warehouse'] })).not.toContain('# Favourites (1)');
});

test('a row that needs attention keeps its unfolded services', () => {
  const world = aWorld([anEnvironment('shop/production', 'ERROR')], [aService('api', 'shop/production', 'ERROR')]);
  expect(list({ world, unfolded: ['environment:shop/production'] })).toEqual(['# Needs attention (1)', '! production', '  api']);
});

test('a search for a service shows that service alone, unfolded', () => {
  expect(list({ search: 'WORK' })).toEqual(['# shop (1 environment)', 'staging', '  worker']);
});

test('what a search unfolded can be folded, and is unfolded again by another search', () => {
  const unfolded = [foldedKey('environment:shop/staging', 'work')];
  expect(list({ search: 'work', unfolded })).toEqual(['# shop (1 environment)', 'staging']);
  expect(list({ search: 'worke', unfolded })).toHaveLength(3);
});

test('folding asks for the key that the search made', () => {
  const row = rows({
    world: shop,
    order: orderOf(shop, { filter: [], search: '', showsMuted: false }),
    muted: [],
    favourites: [],
    search: '',
    unfolded: new Set(),
  })[5];
  if (row?.kind !== 'environment') throw new Error('staging stands elsewhere');
  expect(unfoldKey(row, shop, '')).toBe('environment:shop/staging');
  expect(unfoldKey(row, shop, 'staging')).toBe('environment:shop/staging');
  expect(unfoldKey(row, shop, 'work')).toBe(foldedKey('environment:shop/staging', 'work'));
});

test('only a service with instances can be unfolded', () => {
  const order = orderOf(shop, { filter: [], search: '', showsMuted: false });
  const services = rows({
    world: shop,
    order,
    muted: [],
    favourites: [],
    search: '',
    unfolded: new Set(['environment:shop/staging']),
  }).filter((row) => row.kind === 'service');
  expect(services.map((row) => [row.service.name, row.isOpen])).toEqual([
    ['api', false],
    ['worker', null],
  ]);
});

test('a project whose deployment states are not permitted says so', () => {
  const world: World = { ...shop, sources: { 'deployment:p1': aSource('deployment', { state: 'refused' }) } };
  expect(list({ world })).toContain('# data (1 environment, not permitted)');
});

test('projects of several organisations carry their organisation', () => {
  const world: World = { ...shop, organizations: { acme: { id: 'acme', name: 'Acme' }, other: { id: 'other', name: 'Other' } } };
  expect(list({ world })).toContain('# Acme / data (1 environment)');
});

test('keys stay the same when facts change', () => {
  const keys = (world: World): readonly string[] =>
    rows({
      world,
      order: orderOf(shop, { filter: [], search: '', showsMuted: false }),
      muted: [],
      favourites: [],
      search: '',
      unfolded: new Set(),
    }).map((row) => row.key);
  const changed = { ...shop, environments: { ...shop.environments, 'shop/staging': anEnvironment('shop/staging', 'ERROR') } };
  expect(keys(changed)).toEqual(keys(shop));
});

test('a row that is gone leaves its focus to the one that stands in its place, under the next heading too, or to the last', () => {
  const section: Row = { kind: 'section', key: 's', title: '', note: '' };
  const [one, two] = rows({
    world: shop,
    order: orderOf(shop, { filter: [], search: '', showsMuted: false }),
    muted: [],
    favourites: [],
    search: '',
    unfolded: new Set(),
  }).filter((row) => row.kind === 'environment');
  if (!one || !two) throw new Error('the shop has more');
  expect(heirOf([section, one, two], 2)).toBe(two);
  expect(heirOf([section, one, section, two], 2)).toBe(two);
  expect(heirOf([section, one], 2)).toBe(one);
  expect(heirOf([], 0)).toBeUndefined();
});
