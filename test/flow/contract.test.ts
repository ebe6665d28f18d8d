// The contract with the platform: every path, query and socket that the client uses is one of the published clients' own, and
// every reply of the demo platform is of the published type, so that neither of them drifts into a dialect.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as rest from 'qovery-typescript-axios';
import { describe, expect, test, type TestContext } from 'vitest';
import { answer } from '../../electron/demo/routes.ts';
import { STORIES } from '../../electron/demo/scenario-list.ts';
import { createScenario, type Scenario } from '../../electron/demo/scenario.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { feedFor, type Scope } from '../../electron/demo/streams.ts';
import { SILENT_LOG } from '../../electron/log.ts';
import { createPlatform } from '../../electron/platform/client.ts';
import type { StreamListener } from '../../electron/platform/platform.ts';
import { judgeOf } from '../support/published-schemas.ts';
import { requestLines } from '../support/request-lines.ts';

const SOCKETS = readFileSync(path.resolve(import.meta.dirname, '../../node_modules/qovery-ws-typescript-axios/dist/api.d.ts'), 'utf8');
const START = Date.UTC(2026, 0, 5, 10);
const IDS = ['organization', 'cluster', 'project', 'environment', 'service'] as const;
const SLOW = { timeout: 60_000 }; // the first of a package waits until its declarations are read

/** One of each, as a stranger would pick them. */
function idsOf(scenario: Scenario): Readonly<Record<(typeof IDS)[number], string>> {
  const [environment] = scenario.environments;
  if (!environment) throw new Error('every scenario asked has an environment');
  const { organizationId, clusterId, projectId, id, services } = environment;
  return { organization: organizationId, cluster: clusterId, project: projectId, environment: id, service: services[0]?.id ?? '' };
}

/** The addresses that the published REST client makes for the calls we use. */
async function publishedAddresses(ids: ReturnType<typeof idsOf>, version: string): Promise<readonly string[]> {
  const { organization: o, project: p, environment: e } = ids;
  const organizations = rest.OrganizationMainCallsApiAxiosParamCreator();
  const environments = rest.EnvironmentMainCallsApiAxiosParamCreator();
  const asked = await Promise.all([
    organizations.listOrganization(),
    rest.ProjectsApiAxiosParamCreator().listProject(o),
    organizations.listEnvironmentsByOrganizationId(o),
    organizations.listServicesByOrganizationId(o),
    rest.ClustersApiAxiosParamCreator().listOrganizationCluster(o),
    rest.EnvironmentsApiAxiosParamCreator().getProjectEnvironmentsOverview(p),
    environments.getEnvironmentStatuses(e),
    environments.getEnvironmentStatusesWithStages(e),
    environments.listServicesByEnvironmentId(e),
    rest.EnvironmentLogsApiAxiosParamCreator().listEnvironmentLogs(e, version),
    rest.EnvironmentDeploymentHistoryApiAxiosParamCreator().listEnvironmentDeploymentHistoryV2(e, 20),
  ]);
  return asked.map(({ url }) => url);
}

/** The query of a published socket: names as sent, and whether it may be left out. */
function publishedQuery(handler: string): ReadonlyMap<string, boolean> {
  const [, list = ''] = new RegExp(`${handler}: \\((.*?), options\\?`).exec(SOCKETS) ?? [];
  const named = list.split(', ').map((one) => one.split(': ') as [string, string]); // `name: type`
  return new Map(named.map(([name, type]) => [name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), type.includes('null')]));
}
const HANDLERS: Readonly<Record<string, string>> = {
  '/service/status': 'handleServiceStatusRequest',
  '/deployment/status': 'handleDeploymentStatusRequest',
  '/deployment/logs': 'handleDeploymentLogsRequest',
  '/service/logs': 'handleServiceLogsRequest',
};

