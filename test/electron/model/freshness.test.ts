import { describe, expect, test } from 'vitest';
import {
  environmentFreshness,
  freshness,
  isCurrent,
  isDrained,
  isHeardAgain,
  isOutOfReach,
  oldFacts,
  type Freshness,
} from '../../../electron/model/freshness.ts';
import type { Problem } from '../../../electron/model/problem.ts';
import type { Source, World } from '../../../electron/model/world.ts';
import { anEnvironment, aSource, aWorld, T0 } from '../../support/a-world.ts';

const S = 1000;

describe('a socket of run status', () => {
  test.each<[string, Partial<Source>, number, Freshness]>([
    ['spoke just now', {}, 0, 'live'],
    ['spoke 15 s ago', {}, 15 * S, 'live'],
    ['is open but has had nothing to say for long', {}, 600 * S, 'ageing'],
    ['is open and has never spoken', { asOf: null }, 20 * S, 'waiting'],
    ['is open and has never spoken for too long', { asOf: null }, 31 * S, 'stale'],
    ['was lost a moment ago', { state: 'down' }, 29 * S, 'ageing'],
    ['was lost over 30 s ago', { state: 'down' }, 31 * S, 'unreachable'],
    ['is tried again after a loss', { state: 'connecting' }, 31 * S, 'unreachable'],
    ['never opened', { state: 'down', asOf: null }, 0, 'unreachable'],
    ['has lost the cluster’s agent', { state: 'agent-away' }, 1 * S, 'agent-away'],
    ['is not permitted', { state: 'refused' }, 1 * S, 'refused'],
  ])('%s', (_, more, later, expected) => {
    expect(freshness(aSource('run', more), T0 + later)).toBe(expected);
  });
});

describe('a polled project', () => {
  test.each<[number, Freshness]>([
    [60 * S, 'live'],
    [90 * S, 'live'],
    [91 * S, 'ageing'],
    [180 * S, 'ageing'],
    [181 * S, 'stale'],
  ])('asked every 60 s, after %i ms', (later, expected) => {
    expect(freshness(aSource('deployment'), T0 + later)).toBe(expected);
  });
  test('is forgiven three missed polls when it cannot be reached', () => {
    const down = aSource('deployment', { state: 'down' });
    expect([freshness(down, T0 + 180 * S), freshness(down, T0 + 181 * S)]).toEqual(['ageing', 'unreachable']);
  });
});

test('clocks that disagree never make anything old', () => {
  expect(freshness(aSource('run', { asOf: T0 + 600 * S }), T0)).toBe('live');
});

test('losing the sockets touches run status alone, losing the polls the labels alone', () => {
  const environment = anEnvironment('shop/production');
  const world = aWorld([environment]);
  const late = T0 + 120 * S;
  const lost = (id: string): typeof world => ({
    ...world,
    sources: { ...world.sources, [id]: { ...aSource('run'), ...world.sources[id], state: 'down' } },
  }); // the world has both
  expect(environmentFreshness(lost('run:c1'), environment, late)).toMatchObject({ run: 'unreachable', deployment: 'ageing' });
  expect(environmentFreshness(lost('deployment:p1'), environment, T0 + 200 * S)).toMatchObject({
    run: 'ageing',
    deployment: 'unreachable',
  });
});

test('a socket that is down is forgiven for a while, but not while the platform itself is out of reach', () => {
  const environment = anEnvironment('shop/production');
  const world = aWorld([environment]);
  const source = aSource('run', { state: 'down', asOf: T0 });
  const lost = { ...world, sources: { ...world.sources, 'run:c1': source } };
  const offline = { ...lost, problem: { kind: 'offline', code: 'ECONNREFUSED' } } as const;
  const run = (of: World): Freshness => environmentFreshness(of, environment, T0 + 5 * S).run;
  expect([run(lost), run(offline)]).toEqual(['ageing', 'unreachable']);
  expect(run({ ...offline, sources: { 'run:c1': aSource('run', { state: 'live', asOf: T0 }) } })).toBe('live');
});

test('what was never heard is waited for, not drained; what is old or not permitted is', () => {
  const of = (run: Freshness, deployment: Freshness = 'live'): boolean =>
    isDrained({ run, deployment, runAsOf: null, deploymentAsOf: null, runProblem: null, deploymentProblem: null, asOf: null });
  expect([of('live'), of('ageing'), of('waiting')]).toEqual([false, false, false]);
  expect([of('stale'), of('unreachable'), of('agent-away'), of('refused'), of('live', 'stale')]).toEqual([true, true, true, true, true]);
  expect(isCurrent('ageing')).toBe(true);
});

