// Losing the sockets touches what runs alone, losing REST the deployments alone: per environment, and in what tray and rows say.
import { expect, test } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { environmentFreshness, isCurrent, type EnvironmentFreshness } from '../../electron/model/freshness.ts';
import { optionsFor, startRecordedApp, type RecordedApp } from '../support/recorded-app.ts';

const SPEED = 60;

test('first only the sockets are lost, then only REST: marks and sentences differ as said', async ({ onTestFinished }) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'calm', seed: 1, speed: 1 });
  onTestFinished(() => platform.stop());
  const started = Date.now();
  const app: RecordedApp = await startRecordedApp({ ...optionsFor(platform), speed: SPEED });
  onTestFinished(() => app.stop());
  const now = (): number => started + (Date.now() - started) * SPEED;
  const states = (): readonly EnvironmentFreshness[] => {
    const { world } = app.state();
    return Object.values(world.environments).map((environment) => environmentFreshness(world, environment, now()));
  };
  const face = () => app.faces.at(-1);
  const isWhole = (): boolean => states().length > 0 && states().every(({ run, deployment }) => isCurrent(run) && isCurrent(deployment));
  await app.until(() => app.state().world.phase === 'ready' && isWhole(), 'the whole picture');
  expect(face()).toMatchObject({ icon: { status: 'running', stale: false } });

  platform.fault('socket-1006');
  await app.until(() => states().every(({ run }) => run === 'unreachable'), 'what runs is not heard any more', 30_000);
  await app.until(() => face()?.icon.stale, 'the mark');
  // Waited for, too: at this speed a moment without a processor makes deployments old.
  const areApart = (): boolean => states().every(({ deployment, runProblem }) => isCurrent(deployment) && runProblem?.kind === 'closed');
  await app.until(areApart, 'deployments are current while run status is lost');
  expect(face()?.tooltip).toMatch(/\. Run status of \d+ environments is old: as of /);
  expect(face()?.tooltip).not.toMatch(/Deployment status|Offline|Platform error/);
  expect(app.state().world.problem).toBeNull();

  platform.fault(null);
  await app.until(() => isWhole() && face()?.icon.stale === false, 'the whole picture again', 40_000);

  platform.fault('500');
  await app.until(() => states().every(({ deployment }) => deployment === 'unreachable'), 'deployments are not read any more', 30_000);
  expect(states().every(({ run, runProblem }) => isCurrent(run) && runProblem === null)).toBe(true);
  await app.until(() => face()?.icon.stale && app.state().world.problem?.kind === 'server-error', 'the mark and why');
  // What runs is heard, so it is told as it is (at this speed for a moment after each frame); only the deployments are old.
  const words = /^13 environments, nothing needs attention: .*\. Platform error\. Deployment status of \d+ environments is old: as of /;
  await app.until(() => words.test(face()?.tooltip ?? ''), 'what runs, and why deployments are old', 30_000);
  expect(face()?.tooltip).not.toMatch(/Run status/);

  platform.fault(null);
  await app.until(() => isWhole() && face()?.icon.stale === false, 'the whole picture in the end', 60_000);
  expect(app.notices).toEqual([]);
}, 120_000);
