import { describe, expect, test } from 'vitest';
import type {
  DeploymentReport,
  EnvironmentDeployments,
  Discovery,
  EnvironmentRun,
  InstanceReport,
  ServiceRun,
} from '../../../electron/model/report.ts';
import type { World } from '../../../electron/model/world.ts';
import { aboutAfter, type Answer } from '../../../electron/monitor/asks.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { aPod, aReport } from '../../support/a-deployment.ts';
import { aSource, T0 } from '../../support/a-world.ts';

const acme = { id: 'acme', name: 'Acme' };
const names: Discovery = {
  organization: acme,
  projects: [{ id: 'shop', name: 'shop', organizationId: 'acme' }],
  clusters: [{ id: 'c1', name: 'eu', organizationId: 'acme' }],
  environments: [{ id: 'prod', name: 'production', mode: 'PRODUCTION', organizationId: 'acme', projectId: 'shop' }],
  services: ['web', 'api'].map((id) => ({
    id,
    name: id,
    kind: 'APPLICATION' as const,
    jobKind: null,
    environmentId: 'prod',
    projectId: 'shop',
    clusterId: 'c1',
  })),
};
const after = (known: Known, ...events: readonly MonitorEvent[]): Known => events.reduce(fold, known);
const discovered = after(
  NOTHING_KNOWN,
  { kind: 'started' },
  { kind: 'organizations', organizations: [acme] },
  { kind: 'discovery', discovery: names },
);
const live: MonitorEvent = { kind: 'source', source: aSource('run') };

const pod = (state: string): InstanceReport => aPod(state, { name: `app-${state}`, version: 'v' });
const service = (id: string, ...states: readonly string[]): ServiceRun => ({
  id,
  state: states[0] ?? 'STOPPED',
  instances: states.map(pod),
});
const run = (now: number, ...environments: readonly EnvironmentRun[]): MonitorEvent => ({
  kind: 'run',
  sourceId: 'run:c1',
  report: { environments },
  now,
});
const prod = (...services: readonly ServiceRun[]): EnvironmentRun => ({ id: 'prod', projectId: 'shop', state: 'RUNNING', services });
const statusOf = (known: Known, id: string): string | undefined => known.world.services[id]?.run.status;
const environment = ({ world }: Known): World['environments'][string] => {
  const found = world.environments['prod'];
  if (!found) throw new Error('it was discovered');
  return found;
};
const said = (state: string, more: Partial<DeploymentReport> = {}): DeploymentReport =>
  aReport('prod', state, { triggeredBy: 'ada', executionId: 'x1', ...more });

describe('discovery', () => {
  test('knows names and places, and nothing of what runs', () => {
    expect(environment(discovered)).toMatchObject({
      serviceIds: ['api', 'web'],
      clusterId: 'c1',
      runSourceId: 'run:c1',
      run: { status: 'UNKNOWN' },
      deployment: null,
    });
  });
  test('the same again changes nothing, not even identities', () => {
    expect(after(discovered, { kind: 'discovery', discovery: structuredClone(names) }).world).toEqual(discovered.world);
    expect(after(discovered, { kind: 'discovery', discovery: structuredClone(names) }).world.environments).toBe(
      discovered.world.environments,
    );
  });
  test('what is no longer named goes the second time', () => {
    const without = { ...names, services: names.services.slice(0, 1) };
    const once = after(discovered, { kind: 'discovery', discovery: without });
    expect([Object.keys(once.world.services), once.missing]).toEqual([['web', 'api'], ['api']]);
    const twice = after(once, { kind: 'discovery', discovery: without });
    expect([Object.keys(twice.world.services), twice.missing]).toEqual([['web'], []]);
    expect(environment(twice).serviceIds).toEqual(['web']);
  });
  test('what was missed once and named again stays', () => {
    const gap = after(
      discovered,
      { kind: 'discovery', discovery: { ...names, environments: [], services: [] } },
      { kind: 'discovery', discovery: names },
    );
    expect([Object.keys(gap.world.environments), gap.missing]).toEqual([['prod'], []]);
  });
  test('an organisation that is no longer named takes everything of it along the second time, not the first', () => {
    const once = after(discovered, live, { kind: 'organizations', organizations: [] });
    expect(once.world).toEqual(after(discovered, live).world);
    expect(once.missing).toEqual(['acme']);
    const gone = after(once, { kind: 'organizations', organizations: [] });
    expect(gone.world).toMatchObject({ organizations: {}, projects: {}, clusters: {}, environments: {}, services: {}, sources: {} });
    expect(gone.missing).toEqual([]);
    expect(after(once, { kind: 'organizations', organizations: [acme] }).missing).toEqual([]);
  });
});

