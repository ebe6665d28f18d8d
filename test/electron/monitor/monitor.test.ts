import { describe, expect, test } from 'vitest';
import type { LogLine } from '../../../electron/model/log-line.ts';
import { aCause, aFailure, aPast, aReport } from '../../support/a-deployment.ts';
import { T0 } from '../../support/a-world.ts';
import { ready, S, scene, type Scene } from '../../support/staged-monitor.ts';

const problemLine: LogLine = {
  key: 'k1',
  at: T0,
  level: 'error',
  text: 'image build failed',
  sender: 'api',
  senderId: 'api',
  senderKind: 'Application',
  step: 'BuiltError',
  stage: null,
  executionId: 'x2',
  version: null,
  isError: true,
  isCancellation: false,
  error: { tag: 'T', message: 'image build failed', hint: 'check the Dockerfile', link: null, underlying: null },
};

const CAUSE = { step: 'BuiltError', tag: 'T', hint: 'check the Dockerfile' };

describe('a cold start', () => {
  test('asks the cheapest set and ends with one first look', async () => {
    const { stage, monitor, happened } = await ready();
    expect(stage.asked).toEqual(['organizations', 'discovery', 'overview', 'deployments']);
    expect(monitor.world()).toMatchObject({
      phase: 'ready',
      environments: { prod: { run: { status: 'RUNNING' }, deployment: { label: 'DEPLOYMENT OK' } } },
    });
    expect(happened).toEqual([{ kind: 'first-look' }]);
  });
  test('waits for the sockets’ first word, but not for ever', async () => {
    const { monitor, clock } = scene();
    monitor.start();
    await clock.advance(14 * S);
    expect(monitor.world().phase).toBe('connecting');
    await clock.advance(7 * S);
    expect(monitor.world()).toMatchObject({ phase: 'ready', environments: { prod: { run: { status: 'UNKNOWN' } } } });
  });
  test('that finds no network says so, and goes on by itself', async () => {
    const { monitor, clock, stage } = scene();
    stage.problem = { kind: 'offline', code: 'ENOTFOUND' };
    monitor.start();
    await clock.advance(100);
    expect(monitor.world()).toMatchObject({ phase: 'connecting', problem: { kind: 'offline' }, nextTryAt: T0 + 5 * S });
    stage.problem = null;
    await clock.advance(5 * S);
    expect(monitor.world()).toMatchObject({ problem: null, organizations: { acme: {} } });
  });
});

describe('a failed deployment', () => {
  test('is told with its cause, which was read first', async () => {
    const { stage, clock, happened, monitor } = await ready();
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2', log: [problemLine] });
    await clock.advance(31 * S);
    expect(happened.at(-1)).toMatchObject({ kind: 'deployment-failed', executionId: 'x2', serviceIds: ['api'] });
    expect(monitor.world().environments['prod']?.failure?.cause).toMatchObject({
      message: 'image build failed',
      hint: 'check the Dockerfile',
      lineKey: 'k1',
    });
  });
  test('whose log says nothing is told after four seconds without a cause', async () => {
    const { stage, clock, happened } = await ready();
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2' });
    await clock.advance(25 * S + 200);
    expect(happened.filter((change) => change.kind === 'deployment-failed')).toEqual([]);
    await clock.advance(5 * S);
    expect(happened.filter((change) => change.kind === 'deployment-failed')).toHaveLength(1);
    expect(stage.asked.filter((name) => name === 'log').length).toBeGreaterThan(2);
  });
});

test('a deployment that worked beside an older failure is not told as failed, and no cause of it is read', async () => {
  const { stage, clock, happened } = await ready();
  Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2', lastState: 'DEPLOYED', servicesExecutionId: 'x1' });
  await clock.advance(60 * S);
  expect(happened.filter((change) => change.kind === 'deployment-failed')).toEqual([]);
  expect(stage.asked).not.toContain('log');
});

