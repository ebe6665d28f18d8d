import http from 'node:http';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { SILENT_LOG } from '../../../electron/log.ts';
import { createPlatform } from '../../../electron/platform/client.ts';
import type { Access, Platform, StreamListener } from '../../../electron/platform/platform.ts';
import { httpServer, replying, socketServer, type LocalHttp, type LocalSockets } from '../../support/local-servers.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { SAMPLES } from '../../support/platform-samples.ts';

const ORGANIZATION = { id: 'acme', name: 'Acme' };
const ENVIRONMENT = '0a1b2c3d-0004-4000-8000-000000000001';
const CLUSTER = '0a1b2c3d-0002-4000-8000-000000000001';
const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
});

function platformAt(apiUrl: string, wsUrl: string, clock = manualClock(0)): Platform {
  const access: Access = { apiUrl, wsUrl, token: 'qov_secret_token', scheme: 'Token' };
  const agent = new http.Agent();
  stops.push(() => agent.destroy());
  return createPlatform({
    access: () => access,
    agent: async () => agent,
    clock,
    random: () => 0.5,
    log: SILENT_LOG,
    userAgent: 'Qovery Tray/test',
  });
}

type Replies = Readonly<Record<string, unknown>>;
/** A platform that knows these paths; a number is a status, every other path is 404. */
async function serving(replies: Replies): Promise<{ readonly platform: Platform; readonly server: LocalHttp }> {
  const server = await httpServer((request, response) => {
    const reply = replies[request.url ?? ''] ?? 404;
    (typeof reply === 'number' ? replying({ detail: 'words' }, reply) : replying(reply))(request, response);
  });
  stops.push(server.stop);
  return { platform: platformAt(server.url, ''), server };
}

const NAMES: Replies = {
  '/organization/acme/project': { results: [{ id: '0a1b2c3d-0003-4000-8000-000000000001', name: 'shop' }] },
  '/organization/acme/environments': SAMPLES['rest-organization-environments'],
  '/organization/acme/services': SAMPLES['rest-organization-services'],
  '/organization/acme/cluster': { results: [{ id: CLUSTER, name: 'eu-prod' }] },
};

describe('a read asks one address and answers in the words of the model', () => {
  test.each<[string, (platform: Platform) => Promise<unknown>, unknown, unknown]>([
    ['/organization', (one) => one.organizations(), { results: [ORGANIZATION] }, [ORGANIZATION]],
    ['/organization', (one) => one.organizations(), {}, []],
    [
      '/project/p/environment/overview',
      (one) => one.projectOverview('p'),
      SAMPLES['rest-project-environment-overview'],
      [expect.objectContaining({ id: ENVIRONMENT, clusterId: CLUSTER })],
    ],
    [
      '/environment/e/statusesWithStages',
      (one) => one.environmentDeployments('e', true),
      SAMPLES['short-env-build-error'],
      expect.objectContaining({ staged: expect.objectContaining({ preCheckMs: 4000 }) }),
    ],
    [
      '/environment/e/statuses',
      (one) => one.environmentDeployments('e', false),
      SAMPLES['rest-environment-statuses-building'],
      expect.objectContaining({ environment: expect.objectContaining({ state: 'BUILDING' }) }),
    ],
    [
      '/environment/e/services',
      (one) => one.databaseModes('e'),
      {
        results: [
          { id: 'd', service_type: 'DATABASE', mode: 'MANAGED' },
          { id: 'a', service_type: 'APPLICATION' },
        ],
      },
      { d: 'MANAGED' },
    ],
    ['/environment/e/logs', (one) => one.deploymentLog('e', null), [], []],
    [
      '/environment/e/logs?version=x-1',
      (one) => one.deploymentLog('e', 'x-1'),
      [{ type: 'info' }],
      [expect.objectContaining({ level: 'info' })],
    ],
    [
      '/environment/e/deploymentHistoryV2?pageSize=5',
      (one) => one.deploymentHistory('e', 5),
      SAMPLES['rest-deployment-history-v2'],
      [expect.objectContaining({ state: 'DEPLOYED', durationMs: 184_000 })],
    ],
  ])('%s', async (url, ask, reply, value) => {
    const { platform, server } = await serving({ [url]: reply });
    expect(await ask(platform)).toEqual({ ok: true, value });
    expect(server.requests).toHaveLength(1);
  });

  test.each<[string, (platform: Platform) => Promise<unknown>, unknown]>([
    ['/organization', (one) => one.organizations(), []],
    ['/organization', (one) => one.organizations(), { results: 'none' }],
    ['/organization', (one) => one.organizations(), { results: [1, null, 'x', {}, { name: 'without an id' }] }],
    ['/environment/e/statuses', (one) => one.environmentDeployments('e', false), { results: [] }],
    ['/environment/e/logs', (one) => one.deploymentLog('e', null), { results: [] }],
    ['/environment/e/deploymentHistoryV2?pageSize=1', (one) => one.deploymentHistory('e', 0), 'odd'],
  ])('%s, and does not take something else for "there is nothing"', async (url, ask, reply) => {
    const { platform } = await serving({ [url]: JSON.stringify(reply) });
    expect(await ask(platform)).toEqual({ ok: false, problem: { kind: 'bad-reply', detail: 'not what was asked for' } });
  });
});

