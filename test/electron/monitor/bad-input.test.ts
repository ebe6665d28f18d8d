// What nobody sends and somebody will: each leaves the rest of the world right.
import { describe, expect, test } from 'vitest';
import type { Discovery, EnvironmentRun } from '../../../electron/model/report.ts';
import { environmentPath } from '../../../electron/model/wording-environment.ts';
import { ago } from '../../../electron/model/wording.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from '../../../electron/monitor/fold.ts';
import { withoutForeign } from '../../../electron/monitor/fold-foreign.ts';
import { environmentDeployment } from '../../../electron/platform/decode/deployment.ts';
import { environments as decodedEnvironments } from '../../../electron/platform/decode/discovery.ts';
import { aSource, T0 } from '../../support/a-world.ts';
import { ready, S } from '../../support/staged-monitor.ts';

const after = (known: Known, ...events: readonly MonitorEvent[]): Known => events.reduce(fold, known);
const organization = (id: string) => ({ id, name: id });

/** One organisation with one project, cluster and environment, and a service in it. */
function found(organizationId: string, environmentId: string, name = 'production'): Discovery {
  const projectId = `${organizationId}-shop`;
  const clusterId = `${organizationId}-eu`;
  return {
    organization: organization(organizationId),
    projects: [{ id: projectId, name: 'shop', organizationId }],
    clusters: [{ id: clusterId, name: 'eu', organizationId }],
    environments: [{ id: environmentId, name, mode: 'PRODUCTION', organizationId, projectId }],
    services: [{ id: `${environmentId}-api`, name: 'api', kind: 'APPLICATION', jobKind: null, environmentId, projectId, clusterId }],
  };
}
const discovery = (...given: Parameters<typeof found>): MonitorEvent => ({ kind: 'discovery', discovery: found(...given) });
const running = (id: string, state = 'RUNNING'): EnvironmentRun => ({
  id,
  projectId: null,
  state,
  services: [{ id: `${id}-api`, state, instances: [] }],
});
const frame = (sourceId: string, ...environments: readonly EnvironmentRun[]): MonitorEvent => ({
  kind: 'run',
  sourceId,
  report: { environments },
  now: T0,
});
const live = (id: string): MonitorEvent => ({ kind: 'source', source: aSource('run', { id }) });
const started = after(NOTHING_KNOWN, { kind: 'started' });

describe('an environment that is deleted and made again with the same name', () => {
  const made = after(started, discovery('acme', 'one'), live('run:acme-eu'), frame('run:acme-eu', running('one', 'ERROR')));
  const again = after(made, discovery('acme', 'two'), discovery('acme', 'two'));
  test('is another one: nothing of the first is said of it', () => {
    expect(made.world.environments['one']?.run.status).toBe('ERROR');
    expect(Object.keys(again.world.environments)).toEqual(['two']);
    expect(Object.keys(again.world.services)).toEqual(['two-api']);
    expect(again.world.environments['two']).toMatchObject({
      name: 'production',
      run: { status: 'UNKNOWN' },
      deployment: null,
      failure: null,
    });
  });
  test('is left alone by a late frame about the first', () => {
    const late = after(again, frame('run:acme-eu', running('two'), running('one', 'ERROR')));
    expect(late.world.environments).toMatchObject({ two: { run: { status: 'RUNNING' } } });
    expect(Object.keys(late.world.environments)).toEqual(['two']);
  });
});

describe('of two organisations', () => {
  const both = after(
    started,
    discovery('acme', 'one'),
    discovery('beta', 'two'),
    live('run:acme-eu'),
    live('run:beta-eu'),
    frame('run:acme-eu', running('one')),
    frame('run:beta-eu', running('two')),
  );
  const statuses = ({ world }: Known) => Object.fromEntries(Object.values(world.environments).map(({ id, run }) => [id, run.status]));
  test('each has its own environments, and what one no longer names takes nothing of the other', () => {
    expect(statuses(both)).toEqual({ one: 'RUNNING', two: 'RUNNING' });
    const empty: MonitorEvent = { kind: 'discovery', discovery: { ...found('acme', 'one'), environments: [], services: [] } };
    expect(statuses(after(both, empty, empty))).toEqual({ two: 'RUNNING' });
  });
  test('a frame of the one about an environment of the other is left out, and its own part counts', () => {
    expect(statuses(after(both, frame('run:acme-eu', running('one', 'STARTING'), running('two', 'ERROR'))))).toEqual({
      one: 'STARTING',
      two: 'RUNNING',
    });
    expect(withoutForeign(both.world, [{ id: 'one' }, { id: 'two' }, { id: 'new' }], (one) => one.organizationId === 'acme')).toEqual({
      own: [{ id: 'one' }, { id: 'new' }],
      foreign: [{ kind: 'id of another place', sample: 'two' }],
    });
  });
  test('a frame that comes twice, or after a later one, is followed by what is said last', () => {
    const twice = after(both, frame('run:acme-eu', running('one', 'ERROR')), frame('run:acme-eu', running('one', 'ERROR')));
    expect(statuses(twice)).toEqual({ one: 'ERROR', two: 'RUNNING' });
    expect(statuses(after(twice, frame('run:acme-eu', running('one'))))).toEqual({ one: 'RUNNING', two: 'RUNNING' });
  });
});

// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const UNFIT = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/;
test.each([
  ['control characters', 'pro\u0000du\u001B[31mction\r\n'],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['right-to-left marks', '\u202Enoitcudorp\u202C'],
  ['right-to-left text', 'إنتاج'],
  ['emoji at the cut', `${'x'.repeat(38)}🚀🚀🚀`],
  ['nothing', ''],
])('an environment whose name holds %s has one line to be shown', (_, name) => {
  const [decoded] = decodedEnvironments({ results: [{ id: 'one', name, mode: 'PRODUCTION', project: { id: 'acme-shop' } }] }, 'acme') ?? [];
  const { world } = after(started, discovery('acme', 'one', decoded?.name));
  const environment = world.environments['one'];
  const path = environment ? environmentPath(world, environment) : '';
  expect(path.startsWith('shop/')).toBe(true);
  expect(path.length).toBeLessThanOrEqual(45);
  expect(path).not.toMatch(UNFIT);
});

test.each([[-1], [0], ['nonsense'], ['2025-99-99T00:00:00Z'], [1e300], [{}], [true]])('the time %j counts as not said', (time) => {
  expect(environmentDeployment({ id: 'one', state: 'DEPLOYED', last_deployment_date: time })).toMatchObject({
    state: 'DEPLOYED',
    at: null,
  });
});
test('a time to come is now, and not some time ago', () => {
  const report = environmentDeployment({ id: 'one', state: 'DEPLOYED', last_deployment_date: '9999-01-01T00:00:00Z' });
  expect(ago(report?.at ?? 0, T0)).toBe('now');
});
test('a duration that cannot be counts as not said', () => {
  expect(environmentDeployment({ id: 'one', state: 'DEPLOYED', total_deployment_duration_in_seconds: -7 })?.durationMs).toBeNull();
});

test('what is gone after it was deleted (404) is its own matter: the account is well, and what runs is known', async () => {
  const { stage, clock, monitor } = await ready();
  stage.refusals = { overview: { kind: 'gone' }, deployments: { kind: 'gone' } };
  await clock.advance(60 * S);
  expect(monitor.world()).toMatchObject({
    problem: null,
    environments: { prod: { run: { status: 'RUNNING' } } },
    sources: { 'deployment:shop': { problem: { kind: 'gone' } }, 'run:c1': { state: 'live' } },
  });
});
