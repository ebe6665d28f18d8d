import { expect, test } from 'vitest';
import type { Sort } from '../../../electron/contract/settings.ts';
import type { World } from '../../../electron/model/world.ts';
import type { ChipKey } from '../../../renderer/overview/chip.ts';
import { createOrderKeeper, heldOrder, movedCount, orderOf, type Order } from '../../../renderer/overview/order.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const all = { filter: [], search: '', showsMuted: false } as const;
const flat = (order: Order): readonly string[] => order.map(({ id, environmentIds }) => `${id}: ${environmentIds.join(' ')}`);
const calm = aWorld(
  [anEnvironment('a/one'), anEnvironment('a/two'), anEnvironment('b/three'), anEnvironment('b/four', 'STOPPED')],
  [aService('postgres', 'b/three')],
);
const withOne = (world: World, environment: ReturnType<typeof anEnvironment>): World => ({
  ...world,
  environments: { ...world.environments, [environment.id]: environment },
});

test.each<[string, World, Parameters<typeof orderOf>[1], readonly string[], readonly string[]]>([
  ['by project, worst first, then by name', calm, all, [], ['a: a/one a/two', 'b: b/three b/four']],
  [
    'an ERROR stands above',
    withOne(calm, anEnvironment('b/four', 'ERROR')),
    all,
    [],
    ['attention: b/four', 'a: a/one a/two', 'b: b/three'],
  ],
  [
    'a failed deployment stands above, after an ERROR',
    withOne(withOne(calm, anEnvironment('b/four', 'ERROR')), anEnvironment('a/one', 'RUNNING', { deployment: aDeployment('BUILD_ERROR') })),
    all,
    [],
    ['attention: b/four a/one', 'a: a/two', 'b: b/three'],
  ],
  ['muted ones are left out', calm, all, ['a/one', 'a/two'], ['b: b/three b/four']],
  [
    'muted ones that are shown never stand above',
    withOne(calm, anEnvironment('b/four', 'ERROR')),
    { ...all, showsMuted: true },
    ['b/four'],
    ['a: a/one a/two', 'b: b/four b/three'],
  ],
  ['a chip lets its statuses pass', calm, { ...all, filter: ['stopped'] }, [], ['b: b/four']],
  ['two chips let both pass', calm, { ...all, filter: ['stopped', 'running'] }, [], ['a: a/one a/two', 'b: b/three b/four']],
  ['a search finds names of environments', calm, { ...all, search: 'TWO' }, [], ['a: a/two']],
  ['a search finds names of services', calm, { ...all, search: 'postgres' }, [], ['b: b/three']],
  ['a search finds names of projects', calm, { ...all, search: 'b' }, [], ['b: b/three b/four']],
  ['every word must be found', calm, { ...all, search: 'b one' }, [], []],
])('%s', (_, world, wanted, muted, expected) => {
  expect(flat(orderOf(world, wanted, { muted }))).toEqual(expected);
});

test('names with numbers are ordered as people count', () => {
  const world = aWorld(['pr-10', 'pr-9', 'pr-100'].map((name) => anEnvironment(`a/${name}`)));
  expect(flat(orderOf(world, all))).toEqual(['a: a/pr-9 a/pr-10 a/pr-100']);
});

const at = (path: string, ageMin: number): ReturnType<typeof anEnvironment> =>
  anEnvironment(path, 'RUNNING', { deployment: aDeployment('DEPLOYED', { at: T0 - ageMin * 60_000 }) });
const lately = aWorld([
  at('a/old', 50),
  at('a/new', 2),
  anEnvironment('a/stopped', 'STOPPED', { deployment: aDeployment('STOPPED', { at: T0 - 60_000 * 20 }) }),
  anEnvironment('b/never', 'EMPTY', { deployment: null }),
  at('c/newest', 1),
  anEnvironment('c/broken', 'ERROR', { deployment: null }),
  anEnvironment('c/bad', 'WARNING'),
]);
test.each<[Sort, readonly string[]]>([
  ['severity', ['attention: c/broken c/bad', 'a: a/new a/old a/stopped', 'b: b/never', 'c: c/newest']],
  ['name', ['attention: c/broken c/bad', 'a: a/new a/old a/stopped', 'b: b/never', 'c: c/newest']],
  ['deployed', ['attention: c/broken c/bad', 'c: c/newest', 'a: a/new a/stopped a/old', 'b: b/never']],
])('sorted by %s, what needs attention stands first all the same, the worst of it first', (sort, expected) => {
  expect(flat(orderOf(lately, all, { sort }))).toEqual(expected);
});

