// Each timeline of the demo platform, seen by the whole app: what the icon says meanwhile, what is told, how it ends.
import { describe, expect, test, type TestContext } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import type { Service } from '../../electron/model/world.ts';
import { optionsFor, startRecordedApp, type RecordedApp } from '../support/recorded-app.ts';

/** Played four times as fast, from a first picture that is whole. */
async function play({ onTestFinished }: TestContext, scenario: string): Promise<RecordedApp> {
  const platform = await startDemoPlatform({ port: 0, scenario, seed: 1, speed: 4 });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  onTestFinished(() => app.stop());
  await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
  return app;
}
function service(app: RecordedApp, path: string): Service | undefined {
  const { projects, environments, services } = app.state().world;
  return Object.values(services).find((one) => {
    const environment = environments[one.environmentId];
    return `${projects[environment?.projectId ?? '']?.name}/${environment?.name}/${one.name}` === path;
  });
}
const icon = (app: RecordedApp) => app.faces.at(-1)?.icon;
const PREVIEW = 'billing/pr-91-vat-rounding/stripe-webhooks';

describe.concurrent('a timeline', () => {
  test('an image that cannot be pulled: WARNING while it is tried, then told, and all goes on running', async (context) => {
    const app = await play(context, 'image-typo');
    const web = () => service(app, 'shop/production/web');
    await app.until(() => web()?.run.status === 'WARNING', 'the new instance cannot start');
    await app.until(() => web()?.instances.some((one) => one.reason === 'ImagePullBackOff'), 'its reason');
    await app.until(() => app.notices[0]?.body.includes('tag'), 'the notification says why', 40_000);
    await app.until(() => icon(app)?.status === 'running' && icon(app)?.failed, 'running, with the badge');
    expect(app.notices).toHaveLength(1);
  });

  test('a first deployment that crashes leaves its service in ERROR', async (context) => {
    const app = await play(context, 'first-deploy-crash');
    await app.until(() => app.notices.length > 0, 'the notification', 40_000);
    expect(service(app, PREVIEW)).toMatchObject({ run: { status: 'ERROR' }, deployment: { label: 'DEPLOYMENT ERROR' } });
    expect(icon(app)).toMatchObject({ status: 'error', failed: true });
  });

  test.for([
    ['job', 'DEPLOYMENT OK', 'COMPLETED', 'DEPLOYMENT OK'],
    ['job-failed', 'DEPLOYMENT ERROR', 'ERROR', 'CANCELLED'],
  ] as const)('%s: the job ends %s', async ([scenario, label, status, after], context) => {
    const app = await play(context, scenario);
    const migrate = () => service(app, 'shop/staging/migrate');
    // What passes within half a second is listed whole in demo/timelines.test.ts: a busy machine may not see it here.
    await app.until(() => migrate()?.deployment?.inProgress || service(app, 'shop/staging/web')?.deployment?.inProgress, 'it begins');
    await app.until(() => migrate()?.deployment?.label === label && !migrate()?.deployment?.inProgress, label);
    await app.until(() => migrate()?.run.status === status, status);
    await app.until(() => service(app, 'shop/staging/web')?.deployment?.label === after, `web: ${after}`);
    await app.until(() => app.notices.length === (label === 'DEPLOYMENT ERROR' ? 1 : 0), 'told when it failed, only then');
  });

  test('an evicted instance is replaced: the dead one in the list does not keep its service from RUNNING', async (context) => {
    const app = await play(context, 'eviction');
    const worker = () => service(app, 'shop/production/worker');
    await app.until(() => worker()?.run.status === 'RUNNING' && worker()?.instances.length === 2, 'replaced', 40_000);
    expect(worker()?.instances.map((one) => one.remnant)).toEqual([true, false]);
    await app.until(() => icon(app)?.status === 'running', 'a green icon');
  });

  test('a managed database is deployed and never said to run or not', async (context) => {
    const app = await play(context, 'managed-database');
    const pg = () => service(app, 'shop/production/pg');
    const before = pg()?.run;
    await app.until(() => pg()?.deployment?.inProgress, 'its deployment');
    await app.until(() => pg()?.deployment?.label === 'DEPLOYMENT OK', 'its end', 40_000);
    expect(pg()?.run.status).toBe(before?.status);
    expect(pg()?.instances).toEqual([]);
    expect(new Set(app.faces.map((face) => face.icon.status))).not.toContain('starting');
  });

  test('of two deployments, one after the other, the second waits for the first, and the one that fails is told', async (context) => {
    const app = await play(context, 'queue');
    const api = () => service(app, 'shop/production/api')?.deployment;
    const first = await app.until(() => api()?.inProgress && api()?.executionId, 'the first');
    await app.until(() => api()?.waiting === 1, 'the second, waiting');
    await app.until(() => api()?.inProgress && api()?.executionId !== first, 'the second', 40_000);
    expect(api()?.waiting).toBe(0);
    await app.until(() => app.notices[0], 'its failure', 40_000);
    expect(app.notices).toHaveLength(1);
  });

  test('a token that is revoked under way is said, and what was known stays, marked as old', async (context) => {
    const app = await play(context, 'token-revoked');
    await app.until(() => app.state().account.state === 'refused', 'the refusal', 40_000);
    expect(icon(app)).toMatchObject({ status: 'running', stale: true });
    expect(Object.keys(app.state().world.environments).length).toBeGreaterThan(0);
  });
});
