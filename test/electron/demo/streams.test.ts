import { describe, expect, test } from 'vitest';
import { createScenario, type Scenario } from '../../../electron/demo/scenario.ts';
import { feedFor, type Feed, type Scope } from '../../../electron/demo/streams.ts';
import type { WireStatusesWithStages } from '../../../electron/platform/wire/deployment.ts';
import type { WireDeploymentLogLine, WireServiceLogLine } from '../../../electron/platform/wire/logs.ts';
import type { WireRunFrame } from '../../../electron/platform/wire/run.ts';
import { tokenOf } from '../../../electron/demo/sockets.ts';

const START = Date.UTC(2026, 0, 5, 10);
const NOWHERE: Scope = {
  organization: null,
  cluster: null,
  project: null,
  environment: null,
  service: null,
  version: null,
  pod: null,
  limit: 200,
};

function scopeOf(scenario: Scenario, path: string, service = 'api'): Scope {
  const environment = scenario.environments.find((one) => one.path === path);
  if (!environment) throw new Error(path);
  return {
    ...NOWHERE,
    organization: scenario.estate.organizations[0]?.id ?? '',
    cluster: environment.clusterId,
    project: environment.projectId,
    environment: environment.id,
    service: environment.services.find((one) => one.name === service)?.id ?? null,
  };
}
function feed(scenario: Scenario, pathname: string, scope: Scope): Feed {
  const found = feedFor(scenario, pathname, scope);
  if (typeof found === 'string') throw new Error(found);
  return found;
}
const at = (ms: number, realMs = ms) => ({ elapsedMs: ms, realMs });
const parsed = (texts: readonly string[]): readonly unknown[] => texts.map((text): unknown => JSON.parse(text));
const runFrames = (texts: readonly string[]) => parsed(texts) as readonly WireRunFrame[]; // what the feed promises
const logLines = (texts: readonly string[]) => parsed(texts) as readonly WireServiceLogLine[]; // what the feed promises
const statusFrames = (texts: readonly string[]) => parsed(texts) as readonly WireStatusesWithStages[]; // what the feed promises
const deploymentLines = (texts: readonly string[]) => (parsed(texts) as readonly (readonly WireDeploymentLogLine[])[]).flat(); // as above

describe('/service/status', () => {
  const scenario = createScenario('first-deploy', 1, START);
  const path = 'billing/pr-91-vat-rounding';
  const { organization, cluster, project, environment } = scopeOf(scenario, path);

  test('sends a snapshot at once, then after every change, and every 5 s without one', () => {
    const run = feed(scenario, '/service/status', { ...NOWHERE, organization, cluster });
    const sent = [0, 250, 4900, 5000, 5250, 15_750, 16_000, 16_250, 21_000].map((ms) => run.next(at(ms)).length);
    expect(sent).toEqual([1, 0, 0, 1, 0, 1, 1, 0, 1]);
  });
  test('repeats by real time, whatever the speed', () => {
    const run = feed(createScenario('calm', 1, START), '/service/status', { ...NOWHERE, organization, cluster });
    expect([at(0, 0), at(60_000, 600), at(400_000, 4000), at(500_000, 5000)].map((tick) => run.next(tick).length)).toEqual([1, 0, 0, 1]);
  });
  test('covers a cluster, a project of it, or one environment; what does not run is left out', () => {
    const count = (scope: Partial<Scope>, ms: number) => {
      const run = feed(scenario, '/service/status', { ...NOWHERE, organization, cluster, ...scope });
      return runFrames(run.next(at(ms)))[0]?.environments.length;
    };
    expect([count({}, 0), count({ project }, 0), count({ project, environment }, 0)]).toEqual([5, 1, 0]);
    expect([count({}, 60_000), count({ project }, 60_000), count({ project, environment }, 60_000)]).toEqual([6, 2, 1]);
  });
});