describe('run frames', () => {
  test('list services as they are and stop those that are left out', () => {
    const known = after(discovered, live, run(T0, prod(service('api', 'RUNNING', 'ERROR'))));
    expect([statusOf(known, 'api'), statusOf(known, 'web'), environment(known).run.status]).toEqual(['WARNING', 'STOPPED', 'WARNING']);
    expect(known.world.services['web']?.run.reason.kind).toBe('absent');
  });
  test('that say the same change nothing', () => {
    const frame = run(T0, prod(service('api', 'RUNNING'), service('web', 'RUNNING')));
    const known = after(discovered, live, frame);
    expect(after(known, structuredClone(frame)).world).toBe(known.world);
  });
  test('change only what changed', () => {
    const known = after(discovered, live, run(T0, prod(service('api', 'RUNNING'), service('web', 'RUNNING'))));
    const next = after(known, run(T0, prod(service('api', 'ERROR'), service('web', 'RUNNING'))));
    expect(next.world.services['web']).toBe(known.world.services['web']);
    expect(next.world.services['api']).not.toBe(known.world.services['api']);
  });
  test('with ids that nobody knows are let pass', () => {
    const strange = { id: 'nobody', projectId: null, state: 'RUNNING', services: [service('nothing', 'RUNNING')] };
    expect(after(discovered, live, run(T0, strange)).world.services).toBe(discovered.world.services);
  });
  test('that leave out an environment stop it the second time, not the first', () => {
    const running = after(discovered, live, run(T0, prod(service('api', 'RUNNING'), service('web', 'RUNNING'))));
    const once = after(running, run(T0 + 1));
    expect(environment(once).run.status).toBe('RUNNING');
    expect(environment(after(once, run(T0 + 2))).run.status).toBe('STOPPED');
  });
  test('that go on leaving it out say nothing new', () => {
    const running = after(discovered, live, run(T0, prod(service('api', 'RUNNING'), service('web', 'RUNNING'))));
    const stopped = after(running, run(T0 + 1), run(T0 + 2));
    expect(after(stopped, run(T0 + 3), { kind: 'tick', now: T0 + 60_000 })).toBe(stopped);
    const again = after(stopped, run(T0 + 4, prod(service('api', 'RUNNING'))), run(T0 + 5), run(T0 + 6));
    expect([statusOf(stopped, 'api'), statusOf(again, 'api')]).toEqual(['STOPPED', 'STOPPED']);
  });
  test('that leave out an environment once stop it after ten seconds, while the source is live', () => {
    const once = after(discovered, live, run(T0, prod(service('api', 'RUNNING'))), run(T0 + 1_000));
    expect(environment(after(once, { kind: 'tick', now: T0 + 10_999 })).run.status).toBe('RUNNING');
    expect(environment(after(once, { kind: 'tick', now: T0 + 11_000 })).run.status).toBe('STOPPED');
    const down: MonitorEvent = { kind: 'source', source: aSource('run', { state: 'down' }) };
    expect(environment(after(once, down, { kind: 'tick', now: T0 + 60_000 })).run.status).toBe('RUNNING');
  });
  test('that come in parts tell at once what is in a part; what is left out of all of it is counted once, with the whole', () => {
    const running = after(discovered, live, run(T0, prod(service('api', 'RUNNING'), service('web', 'RUNNING'))));
    const part = (...environments: readonly EnvironmentRun[]): MonitorEvent => ({
      kind: 'run',
      sourceId: 'run:c1',
      report: { environments, isPart: true },
      now: T0 + 1,
    });
    const broken = prod(service('api', 'ERROR'), service('web', 'RUNNING'));
    const told = after(running, part(broken));
    expect(statusOf(told, 'api')).toBe('ERROR');
    expect(after(told, run(T0 + 1, broken)).world).toBe(told.world);
    const once = after(running, part(), part(), part(), run(T0 + 1));
    expect(environment(once).run.status).toBe('RUNNING');
    expect(environment(after(once, run(T0 + 2))).run.status).toBe('STOPPED');
  });
  test('of another cluster say nothing about this one', () => {
    const other: MonitorEvent = { kind: 'run', sourceId: 'run:c2', report: { environments: [] }, now: T0 };
    expect(after(discovered, live, other, other, other).world.services).toBe(discovered.world.services);
  });
});

