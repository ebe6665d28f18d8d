import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../electron/model/problem.ts';

import type { Environment, World } from '../../../electron/model/world.ts';
import { EMPTY_BOOK, isAccountWide, type Asked, type Book } from '../../../electron/monitor/book.ts';
import { aboutOf, askKey, plan } from '../../../electron/monitor/schedule.ts';
import { retryAt } from '../../../electron/monitor/setbacks.ts';
import { FRESH_ECONOMY, overviewEveryMs } from '../../../electron/monitor/pace.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const S = 1000;
const ok = (at: number, about = ''): Asked => ({ at, outcome: 'ok', about, failures: 0 });
function book(asked: Readonly<Record<string, Asked>> = {}, more: Partial<Book> = {}): Book {
  return {
    ...EMPTY_BOOK,
    asked,
    ...more,
  };
}
const NAMES = { organizations: ok(T0), 'discovery:acme': ok(T0), 'overview:shop': ok(T0) };
/** Everything was read at T0, for the state it has. */
function read(world: World): Readonly<Record<string, Asked>> {
  const services = Object.values(world.environments).map((one) => [`deployments:${one.id}`, ok(T0, aboutOf(one))] as const);
  const histories = Object.values(world.environments).map((one) => [`history:${one.id}:x1`, ok(T0)] as const);
  return { ...NAMES, ...Object.fromEntries([...services, ...histories]) };
}
const due = (world: World, given: Book, now = T0): readonly string[] => plan(world, given, now).due.map(askKey);
const one = (more: Partial<Environment> = {}): World => aWorld([anEnvironment('shop/production', 'RUNNING', more)]);

describe('what to ask', () => {
  test('first the names, then states', () => {
    expect(due(aWorld([], [], { organizations: {} }), book())).toEqual(['organizations']);
    expect(due(aWorld([]), book({ organizations: ok(T0) }))).toEqual(['discovery:acme']);
    expect(due(one(), book())).toEqual(['organizations', 'discovery:acme', 'overview:shop', 'deployments:shop/production']);
  });
  test('nothing while all is fresh; the next look is when the project is due', () => {
    expect(plan(one(), book(read(one())), T0 + 1)).toEqual({ due: [], nextAt: T0 + 30 * S, isSettled: true });
    expect(due(one(), book(read(one())), T0 + 30 * S)).toEqual(['overview:shop']);
  });
  test('services are read again when their environment is in another state or execution', () => {
    const asked = read(one());
    expect(due(one({ deployment: aDeployment('DEPLOYED', { executionId: 'x2' }) }), book(asked))).toEqual(['deployments:shop/production']);
    expect(due(one({ deployment: aDeployment('STOPPED') }), book(asked))).toEqual(['deployments:shop/production']);
  });
  test('a deployment under way is asked every 10 s, unless its socket tells', () => {
    const moving = one({ deployment: aDeployment('BUILDING') });
    const asked = read(moving);
    expect(due(moving, book(asked), T0 + 9 * S)).toEqual([]);
    expect(due(moving, book(asked), T0 + 10 * S)).toEqual(['deployments:shop/production']);
    expect(due(moving, book(asked, { followed: new Set(['shop/production']) }), T0 + 29 * S)).toEqual([]);
  });
  test('its history is read once per deployment, for how long it usually takes', () => {
    const moving = one({ deployment: aDeployment('BUILDING', { executionId: 'x2' }) });
    const asked = { ...NAMES, 'deployments:shop/production': ok(T0, 'BUILDING/x2') };
    expect(due(moving, book(asked))).toEqual(['history:shop/production:x2']);
    expect(due(moving, book({ ...asked, 'history:shop/production:x2': ok(T0) }))).toEqual([]);
  });
  test('several under way share that budget', () => {
    const two = aWorld(['shop/a', 'shop/b'].map((path) => anEnvironment(path, 'RUNNING', { deployment: aDeployment('BUILDING') })));
    expect(due(two, book(read(two)), T0 + 19 * S)).toEqual([]);
    expect(due(two, book(read(two)), T0 + 20 * S)).toHaveLength(2);
  });
  test('a cause is read once per failure, before all else, and only after the failed services are known', () => {
    const broken = one({ deployment: aDeployment('DEPLOYMENT_ERROR') });
    const { 'deployments:shop/production': services, ...rest } = read(broken);
    expect(due(broken, book(rest))).toEqual(['deployments:shop/production']);
    expect(due(broken, book(services ? { ...rest, 'deployments:shop/production': services } : rest))).toEqual(['cause:shop/production:x1']);
    expect(
      due(one({ deployment: aDeployment('DEPLOYMENT_ERROR'), failure: { executionId: 'x1', cause: null } }), book(read(broken))),
    ).toEqual([]);
  });
  test('an environment managed by Argo CD has no deployments to read', () => {
    expect(due(one({ managedBy: 'ARGOCD' }), book(NAMES))).toEqual([]);
  });
  test('which databases are managed is read once, for environments that hold one', () => {
    const world = aWorld([anEnvironment('shop/production')], [aService('db', 'shop/production', 'RUNNING', { kind: 'DATABASE' })]);
    expect(due(world, book(read(world)))).toEqual(['database-modes:shop/production']);
    const known = aWorld(
      [anEnvironment('shop/production')],
      [aService('db', 'shop/production', 'RUNNING', { kind: 'DATABASE', databaseMode: 'MANAGED' })],
    );
    expect(due(known, book(read(known)))).toEqual([]);
  });
  test('at most four at once, and none twice', () => {
    const many = aWorld(Array.from({ length: 10 }, (_, i) => anEnvironment(`shop/e${i}`)));
    expect(due(many, book(NAMES))).toHaveLength(4);
    expect(due(many, book(NAMES, { inFlight: new Set(['deployments:shop/e0', 'a', 'b']) }))).toEqual(['deployments:shop/e1']);
  });
  test('nothing before the time that a failure or a limit has set', () => {
    const held = plan(one(), book({}, { notBefore: T0 + 60 * S }), T0);
    expect(held).toEqual({ due: [], nextAt: T0 + 60 * S, isSettled: false });
  });
  test('while the budget keeps names from being read for the first time, nothing is settled', () => {
    const requests = { lastHour: 0, endpoints: {}, quota: { limit: 1000, remaining: 12, resetsAt: T0 + 3_600 * S }, clockAheadMs: null };
    const economy = { ...FRESH_ECONOMY, requests };
    expect(plan(aWorld([]), book({ organizations: ok(T0) }, { economy }), T0)).toMatchObject({ due: [], isSettled: false });
    expect(plan(one(), book({ ...read(one()), 'overview:shop': ok(T0 - 60 * S) }, { economy }), T0)).toMatchObject({
      due: [],
      isSettled: true,
    });
  });
  test('what was refused for itself waits for the next discovery, what failed is tried again soon, then later', () => {
    const asked = (outcome: Asked['outcome'], failures = 1) =>
      book({ ...read(one()), 'overview:shop': { at: T0, outcome, about: '', failures } });
    expect(due(one(), asked('denied'), T0 + 500 * S)).toEqual([]);
    expect(due(one(), asked('failed'), T0 + 5 * S)).toEqual(['overview:shop']);
    expect(due(one(), asked('failed', 3), T0 + 19 * S)).toEqual([]);
    expect(due(one(), asked('failed', 99), T0 + 30 * S)).toEqual(['overview:shop']);
  });
  test('something unknown brings the next discovery forward, to once in 30 s', () => {
    const asked = read(one());
    expect(due(one(), book(asked, { wantsDiscovery: true }), T0 + 29 * S)).toEqual([]);
    expect(due(one(), book(asked, { wantsDiscovery: true }), T0 + 30 * S)).toContain('discovery:acme');
  });
  test.each([
    [1, 60],
    [2, 120],
    [4, 480],
    [5, 600],
    [1_000, 600],
  ])('after %i discoveries that named nothing of what was unknown the next waits %i s', (fruitless, seconds) => {
    const given = book(read(one()), { wantsDiscovery: true, fruitless });
    expect(due(one(), given, T0 + (seconds - 1) * S)).not.toContain('discovery:acme');
    expect(due(one(), given, T0 + seconds * S)).toContain('discovery:acme');
  });
});

