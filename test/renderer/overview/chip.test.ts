import { expect, test } from 'vitest';
import { chipCounts } from '../../../renderer/overview/chip.ts';
import { aDeployment, anEnvironment } from '../../support/a-world.ts';

test('counts environments by run status, and failed deployments beside it', () => {
  const environments = [
    anEnvironment('a/1', 'ERROR', { deployment: aDeployment('DEPLOYMENT_ERROR') }),
    anEnvironment('a/2'),
    anEnvironment('a/3', 'COMPLETED'),
    anEnvironment('a/4', 'STOPPING'),
    anEnvironment('a/5', 'EMPTY', { deployment: null }),
  ];
  expect(chipCounts(environments)).toEqual({ error: 1, warning: 0, moving: 1, running: 2, stopped: 0, unknown: 1, failed: 1 });
});
