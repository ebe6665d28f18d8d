// A token that may not read everything, met by the real client: what is not permitted is said, and everything else is right.
import { describe, expect, test, type TestContext } from 'vitest';
import type { DemoFault } from '../../electron/demo/faults.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { optionsFor, startRecordedApp, type DemoPlatform, type RecordedApp } from '../support/recorded-app.ts';

async function start(
  { onTestFinished }: TestContext,
  { scenario = 'calm', fault = null }: { readonly scenario?: string; readonly fault?: DemoFault | null },
): Promise<readonly [RecordedApp, DemoPlatform]> {
  const platform = await startDemoPlatform({ port: 0, scenario, seed: 1, speed: 1, fault });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  onTestFinished(() => app.stop());
  return [app, platform];
}
const icon = (app: RecordedApp) => app.faces.at(-1)?.icon;
const isReady = (app: RecordedApp) => () => app.state().world.phase === 'ready';
const sourceOf = (app: RecordedApp, project: string) => {
  const { projects, sources } = app.state().world;
  const found = Object.values(projects).find(({ name }) => name === project);
  return found && sources[`deployment:${found.id}`];
};
const environmentsOf = (app: RecordedApp, project: string) => {
  const { projects, environments } = app.state().world;
  return Object.values(environments).filter((one) => projects[one.projectId]?.name === project);
};

describe.concurrent('a project that is refused', () => {
  test.for(['project-401', 'project-403'] as const)(
    '%s: its deployments are not permitted; what runs, the other projects and the account are right',
    async (fault, context) => {
      const [app] = await start(context, { fault });
      await app.until(isReady(app), 'the whole picture');
      await app.until(() => sourceOf(app, 'shop')?.state === 'refused', 'not permitted');
      expect(sourceOf(app, 'shop')).toMatchObject({ problem: { kind: 'forbidden', answer: fault === 'project-401' ? 401 : 403 } });
      expect(sourceOf(app, 'billing')).toMatchObject({ state: 'live', problem: null });
      expect(app.state()).toMatchObject({ account: { state: 'connected' }, world: { problem: null } });
      expect(environmentsOf(app, 'shop').length).toBeGreaterThan(0);
      await app.until(() => environmentsOf(app, 'shop').every(({ run }) => run.status !== 'UNKNOWN'), 'what runs');
      for (const { deployment } of environmentsOf(app, 'shop')) expect(deployment).toBeNull();
      for (const { deployment } of environmentsOf(app, 'billing')) expect(deployment).not.toBeNull();
      expect(icon(app)?.status).toBe('running');
      expect(app.faces.at(-1)?.tooltip).toMatch(/Deployment status of 5 environments is not permitted/);
    },
  );
});

describe.concurrent('an account whose token may read nothing', () => {
  test.for(['organization-403', 'discovery-403'] as const)('%s: is said, and that there is nothing is not', async (fault, context) => {
    const [app, platform] = await start(context, { fault });
    await app.until(() => app.state().world.problem?.kind === 'forbidden', 'not permitted');
    expect(app.faces.at(-1)).toMatchObject({ icon: { status: 'unknown', stale: true } });
    expect(app.faces.at(-1)?.tooltip).toMatch(/Not permitted\. Status UNKNOWN\./);
    expect(app.state().account.state).not.toBe('refused');
    platform.fault(null);
    app.choose({ kind: 'refresh' });
    await app.until(() => icon(app)?.status === 'running' && app.state().world.problem === null, 'the whole picture', 30_000);
  });

  test.for(['organization-403', 'discovery-403'] as const)(
    '%s, later on: what is known stays, and goes on being read',
    async (fault, context) => {
      const [app, platform] = await start(context, {});
      await app.until(isReady(app), 'the whole picture');
      platform.fault(fault);
      app.choose({ kind: 'refresh' });
      await app.until(() => app.state().world.problem?.kind === 'forbidden', 'not permitted');
      expect(icon(app)).toMatchObject({ status: 'running', stale: true });
      expect(Object.values(app.state().world.sources).every(({ problem }) => problem === null)).toBe(true);
    },
  );
});

const runs = (app: RecordedApp) => Object.values(app.state().world.sources).filter(({ kind }) => kind === 'run');
const hasRuns = (app: RecordedApp) => () =>
  runs(app).length > 0 && Object.values(app.state().world.environments).every(({ run }) => run.status !== 'UNKNOWN');

describe.concurrent('sockets of what runs that are refused', () => {
  test.for([
    ['socket-1007-wide', 3],
    ['socket-1007-project', 4],
  ] as const)('%s: narrower ones tell all the same', async ([fault, parts], context) => {
    const [app] = await start(context, { fault });
    await app.until(() => isReady(app)() && hasRuns(app)(), 'what runs');
    await app.until(() => runs(app).every(({ state }) => state === 'live'), 'live');
    expect(new Set(runs(app).map(({ id }) => id.split(':').length))).toEqual(new Set([parts]));
    expect(icon(app)).toMatchObject({ status: 'running', stale: false });
    expect(app.state().world.problem).toBeNull();
  });

  test('socket-1007: of all scopes are not permitted, until the role allows it and a person asks', async (context) => {
    const [app, platform] = await start(context, { fault: 'socket-1007' });
    await app.until(
      () => runs(app).length > 0 && runs(app).every(({ state, id }) => state === 'refused' && id.split(':').length === 4),
      'refused',
    );
    await app.until(isReady(app), 'the picture');
    expect(app.faces.at(-1)?.tooltip).toMatch(/not permit/);
    platform.fault(null);
    app.choose({ kind: 'refresh' });
    await app.until(() => hasRuns(app)() && icon(app)?.status === 'running' && !icon(app)?.stale, 'what runs', 30_000);
  });
});