describe('discovery', () => {
  test('is four requests', async () => {
    const { platform, server } = await serving(NAMES);
    expect(await platform.discover(ORGANIZATION)).toMatchObject({
      ok: true,
      value: {
        organization: ORGANIZATION,
        projects: [{ name: 'shop', organizationId: 'acme' }],
        clusters: [{ id: CLUSTER, name: 'eu-prod', organizationId: 'acme' }],
        environments: [{ id: ENVIRONMENT, organizationId: 'acme' }],
        services: [{ name: 'api' }, { name: 'web' }, { name: 'pg' }, { name: 'migrate' }],
      },
    });
    expect(server.requests).toHaveLength(4);
  });

  test.each(['project', 'environments', 'services'])('fails without its %s', async (part) => {
    const { platform } = await serving({ ...NAMES, [`/organization/acme/${part}`]: 500 });
    expect(await platform.discover(ORGANIZATION)).toEqual({ ok: false, problem: { kind: 'server-error', answer: 500, detail: 'words' } });
  });

  test.each([401, 403, 404])(
    'goes on where listing clusters is answered with %i: services name the clusters they run on',
    async (status) => {
      const { platform } = await serving({ ...NAMES, '/organization/acme/cluster': status });
      expect(await platform.discover(ORGANIZATION)).toMatchObject({
        ok: true,
        value: { clusters: [{ id: CLUSTER, name: '', organizationId: 'acme' }] },
      });
    },
  );

  test('fails when listing clusters fails for another reason', async () => {
    const { platform } = await serving({ ...NAMES, '/organization/acme/cluster': 503 });
    expect(await platform.discover(ORGANIZATION)).toMatchObject({ ok: false, problem: { kind: 'server-error' } });
  });

  test('with a token that is no good is refused', async () => {
    const { platform } = await serving(Object.fromEntries(Object.keys(NAMES).map((url) => [url, 401])));
    expect(await platform.discover(ORGANIZATION)).toEqual({ ok: false, problem: { kind: 'refused', answer: 401 } });
  });
});

const SCOPE = { organizationId: 'o', projectId: 'p', environmentId: 'e', clusterId: 'c' };
type Listener = StreamListener<unknown>;

async function following(follow: (platform: Platform, listener: Listener) => () => void): Promise<{
  readonly server: LocalSockets;
  readonly values: readonly unknown[];
  readonly states: readonly string[];
}> {
  const server = await socketServer();
  stops.push(server.stop);
  const clock = manualClock(0);
  const [values, states]: [unknown[], string[]] = [[], []];
  stops.push(
    follow(platformAt('', server.url, clock), { onValue: (value) => values.push(value), onState: ({ kind }) => states.push(kind) }),
  );
  await clock.advance(0);
  await server.connected(1);
  return { server, values, states };
}

