// Every fault of the demo platform, met by the real client: what it spoils is said, the rest of the world stays right.
import { describe, expect, test, type TestContext } from 'vitest';
import { FAULTS, type DemoFault } from '../../electron/demo/faults.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { optionsFor, startRecordedApp, type DemoPlatform, type RecordedApp } from '../support/recorded-app.ts';

interface Wanted {
  readonly scenario?: string;
  readonly fault?: DemoFault;
  readonly speed?: number;
  /** How fast the app's own time passes. */
  readonly appSpeed?: number;
}
/** The platform with a fault from the start, and the app on it; both end with the test. */
async function start(
  { onTestFinished }: TestContext,
  { scenario = 'calm', fault, speed = 1, appSpeed = 1 }: Wanted,
): Promise<readonly [RecordedApp, DemoPlatform]> {
  const platform = await startDemoPlatform({ port: 0, scenario, seed: 1, speed, fault: fault ?? null });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp({ ...optionsFor(platform), speed: appSpeed });
  onTestFinished(() => app.stop());
  return [app, platform];
}
const isReady = (app: RecordedApp) => () => app.state().world.phase === 'ready';
const icon = (app: RecordedApp) => app.faces.at(-1)?.icon;
const runs = (app: RecordedApp) => Object.values(app.state().world.sources).filter((one) => one.kind === 'run');
const isLive = (app: RecordedApp) => () => runs(app).length > 0 && runs(app).every((one) => one.state === 'live');

/** The environment that a fault may befall, by the name that it has without it. */
const victimIn = (app: RecordedApp): string => {
  const { environments, projects } = app.state().world;
  return Object.values(environments).find(({ name, projectId }) => name === 'dev' && projects[projectId]?.name === 'shop')?.id ?? '';
};

/** What is said of each environment and its services, by path, but for one. */
function said(app: RecordedApp, without: string | null): Readonly<Record<string, unknown>> {
  const { environments, projects, services } = app.state().world;
  const rest = Object.values(environments).filter(({ id }) => id !== without);
  const all = rest.map((environment) => {
    const of = Object.values(services)
      .filter((service) => service.environmentId === environment.id)
      .map(({ name, run, deployment, instances }) => `${name} ${run.status} ${deployment?.label} ${instances.length}`)
      .toSorted((a, b) => a.localeCompare(b));
    const path = `${projects[environment.projectId]?.name}/${environment.name}`;
    return [path, [environment.mode, environment.run.status, environment.deployment?.label, of]] as const;
  });
  return Object.fromEntries(all);
}

const STAYS_WHOLE: readonly DemoFault[] = [
  'frames-twice',
  'frames-huge',
  'unknown-ids',
  'foreign-ids',
  'extra-fields',
  'clock-ahead',
  'clock-behind',
];
const BEFALLS_ONE: readonly DemoFault[] = ['unknown-words', 'missing-fields', 'bare-fields', 'wrong-types', 'absurd-values', 'odd-names'];

