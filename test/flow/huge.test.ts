// The largest account: read whole, followed, and still told of one change among 5,000 services.
import { expect, test } from 'vitest';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { optionsFor, startRecordedApp } from '../support/recorded-app.ts';

test('5 organisations, 50 projects, 500 environments and 5,000 services are read whole, and a deployment among them is seen', async ({
  onTestFinished,
}) => {
  const platform = await startDemoPlatform({ port: 0, scenario: 'huge', seed: 1, speed: 4 });
  onTestFinished(() => platform.stop());
  const app = await startRecordedApp(optionsFor(platform));
  onTestFinished(() => app.stop());
  const world = () => app.state().world;
  await app.until(() => world().phase === 'ready', 'the whole picture', 150_000);
  const sizes = [world().organizations, world().projects, world().environments, world().services].map((all) => Object.keys(all).length);
  expect(sizes).toEqual([5, 50, 500, 5000]);
  const instances = (): number => Object.values(world().services).reduce((sum, service) => sum + service.instances.length, 0);
  await app.until(() => instances() > 13_000, 'their instances', 30_000);
  await app.until(() => app.faces.at(-1)?.icon.status === 'starting', 'the deployment', 150_000);
  const deploying = Object.values(world().environments).filter(({ deployment }) => deployment?.inProgress);
  expect(deploying.map((one) => one.name)).toEqual(['production']);
  expect(app.notices).toEqual([]);
}, 400_000);
