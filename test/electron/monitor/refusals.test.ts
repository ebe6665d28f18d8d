import { describe, expect, test } from 'vitest';
import { ready, S, type Scene } from '../../support/staged-monitor.ts';

const REFUSED = { kind: 'refused', answer: 401 } as const;

describe('a policy token', () => {
  test('that is refused one thing is asked about: it is good, so only that thing is not permitted', async () => {
    const { stage, clock, monitor } = await ready();
    stage.refusals['overview'] = REFUSED;
    stage.asked.length = 0;
    await clock.advance(31 * S);
    expect(stage.asked).toEqual(['overview', 'organizations']);
    expect(monitor.world()).toMatchObject({
      problem: null,
      sources: { 'deployment:shop': { state: 'refused', problem: { kind: 'forbidden', answer: 401 } }, 'run:c1': { state: 'live' } },
    });
    expect(stage.run.size).toBe(1);
    stage.refusals = {};
    await clock.advance(640 * S);
    expect(monitor.world().sources['deployment:shop']).toMatchObject({ state: 'live', problem: null });
  });
  test('that is refused everything is refused', async () => {
    const { stage, clock, monitor } = await ready();
    stage.refusals = { overview: REFUSED, organizations: REFUSED };
    await clock.advance(31 * S);
    expect(monitor.world().problem).toEqual(REFUSED);
    expect(stage.run.size).toBe(0);
  });
  test('about which nothing can be learnt, as the network went meanwhile, is not refused: the network is gone', async () => {
    const { stage, clock, monitor } = await ready();
    stage.refusals = { overview: REFUSED, organizations: { kind: 'offline', code: 'ENOTFOUND' } };
    await clock.advance(60 * S);
    expect(monitor.world().problem).toMatchObject({ kind: 'offline' });
  });
  test('whose one socket is refused still has the others, and what is asked for', async () => {
    const { stage, clock, monitor } = await ready();
    for (let i = 0; i < 3; i += 1) {
      for (const listener of stage.run) listener.onState({ kind: 'ended', problem: { kind: 'refused', answer: 1008 } });
      await clock.advance(100);
    }
    expect(monitor.world()).toMatchObject({
      problem: null,
      sources: {
        'run:c1:shop:prod': { state: 'refused', problem: { kind: 'forbidden', answer: 1008 } },
        'deployment:shop': { state: 'live' },
      },
    });
  });
  test('whose socket is refused, and then itself, is refused', async () => {
    const { stage, clock, monitor } = await ready();
    stage.refusals['organizations'] = REFUSED;
    for (const listener of stage.run) listener.onState({ kind: 'ended', problem: { kind: 'refused', answer: 1008 } });
    await clock.advance(100);
    expect(monitor.world().problem).toEqual(REFUSED);
  });
  test('a question that comes back after the sign-out changes nothing', async () => {
    const { stage, clock, monitor } = await ready();
    for (const listener of stage.run) listener.onState({ kind: 'ended', problem: { kind: 'refused', answer: 1008 } });
    monitor.stop();
    await clock.advance(100);
    expect(monitor.world()).toMatchObject({ phase: 'signed-out', sources: {} });
  });
});

const FORBIDDEN = { kind: 'ended', problem: { kind: 'forbidden', answer: 1007 } } as const;
/** Every socket of run status that is open now is refused. */
async function refuseSockets({ stage, clock }: Scene): Promise<void> {
  for (const listener of stage.run) {
    stage.run.delete(listener);
    listener.onState(FORBIDDEN);
  }
  await clock.advance(100);
}

describe('a socket of run status that is not permitted', () => {
  test('makes way for one per project, and that for one per environment', async () => {
    const made = await ready();
    const { stage, monitor } = made;
    await refuseSockets(made);
    expect(stage.scopes).toEqual(['c1', 'c1 shop']);
    expect(monitor.world().environments['prod']).toMatchObject({ runSourceId: 'run:c1:shop', run: { status: 'RUNNING' } });
    await refuseSockets(made);
    expect(stage.scopes).toEqual(['c1', 'c1 shop', 'c1 shop prod']);
    made.speak('ERROR');
    expect(monitor.world()).toMatchObject({
      environments: { prod: { runSourceId: 'run:c1:shop:prod', run: { status: 'ERROR' } } },
      sources: { 'run:c1:shop:prod': { state: 'live' } },
    });
    expect(Object.keys(monitor.world().sources).toSorted()).toEqual(['deployment:shop', 'run:c1:shop:prod']);
  });
  test('leaves what was told before as old as it was', async () => {
    const made = await ready();
    await made.clock.advance(3 * S);
    const before = made.monitor.world().sources['run:c1']?.asOf;
    await refuseSockets(made);
    expect(made.monitor.world().sources['run:c1:shop']?.asOf).toBe(before);
  });
  test('is opened anew after the next discovery, and at once when a person asks', async () => {
    const made = await ready();
    const { stage, clock, monitor } = made;
    for (let i = 0; i < 3; i += 1) await refuseSockets(made);
    expect(monitor.world().sources['run:c1:shop:prod']).toMatchObject({ state: 'refused', problem: { kind: 'forbidden' } });
    await clock.advance(60 * S);
    expect(stage.scopes).toHaveLength(3);
    await clock.advance(600 * S);
    expect(stage.scopes).toHaveLength(4);
    await refuseSockets(made);
    monitor.refresh();
    await clock.advance(10);
    made.speak('RUNNING');
    expect(monitor.world().sources['run:c1:shop:prod']).toMatchObject({ state: 'live', problem: null });
  });
  test('that waits for its next try does not wait any longer when a person asks', async () => {
    const { stage, clock, monitor } = await ready();
    const problem = { kind: 'closed', code: 1006, reason: '' } as const;
    for (const listener of stage.run) listener.onState({ kind: 'waiting', problem, nextTryAt: clock.now() + 60 * S, attempt: 7 });
    monitor.refresh();
    await clock.advance(10);
    expect([stage.scopes, stage.run.size]).toEqual([['c1', 'c1'], 1]);
  });
});