describe('the cause of a failed deployment', () => {
  test('is read again when the failure was taken back and stands again', async () => {
    const { stage, clock, monitor } = await ready();
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2', log: [problemLine] });
    await clock.advance(40 * S);
    stage.state = 'DEPLOYED';
    await clock.advance(40 * S);
    expect(monitor.world().environments['prod']?.failure).toBeNull();
    stage.state = 'DEPLOYMENT_ERROR';
    await clock.advance(40 * S);
    expect(monitor.world().environments['prod']?.failure?.cause).toMatchObject({ message: 'image build failed' });
  });
  test('is read again when it came while the failure was taken back', async () => {
    const { stage, clock, monitor } = await ready();
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2' });
    await clock.advance(27 * S);
    expect(stage.asked).toContain('log');
    stage.state = 'DEPLOYED';
    monitor.refresh();
    await clock.advance(40 * S);
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', log: [problemLine] });
    await clock.advance(40 * S);
    expect(monitor.world().environments['prod']?.failure?.cause).toMatchObject({ message: 'image build failed' });
  });
  test('of one that the next deployment replaces at once is told all the same, read by its execution', async () => {
    const { stage, clock, happened, monitor } = await ready();
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2' });
    await clock.advance(26 * S);
    expect(happened.filter(({ kind }) => kind === 'deployment-failed')).toEqual([]);
    Object.assign(stage, { state: 'DEPLOYING', executionId: 'x3', log: [problemLine] });
    monitor.refresh();
    await clock.advance(10 * S);
    expect(happened).toContainEqual(aFailure('prod', 'x2', ['api']));
    expect(monitor.world().environments['prod']).toMatchObject({
      failure: null,
      overlooked: [{ executionId: 'x2', wasSeen: true, cause: { message: 'image build failed' } }],
    });
    await clock.advance(60 * S);
    expect(happened.filter(({ kind }) => kind === 'deployment-failed')).toHaveLength(1);
    expect(new Set(stage.logs)).toEqual(new Set(['x2']));
  });
  test('of one that began and ended between two polls is told, too, read by its execution', async () => {
    const { stage, clock, happened } = await ready();
    const failed = [{ id: 'api', name: 'api', state: 'BUILD_ERROR', durationMs: 1 }];
    const stages = [{ name: '1', status: 'ERROR', durationMs: 1, services: failed }];
    const past = [aPast('x3'), aPast('x2', 'DEPLOYMENT_ERROR', { stages }), aPast('x1')];
    Object.assign(stage, { executionId: 'x3', past, log: [problemLine] });
    await clock.advance(40 * S);
    expect(happened).toContainEqual(
      expect.objectContaining({ kind: 'deployment-overlooked', executionId: 'x2', cause: aCause('image build failed', CAUSE) }),
    );
    await clock.advance(60 * S);
    expect(happened.filter(({ kind }) => kind === 'deployment-overlooked')).toHaveLength(1);
    expect(stage.logs).toEqual(['x2']);
  });
  test.each<[string, Partial<Scene['stage']>]>([
    ['whose log may not be read', { logProblem: { kind: 'forbidden', answer: 403 } }],
    ['whose log is gone', { logProblem: { kind: 'gone' } }],
    ['whose log says nothing', {}],
  ])('of an overlooked one %s is not waited for', async (_, more) => {
    const { stage, clock, happened } = await ready();
    Object.assign(stage, { executionId: 'x3', past: [aPast('x3'), aPast('x2', 'DEPLOYMENT_ERROR'), aPast('x1')], ...more });
    await clock.advance(40 * S);
    expect(happened).toContainEqual(expect.objectContaining({ kind: 'deployment-overlooked', executionId: 'x2', cause: null }));
    await clock.advance(120 * S);
    expect(stage.logs).toEqual(['x2']); // it has ended long ago, so nothing more will come
  });
  test('of many that were overlooked at once is read for the last three', async () => {
    const { stage, clock, happened } = await ready();
    const failed = Array.from({ length: 8 }, (_, i) => aPast(`f${8 - i}`, 'DEPLOYMENT_ERROR'));
    Object.assign(stage, { executionId: 'x9', past: [aPast('x9'), ...failed, aPast('x1')], log: [{ ...problemLine, executionId: null }] });
    await clock.advance(40 * S);
    expect(happened.filter(({ kind }) => kind === 'deployment-overlooked')).toHaveLength(8);
    expect(new Set(stage.logs)).toEqual(new Set(['f6', 'f7', 'f8']));
    expect(stage.logs).toHaveLength(3);
  });
  test('is told for each of two deployments that name no execution, by the time of each', async () => {
    const { stage, clock, happened } = await ready();
    Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: null, at: T0 + 1 });
    await clock.advance(40 * S);
    Object.assign(stage, { at: T0 + 60 * S });
    await clock.advance(40 * S);
    const failures = happened.filter((change) => change.kind === 'deployment-failed');
    expect(failures).toMatchObject([{ failureId: `prod@${T0 + 1}` }, { failureId: `prod@${T0 + 60 * S}` }]);
    expect(failures).toMatchObject([{ executionId: null }, { executionId: null }]); // no request may hold what stands for it
    expect(new Set(stage.logs)).toEqual(new Set([null]));
  });
});