describe('the budget', () => {
  test('10 projects and 40 environments at rest cost at most 600 requests an hour', () => {
    const world = aWorld(Array.from({ length: 40 }, (_, i) => anEnvironment(`p${i % 10}/e${i}`)));
    const asked: Record<string, Asked> = {};
    let requests = 0;
    let steady = 0;
    for (let now = T0; now < T0 + 2 * 3_600 * S; now += S) {
      for (const ask of plan(world, book(asked), now).due) {
        requests += ask.kind === 'discovery' ? 4 : 1; // projects, environments, services, clusters
        if (now >= T0 + 3_600 * S) steady += ask.kind === 'discovery' ? 4 : 1;
        const environment = 'environmentId' in ask ? world.environments[ask.environmentId] : undefined;
        asked[askKey(ask)] = ok(now, environment ? aboutOf(environment) : '');
      }
    }
    expect(steady).toBeLessThanOrEqual(600);
    expect(steady).toBeGreaterThan(400);
    expect(requests - steady).toBeLessThanOrEqual(600 + 55);
  });
  test.each([
    [1, 30],
    [3, 30],
    [10, 80],
    [20, 160],
    [50, 520],
  ])('%i projects are asked every %i s', (projects, seconds) => expect(overviewEveryMs(projects)).toBe(seconds * S));
});

describe('after a problem', () => {
  test.each<[Problem, number, number]>([
    [{ kind: 'offline', code: 'X' }, 1, 5 * S],
    [{ kind: 'offline', code: 'X' }, 3, 20 * S],
    [{ kind: 'timeout', afterMs: 1 }, 30, 60 * S],
    [{ kind: 'refused', answer: 401 }, 1, 300 * S],
    [{ kind: 'rate-limited', notBefore: T0 + 77 * S }, 1, 77 * S],
    [{ kind: 'rate-limited', notBefore: T0 - 5 * S }, 1, 1 * S],
    [{ kind: 'rate-limited', notBefore: null }, 1, 60 * S],
    [{ kind: 'rate-limited', notBefore: null }, 9, 900 * S],
  ])('%j for the %i. time in a row waits %i ms', (problem, failures, ms) => expect(retryAt(problem, failures, T0)).toBe(T0 + ms));
  test('one thing that is not permitted or gone says nothing about the account', () => {
    expect([{ kind: 'forbidden', answer: 403 } as const, { kind: 'gone' } as const].map(isAccountWide)).toEqual([false, false]);
    expect(isAccountWide({ kind: 'offline', code: 'X' })).toBe(true);
  });
});
