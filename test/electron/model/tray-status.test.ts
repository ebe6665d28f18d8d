import { describe, expect, test } from 'vitest';
import { RUN_STATUSES, severity, worst, type RunStatus } from '../../../electron/model/status.ts';
import { byUrgency, trayStatus } from '../../../electron/model/tray-status.ts';
import { EMPTY_WORLD } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aSource, aWorld, T0 } from '../../support/a-world.ts';

test('the order of severity holds every status once, failures first', () => {
  expect(new Set(RUN_STATUSES).size).toBe(RUN_STATUSES.length);
  expect(RUN_STATUSES.slice(0, 4)).toEqual(['ERROR', 'WARNING', 'STARTING', 'STOPPING']);
  expect(severity('ERROR')).toBeLessThan(severity('RUNNING'));
});

describe('the tray shows the worst', () => {
  test.each<[readonly RunStatus[], RunStatus]>([
    [['RUNNING', 'ERROR', 'WARNING'], 'ERROR'],
    [['RUNNING', 'WARNING', 'STARTING'], 'WARNING'],
    [['RUNNING', 'STARTING', 'STOPPING'], 'STARTING'],
    [['RUNNING', 'STOPPING'], 'STOPPING'],
    [['STOPPED', 'RUNNING', 'UNKNOWN'], 'RUNNING'],
    [['COMPLETED', 'STOPPED'], 'COMPLETED'],
    [['STOPPED', 'EMPTY'], 'STOPPED'],
    [['EMPTY', 'UNKNOWN'], 'UNKNOWN'],
    [[], 'EMPTY'],
  ])('%s → %s', (statuses, status) => {
    const world = aWorld(statuses.map((one, i) => anEnvironment(`shop/e${i}`, one)));
    expect(trayStatus(world, [], T0).status).toBe(status);
    expect(worst(statuses)).toBe(status);
  });
  test('nothing read yet is unknown, not empty', () => {
    expect(trayStatus({ ...EMPTY_WORLD, phase: 'connecting' }, [], T0).status).toBe('UNKNOWN');
  });
});

const failed = { deployment: aDeployment('DEPLOYMENT_ERROR') };

test('a failed deployment adds the badge and leaves the status alone', () => {
  const seen = trayStatus(aWorld([anEnvironment('shop/production', 'RUNNING', failed), anEnvironment('shop/staging')]), [], T0);
  expect(seen).toMatchObject({ status: 'RUNNING', hasFailedDeployment: true, total: 2, counts: { RUNNING: 2 } });
  expect(seen.attention.map(({ environment }) => environment.id)).toEqual(['shop/production']);
});

test('what is muted does not count, neither as failure nor as old data', () => {
  const world = aWorld(
    [anEnvironment('shop/production', 'ERROR', { ...failed, runSourceId: 'run:lost' }), anEnvironment('shop/staging')],
    [],
    {
      sources: {
        'run:c1': aSource('run'),
        'run:lost': aSource('run', { state: 'down', asOf: T0 - 99_000 }),
        'deployment:p1': aSource('deployment'),
      },
    },
  );
  expect(trayStatus(world, [], T0)).toMatchObject({ status: 'ERROR', hasFailedDeployment: true, isDrained: true });
  expect(trayStatus(world, ['shop/production'], T0)).toMatchObject({
    status: 'RUNNING',
    hasFailedDeployment: false,
    isDrained: false,
    total: 1,
  });
});

test('attention is sorted worst first, failed deployments before others of the same status, then by name', () => {
  const all = [
    anEnvironment('shop/b', 'WARNING'),
    anEnvironment('shop/z', 'WARNING', failed),
    anEnvironment('shop/a', 'WARNING'),
    anEnvironment('shop/ok', 'RUNNING', failed),
    anEnvironment('shop/down', 'ERROR'),
  ];
  expect(trayStatus(aWorld(all), [], T0).attention.map(({ environment }) => environment.name)).toEqual(['down', 'z', 'a', 'b', 'ok']);
  expect(all.toSorted(byUrgency)[0]?.name).toBe('down');
});

test('it is as old as its oldest fact', () => {
  const world = aWorld([anEnvironment('shop/production')], [], {
    sources: { 'run:c1': aSource('run', { asOf: T0 - 4_000 }), 'deployment:p1': aSource('deployment', { asOf: T0 - 30_000 }) },
  });
  expect(trayStatus(world, [], T0).asOf).toBe(T0 - 30_000);
});