describe('when the platform fails', () => {
  test('one lost request is no outage, two are; what is known stays', async () => {
    const { stage, clock, monitor } = await ready();
    stage.problem = { kind: 'timeout', afterMs: 30 * S };
    await clock.advance(26 * S);
    expect(monitor.world().problem).toBeNull();
    await clock.advance(6 * S);
    expect(monitor.world()).toMatchObject({
      phase: 'ready',
      problem: { kind: 'timeout' },
      environments: { prod: { run: { status: 'RUNNING' } } },
    });
    stage.problem = null;
    await clock.advance(30 * S);
    expect(monitor.world().problem).toBeNull();
  });
  test('a refused token ends sockets and questions, until the next try five minutes later', async () => {
    const staged = await ready();
    const { stage, clock, monitor } = staged;
    stage.problem = { kind: 'refused', answer: 401 };
    await clock.advance(31 * S);
    expect([monitor.world().problem?.kind, stage.run.size]).toEqual(['refused', 0]);
    const run = () => Object.values(monitor.world().sources).filter(({ kind }) => kind === 'run');
    expect(run()).toMatchObject([{ state: 'refused', problem: { kind: 'refused' } }]);
    const before = stage.asked.length;
    await clock.advance(280 * S);
    expect(stage.asked).toHaveLength(before);
    stage.problem = null;
    await clock.advance(30 * S);
    expect([monitor.world().problem, stage.run.size]).toEqual([null, 1]);
    staged.speak('RUNNING');
    expect(run()).toMatchObject([{ state: 'live', problem: null }]);
  });
  test('a rate limit is waited for', async () => {
    const { stage, clock } = await ready();
    stage.problem = { kind: 'rate-limited', notBefore: T0 + 200 * S };
    await clock.advance(31 * S);
    const before = stage.asked.length;
    stage.problem = null;
    await clock.advance(160 * S);
    expect(stage.asked).toHaveLength(before);
    await clock.advance(20 * S);
    expect(stage.asked.length).toBeGreaterThan(before);
  });
  test('one project that is not permitted is its own matter', async () => {
    const { stage, clock, monitor } = await ready();
    stage.problem = { kind: 'forbidden', answer: 403 };
    await clock.advance(31 * S);
    expect(monitor.world().problem).toBeNull();
    expect(monitor.world().sources['deployment:shop']).toMatchObject({ state: 'refused', problem: { kind: 'forbidden' } });
  });
});

test('which databases are managed is asked once, ever', async () => {
  const { stage, clock, monitor } = scene();
  stage.kind = 'DATABASE';
  monitor.start();
  await clock.advance(100);
  expect(stage.asked.filter((name) => name === 'modes')).toHaveLength(1);
  expect(monitor.world().services['api']).toMatchObject({
    databaseMode: 'MANAGED',
    run: { status: 'RUNNING', reason: { kind: 'from-deployment' } },
  });
  monitor.start();
  await clock.advance(100);
  expect(monitor.world().services['api']?.databaseMode).toBe('MANAGED');
  expect(stage.asked.filter((name) => name === 'modes')).toHaveLength(1);
});