describe.concurrent('a fault', () => {
  test.for([...STAYS_WHOLE, ...BEFALLS_ONE])('%s: the rest of the world is as without it', async (fault, context) => {
    const [[well], [spoilt]] = await Promise.all([
      start(context, { scenario: 'failed-before' }),
      start(context, { scenario: 'failed-before', fault }),
    ]);
    await Promise.all([well, spoilt].map((app) => app.until(() => isReady(app)() && isLive(app)(), 'the whole picture')));
    const without = BEFALLS_ONE.includes(fault) ? victimIn(well) : null;
    const isSame = (): boolean => JSON.stringify(said(well, without)) === JSON.stringify(said(spoilt, without));
    await spoilt.until(isSame, 'the same world');
    expect(said(spoilt, without)).toMatchObject({ 'billing/production': ['PRODUCTION', 'RUNNING', 'DEPLOYMENT ERROR', expect.anything()] });
    expect(icon(spoilt)).toMatchObject({ failed: true, stale: false });
    expect(spoilt.notices).toHaveLength(1);
    expect(spoilt.state().world.problem).toBeNull();
  });

  test.for(['frames-twice', 'frames-disordered'] as const)(
    '%s: a rolling update still ends well, and nothing false is told',
    async (fault, context) => {
      const [app] = await start(context, { scenario: 'rolling-update', fault, speed: 8 });
      await app.until(() => app.faces.some((face) => face.icon.status === 'starting'), 'blue', 30_000);
      const isOver = (): boolean => Object.values(app.state().world.environments).every(({ deployment }) => !deployment?.inProgress);
      await app.until(() => isOver() && icon(app)?.status === 'running', 'green again', 40_000);
      expect(new Set(app.faces.map((face) => face.icon.status))).not.toContain('error');
      expect(app.notices).toEqual([]);
    },
  );

  test.for([
    ['socket-1006', 'closed'],
    ['agent-offline', 'agent-away'],
    ['socket-half-open', 'timeout'],
  ] as const)('%s: what runs grows old, what was deployed stays known, and it is found again', async ([fault, problem], context) => {
    const [app, platform] = await start(context, { appSpeed: 60 });
    await app.until(() => isReady(app)() && isLive(app)(), 'the whole picture');
    platform.fault(fault);
    await app.until(() => icon(app)?.stale, 'marked as old', 30_000);
    expect(icon(app)?.status).toBe('running');
    await app.until(() => runs(app).every((one) => one.state !== 'live'), 'not live', 30_000);
    await app.until(() => runs(app).some((one) => one.problem?.kind === problem), problem, 30_000);
    expect(app.state().world.problem).toBeNull();
    platform.fault(null);
    await app.until(() => isLive(app)() && icon(app)?.stale === false, 'fresh again', 40_000);
    expect(app.notices).toEqual([]);
  });

  test('socket-1007: what runs may not be seen any more, and only that is lost', async (context) => {
    const [app, platform] = await start(context, {});
    await app.until(() => isReady(app)() && isLive(app)(), 'the whole picture');
    platform.fault('socket-1007');
    await app.until(() => runs(app).every((one) => one.problem?.kind === 'forbidden'), 'not permitted');
    expect(icon(app)).toMatchObject({ status: 'running', stale: true });
    expect(app.state()).toMatchObject({ account: { state: 'connected' }, world: { problem: null } });
  });

  test('socket-silent: silence is no news; what happens after it is seen', async (context) => {
    const [app, platform] = await start(context, { scenario: 'oom', speed: 2 });
    await app.until(() => isReady(app)() && isLive(app)(), 'the whole picture');
    platform.fault('socket-silent');
    expect(icon(app)).toMatchObject({ stale: false });
    expect(runs(app).every((one) => one.problem === null)).toBe(true);
    platform.fault(null);
    await app.until(() => app.faces.some((face) => ['error', 'warning'].includes(face.icon.status)), 'the crash');
    expect(app.state().world.problem).toBeNull();
  });

  test('socket-1008: the token is good all the same, so only the sockets are not permitted', async (context) => {
    const [app, platform] = await start(context, {});
    await app.until(() => isReady(app)() && isLive(app)(), 'the whole picture');
    platform.fault('socket-1008');
    await app.until(() => runs(app).every((one) => one.problem?.kind === 'forbidden'), 'not permitted');
    expect(icon(app)).toMatchObject({ status: 'running', stale: true });
    expect(app.state()).toMatchObject({ account: { state: 'connected' }, world: { problem: null } });
  });

  test.for(['500-burst', 'late'] as const)('%s: the picture is whole in the end, by itself', async (fault, context) => {
    const [app] = await start(context, { fault, appSpeed: fault === 'late' ? 1 : 30 });
    await app.until(() => isReady(app)() && icon(app)?.status === 'running' && !icon(app)?.stale, 'the whole picture', 40_000);
    expect(app.state().world.problem).toBeNull();
  });
});

test('every fault is met by a flow test', () => {
  const here = [...STAYS_WHOLE, ...BEFALLS_ONE, 'frames-disordered', 'socket-1006', 'socket-1007', 'socket-1008', 'socket-silent'];
  const elsewhere = ['401', '429', '429-bare', '500', 'html', 'truncated', 'slow', 'log-silent', 'agent-offline'];
  const permissions = ['organization-403', 'discovery-403', 'project-401', 'project-403', 'socket-1007-wide', 'socket-1007-project'];
  expect([...here, ...elsewhere, ...permissions, 'socket-half-open', '500-burst', 'late'].toSorted()).toEqual(
    Object.keys(FAULTS).toSorted(),
  );
});