describe('/deployment/status', () => {
  const scenario = createScenario('build-error', 1, START);
  const scope = scopeOf(scenario, 'shop/production');

  test('without an environment sends all states of the project, again when one changes', () => {
    const status = feed(scenario, '/deployment/status', { ...scope, environment: null, cluster: null });
    const states = ['DEPLOYED', 'DEPLOYED', 'DEPLOYED', 'DEPLOYED', 'READY'].map((state) => ({ state }));
    expect(parsed(status.next(at(0)))).toMatchObject([{ results: states }]);
    expect([1000, 3750, 4000, 4250].map((ms) => status.next(at(ms)).length)).toEqual([0, 0, 1, 0]);
  });
  test('with one sends it stage by stage, with a version as it was after that deployment', () => {
    const live = feed(scenario, '/deployment/status', scope).next(at(60_000));
    expect(parsed(live)[0]).toMatchObject({ environment: { state: 'DEPLOYMENT_ERROR' }, stages: [{}, {}, { stage: { status: 'ERROR' } }] });
    const { environment } = statusFrames(feed(scenario, '/deployment/status', scope).next(at(0)))[0] ?? {};
    const past = { ...scope, version: environment?.last_deployment_id ?? '' };
    expect(parsed(feed(scenario, '/deployment/status', past).next(at(60_000)))[0]).toMatchObject({
      environment: { state: 'DEPLOYED', ...environment },
    });
  });
});

describe('/deployment/logs', () => {
  const scenario = createScenario('build-error', 1, START);
  const scope = scopeOf(scenario, 'shop/production');

  test('tells all there is, then each line once, and follows the next deployment', () => {
    const log = feed(scenario, '/deployment/logs', scope);
    const before = deploymentLines(log.next(at(0)));
    expect(before.at(-1)?.details.stage?.step).toBe('Terminated');
    expect(log.next(at(2000))).toEqual([]);
    const after = Array.from({ length: 300 }, (_, i) => deploymentLines(log.next(at(2000 + 100 * i)))).flat();
    expect(after[0]?.details.stage?.step).toBe('Start');
    expect(after.at(-1)?.details.stage?.step).toBe('Terminated');
    expect(new Set(after.map((line) => line.timestamp)).size).toBe(after.length);
    expect(new Set(after.map((line) => line.details.execution_id)).size).toBe(1);
    expect(after[0]?.details.execution_id).not.toBe(before[0]?.details.execution_id);
  });
  test('with a version replays the whole of a long log, in frames, and without one tells the last thousand lines', () => {
    const long = createScenario('long-log', 1, START);
    const of = scopeOf(long, 'billing/production');
    const last = deploymentLines(feed(long, '/deployment/logs', of).next(at(0)));
    const frames = feed(long, '/deployment/logs', { ...of, version: last[0]?.details.execution_id ?? '' }).next(at(0));
    expect(frames.length).toBeGreaterThan(15);
    expect([last.length, deploymentLines(frames).length > 10_000]).toEqual([1_000, true]);
    expect(deploymentLines(frames).slice(-1_000)).toEqual(last);
  });
  test('with a version tells that one deployment and then stays silent', () => {
    const version = deploymentLines(feed(scenario, '/deployment/logs', scope).next(at(0)))[0]?.details.execution_id ?? '';
    const log = feed(scenario, '/deployment/logs', { ...scope, version });
    expect(new Set(deploymentLines(log.next(at(60_000))).map((line) => line.details.execution_id))).toEqual(new Set([version]));
    expect(log.next(at(61_000))).toEqual([]);
  });
});