test('an environment is as old as the older of its two sources', () => {
  const world = aWorld([anEnvironment('shop/production')], [], {
    sources: { 'run:c1': aSource('run', { asOf: T0 - 5 * S }), 'deployment:p1': aSource('deployment', { asOf: T0 - 40 * S }) },
  });
  const [environment] = Object.values(world.environments);
  if (!environment) throw new Error('one was made');
  expect(environmentFreshness(world, environment, T0).asOf).toBe(T0 - 40 * S);
  expect(environmentFreshness(world, { ...environment, runSourceId: null }, T0).run).toBe('waiting');
});

test('losing the sockets touches run status alone, losing REST deployment states alone', () => {
  const old = T0 + 600_000;
  const world = aWorld([anEnvironment('shop/a', 'RUNNING')]);
  const [environment] = Object.values(world.environments);
  if (!environment) throw new Error('one was made');
  const facts = (kind: 'run' | 'deployment') => {
    const lost = aSource(kind, { state: 'down', problem: { kind: 'offline', code: 'X' } });
    const other = aSource(kind === 'run' ? 'deployment' : 'run', { asOf: old });
    return oldFacts(environmentFreshness({ ...world, sources: { [lost.id]: lost, [other.id]: other } }, environment, old));
  };
  expect([facts('run'), facts('deployment')]).toEqual([['run'], ['deployment']]);
});

test('a socket that is open again is not believed before its first frame: what it said before may be over', () => {
  const [lostAt, now] = [T0, T0 + 120 * S];
  const reopened = aSource('run', { state: 'live', asOf: lostAt, since: now - 1 * S });
  expect(freshness(reopened, now)).toBe('unreachable');
  expect(freshness({ ...reopened, asOf: now }, now)).toBe('live');
  expect(freshness({ ...reopened, asOf: now - 5 * S }, now)).toBe('ageing');
});

describe('a source that is heard again', () => {
  const run = aSource('run', { asOf: T0 });
  const world = aWorld([anEnvironment('shop/production')], [], { sources: { [run.id]: run } });
  const later = (more: Partial<Source>): World => ({ ...world, sources: { [run.id]: { ...run, asOf: T0 + 5 * S, ...more } } });
  test.each<[string, World, World, boolean]>([
    ['says the same', world, later({}), true],
    ['says nothing at all', world, world, true],
    ['was silent for so long that it was no longer live', world, later({ asOf: T0 + 16 * S }), false],
    ['speaks for the first time', later({ asOf: null }), later({}), false],
    ['was down', later({ state: 'down' }), later({ asOf: T0 + 6 * S }), false],
    ['is down now', world, later({ state: 'down' }), false],
    ['was opened anew and has not spoken since', later({ since: T0 + 5 * S, asOf: T0 }), later({ since: T0 + 5 * S }), false],
    ['is not alone', world, { ...later({}), sources: { ...later({}).sources, other: aSource('deployment') } }, false],
    ['comes with news', world, { ...later({}), environments: { ...world.environments } }, false],
  ])('%s', (_, before, after, expected) => {
    expect(isHeardAgain(before, after)).toBe(expected);
  });
});

const offline = { kind: 'offline', code: 'X' } as const;
test.each<[string, Problem | null, readonly Partial<Source>[], boolean]>([
  ['nothing is wrong', null, [{ state: 'down' }], false],
  ['asking fails while every socket speaks', offline, [{}, { id: 'run:c2' }], false],
  ['the limit is reached while every socket speaks', { kind: 'rate-limited', notBefore: null }, [{}], false],
  ['asking fails and one socket is lost', offline, [{}, { id: 'run:c2', state: 'down' }], true],
  ['asking fails and one agent is away', offline, [{}, { id: 'run:c2', state: 'agent-away' }], true],
  ['asking fails and a socket was silent for 30 s', offline, [{ asOf: T0 - 30 * S, since: T0 - 60 * S }], false],
  [
    'asking fails and a socket is silent for longer, as one whose other side is gone',
    offline,
    [{ asOf: T0 - 30 * S - 1, since: T0 - 60 * S }],
    true,
  ],
  ['asking fails and a socket is open again without a word', offline, [{ asOf: T0 - 2 * S, since: T0 - 1 * S }], true],
  ['asking fails and there is no socket', offline, [], true],
  ['the token is refused', { kind: 'refused', answer: 401 }, [{}], true],
])('out of reach, when %s', (_, problem, runs, expected) => {
  const sources = [...runs.map((more) => aSource('run', more)), aSource('deployment', { state: 'down' })];
  const world = aWorld([anEnvironment('shop/production')], [], {
    problem,
    sources: Object.fromEntries(sources.map((one) => [one.id, one])),
  });
  expect(isOutOfReach(world, T0)).toBe(expected);
});