/** Asks the client for everything it can ask for, over a wire that is listened to. */
async function everythingAsked({ onTestFinished }: TestContext): Promise<{
  readonly seen: readonly string[];
  readonly version: string;
  readonly ids: ReturnType<typeof idsOf>;
}> {
  const demo = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1 });
  onTestFinished(() => demo.stop());
  const wire = await requestLines(Number(new URL(demo.apiUrl).port));
  onTestFinished(() => wire.stop());
  const ids = idsOf(createScenario('calm', 1, START));
  const clock = {
    now: () => Date.now(),
    after(ms: number, act: () => void) {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
  };
  const access = { apiUrl: `http://${wire.address}`, wsUrl: `ws://${wire.address}`, token: demo.token, scheme: 'Token' } as const;
  const client = createPlatform({ access: () => access, clock, log: SILENT_LOG, random: () => 0.5, userAgent: 'test' });
  const scope = { organizationId: ids.organization, projectId: ids.project, environmentId: ids.environment, clusterId: ids.cluster };
  await client.organizations();
  await client.discover({ id: ids.organization, name: '' });
  await client.projectOverview(ids.project);
  await client.environmentDeployments(ids.environment, false);
  await client.environmentDeployments(ids.environment, true);
  await client.databaseModes(ids.environment);
  const past = await client.deploymentHistory(ids.environment, 20);
  const version = past.ok ? (past.value[0]?.executionId ?? '') : '';
  await client.deploymentLog(ids.environment, version);
  const heard = <T>(follow: (listener: StreamListener<T>) => () => void): Promise<void> =>
    new Promise((resolve) => {
      const stop = follow({
        onState: () => undefined,
        onValue: () => {
          stop();
          resolve();
        },
      });
    });
  await heard((listener) => client.followRun({ ...scope, projectId: null, environmentId: null }, listener));
  await heard((listener) => client.followRun(scope, listener));
  await heard((listener) => client.followProject(scope, listener));
  await heard((listener) => client.followDeployment({ ...scope, executionId: null }, listener));
  await heard((listener) => client.followDeployment({ ...scope, executionId: version }, listener));
  await heard((listener) => client.followDeploymentLog({ ...scope, executionId: null }, listener));
  await heard((listener) => client.followDeploymentLog({ ...scope, executionId: version }, listener));
  await heard((listener) => client.followServiceLog({ ...scope, serviceId: ids.service }, listener));
  return { seen: wire.seen, version, ids };
}

describe('what the client asks for', () => {
  test('are the addresses of the published clients, queries and all', SLOW, async (context) => {
    const { seen, version, ids } = await everythingAsked(context);
    const sockets = seen.filter((one) => (one.split('?')[0] ?? '') in HANDLERS);
    expect(version).not.toBe('');
    expect([...new Set(seen.filter((one) => !sockets.includes(one)))].toSorted()).toEqual(
      [...(await publishedAddresses(ids, version))].toSorted(),
    );
    expect(new Set(sockets.map((one) => one.split('?')[0]))).toEqual(new Set(Object.keys(HANDLERS)));
    for (const one of sockets) {
      const [pathname = '', query = ''] = one.split('?');
      const published = publishedQuery(HANDLERS[pathname] ?? '');
      const sent = [...new URLSearchParams(query).keys()];
      expect([...published.keys()], one).toEqual(expect.arrayContaining(sent));
      const needed = [...published].filter(([, isOptional]) => !isOptional).map(([name]) => name);
      expect(sent, one).toEqual(expect.arrayContaining(needed));
    }
  });
});

/** What is asked of the demo, and the published type of its reply; of a `part` we serve only what anybody reads. */
const REPLIES: readonly (readonly [pathname: string, type: string, part: 'whole' | 'part'])[] = [
  ['/organization', 'OrganizationResponseList', 'whole'],
  ['/organization/{organization}/project', 'ProjectResponseList', 'whole'],
  ['/organization/{organization}/environments', 'ListEnvironmentsByOrganizationId200Response', 'whole'],
  ['/organization/{organization}/services', 'ListServicesByOrganizationId200Response', 'whole'],
  ['/organization/{organization}/cluster', 'ClusterResponseList', 'part'],
  ['/organization/{organization}/cluster/status', 'ClusterStatusResponseList', 'part'],
  ['/project/{project}/environment', 'EnvironmentResponseList', 'whole'],
  ['/project/{project}/environment/status', 'EnvironmentStatusList', 'whole'],
  ['/project/{project}/environment/overview', 'EnvironmentOverviewResponseList', 'whole'],
  ['/environment/{environment}/status', 'EnvironmentStatus', 'whole'],
  ['/environment/{environment}/statuses', 'EnvironmentStatuses', 'whole'],
  ['/environment/{environment}/statusesWithStages', 'EnvironmentStatusesWithStages', 'whole'],
  ['/environment/{environment}/services', 'ListServicesByEnvironmentId200Response', 'part'],
  ['/environment/{environment}/deploymentHistoryV2', 'DeploymentHistoryEnvironmentPaginatedResponseListV2', 'whole'],
  ['/environment/{environment}/deploymentQueue', 'ListDeploymentRequestByEnvironmentId200Response', 'whole'],
];
const FRAMES: readonly (readonly [pathname: string, names: readonly (typeof IDS)[number][], ws: boolean, type: string])[] = [
  ['/service/status', ['organization', 'cluster'], true, 'ServiceStatusDto'],
  ['/cluster/status', ['organization', 'cluster'], true, 'ClusterStatusDto'],
  ['/deployment/status', ['organization', 'project'], false, 'EnvironmentStatusList'],
  ['/deployment/status', ['organization', 'project', 'environment'], false, 'EnvironmentStatusesWithStages'],
  ['/service/logs', ['organization', 'cluster', 'project', 'environment', 'service'], true, 'ServiceLogResponseDto'],
];
const PLAYED = Object.keys(STORIES).filter((name) => name !== 'empty' && name !== 'huge');
const LATE_MS = 45_000;
const MOMENTS = [0, 7000, 20_000, LATE_MS];
/** Every scenario at every moment, for each of its environments in turn. */
const moments = PLAYED.flatMap((name) => {
  const scenario = createScenario(name, 1, START);
  return MOMENTS.flatMap((ms) => scenario.environments.map((environment) => ({ scenario, environment, ms })));
});
type Moment = (typeof moments)[number];