describe('a stream asks one address and tells in the words of the model', () => {
  const line = { message: 'hello', created_at: 5, pod_name: 'pod' };
  test.each<[string, (platform: Platform, listener: Listener) => () => void, unknown, unknown]>([
    [
      '/service/status?organization=o&cluster=c',
      (one, to) => one.followRun({ ...SCOPE, projectId: null, environmentId: null }, to),
      SAMPLES['ws-service-status-stopped-empty'],
      { environments: [] },
    ],
    [
      '/service/status?organization=o&cluster=c&project=p&environment=e',
      (one, to) => one.followRun(SCOPE, to),
      { environments: [] },
      { environments: [] },
    ],
    [
      '/deployment/status?organization=o&project=p',
      (one, to) => one.followProject(SCOPE, to),
      SAMPLES['ws-deployment-status-project'],
      [expect.objectContaining({ id: ENVIRONMENT, state: 'DEPLOYING' })],
    ],
    [
      '/deployment/status?organization=o&cluster=c&project=p&environment=e',
      (one, to) => one.followDeployment({ ...SCOPE, executionId: null }, to),
      SAMPLES['ws-deployment-status-environment'],
      expect.objectContaining({ environment: expect.objectContaining({ state: 'DEPLOYING' }) }),
    ],
    [
      '/deployment/status?organization=o&cluster=c&project=p&environment=e&version=x1',
      (one, to) => one.followDeployment({ ...SCOPE, executionId: 'x1' }, to),
      SAMPLES['ws-deployment-status-environment'],
      expect.objectContaining({ environment: expect.objectContaining({ state: 'DEPLOYING' }) }),
    ],
    [
      '/deployment/logs?organization=o&project=p&environment=e',
      (one, to) => one.followDeploymentLog({ ...SCOPE, clusterId: null, executionId: null }, to),
      [{ type: 'info', message: { safe_message: 'hello' } }],
      [expect.objectContaining({ text: 'hello' })],
    ],
    [
      '/deployment/logs?organization=o&cluster=c&project=p&environment=e&version=x-1',
      (one, to) => one.followDeploymentLog({ ...SCOPE, executionId: 'x-1' }, to),
      [],
      [],
    ],
    [
      '/service/logs?organization=o&cluster=c&project=p&environment=e&service=s&limit=1000',
      (one, to) => one.followServiceLog({ ...SCOPE, serviceId: 's' }, to),
      line,
      [expect.objectContaining({ text: 'hello', at: 5, sender: 'pod' })],
    ],
  ])('%s', async (url, follow, frame, value) => {
    const { server, values } = await following(follow);
    server.connections[0]?.send('{"entity":["environments"]}');
    server.connections[0]?.send(JSON.stringify(frame));
    await vi.waitFor(() => expect(values).toEqual([value]), { interval: 1 });
    expect(server.requests[0]?.url).toBe(url);
  });

  test.each([
    ['a past deployment', 'ended', 'x-1'],
    ['the latest deployment', 'waiting', null],
  ])('the log of %s, closed in order, is then %s', async (_, state, executionId) => {
    const { server, states } = await following((one, to) => one.followDeploymentLog({ ...SCOPE, executionId }, to));
    server.connections[0]?.close(1000);
    await vi.waitFor(() => expect(states.at(-1)).toBe(state), { interval: 1 });
  });
});

test('at most four sockets shake hands at a time', async () => {
  const server = await socketServer({ refuse: () => true });
  stops.push(server.stop);
  const clock = manualClock(0);
  const platform = platformAt('', server.url, clock);
  for (let n = 0; n < 9; n += 1) stops.push(platform.followRun(SCOPE, { onState: () => undefined, onValue: () => undefined }));
  await clock.advance(0);
  await vi.waitFor(() => expect(server.requests).toHaveLength(4), { interval: 1 });
  await clock.advance(29_000);
  expect(server.requests).toHaveLength(4);
});