test('by name, severity does not count within a project', () => {
  expect(flat(orderOf(calm, all, { sort: 'name' }))).toEqual(['a: a/one a/two', 'b: b/four b/three']);
});

test('favourites are sorted like the rest, whatever order they were chosen in', () => {
  const favourites = ['a/old', 'c/newest', 'a/new', 'c/broken'];
  expect(flat(orderOf(lately, all, { favourites, sort: 'deployed' })).slice(0, 2)).toEqual([
    'attention: c/broken c/bad',
    'favourites: c/newest a/new a/old',
  ]);
});

const broken = withOne(calm, anEnvironment('b/four', 'ERROR'));

test('while held the order stays, whatever the facts say', () => {
  const keep = createOrderKeeper();
  keep(orderOf(calm, all), calm, 'k', false);
  expect(flat(keep(orderOf(broken, all), broken, 'k', true))).toEqual(['a: a/one a/two', 'b: b/three b/four']);
  expect(flat(keep(orderOf(broken, all), broken, 'k', false))[0]).toBe('attention: b/four');
});

test('a new filter or search sets a new order even while held', () => {
  const keep = createOrderKeeper();
  keep(orderOf(calm, all), calm, 'k', false);
  expect(flat(keep(orderOf(broken, all), broken, 'other', true))[0]).toBe('attention: b/four');
});

test('what came while held waits; what is gone goes', () => {
  const keep = createOrderKeeper();
  keep(orderOf(calm, all), calm, 'k', false);
  const { 'a/one': _, ...rest } = calm.environments;
  const changed: World = { ...calm, environments: { ...rest, 'a/zero': anEnvironment('a/zero') } };
  expect(flat(keep(orderOf(changed, all), changed, 'k', true))).toEqual(['a: a/two', 'b: b/three b/four']);
});

test('a held order without losses keeps its identity', () => {
  const order = orderOf(calm, all);
  expect(heldOrder(order, broken)).toBe(order);
});

const section = (...environmentIds: readonly string[]): Order => [{ id: 'a', environmentIds }];
test.each<[string, Order, Order, number]>([
  ['nothing', section('1', '2', '3'), section('1', '2', '3'), 0],
  ['one to the front', section('1', '2', '3'), section('3', '1', '2'), 1],
  ['one to the end', section('1', '2', '3'), section('2', '3', '1'), 1],
  ['all turned round', section('1', '2', '3'), section('3', '2', '1'), 2],
  ['a newcomer', section('1'), section('2', '1'), 1],
  ['one into another section', section('1', '2'), [{ id: 'attention', environmentIds: ['2'] }, ...section('1')], 1],
])('counts as moved: %s', (_, shown, fresh, count) => {
  expect(movedCount(shown, fresh)).toBe(count);
});

test.each<[ChipKey, readonly string[]]>([
  ['error', ['a/error']],
  ['warning', ['a/warning']],
  ['moving', ['a/starting', 'a/stopping']],
  ['running', ['a/completed', 'a/failed', 'a/running']],
  ['stopped', ['a/stopped']],
  ['unknown', ['a/empty', 'a/unknown']],
  ['failed', ['a/failed']],
])('the chip %s lets pass %s', (chip, ids) => {
  const statuses = ['ERROR', 'WARNING', 'STARTING', 'STOPPING', 'RUNNING', 'COMPLETED', 'STOPPED', 'UNKNOWN', 'EMPTY'] as const;
  const world = aWorld([
    ...statuses.map((status) => anEnvironment(`a/${status.toLowerCase()}`, status)),
    anEnvironment('a/failed', 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR') }),
  ]);
  const order = orderOf(world, { ...all, filter: [chip] });
  expect(order.flatMap(({ environmentIds }) => environmentIds).toSorted()).toEqual(ids);
});
