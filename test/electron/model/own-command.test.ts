import { expect, test } from 'vitest';
import type { Change } from '../../../electron/model/changes.ts';
import { commandOrders, environmentOf, withRun, type CommandRun, type OwnCommand } from '../../../electron/model/own-command.ts';
import { aCause, aFailure } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aWorld } from '../../support/a-world.ts';

const environment = anEnvironment('shop/staging', 'ERROR', {
  mode: 'STAGING',
  deployment: aDeployment('DEPLOYMENT_ERROR', { triggeredBy: 'ada' }),
  failure: {
    executionId: 'x1',
    cause: aCause('{by} $(rm -rf /)\n"no" `id`'),
  },
});
const world = aWorld([environment]);
const failed = aFailure('shop/staging');
const command = (args: readonly string[], isOn = true, program = ' /bin/echo '): OwnCommand => ({
  isOn,
  program,
  argumentLines: args.join('\n'),
});

test('a change is one run, with its values in the arguments and in the environment', () => {
  const args = ['--', '{project}/{environment}', 'as {mode}: {status} by {by}', '{unknown} {execution_id}'];
  const [order, ...others] = commandOrders([failed], world, command(args));
  expect(others).toEqual([]);
  expect(order?.program).toBe('/bin/echo');
  expect(order?.args).toEqual(['--', 'shop/staging', 'as STAGING: DEPLOYMENT ERROR by ada', '{unknown} x1']);
  expect(order?.variables).toMatchObject({ QOVERY_TRAY_EVENT: 'deployment-failed', QOVERY_TRAY_SERVICE: 'api', QOVERY_TRAY_BY: 'ada' });
});

test('what the platform sends stays one argument, is one line, and is not filled in again', () => {
  expect(commandOrders([failed], world, command(['{cause}']))[0]?.args).toEqual(['{by} $(rm -rf /) "no" `id`']);
});

const changed: Change = { kind: 'run-changed', environmentId: 'shop/staging', from: 'RUNNING', to: 'ERROR' };
test.each<[string, readonly Change[], OwnCommand, readonly string[]]>([
  ['while it is off', [failed], command([], false), []],
  ['without a program', [failed], command([], true, ' '), []],
  ['on a first look', [{ kind: 'first-look' }], command([]), []],
  ['of what is gone', [aFailure('gone')], command([]), []],
  ['on two changes', [failed, changed], command([]), ['deployment-failed', 'run-changed']],
])('runs %s', (_, changes, own, events) => {
  expect(commandOrders(changes, world, own).map(({ event }) => event)).toEqual(events);
});

test('a run never gets the token, whatever the app was started with', () => {
  const [order] = commandOrders([changed], world, command([]));
  if (!order) throw new Error('there is a run');
  const env = environmentOf({ PATH: '/bin', QOVERY_CLI_ACCESS_TOKEN: 't', q_cli_access_token: 't', NONE: undefined }, order);
  expect(Object.values(env)).not.toContain('t');
  expect(env).toMatchObject({ PATH: '/bin', QOVERY_TRAY_STATUS: 'ERROR' });
});

test('the last ten runs are kept, the newest first', () => {
  const run = (at: number): CommandRun => ({ at, event: 'x', end: 'ended', code: 0, output: '' });
  const runs = Array.from({ length: 12 }, (_, i) => run(i)).reduce<readonly CommandRun[]>(withRun, []);
  expect(runs.map(({ at }) => at)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
});