describe('/service/logs', () => {
  const calm = createScenario('calm', 1, START);
  const scope = scopeOf(calm, 'shop/production');
  const said = (log: Feed, ms: number) => logLines(log.next(at(ms)));

  test('tells 200 lines of before, then what is said, one frame a line, the same for a seed', () => {
    const log = feed(calm, '/service/logs', scope);
    const [before, live] = [said(log, 10_000), said(log, 40_000)];
    expect(before).toHaveLength(200);
    expect(live.length).toBeGreaterThan(10);
    const times = [...before, ...live].map((line) => line.created_at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(START + 40_000);
    const again = feed(calm, '/service/logs', scope);
    expect([...said(again, 10_000), ...said(again, 40_000)]).toEqual([...before, ...live]);
  });
  test('speaks with the names and versions of the pods that run, and can be asked for one of them', () => {
    const frame = runFrames(feed(calm, '/service/status', scope).next(at(0)))[0];
    const pods = frame?.environments[0]?.applications.find((one) => one.id === scope.service)?.pods ?? [];
    const lines = said(feed(calm, '/service/logs', scope), 10_000);
    expect(new Set(lines.map((line) => line.pod_name))).toEqual(new Set(pods.map((pod) => pod.name)));
    expect(lines[0]).toMatchObject({
      version: pods[0]?.service_version,
      from_kube: false,
      container_name: expect.stringMatching(/^app-z/),
    });
    const pod = pods[0]?.name ?? '';
    expect(new Set(said(feed(calm, '/service/logs', { ...scope, pod }), 10_000).map((line) => line.pod_name))).toEqual(new Set([pod]));
  });
  test('speaks in the manner of each service: JSON, access lines, colours, several levels', () => {
    const of = (name: string) => said(feed(calm, '/service/logs', scopeOf(calm, 'shop/production', name)), 600_000);
    expect(of('redis')[0]?.message).toMatch(/^1:M /);
    expect(JSON.parse(of('api')[0]?.message ?? '')).toMatchObject({ msg: 'request' });
    expect(of('web')[0]?.message).toMatch(/"GET \S+ HTTP\/1\.1" \d{3}/);
    expect(of('worker')[0]?.message).toContain('\u001B[');
    expect(new Set(of('worker').map((line) => line.severity_text))).toEqual(new Set(['debug', 'info', 'warning', 'error']));
  });
  test('of a job ends where the job ended', () => {
    const log = feed(calm, '/service/logs', scopeOf(calm, 'shop/production', 'migrate'));
    expect(said(log, 10_000).every((line) => line.created_at < START)).toBe(true);
    expect(said(log, 60_000)).toEqual([]);
  });
  test('of what crashes tells why', () => {
    const crashing = createScenario('crash-loop', 1, START);
    const log = feed(crashing, '/service/logs', scopeOf(crashing, 'shop/production'));
    expect(said(log, 30_000).map((line) => line.message)).toContain('Error: DATABASE_URL is not set');
    const killed = createScenario('oom', 1, START);
    const worker = feed(killed, '/service/logs', scopeOf(killed, 'shop/production', 'worker'));
    said(worker, 6500);
    expect(said(worker, 9500).map((line) => [line.severity_text, line.message])).toContainEqual([
      'critical',
      expect.stringContaining('heap'),
    ]);
  });
  test('is silent for what does not run', () => {
    expect(said(feed(calm, '/service/logs', scopeOf(calm, 'billing/dev', 'ledger-api')), 60_000)).toEqual([]);
  });
  test('of the chatty scenario holds 500 lines a second', () => {
    const log = feed(createScenario('chatty', 1, START), '/service/logs', scope);
    said(log, 1000);
    expect(said(log, 1100)).toHaveLength(50);
    expect(said(log, 2000)).toHaveLength(450);
  });
});

describe('who may open what', () => {
  const scenario = createScenario('calm', 1, START);
  const scope = scopeOf(scenario, 'shop/production');
  test.each<[pathname: string, scope: Scope, refusal: string]>([
    ['/nonsense', scope, 'unknown'],
    ['/service/status', { ...scope, cluster: null }, 'incomplete'],
    ['/deployment/status', { ...scope, project: null }, 'incomplete'],
    ['/deployment/logs', { ...scope, environment: null }, 'incomplete'],
    ['/service/logs', { ...scope, service: null }, 'incomplete'],
    ['/cluster/status', { ...scope, cluster: null }, 'incomplete'],
    ['/service/status', { ...scope, organization: scenario.estate.hiddenId }, 'not-allowed'],
    ['/deployment/status', { ...scope, project: scenario.estate.hiddenId }, 'not-allowed'],
    ['/deployment/logs', { ...scope, environment: scenario.estate.hiddenId }, 'not-allowed'],
    ['/service/logs', { ...scope, service: scenario.estate.hiddenId }, 'not-allowed'],
  ])('%s', (pathname, asked, refusal) => {
    expect(feedFor(scenario, pathname, asked)).toBe(refusal);
  });

  test.each([
    [{ authorization: 'Token abc' }, 'abc'],
    [{ authorization: 'Bearer abc' }, 'abc'],
    [{ authorization: 'abc' }, ''],
    [{ 'sec-websocket-protocol': 'v1, auth.bearer.abc' }, 'abc'],
    [{}, ''],
  ])('reads the token out of %o', (headers, token) => {
    expect(tokenOf(headers)).toBe(token);
  });
});
