import { describe, expect, test } from 'vitest';
import { answer } from '../../../electron/demo/routes.ts';
import { createScenario } from '../../../electron/demo/scenario.ts';
import type { WireDeploymentLogLine } from '../../../electron/platform/wire/logs.ts';
import type { WireHistory } from '../../../electron/platform/wire/history.ts';

const START = Date.UTC(2026, 0, 5, 10);
const scenario = createScenario('build-error', 1, START);
const shop = scenario.environments.find((one) => one.path === 'shop/production');
const ids: Readonly<Record<string, string>> = {
  o: scenario.estate.organizations[0]?.id ?? '',
  p: scenario.estate.projects[0]?.id ?? '',
  e: shop?.id ?? '',
  hidden: scenario.estate.hiddenId,
  unknown: '00000000-0000-4000-8000-000000000000',
};
const service = (name: string): string => shop?.services.find((one) => one.name === name)?.id ?? '';

function ask(path: string, elapsedMs = 0, of = scenario) {
  const [pathname = '', query = ''] = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => ids[key] ?? service(key)).split('?');
  return answer(of, pathname, new URLSearchParams(query), elapsedMs);
}
/** A body as it comes out of JSON, so that what JSON drops is dropped. */
const body = (path: string, elapsedMs = 0): unknown => JSON.parse(JSON.stringify(ask(path, elapsedMs).body));
const lines = (path: string, elapsedMs: number) => body(path, elapsedMs) as readonly WireDeploymentLogLine[]; // what the route promises

const TEXT = expect.any(String) as string; // a matcher standing for a text
const NUMBER = expect.any(Number) as number; // a matcher standing for a number
const ENVIRONMENT_STATUS = { id: TEXT, state: TEXT, last_deployment_state: TEXT };
const STATUS = {
  id: TEXT,
  state: TEXT,
  service_deployment_status: TEXT,
  is_part_last_deployment: expect.any(Boolean) as boolean, // a matcher standing for a truth
  status_details: { action: TEXT, status: TEXT, sub_action: TEXT },
  deployment_requests_count: NUMBER,
};

describe('lists', () => {
  test.each<[path: string, count: number, first: object]>([
    ['/organization', 1, { id: ids['o'], name: TEXT, created_at: TEXT, plan: TEXT }],
    ['/organization/{o}/project', 3, { id: TEXT, name: 'shop', organization: { id: ids['o'] }, associated_environments_count: 5 }],
    ['/organization/{o}/cluster', 2, { id: TEXT, name: 'eu-prod', region: TEXT, cloud_provider: TEXT, organization: { id: ids['o'] } }],
    ['/organization/{o}/cluster/status', 2, { cluster_id: TEXT, status: 'DEPLOYED', is_deployed: true, reason: TEXT }],
    [
      '/organization/{o}/environments',
      13,
      { id: ids['e'], name: 'production', mode: 'PRODUCTION', project: { id: ids['p'] }, organization: { id: ids['o'] } },
    ],
    [
      '/organization/{o}/services',
      42,
      { id: service('api'), name: 'api', service_type: 'APPLICATION', project_name: 'shop', environment_id: ids['e'], cluster_id: TEXT },
    ],
    ['/organization/{o}/services?environment_id={e}', 7, { name: 'api' }],
    ['/project/{p}/environment', 5, { id: ids['e'], cluster_id: TEXT, cluster_name: 'eu-prod', cloud_provider: { provider: 'AWS' } }],
    ['/project/{p}/environment/status', 5, ENVIRONMENT_STATUS],
    [
      '/project/{p}/environment/overview',
      5,
      {
        id: ids['e'],
        cluster: { id: TEXT, name: 'eu-prod', cloud_provider: 'AWS', is_demo: false },
        services_overview: { service_count: 7, managed_by: 'QOVERY' },
        deployment_status: ENVIRONMENT_STATUS,
      },
    ],
    ['/environment/{e}/services', 7, { id: service('api'), service_type: 'APPLICATION', environment: { id: ids['e'] } }],
    ['/environment/{e}/deploymentQueue', 0, {}],
  ])('%s has %i results of the published shape', (path, count, first) => {
    const { results } = body(path) as { results: readonly object[] }; // every list is one
    expect(results).toHaveLength(count);
    if (count > 0) expect(results[0]).toMatchObject(first);
  });

  test('say no cluster and no project name where the platform says none', () => {
    expect(body('/organization/{o}/environments')).not.toHaveProperty('results.0.cluster_id');
  });
  test('full services tell whether a database is managed', () => {
    const { results } = body('/environment/{e}/services') as { results: readonly { name: string; mode?: string }[] }; // as above
    const modes = Object.fromEntries(results.map((one) => [one.name, one.mode]));
    expect(modes).toMatchObject({ pg: 'MANAGED', redis: 'CONTAINER', api: undefined });
  });
});

