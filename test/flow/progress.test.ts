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
  expect(progressText(environment, all, Date.now())).toMatch(/^stage 1 of 1, (about .* left|usually .*)$/);
  await app.until(() => all.some(({ id }) => app.state().world.services[id]?.deployment?.running?.name === 'BUILD'), 'the build');
  await app.until(() => !moving(), 'the end', 30_000);
  const ended = app.state().world.environments[environment.id];
  await app.until(
    () => app.state().world.environments[environment.id]?.stages.every(({ status }) => status === 'done' || status === 'skipped'),
    'all done',
  );
  expect(ended?.deployment?.label).toBe('DEPLOYMENT OK');
});
