import { afterEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../electron/contract/settings.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import type { Told } from '../../electron/model/told.ts';
import { ok } from '../../electron/model/result.ts';
import { optionsFor, startRecordedApp, type DemoPlatform, type RecordedApp } from '../support/recorded-app.ts';

const running: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0).toReversed()) await stop();
});
async function demo(scenario: string, speed = 1): Promise<DemoPlatform> {
  const platform = await startDemoPlatform({ port: 0, scenario, seed: 1, speed });
  running.push(() => platform.stop());
  return platform;
}
async function start(platform: DemoPlatform, told?: Told): Promise<RecordedApp> {
  const app = await startRecordedApp({ ...optionsFor(platform), ...(told ? { told } : {}) });
  running.push(() => app.stop());
  return app;
}
const isReady = (app: RecordedApp) => () => app.state().world.phase === 'ready';

test('a calm platform ends green, without a word', async () => {
  const app = await start(await demo('calm'));
  await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
  await app.until(() => app.faces.at(-1)?.icon.status === 'running', 'a green icon');
  expect(app.faces.at(-1)?.icon).toEqual({ status: 'running', failed: false, stale: false, style: 'colour' });
  expect(app.faces.at(-1)?.tooltip).toMatch(/^\d+ environments, nothing needs attention: .*RUNNING.*As of /);
  expect(app.notices).toEqual([]);
  expect(app.state().account).toMatchObject({ state: 'connected', source: 'environment' });
  expect(JSON.stringify(app.state())).not.toContain((await demo('calm')).token);
});

test('a failed build is told once with its cause, marks the icon, and leaves run status alone', async () => {
  const app = await start(await demo('build-error', 4));
  await app.until(isReady(app), 'the whole picture');
  expect(app.notices).toEqual([]);
  const notice = await app.until(() => app.notices[0], 'the notification', 30_000);
  expect(notice.title).toMatch(/^[^/]+\/[^:]+ · [\w-]+: DEPLOYMENT ERROR$/);
  expect(notice.body).toMatch(/Hint: /);
  expect(app.faces.at(-1)?.icon).toMatchObject({ status: 'running', failed: true });
  app.click(notice.choice);
  const place = await app.until(() => app.places[0], 'the log');
  expect(place).toMatchObject({ kind: 'deployment' });
  expect(place.lineKey).not.toBeNull();
  await app.handlers().openLog(null, 1);
  const batch = await app.until(
    () => app.lines.find((message) => message.kind === 'lines' && message.batch.extras.some((extra) => extra.key === place.lineKey)),
    'the line itself',
  );
  expect(batch.kind).toBe('lines');
  expect(app.recorded).toMatchObject([{ environmentId: place.environmentId, executionId: place.executionId, label: 'DEPLOYMENT ERROR' }]);
  expect(await app.handlers().listRuns(null, 1)).toEqual(ok(null));
  const told = app.lines.findLast((message) => message.kind === 'runs');
  expect(told?.kind === 'runs' ? told.runs[0] : null).toMatchObject({ executionId: place.executionId, label: 'DEPLOYMENT ERROR' });
  expect(app.notices).toHaveLength(1);
});

test('a failure whose log never comes is told within 5 s, and says so', async () => {
  const platform = await demo('build-error', 4);
  platform.fault('log-silent');
  const app = await start(platform);
  await app.until(isReady(app), 'the whole picture');
  const isRed = (): boolean => Object.values(app.state().world.environments).some(({ deployment }) => deployment?.tone === 'error');
  await app.until(isRed, 'the failure', 30_000);
  const seenAt = performance.now();
  const notice = await app.until(() => app.notices[0], 'its notification', 10_000);
  expect(performance.now() - seenAt).toBeLessThan(5_000);
  expect(notice.body).toMatch(/^Failed: [\w-]+\. The log gave no cause in time\./);
  platform.fault(null);
});

test('no log of a failure is kept while that is switched off', async () => {
  const settings = { ...DEFAULT_SETTINGS, log: { ...DEFAULT_SETTINGS.log, keepsFailed: false } };
  const app = await startRecordedApp({ ...optionsFor(await demo('build-error', 8)), settings });
  running.push(() => app.stop());
  await app.until(() => app.notices[0], 'the notification', 30_000);
  expect(app.recorded).toEqual([]);
});

test('what failed before the first look is told in one summary, and not again after a restart', async () => {
  const platform = await demo('failed-before');
  const first = await start(platform);
  await first.until(isReady(first), 'the whole picture');
  expect(first.notices).toHaveLength(1);
  expect(first.told().keys.length).toBeGreaterThan(0);
  first.stop();
  const second = await start(platform, first.told());
  await second.until(isReady(second), 'the whole picture again');
  await second.until(() => second.faces.at(-1)?.icon.failed, 'the red badge');
  expect(second.notices).toEqual([]);
});

test('a rolling update goes through STARTING and ends RUNNING, never worse', async () => {
  const app = await start(await demo('rolling-update', 6));
  await app.until(isReady(app), 'the whole picture');
  await app.until(() => app.faces.some((face) => face.icon.status === 'starting'), 'blue', 30_000);
  await app.until(
    () =>
      Object.values(app.state().world.environments).every(({ deployment }) => !deployment?.inProgress) &&
      app.faces.at(-1)?.icon.status === 'running',
    'green again',
    40_000,
  );
  expect(new Set(app.faces.map((face) => face.icon.status))).not.toContain('error');
  expect(new Set(app.faces.map((face) => face.icon.status))).not.toContain('warning');
  expect(app.notices).toEqual([]);
});

test('an OOM crash is seen and leaves the service running but unstable', async () => {
  const app = await start(await demo('oom', 2));
  await app.until(() => app.faces.some((face) => ['error', 'warning'].includes(face.icon.status)), 'the crash', 40_000);
  await app.until(() => app.faces.at(-1)?.icon.status === 'running', 'green again', 40_000);
  expect(Object.values(app.state().world.services).some((service) => service.run.unstable)).toBe(true);
});
