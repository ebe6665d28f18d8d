import { describe, expect, test } from 'vitest';
import { ready, S } from '../../support/staged-monitor.ts';

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
    for (const listener of stage.run) listener.onState({ kind: 'ended', problem: { kind: 'refused', answer: 1008 } });
    await clock.advance(100);
    expect(monitor.world()).toMatchObject({
      problem: null,
      sources: { 'run:c1': { state: 'refused', problem: { kind: 'forbidden', answer: 1008 } }, 'deployment:shop': { state: 'live' } },
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