describe('one environment', () => {
  test('has statuses of every kind, and steps once something was built', () => {
    expect(body('/environment/{e}/statuses', 10_000)).toMatchObject({
      environment: { ...ENVIRONMENT_STATUS, state: 'BUILDING', total_deployment_duration_in_seconds: null },
      applications: [{ ...STATUS, state: 'BUILDING', steps: { total_duration_sec: null } }, { is_part_last_deployment: false }],
      containers: [{ ...STATUS, state: 'DEPLOYMENT_QUEUED', status_details: { action: 'DEPLOY', status: 'QUEUED' } }],
      databases: [STATUS, STATUS],
      jobs: [STATUS, STATUS],
      helms: [],
      terraforms: [],
    });
    expect(body('/environment/{e}/status', 30_000)).toMatchObject({ state: 'DEPLOYMENT_ERROR', total_deployment_duration_in_seconds: 15 });
    expect(body('/application/{api}/status', 30_000)).toMatchObject({
      state: 'BUILD_ERROR',
      service_deployment_status: 'OUT_OF_DATE',
      steps: { total_duration_sec: 13, details: [{}, {}, {}, { step_name: 'BUILD', status: 'ERROR' }] },
    });
  });

  test('has its stages in order, each with the state of what is in it', () => {
    const { stages, pre_check_stage } = body('/environment/{e}/statusesWithStages', 30_000) as {
      stages: readonly { stage: { name: string; status: string } }[];
      pre_check_stage: object;
    }; // what the route promises
    expect(stages.map(({ stage }) => `${stage.name} ${stage.status}`)).toEqual([
      '0.DEFAULT DATABASE SKIPPED',
      '1.DEFAULT JOB SKIPPED',
      '3.DEFAULT APPLICATION ERROR',
    ]);
    expect(pre_check_stage).toMatchObject({ status: 'SUCCESS' });
  });

  test('remembers twenty deployments, newest first, the running one among them', () => {
    const { results = [] } = body('/environment/{e}/deploymentHistoryV2', 10_000) as WireHistory; // what the route promises
    expect(results).toHaveLength(20);
    expect(results[0]).toMatchObject({ status: 'BUILDING', action_status: 'ONGOING', trigger_action: 'DEPLOY', total_duration: 'PT6S' });
    expect(results[0]?.stages[0]?.services[0]).toMatchObject({ identifier: { name: 'api', service_id: service('api') }, icon_uri: TEXT });
    const times = results.map((one) => one.auditing_data.created_at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(results.every((one) => /^PT(\d+M)?[\d.]+S$/.test(one.total_duration))).toBe(true);
    expect(new Set(results.map((one) => one.status)).size).toBeGreaterThan(1);
    expect((body('/environment/{e}/deploymentHistoryV2?pageSize=5') as WireHistory).results).toHaveLength(5); // as above
  });
});

describe('a deployment log', () => {
  test('is a bare array that grows with time and ends with the cause', () => {
    expect(lines('/environment/{e}/logs', 10_000).length).toBeLessThan(lines('/environment/{e}/logs', 15_000).length);
    const all = lines('/environment/{e}/logs', 60_000);
    expect(all.length).toBeGreaterThan(250);
    const errors = all.filter((line) => line.type === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      details: { transmitter: { type: 'Application', name: 'api', id: service('api') }, stage: { step: 'BuiltError' } },
      error: {
        tag: 'BuilderDockerCannotBuildContainerImage',
        user_log_message: expect.stringContaining('api'),
        hint_message: TEXT,
        link: expect.stringMatching(/^https:/),
        underlying_error: { message: TEXT },
      },
    });
    expect(all.slice(-2).map((line) => line.details.stage?.step)).toEqual(['DeployedError', 'Terminated']);
    expect(all.some((line) => line.message?.safe_message?.includes('\u001B['))).toBe(true);
  });

  test('has times of nanoseconds, each later than the one before', () => {
    const times = lines('/environment/{e}/logs', 60_000).map((line) => line.timestamp);
    expect(times.every((time) => /\.\d{9}Z$/.test(time))).toBe(true);
    expect(times).toEqual([...new Set(times)].toSorted());
  });

  test('of an earlier deployment is asked for by its execution id', () => {
    const { results = [] } = body('/environment/{e}/deploymentHistoryV2', 60_000) as WireHistory; // as above
    const [latest, before] = results.map((one) => one.identifier.execution_id);
    const idsIn = (version: string | undefined) =>
      new Set(lines(`/environment/{e}/logs?version=${version}`, 60_000).map((line) => line.details.execution_id));
    expect(idsIn(before)).toEqual(new Set([before]));
    expect(idsIn(latest)).toEqual(new Set([latest]));
  });
});

describe('refusals carry a body of their own', () => {
  test.each([
    ['/nowhere', 404],
    ['/environment/{e}/logs?version=nonsense', 404],
    ['/', 404],
    ['/organization/{unknown}/project', 404],
    ['/organization/{o}/nonsense', 404],
    ['/environment/{unknown}/statuses', 404],
    ['/container/{api}/status', 404],
    ['/environment/{hidden}/statuses', 403],
    ['/project/{hidden}/environment/overview', 403],
    ['/organization/{hidden}/services', 403],
  ])('%s → %i', (path, status) => {
    expect(ask(path)).toEqual({ status, body: { status, error: TEXT, detail: TEXT } });
  });
});