test('refreshing asks for names and states at once, at most every two seconds', async () => {
  const { stage, clock, monitor } = await ready();
  stage.asked.length = 0;
  monitor.refresh();
  monitor.refresh();
  await clock.advance(100);
  expect(stage.asked.toSorted()).toEqual(['discovery', 'organizations', 'overview']);
});

test('a log that cannot be read is asked for once: the failure is told without a cause', async () => {
  const { stage, clock, happened } = await ready();
  Object.assign(stage, { state: 'DEPLOYMENT_ERROR', executionId: 'x2', logProblem: { kind: 'forbidden', answer: 403 } });
  await clock.advance(60 * S);
  expect(happened.filter((change) => change.kind === 'deployment-failed')).toHaveLength(1);
  expect(stage.asked.filter((name) => name === 'log')).toHaveLength(1);
});

describe('after a wake', () => {
  test('a rate limit still holds: only a person may pass it', async () => {
    const { stage, clock, monitor } = await ready();
    stage.problem = { kind: 'rate-limited', notBefore: T0 + 600 * S };
    await clock.advance(31 * S);
    stage.asked.length = 0;
    monitor.wake();
    await clock.advance(60 * S);
    expect(stage.asked).toEqual([]);
    monitor.refresh();
    await clock.advance(100);
    expect(stage.asked).not.toEqual([]);
  });
  test('sockets are opened anew, and what was only passed through on the way is not told', async () => {
    const made = await ready();
    const { stage, clock, monitor, happened } = made;
    happened.length = 0;
    const [before] = stage.run;
    stage.executionId = 'x2';
    monitor.wake();
    await clock.advance(100);
    expect([...stage.run]).not.toContain(before);
    made.speak('STARTING');
    made.speak('ERROR');
    made.speak('RUNNING');
    expect(happened).toEqual([]);
    await clock.advance(1 * S);
    expect(happened).toEqual([{ kind: 'deployment-succeeded', environmentId: 'prod', executionId: 'x2' }]);
    made.speak('ERROR');
    expect(happened.at(-1)).toMatchObject({ kind: 'run-changed', to: 'ERROR' });
  });
  test('a socket that stays silent holds the news back for 15 s at most', async () => {
    const { stage, clock, monitor, happened } = await ready();
    happened.length = 0;
    stage.executionId = 'x2';
    monitor.wake();
    await clock.advance(14 * S);
    expect(happened).toEqual([]);
    await clock.advance(7 * S);
    expect(happened).toMatchObject([{ kind: 'deployment-succeeded', executionId: 'x2' }]);
  });
  test('without a network nothing is told until it is back', async () => {
    const { stage, clock, monitor, happened } = await ready();
    happened.length = 0;
    Object.assign(stage, { executionId: 'x2', problem: { kind: 'offline', code: 'ENETDOWN' } });
    monitor.wake();
    await clock.advance(120 * S);
    expect(happened).toEqual([]);
    stage.problem = null;
    await clock.advance(90 * S);
    expect(happened).toMatchObject([{ kind: 'deployment-succeeded', executionId: 'x2' }]);
  });
});

test('while the computer sleeps nothing is asked; unwatched and on battery it goes slower', async () => {
  const { stage, clock, monitor } = await ready();
  const polls = async (seconds: number): Promise<number> => {
    stage.asked.length = 0;
    await clock.advance(seconds * S);
    return stage.asked.filter((name) => name === 'overview').length;
  };
  expect(await polls(360)).toBe(12);
  monitor.heed({ isWatched: false, isOnBattery: true, isAsleep: false });
  expect(await polls(360)).toBe(4);
  monitor.heed({ isWatched: false, isOnBattery: true, isAsleep: true });
  await clock.advance(5 * S);
  expect(await polls(3_600)).toBe(0);
  expect(stage.asked).toEqual([]);
});