function replyAt({ scenario, environment, ms }: Moment, pathname: string): unknown {
  const ids = { organization: environment.organizationId, project: environment.projectId, environment: environment.id };
  const filled = pathname.replaceAll(/\{(\w+)\}/g, (_, name: keyof typeof ids) => ids[name]);
  return answer(scenario, filled, new URLSearchParams(), ms).body;
}
const NOWHERE: Scope = {
  organization: null,
  cluster: null,
  project: null,
  environment: null,
  service: null,
  version: null,
  pod: null,
  limit: 20,
};
function framesAt({ scenario, environment, ms }: Moment, pathname: string, names: readonly (typeof IDS)[number][]): readonly unknown[] {
  const ids = {
    ...idsOf(scenario),
    organization: environment.organizationId,
    cluster: environment.clusterId,
    project: environment.projectId,
  };
  const own = { ...ids, environment: environment.id, service: environment.services[0]?.id ?? '' };
  const feed = feedFor(scenario, pathname, { ...NOWHERE, ...Object.fromEntries(names.map((name) => [name, own[name]])) });
  if (typeof feed === 'string') throw new Error(`${pathname} is ${feed}`);
  return feed.next({ elapsedMs: ms, realMs: 0 }).map((text) => JSON.parse(text) as unknown);
}

describe('what the demo platform says, in every scenario, is of the published type', () => {
  test.for(REPLIES)('%s: %s', SLOW, ([pathname, type, part]) => {
    const judge = judgeOf('qovery-typescript-axios', type, part === 'part');
    const wrong = new Set(moments.flatMap((moment) => judge(replyAt(moment, pathname))));
    expect([...wrong]).toEqual([]);
  });
  test('/environment/{environment}/logs and /deployment/logs: EnvironmentLogs', SLOW, () => {
    const judge = judgeOf('qovery-typescript-axios', 'EnvironmentLogs');
    const late = moments.filter(({ ms }) => ms === LATE_MS);
    const lines = late.flatMap((moment) => [
      ...(replyAt(moment, '/environment/{environment}/logs') as readonly unknown[]), // a bare list
      ...framesAt(moment, '/deployment/logs', ['organization', 'project', 'environment']).flat(),
    ]);
    expect(lines.length).toBeGreaterThan(1000);
    expect([...new Set(lines.flatMap(judge))]).toEqual([]);
  });
  test.each(FRAMES)('%s of %j', SLOW, (pathname, names, isSocketType, type) => {
    const judge = judgeOf(isSocketType ? 'qovery-ws-typescript-axios' : 'qovery-typescript-axios', type);
    const frames = moments.flatMap((moment) => framesAt(moment, pathname, names));
    expect(frames.length).toBeGreaterThan(0);
    expect([...new Set(frames.flatMap(judge))]).toEqual([]);
  });
  test('and a value that is not is found', SLOW, () => {
    const judge = judgeOf('qovery-typescript-axios', 'EnvironmentStatus');
    expect(judge({ id: 'e', state: 'SLEEPING', last_deployment_state: 'DEPLOYED' })).toEqual([expect.stringContaining('/state')]);
    expect(judge({ id: 'e', state: 'DEPLOYED' })).toEqual([expect.stringContaining('last_deployment_state')]);
  });
});
