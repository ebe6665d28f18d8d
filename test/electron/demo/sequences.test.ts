// Timelines A and D of the platform guide (8.2), followed instance by instance: every frame the platform sends is folded, and
// the whole sequence of pictures is listed. A status that is wrong for a moment in between would be a line of its own.
import { expect, test } from 'vitest';
import { environmentRun } from '../../../electron/demo/scenario-run.ts';
import { createScenario } from '../../../electron/demo/scenario.ts';
import type { EstateEnvironment } from '../../../electron/demo/scenario-estate.ts';
import { environmentStatuses } from '../../../electron/demo/scenario-status.ts';
import { fold, NOTHING_KNOWN, type Known } from '../../../electron/monitor/fold.ts';
import { environmentDeployments } from '../../../electron/platform/decode/deployment.ts';
import { runReport } from '../../../electron/platform/decode/run.ts';
import { pipsOf } from '../../../renderer/overview/pips.ts';

const START = Date.UTC(2026, 0, 5, 10);

function named({ id, projectId, organizationId, services, clusterId }: EstateEnvironment): Known {
  const organization = { id: organizationId, name: 'Acme' };
  const environment = { id, name: 'production', mode: 'PRODUCTION', organizationId, projectId };
  const discovery = {
    organization,
    projects: [{ id: projectId, name: 'shop', organizationId }],
    clusters: [{ id: clusterId, name: 'c', organizationId }],
    environments: [environment],
    services: services.map((one) => ({
      id: one.id,
      name: one.name,
      kind: one.kind === 'APPLICATION' ? ('APPLICATION' as const) : ('CONTAINER' as const),
      jobKind: null,
      environmentId: id,
      projectId,
      clusterId,
    })),
  };
  return [
    { kind: 'started' } as const,
    { kind: 'organizations', organizations: [organization] } as const,
    { kind: 'discovery', discovery } as const,
  ].reduce(fold, NOTHING_KNOWN);
}

/** Every picture of one service, one after the other, as "LABEL, RUN STATUS: its instances"; what stays the same is one line. */
function pictures(name: string, path: string, serviceName: string): readonly string[] {
  const scenario = createScenario(name, 1, START);
  const environment = scenario.environments.find((one) => one.path === path);
  const service = environment?.services.find((one) => one.name === serviceName);
  if (!environment || !service) throw new Error(`the demo has no ${path}/${serviceName}`);
  let known = named(environment);
  const lines: string[] = [];
  for (let ms = 0; ms <= 90_000; ms += 100) {
    const now = START + ms;
    const report = runReport({ environments: [environmentRun(scenario, environment, ms)] });
    const deployments = environmentDeployments(environmentStatuses(scenario, environment, ms));
    if (!report || !deployments) throw new Error('what the demo says is understood');
    known = fold(known, { kind: 'run', sourceId: `run:${environment.clusterId}`, report, now });
    known = fold(known, { kind: 'deployments', environmentId: environment.id, deployments, now });
    const found = known.world.services[service.id];
    if (!found) throw new Error('it was discovered');
    const pips = pipsOf(found).flatMap(({ shape, isOld, count }) =>
      Array.from({ length: count }, () => `${isOld ? 'old' : 'new'} ${shape}`),
    );
    const line = `${found.deployment?.label}, ${found.run.status}: ${pips.join(', ')}`;
    if (lines.at(-1) !== line) lines.push(line);
  }
  return lines;
}

const BEFORE = [
  'DEPLOYMENT OK, RUNNING: new running, new running',
  'QUEUED, RUNNING: new running, new running',
  'BUILDING, RUNNING: new running, new running',
  'DEPLOYING, RUNNING: new running, new running',
  'DEPLOYING, STARTING: new starting, old running, old running',
];

test('A, a rolling update: one instance after the other, and nothing in between that is not so', () => {
  expect(pictures('rolling-update', 'shop/production', 'api')).toEqual([
    ...BEFORE,
    'DEPLOYING, STOPPING: new running, old stopping, old running',
    'DEPLOYING, STARTING: new running, new starting, old running',
    'DEPLOYING, STOPPING: new running, new running, old stopping',
    'DEPLOYMENT OK, RUNNING: new running, new running',
  ]);
});

test('D, a crash loop beside the version before: WARNING while it is down, STARTING while it tries, RUNNING when it was given up', () => {
  const down = 'DEPLOYING, WARNING: new error, old running, old running';
  const tries = 'DEPLOYING, STARTING: new starting, old running, old running';
  expect(pictures('crash-loop', 'shop/production', 'api')).toEqual([
    ...BEFORE,
    down,
    tries,
    down,
    tries,
    down,
    tries,
    down,
    'DEPLOYMENT ERROR, RUNNING: new running, new running',
  ]);
});

test.each([
  ['rolling-update', ['RUNNING', 'STARTING', 'STOPPING', 'STARTING', 'STOPPING', 'RUNNING']],
  ['crash-loop', ['RUNNING', 'STARTING', 'WARNING', 'STARTING', 'WARNING', 'STARTING', 'WARNING', 'STARTING', 'WARNING', 'RUNNING']],
] as const)('%s: what is never touched stays RUNNING, and the whole sequence of run status is as the guide has it', (name, statuses) => {
  const runs = pictures(name, 'shop/production', 'api').map((line) => /, (\w+):/.exec(line)?.[1] ?? '');
  expect(runs.filter((one, i) => one !== runs[i - 1])).toEqual(statuses);
  expect(new Set(pictures(name, 'shop/production', 'redis').map((line) => /, (\w+):/.exec(line)?.[1]))).toEqual(new Set(['RUNNING']));
});
