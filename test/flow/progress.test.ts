// How a deployment goes on, seen by the whole app: stages, the time left, steps of earlier ones.
import { expect, test } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { currentStage } from '../../electron/model/stages.ts';
import { progressText } from '../../electron/model/wording-progress.ts';
import type { Environment } from '../../electron/model/world.ts';
import { optionsFor, startRecordedApp } from '../support/recorded-app.ts';

test('a deployment tells its stages, which one it is in, and how long earlier ones took', async ({ onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'rolling-update', seed: 1, speed: 4 });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  onTestFinished(() => app.stop());
  const moving = (): Environment | undefined =>
    Object.values(app.state().world.environments).find(({ deployment }) => deployment?.inProgress);
  await app.until(() => moving()?.pace && moving()?.stages.length, 'its stages, and what earlier ones took', 30_000);
  const environment = moving();
  if (!environment) throw new Error('it is under way');
  const { services } = app.state().world;
  const all = environment.serviceIds.flatMap((id) => services[id] ?? []);
  const parts = currentStage(environment.stages)?.stage.services.map(({ name }) => name);
  expect(parts?.toSorted()).toEqual(['api', 'web', 'worker']);
  expect(Object.values(environment.pace?.stepMs ?? {}).flatMap((steps) => Object.keys(steps))).toContain('BUILD');
  expect(progressText(environment, all, Date.now())).toMatch(/^(about .* left|usually .*)$/);
  await app.until(() => all.some(({ id }) => app.state().world.services[id]?.deployment?.running?.name === 'BUILD'), 'the build');
  await app.until(() => !moving(), 'the end', 30_000);
  const ended = app.state().world.environments[environment.id];
  await app.until(
    () => app.state().world.environments[environment.id]?.stages.every(({ status }) => status === 'done' || status === 'skipped'),
    'all done',
  );
  expect(ended?.deployment?.label).toBe('DEPLOYMENT OK');
});

test('a deployment that fails and is repaired between two polls is told once, without a sound', async ({ onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'between-polls', seed: 1, speed: 10 });
  onTestFinished(() => platform.stop());
  platform.fault('socket-1006'); // else the sockets tell each step
  const app = await startRecordedApp({ ...optionsFor(platform), speed: 10 });
  onTestFinished(() => app.stop());
  await app.until(() => app.state().world.phase === 'ready', 'the whole picture');
  const production = (): Environment | undefined =>
    Object.values(app.state().world.environments).find(({ overlooked }) => overlooked.length > 0);
  await app.until(production, 'what the history tells', 30_000);
  expect(production()).toMatchObject({
    deployment: { label: 'DEPLOYMENT OK' },
    overlooked: [{ label: 'DEPLOYMENT ERROR', tone: 'error' }],
  });
  const notice = await app.until(() => app.notices[0], 'the notification', 30_000);
  expect(notice).toMatchObject({
    title: expect.stringMatching(/^shop\/production( · [\w-]+)?: DEPLOYMENT ERROR, repaired since$/),
    isSilent: true,
  });
  expect(notice.body).toMatch(/^api failed at \d\d:\d\d: .+\. The next deployment worked\.$/);
  expect(app.recorded).toMatchObject([{ executionId: production()?.overlooked[0]?.executionId }]);
  const asOf = (): number => Math.max(...Object.values(app.state().world.sources).map((source) => source.asOf ?? 0));
  const told = asOf();
  await app.until(() => asOf() > told + 60_000, 'two polls more', 30_000);
  expect(app.notices).toHaveLength(1);
});

test('a deployment that fails and whose repair begins a moment later is told with the cause of the failure', async ({ onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'between-polls', seed: 1, speed: 10 });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  onTestFinished(() => app.stop());
  await app.until(() => app.notices.length > 0, 'the notification', 30_000);
  expect(app.notices[0]).toMatchObject({ title: expect.stringMatching(/^shop\/production · [\w-]+: DEPLOYMENT ERROR/) });
  expect(app.notices[0]?.body).toMatch(/cannot build the image of api/);
  await app.until(() => app.notices.some(({ body }) => body.includes('worked')), 'that it is repaired', 30_000);
  expect(app.notices.filter(({ title }) => title.includes('DEPLOYMENT ERROR'))).toHaveLength(1);
});

test('a service without load is scaled to zero: no error, and said so; a certificate is a matter of its own', async ({
  onTestFinished,
}) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'scale-to-zero', seed: 1, speed: 4 });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  onTestFinished(() => app.stop());
  const scaled = () => Object.values(app.state().world.services).find(({ run }) => run.reason.kind === 'scaled-to-zero');
  await app.until(scaled, 'no instance, on purpose', 40_000);
  expect(scaled()).toMatchObject({ name: 'web', run: { status: 'STOPPED' }, instances: [] });
  const uncertified = Object.values(app.state().world.services).filter(({ extras }) => (extras?.certificates.length ?? 0) > 0);
  expect(uncertified).toMatchObject([
    { name: 'api', run: { status: 'RUNNING' }, extras: { certificates: [{ state: 'ERROR', failures: 3 }] } },
  ]);
  await app.until(() => app.faces.at(-1)?.icon.status === 'running', 'a green icon');
  expect(app.notices).toEqual([]);
});
