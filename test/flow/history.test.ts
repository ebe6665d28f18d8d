// The whole app on the demo platform: what it leaves in the history, and what the next run adds to it.
import { expect, test } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import type { DeploymentEntry } from '../../electron/model/history.ts';
import { historyInMemory } from '../support/history-in-memory.ts';
import { optionsFor, startRecordedApp } from '../support/recorded-app.ts';

test('a failed build is in the history with its cause, and the next run writes nothing of it again', async ({ onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'build-error', seed: 1, speed: 4 });
  onTestFinished(() => platform.stop());
  const history = historyInMemory();
  const failures = (): readonly DeploymentEntry[] =>
    history.lines.filter((entry) => entry.kind === 'deployment').filter(({ tone }) => tone === 'error');
  const first = await startRecordedApp({ ...optionsFor(platform), history });
  await first.until(() => failures().length > 0, 'the failure in the history');
  first.stop();
  expect(failures()).toMatchObject([
    { project: 'shop', environment: 'production', services: [{ name: 'api' }], label: 'DEPLOYMENT ERROR' },
  ]);
  expect(failures()[0]?.cause).toMatch(/cannot build the image/);
  expect(history.lines.filter((entry) => entry.kind === 'deployment' && entry.executionId === failures()[0]?.executionId)).toHaveLength(2); // begun, failed

  const before = history.lines.length;
  const second = await startRecordedApp({ ...optionsFor(platform), history });
  await second.until(
    () => Object.values(second.state().world.environments).some(({ failure }) => failure?.cause),
    'the failure is seen again',
  );
  second.stop();
  expect(history.lines.slice(before)).toEqual([]);
});