describe('deployment states', () => {
  test('come from the overview, and touch no run status', () => {
    const overview = {
      id: 'prod',
      name: 'production',
      mode: 'PRODUCTION',
      clusterId: 'c1',
      managedBy: 'QOVERY',
      serviceCount: 2,
      deployment: said('DEPLOYED'),
    } as const;
    const known = after(discovered, live, run(T0, prod(service('api', 'RUNNING'))), {
      kind: 'overview',
      projectId: 'shop',
      environments: [overview],
      now: T0,
    });
    expect(environment(known)).toMatchObject({
      deployment: { label: 'DEPLOYMENT OK', triggeredBy: 'ada' },
      managedBy: 'QOVERY',
      run: { status: 'RUNNING' },
    });
  });
  test('are none where Argo CD deploys', () => {
    const overview = {
      id: 'prod',
      name: 'production',
      mode: 'PRODUCTION',
      clusterId: 'c1',
      managedBy: 'ARGOCD',
      serviceCount: 2,
      deployment: null,
    } as const;
    const told: MonitorEvent = { kind: 'environment-states', reports: [said('READY', { executionId: null, at: null })], now: T0 };
    const known = after(discovered, told, { kind: 'overview', projectId: 'shop', environments: [overview], now: T0 }, told);
    expect(environment(known).deployment).toBeNull();
  });
  test('of services come with their environment’s; what a leaner frame leaves out stays', () => {
    const first: MonitorEvent = { kind: 'environment-states', reports: [said('BUILDING')], now: T0 };
    const lean = {
      environment: said('DEPLOYING', { at: null, triggeredBy: null }),
      services: [said('DEPLOYING', { id: 'api' })],
      staged: null,
    };
    const known = after(discovered, first, { kind: 'deployments', environmentId: 'prod', deployments: lean, now: T0 });
    expect(environment(known).deployment).toMatchObject({ label: 'DEPLOYING', at: T0, triggeredBy: 'ada' });
    expect(known.world.services['api']?.deployment?.label).toBe('DEPLOYING');
  });
  test('bring their stages, which stay while a reading says nothing of stages, and go with their execution', () => {
    const staged = {
      preCheckMs: 4_000,
      preCheckStatus: 'SUCCESS',
      stages: [{ name: '1.JOBS', status: 'ONGOING', durationMs: null, serviceIds: ['api'] }],
    };
    const told = (more: Partial<EnvironmentDeployments>): MonitorEvent => ({
      kind: 'deployments',
      environmentId: 'prod',
      deployments: { environment: said('DEPLOYING'), services: [said('DEPLOYING', { id: 'api' })], staged: null, ...more },
      now: T0,
    });
    const known = after(discovered, told({ staged }));
    expect(environment(known).stages).toMatchObject([
      { status: 'ongoing', since: T0 + 4_000, services: [{ id: 'api', label: 'DEPLOYING' }] },
    ]);
    expect(environment(after(known, told({}))).stages).toBe(environment(known).stages);
    expect(environment(after(known, told({ staged: structuredClone(staged) }))).stages).toBe(environment(known).stages);
    const next: MonitorEvent = { kind: 'environment-states', reports: [said('DEPLOYMENT_QUEUED', { executionId: 'x2' })], now: T0 };
    expect(environment(after(known, next)).stages).toEqual([]);
  });
  test('that the platform leaves out are put together from the services', () => {
    const silent = { environment: said(''), services: [said('DEPLOYED', { id: 'web' }), said('BUILD_ERROR', { id: 'api' })], staged: null };
    const known = after(discovered, { kind: 'deployments', environmentId: 'prod', deployments: silent, now: T0 });
    expect(environment(known).deployment?.label).toBe('DEPLOYMENT ERROR');
  });
  test('a managed database runs when it is deployed', () => {
    const database = { ...names, services: names.services.map((one) => ({ ...one, kind: 'DATABASE' as const })) };
    const states = { environment: said('DEPLOYED'), services: [said('DEPLOYED', { id: 'api' })], staged: null };
    const known = after(
      discovered,
      { kind: 'discovery', discovery: database },
      { kind: 'deployments', environmentId: 'prod', deployments: states, now: T0 },
    );
    expect(statusOf(after(known, { kind: 'database-modes', modes: { api: 'MANAGED' } }), 'api')).toBe('RUNNING');
  });
});

