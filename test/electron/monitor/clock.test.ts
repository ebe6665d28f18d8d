import { describe, expect, test } from 'vitest';
import { environmentFreshness } from '../../../electron/model/freshness.ts';
import { clockStep } from '../../../electron/monitor/clock-step.ts';
import { T0 } from '../../support/a-world.ts';
import { ready, S, type Scene } from '../../support/staged-monitor.ts';

const DAY = 86_400 * S;
const HOUR = 3_600 * S;

describe('the clock', () => {
  test.each([
    ['goes on', 5 * S, { kind: 'none' }],
    ['is corrected a little', -1 * S, { kind: 'none' }],
    ['is set back', -HOUR, { kind: 'back', byMs: HOUR }],
    ['comes late, as the computer is busy', 60 * S, { kind: 'none' }],
    ['is set ahead, or the computer slept', HOUR, { kind: 'ahead' }],
  ])('%s', (_, byMs, expected) => expect(clockStep(T0, T0 + byMs)).toEqual(expected));
});

/** Everything in the world that says when something was heard, or will be asked. */
function instants({ monitor }: Scene): readonly number[] {
  const { sources, nextTryAt } = monitor.world();
  return [...Object.values(sources).flatMap(({ asOf, since, nextTryAt: next }) => [asOf, since, next]), nextTryAt].filter(
    (at) => at !== null,
  );
}

describe('when the clock is set back', () => {
  test('by a day, all is read anew at once, and goes on being read', async () => {
    const { stage, clock } = await ready();
    clock.set(T0 - DAY);
    stage.asked.length = 0;
    await clock.advance(6 * S);
    expect(stage.asked.toSorted()).toEqual(['discovery', 'organizations', 'overview']);
    stage.asked.length = 0;
    await clock.advance(300 * S);
    expect(stage.asked.filter((name) => name === 'overview').length).toBeGreaterThanOrEqual(9);
  });
  test('sockets are opened anew, and what happens later is told', async () => {
    const made = await ready();
    const { stage, clock, happened } = made;
    const [before] = stage.run;
    clock.set(T0 - DAY);
    await clock.advance(6 * S);
    expect(stage.run.size).toBe(1);
    expect([...stage.run]).not.toContain(before);
    made.speak('RUNNING');
    await clock.advance(6 * S);
    happened.length = 0;
    made.speak('ERROR');
    expect(happened).toMatchObject([{ kind: 'run-changed', to: 'ERROR' }]);
  });
  test('nothing is as of a time to come, and what was old is as old as before', async () => {
    const made = await ready();
    const { stage, clock, monitor } = made;
    stage.problem = { kind: 'offline', code: 'ENETDOWN' };
    await clock.advance(HOUR);
    const age = (): number => clock.now() - (monitor.world().sources['deployment:shop']?.asOf ?? 0);
    const before = age();
    clock.set(clock.now() - DAY);
    await clock.advance(5 * S);
    expect(age() - before).toBeGreaterThanOrEqual(0);
    expect(age() - before).toBeLessThanOrEqual(10 * S);
    const environment = monitor.world().environments['prod'];
    expect(environment && environmentFreshness(monitor.world(), environment, clock.now()).deployment).toBe('unreachable');
    for (const { asOf, since } of Object.values(monitor.world().sources)) {
      expect(asOf ?? 0).toBeLessThanOrEqual(clock.now());
      expect(since).toBeLessThanOrEqual(clock.now());
    }
  });
  test('while a failure is waited for, the next try is as far away as before', async () => {
    const made = await ready();
    const { stage, clock, monitor } = made;
    stage.problem = { kind: 'rate-limited', notBefore: T0 + 600 * S };
    await clock.advance(31 * S);
    monitor.refresh();
    await clock.advance(1 * S);
    clock.set(clock.now() - DAY);
    await clock.advance(5 * S);
    for (const at of instants(made)) expect(at).toBeLessThan(clock.now() + HOUR);
    const { problem } = monitor.world();
    const late = problem?.kind === 'rate-limited' ? (problem.notBefore ?? 0) - (T0 + 600 * S - DAY) : Number.NaN;
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(10 * S);
    stage.problem = null;
    await clock.advance(600 * S);
    expect(monitor.world().problem).toBeNull();
  });
  test('a person who refreshes is heard', async () => {
    const { stage, clock, monitor } = await ready();
    monitor.refresh();
    await clock.advance(100);
    clock.set(T0 - DAY);
    stage.asked.length = 0;
    monitor.refresh();
    await clock.advance(100);
    expect(stage.asked).toContain('overview');
  });
});

test('when the clock is far ahead at once, as after a sleep that nobody told of, all is read anew and sockets are opened anew', async () => {
  const { stage, clock } = await ready();
  const [before] = stage.run;
  clock.set(T0 + HOUR);
  stage.asked.length = 0;
  await clock.advance(6 * S);
  expect(stage.asked.toSorted()).toEqual(['discovery', 'organizations', 'overview']);
  expect([...stage.run]).not.toContain(before);
});