test('stopping forgets everything, ends every socket and leaves no timer; late answers are thrown away', async () => {
  const { stage, clock, monitor } = await ready();
  monitor.refresh();
  monitor.stop();
  await clock.advance(100);
  expect(monitor.world()).toMatchObject({ phase: 'signed-out', environments: {} });
  expect([stage.run.size, clock.pending()]).toEqual([0, 0]);
});

test('a platform that names another unknown service in every frame is asked for names less and less often', async () => {
  const { stage, clock } = await ready();
  const names = async (seconds: number): Promise<number> => {
    stage.asked.length = 0;
    for (let second = 0; second < seconds; second += 5) {
      const services = [{ id: `new-${clock.now()}`, state: 'RUNNING', instances: [] }];
      for (const one of stage.run) one.onValue({ environments: [{ id: 'prod', projectId: 'shop', state: 'RUNNING', services }] });
      await clock.advance(5 * S);
    }
    return stage.asked.filter((name) => name === 'discovery').length;
  };
  expect(await names(60)).toBe(1);
  expect(await names(3_540)).toBeLessThan(12);
  expect(await names(3_600)).toBe(6);
  expect(stage.odd.length).toBeGreaterThan(100); // and it is counted
});

describe('the socket of a project', () => {
  const asOf = ({ monitor }: Scene): number | null | undefined => monitor.world().sources['deployment:shop']?.asOf;
  test('that names all of its environments is as good as a poll', async () => {
    const staged = await ready();
    const { stage, clock } = staged;
    stage.problem = { kind: 'server-error', answer: 500, detail: '' };
    await clock.advance(60 * S);
    const before = asOf(staged);
    for (const one of stage.project) one.onValue([aReport('prod', 'DEPLOYED', { executionId: 'x1' })]);
    expect([before, asOf(staged)]).toEqual([T0, clock.now()]);
  });
  test('that names some of them, or another’s, says nothing of the others', async () => {
    const staged = await ready();
    const before = asOf(staged);
    await staged.clock.advance(1 * S);
    for (const one of staged.stage.project) {
      one.onValue([]);
      one.onValue([aReport('elsewhere', 'DEPLOYED')]);
    }
    expect(asOf(staged)).toBe(before);
  });
});

describe('an ephemeral environment', () => {
  test.each([1, 15, 29, 45, 400])(
    'that is made %i s after the start is there within a minute, though no socket speaks of it',
    async (after) => {
      const { stage, clock, monitor } = await ready();
      await clock.advance(after * S);
      stage.preview = 'pr-482';
      await clock.advance(60 * S);
      expect(monitor.world().environments['pr-482']).toMatchObject({ mode: 'PREVIEW', deployment: { label: 'DEPLOYMENT OK' } });
    },
  );
  test('that one poll leaves out, and the next discovery names, stays', async () => {
    const { stage, clock, monitor } = await ready();
    stage.preview = 'pr-482';
    await clock.advance(60 * S);
    stage.isListed = false;
    stage.asked.length = 0;
    await clock.advance(300 * S);
    expect(Object.keys(monitor.world().environments)).toEqual(['prod', 'pr-482']);
    expect(stage.asked.filter((name) => name === 'discovery')).toHaveLength(1);
  });
  test('that a frame speaks of is there within half a minute, and gone after it is deleted', async () => {
    const { stage, clock, monitor } = await ready();
    await clock.advance(200 * S);
    stage.preview = 'pr-482';
    for (const one of stage.run) one.onValue({ environments: [{ id: 'pr-482', projectId: 'shop', state: 'STARTING', services: [] }] });
    await clock.advance(1 * S);
    expect(Object.keys(monitor.world().environments)).toEqual(['prod', 'pr-482']); // the last discovery is long enough ago
    stage.preview = null;
    await clock.advance(61 * S);
    expect(Object.keys(monitor.world().environments)).toEqual(['prod']);
    expect(Object.keys(monitor.world().services)).toEqual(['api']);
  });
});