describe('a cause', () => {
  const failed: MonitorEvent = { kind: 'environment-states', reports: [said('DEPLOYMENT_ERROR')], now: T0 };
  const told: MonitorEvent = { kind: 'failure', environmentId: 'prod', failure: { executionId: 'x1', cause: null } };
  test('belongs to its execution', () => {
    const known = after(discovered, failed, told);
    expect(environment(known).failure).toEqual({ executionId: 'x1', cause: null });
    expect(environment(after(known, failed)).failure).not.toBeNull();
    const next: MonitorEvent = { kind: 'environment-states', reports: [said('DEPLOYMENT_ERROR', { executionId: 'x2' })], now: T0 };
    expect(environment(after(known, next)).failure).toBeNull();
  });
  test('that comes too late is let go', () => {
    const fixed: MonitorEvent = { kind: 'environment-states', reports: [said('DEPLOYED', { executionId: 'x2' })], now: T0 };
    expect(environment(after(discovered, failed, fixed, told)).failure).toBeNull();
  });
});

test('a service that is discovered after its frame is seen when the very same frame comes again', () => {
  const onlyWeb = { ...names, services: names.services.slice(0, 1) };
  const frame = run(T0, prod(service('web', 'RUNNING'), service('api', 'RUNNING')));
  const known = after(NOTHING_KNOWN, { kind: 'started' }, { kind: 'organizations', organizations: [acme] }, live);
  const early = after(known, { kind: 'discovery', discovery: onlyWeb }, frame);
  expect(statusOf(after(early, { kind: 'discovery', discovery: names }, frame), 'api')).toBe('RUNNING');
});

describe('an answer that was under way while a socket told something newer', () => {
  const moving: MonitorEvent = { kind: 'environment-states', reports: [said('DEPLOYING', { executionId: 'x2' })], now: T0 + 10 };
  const overview = {
    id: 'prod',
    name: 'production',
    mode: 'PRODUCTION',
    clusterId: 'c1',
    managedBy: 'QOVERY',
    serviceCount: 2,
    deployment: said('DEPLOYED'),
  } as const;
  const polled = (askedAt: number): MonitorEvent => ({
    kind: 'overview',
    projectId: 'shop',
    environments: [overview],
    now: T0 + 20,
    askedAt,
  });
  const statuses = { environment: said('DEPLOYED'), services: [], staged: null };
  const read = (askedAt: number): MonitorEvent => ({
    kind: 'deployments',
    environmentId: 'prod',
    deployments: statuses,
    now: T0 + 20,
    askedAt,
  });
  test.each([
    ['an overview', polled],
    ['statuses', read],
  ])('%s: what it says of the deployment is left out', (_, answer) => {
    expect(environment(after(discovered, moving, answer(T0))).deployment?.label).toBe('DEPLOYING');
    expect(environment(after(discovered, moving, answer(T0 + 11))).deployment?.label).toBe('DEPLOYMENT OK');
  });
});

test('statuses that a socket outran are read again, others only when the state changes', () => {
  const told: MonitorEvent = { kind: 'environment-states', reports: [said('DEPLOYED')], now: T0 + 10 };
  const known = after(discovered, told);
  const answered = (askedAt: number): Answer => {
    const deployments = { environment: said('DEPLOYED'), services: [], staged: null };
    return { events: [{ kind: 'deployments', environmentId: 'prod', deployments, now: T0 + 20, askedAt }], problem: null };
  };
  const ask = { kind: 'deployments', environmentId: 'prod' } as const;
  expect(aboutAfter(known, ask, answered(T0), 'before')).toBe('');
  expect(aboutAfter(known, ask, answered(T0 + 11), 'before')).toBe('DEPLOYED/x1');
  expect(aboutAfter(known, ask, { events: [], problem: { kind: 'gone' } }, 'before')).toBe('before');
});

