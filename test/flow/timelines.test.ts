// Each timeline of the demo platform, seen by the whole app: what the icon says meanwhile, what is told, how it ends.
import { afterEach, expect, test } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import type { Service } from '../../electron/model/world.ts';
import { optionsFor, startRecordedApp, type RecordedApp } from '../support/recorded-app.ts';

const running: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).toReversed()) await stop();
});
/** Played ten times as fast, from a first picture that is whole. */
async function play(scenario: string): Promise<RecordedApp> {
  const platform = await startDemoPlatform({ port: 0, scenario, seed: 1, speed: 10 });
  running.push(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  running.push(() => app.stop());
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

test('an image that cannot be pulled: WARNING while it is tried, then told, and all goes on running', async () => {
  const app = await play('image-typo');
  const web = () => service(app, 'shop/production/web');
  await app.until(() => web()?.run.status === 'WARNING', 'the new instance cannot start');
  await app.until(() => web()?.instances.some((one) => one.reason === 'ImagePullBackOff'), 'its reason');
  await app.until(() => app.notices[0]?.body.includes('tag'), 'the notification says why', 40_000);
  await app.until(() => icon(app)?.status === 'running' && icon(app)?.failed, 'running, with the badge');
  expect(app.notices).toHaveLength(1);
}, 60_000);

test('a first deployment that crashes leaves its service in ERROR', async () => {
  const app = await play('first-deploy-crash');
  await app.until(() => app.notices.length > 0, 'the notification', 40_000);
  expect(service(app, PREVIEW)).toMatchObject({ run: { status: 'ERROR' }, deployment: { label: 'DEPLOYMENT ERROR' } });
  expect(icon(app)).toMatchObject({ status: 'error', failed: true });
}, 60_000);

test.each([
  ['job', 'DEPLOYMENT OK', 'COMPLETED', 'DEPLOYMENT OK'],
  ['job-failed', 'DEPLOYMENT ERROR', 'ERROR', 'CANCELLED'],
])(
  '%s: the job ends %s',
  async (scenario, label, status, after) => {
    const app = await play(scenario);
    const migrate = () => service(app, 'shop/staging/migrate');
    await app.until(() => migrate()?.run.status === 'STARTING', 'the job starts');
    await app.until(() => migrate()?.run.status === status, status);
    await app.until(() => migrate()?.deployment?.label === label, label);
    await app.until(() => service(app, 'shop/staging/web')?.deployment?.label === after, `web: ${after}`);
    await app.until(() => app.notices.length === (label === 'DEPLOYMENT ERROR' ? 1 : 0), 'told when it failed, only then');
  },
  60_000,
);

test('an evicted instance is replaced: the dead one in the list does not keep its service from RUNNING', async () => {
  const app = await play('eviction');
  const worker = () => service(app, 'shop/production/worker');
  await app.until(() => worker()?.run.status === 'ERROR', 'the only instance is gone');
  await app.until(() => worker()?.run.status === 'RUNNING' && worker()?.instances.length === 2, 'replaced');
  expect(worker()?.instances.map((one) => one.remnant)).toEqual([true, false]);
  await app.until(() => icon(app)?.status === 'running', 'a green icon');
});

test('a managed database is deployed and never said to run or not', async () => {
  const app = await play('managed-database');
  const pg = () => service(app, 'shop/production/pg');
  const before = pg()?.run;
  await app.until(() => pg()?.deployment?.inProgress, 'its deployment');
  await app.until(() => pg()?.deployment?.label === 'DEPLOYMENT OK', 'its end', 40_000);
  expect(pg()?.run.status).toBe(before?.status);
  expect(pg()?.instances).toEqual([]);
  expect(new Set(app.faces.map((face) => face.icon.status))).not.toContain('starting');
}, 60_000);

test('of two deployments, one after the other, the one that fails is told', async () => {
  const app = await play('queue');
  const api = () => service(app, 'shop/production/api')?.deployment;
  const first = await app.until(() => api()?.inProgress && api()?.executionId, 'the first');
  await app.until(() => api()?.inProgress && api()?.executionId !== first, 'the second', 40_000);
  await app.until(() => app.notices[0], 'its failure', 40_000);
  expect(app.notices).toHaveLength(1);
}, 100_000);

test('a token that is revoked under way is said, and what was known stays, marked as old', async () => {
  const app = await play('token-revoked');
  await app.until(() => app.state().account.state === 'refused', 'the refusal', 40_000);
  expect(icon(app)).toMatchObject({ status: 'running', stale: true });
  expect(Object.keys(app.state().world.environments).length).toBeGreaterThan(0);
}, 60_000);
