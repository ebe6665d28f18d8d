import { describe, expect, test } from 'vitest';
import type { Source } from '../../../electron/model/world.ts';
import type { StreamState } from '../../../electron/platform/platform.ts';
import { NOTHING_HIDDEN } from '../../../electron/model/watching.ts';
import { heardSource, runSourceAfter } from '../../../electron/monitor/sources.ts';
import { wantedStreams } from '../../../electron/monitor/streams.ts';
import { aDeployment, anEnvironment, aSource, aWorld, T0 } from '../../support/a-world.ts';

describe('which sockets are held', () => {
  const clusters = { c1: { id: 'c1', name: 'eu', organizationId: 'acme' }, c2: { id: 'c2', name: 'idle', organizationId: 'acme' } };
  test('one per cluster that holds environments, one per project', () => {
    const world = aWorld([anEnvironment('shop/a'), anEnvironment('shop/b'), anEnvironment('docs/a')], [], { clusters });
    expect(wantedStreams(world, new Set(), NOTHING_HIDDEN).map((one) => one.key)).toEqual(['run:c1', 'deployment:shop', 'deployment:docs']);
  });
  test('one per deployment under way, and a while after its end', () => {
    const world = aWorld(
      [anEnvironment('shop/a', 'RUNNING', { deployment: aDeployment('BUILDING') }), anEnvironment('shop/b'), anEnvironment('shop/c')],
      [],
      { clusters },
    );
    const keys = wantedStreams(world, new Set(['shop/b']), NOTHING_HIDDEN).map((one) => one.key);
    expect(keys.filter((key) => key.startsWith('environment:'))).toEqual(['environment:shop/a', 'environment:shop/b']);
  });
  test('at most twenty for projects: the others are polled', () => {
    const world = aWorld(
      Array.from({ length: 30 }, (_, i) => anEnvironment(`p${i}/a`)),
      [],
      { clusters },
    );
    expect(wantedStreams(world, new Set(), NOTHING_HIDDEN).filter((one) => one.kind === 'project')).toHaveLength(20);
  });
});

describe('a socket of run status as a source', () => {
  const offline = { kind: 'offline', code: 'X' } as const;
  test.each<[string, StreamState, object]>([
    ['opens', { kind: 'open', since: T0 }, { state: 'live', problem: null }],
    [
      'is lost',
      { kind: 'waiting', problem: offline, nextTryAt: T0 + 9, attempt: 1 },
      { state: 'down', problem: offline, nextTryAt: T0 + 9 },
    ],
    ['finds no agent', { kind: 'waiting', problem: { kind: 'agent-away' }, nextTryAt: T0, attempt: 1 }, { state: 'agent-away' }],
    ['is not permitted', { kind: 'ended', problem: { kind: 'forbidden', answer: 1007 } }, { state: 'refused' }],
    ['connects for the first time', { kind: 'connecting', attempt: 1 }, { state: 'connecting' }],
  ])('%s', (_, state, expected) => {
    expect(runSourceAfter(undefined, 'run:c1', state, T0)).toMatchObject({ id: 'run:c1', asOf: null, since: T0, ...expected });
  });
  test('whose agent is away is not back when it opens, but when it speaks', () => {
    const away = aSource('run', { state: 'agent-away', since: T0 - 60_000, asOf: T0 - 70_000, problem: { kind: 'agent-away' } });
    const opened = runSourceAfter(away, 'run:c1', { kind: 'open', since: T0 }, T0);
    expect(opened).toMatchObject({ state: 'agent-away', since: T0 - 60_000, problem: { kind: 'agent-away' } });
    expect(heardSource(opened, T0 + 5)).toMatchObject({ state: 'live', since: T0 + 5, asOf: T0 + 5, problem: null });
    const polled = aSource('deployment', { state: 'down', asOf: T0 - 5, problem: offline });
    expect(heardSource(polled, T0)).toEqual({ ...polled, asOf: T0 }); // whether it can be asked is another matter
  });
  const lost: StreamState = { kind: 'waiting', problem: offline, nextTryAt: T0, attempt: 1 };
  const dead: StreamState = { kind: 'waiting', problem: { kind: 'timeout', afterMs: 75_000 }, nextTryAt: T0, attempt: 1 };
  const spoken = aSource('run', { since: T0 - 600_000, asOf: T0 - 590_000 });
  test.each<[string, Source, StreamState, number | null]>([
    ['is lost now, if it was answered until now', spoken, lost, T0],
    ['was lost nobody knows when, if it stopped answering', spoken, dead, null],
    [
      'was lost when it was, while it is tried again',
      { ...spoken, state: 'down', lostAt: T0 - 5_000 },
      { kind: 'connecting', attempt: 2 },
      T0 - 5_000,
    ],
    [
      'was lost when it was, until it has spoken again',
      { ...spoken, state: 'down', lostAt: T0 - 5_000 },
      { kind: 'open', since: T0 },
      T0 - 5_000,
    ],
    ['was lost when it was, if it is lost again before it spoke', { ...spoken, since: T0 - 1_000, lostAt: T0 - 5_000 }, lost, T0 - 5_000],
    ['held nothing, if it never spoke', { ...spoken, asOf: null }, lost, null],
  ])('%s', (_, old, state, lostAt) => {
    expect(runSourceAfter(old, 'run:c1', state, T0).lostAt).toBe(lostAt);
  });
  test('stays down between two tries, since when it was lost, and remembers when it last spoke', () => {
    const down = aSource('run', { state: 'down', since: T0 - 5_000, asOf: T0 - 9_000, problem: offline });
    expect(runSourceAfter(down, 'run:c1', { kind: 'connecting', attempt: 3 }, T0)).toMatchObject({
      state: 'down',
      since: T0 - 5_000,
      asOf: T0 - 9_000,
      problem: offline,
    });
    expect(runSourceAfter(down, 'run:c1', { kind: 'open', since: T0 }, T0)).toMatchObject({
      state: 'live',
      since: T0,
      asOf: T0 - 9_000,
      problem: null,
    });
  });
});