describe('an environment that nobody has named yet', () => {
  const preview: EnvironmentRun = { id: 'pr-1', projectId: 'shop', state: 'RUNNING', services: [] };
  const named = { ...names.environments[0], id: 'pr-1', name: 'pr-1', mode: 'PREVIEW', organizationId: 'acme', projectId: 'shop' };
  const seen: readonly (readonly [string, MonitorEvent])[] = [
    ['a frame of run state', run(T0, prod(), preview)],
    ['a frame of deployment states', { kind: 'environment-states', reports: [said('BUILDING', { id: 'pr-1' })], now: T0 }],
  ];
  test.each(seen)('is asked for once %s lists it, and is a stranger no more when it is named', (_, event) => {
    const known = after(discovered, event, event);
    expect(known.strangers).toEqual(['pr-1']);
    const both = { ...names, environments: [...names.environments, named] };
    expect(after(known, { kind: 'discovery', discovery: both }, event).strangers).toEqual([]);
  });
  test.each(seen)('that no discovery names is ignored from then on (%s)', (_, event) => {
    const known = after(discovered, event, { kind: 'discovery', discovery: names }, event);
    expect([known.strangers, known.ignored]).toEqual([[], ['pr-1']]);
  });
});

describe('a service that nobody has named yet', () => {
  const named = { ...names.services[0], id: 'new', name: 'new', kind: 'JOB' as const };
  const both: Discovery = { ...names, services: [...names.services, { ...names.services[1], ...named } as Discovery['services'][number]] };
  const seen: readonly (readonly [string, MonitorEvent])[] = [
    ['a frame of run state', run(T0, prod(service('api', 'RUNNING'), service('new', 'RUNNING')))],
    [
      'a reading of its environment',
      {
        kind: 'deployments',
        environmentId: 'prod',
        deployments: { environment: said('DEPLOYED'), services: [said('DEPLOYED', { id: 'new' })], staged: null },
        now: T0,
      },
    ],
  ];
  test.each(seen)('is asked for once %s lists it, and is known from the discovery on that names it', (_, event) => {
    const known = after(discovered, event, event);
    expect(known.strangers).toEqual(['new']);
    const found = after(known, { kind: 'discovery', discovery: both }, event);
    expect([found.strangers, found.fruitless, environment(found).serviceIds]).toEqual([[], 0, ['api', 'new', 'web']]);
  });
  test.each(seen)('that no discovery names is ignored from then on, and the next one waits (%s)', (_, event) => {
    const known = after(discovered, event, { kind: 'discovery', discovery: names }, event);
    expect([known.strangers, known.ignored, known.fruitless]).toEqual([[], ['new'], 1]);
  });
  test('is no stranger where its environment is another cluster’s, or hidden', () => {
    const report = { environments: [prod(service('new', 'RUNNING'))] };
    const elsewhere: MonitorEvent = { kind: 'run', sourceId: 'run:c2', report, now: T0 };
    expect(after(discovered, elsewhere).strangers).toEqual([]);
    const hidden = { organizations: [], projects: ['shop'], environments: [], modes: [] };
    expect(after(discovered, { kind: 'watching', hidden }, run(T0, prod(service('new', 'RUNNING')))).strangers).toEqual([]);
  });
});

test('a problem stands beside what is known and erases nothing', () => {
  const known = after(discovered, { kind: 'ready' }, { kind: 'problem', problem: { kind: 'offline', code: 'X' }, nextTryAt: T0 });
  expect(known.world).toMatchObject({ phase: 'ready', problem: { kind: 'offline' }, nextTryAt: T0 });
  expect(known.world.environments).toBe(discovered.world.environments);
});

test('an organisation that may not be read keeps what is known of it, and says why until it can be read again', () => {
  const problem = { kind: 'forbidden', answer: 403 } as const;
  const refused = after(discovered, { kind: 'discovery-refused', organizationId: 'acme', problem });
  expect(refused.world).toMatchObject({ organizations: { acme: { problem } }, environments: { prod: {} } });
  const named = after(refused, { kind: 'organizations', organizations: [acme] });
  expect(named.world.organizations['acme']).toEqual({ ...acme, problem });
  expect(
    after(named, { kind: 'discovery', discovery: { ...names, organization: { ...acme, problem } } }).world.organizations['acme'],
  ).toEqual({ ...acme, problem: null });
});
