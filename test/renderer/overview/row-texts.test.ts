import { expect, test } from 'vitest';
import type { Problem } from '../../../electron/model/problem.ts';
import type { Freshness } from '../../../electron/model/freshness.ts';
import { plainVerdict } from '../../../electron/model/service-status.ts';
import type { Cause } from '../../../electron/model/failure.ts';
import type { Environment, Instance, Service, World } from '../../../electron/model/world.ts';
import {
  causeText,
  environmentSpoken,
  factsText,
  hasReason,
  instanceReason,
  labelOf,
  shortVersion,
  triggerText,
  whoText,
} from '../../../renderer/overview/row-texts.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const cause = (message: string, serviceName: string | null = 'api'): Cause => ({
  serviceId: 'api',
  serviceName,
  step: null,
  tag: null,
  message,
  hint: null,
  link: null,
  lineKey: 'k',
});
const broken: Instance = {
  name: 'worker-1',
  status: 'ERROR',
  reported: 'ERROR',
  unstable: false,
  remnant: false,
  reason: 'CrashLoopBackOff',
  message: '',
  restarts: 4,
  startedAt: null,
  version: '1',
  lastTermination: null,
};
const worker = (more: Partial<Service> = {}): Service =>
  aService('worker', 'shop/production', 'WARNING', {
    run: plainVerdict('WARNING', { kind: 'counted', of: 'instances', counts: { ERROR: 1, RUNNING: 2 }, total: 3 }, { busy: true }),
    instances: [broken],
    ...more,
  });
const failed = aDeployment('DEPLOYMENT_ERROR');
const place = (more: Partial<Environment>, services: readonly Service[] = []): readonly [World, Environment] => {
  const world = aWorld([anEnvironment('shop/production', 'RUNNING', more)], services);
  const environment = world.environments['shop/production'];
  if (!environment) throw new Error('not there');
  return [world, environment];
};

test.each<[string, readonly [World, Environment], string]>([
  [
    "a failed deployment's cause",
    place({ deployment: failed, failure: { executionId: 'x1', cause: cause('no space left') } }),
    'api: no space left',
  ],
  [
    'a cause that names no service',
    place({ deployment: failed, failure: { executionId: 'x1', cause: cause('no nodes', null) } }),
    'no nodes',
  ],
  [
    'a cause on one line, without codes',
    place({ deployment: failed, failure: { executionId: 'x1', cause: cause('\u001B[31mred\u001B[0m\nmore') } }),
    'api: red more',
  ],
  [
    'a cause before what does not run',
    place({ deployment: failed, failure: { executionId: 'x1', cause: cause('no space left') } }, [worker()]),
    'api: no space left',
  ],
  ['instances in ERROR', place({}, [worker()]), 'worker: 1 of 3 instances in ERROR, CrashLoopBackOff, restarting'],
  [
    'the worst service, and how many more',
    place({}, [worker(), aService('api', 'shop/production', 'ERROR')]),
    'api: ERROR, and 1 more in trouble',
  ],
  [
    'a cause that is not read yet',
    place({ deployment: failed }, [aService('api', 'shop/production', 'RUNNING', { deployment: failed })]),
    'api: the cause is not read yet',
  ],
  ['a log that names no cause', place({ deployment: failed, failure: { executionId: 'x1', cause: null } }), 'its log names no cause'],
  ['what is well again while its row is held', place({}), 'nothing needs attention any more'],
  [
    'a status without a bad service',
    place({ run: plainVerdict('ERROR', { kind: 'reported', raw: 'ERROR' }) }),
    'its services do not say why',
  ],
])('says in the third line: %s', (_, [world, environment], text) => {
  expect(causeText(world, environment)).toBe(text);
});

const unknown = { serviceIds: ['a'], run: plainVerdict('UNKNOWN', { kind: 'no-data' }) };
test.each<[Partial<Environment>, Freshness, string, Problem?]>([
  [unknown, 'refused', '1 service, no run status: address not usable', { kind: 'bad-address', address: 'x' }],
  [unknown, 'refused', '1 service, no run status: the token may not read it', { kind: 'forbidden', answer: 1007 }],
  [unknown, 'unreachable', '1 service, no run status: offline', { kind: 'offline', code: 'ECONNREFUSED' }],
  [unknown, 'agent-away', "1 service, no run status: the cluster's agent is away", { kind: 'agent-away' }],
  [{ serviceIds: [] }, 'live', 'no services'],
  [{ serviceIds: ['a'] }, 'live', '1 service'],
  [{ serviceIds: ['a', 'b'], run: { ...plainVerdict('RUNNING', { kind: 'no-data' }), stopped: 1 } }, 'live', '2 services, 1 stopped'],
  [unknown, 'refused', '1 service, no run status: the token may not read it'],
  [unknown, 'waiting', '1 service, no run status yet'],
  [{ serviceIds: ['a'], deployment: aDeployment('DEPLOYED', { needsRedeploy: true }) }, 'live', '1 service, needs a redeploy'],
])('facts of %j, %s: %s', (more, run, text, problem) => {
  expect(factsText(anEnvironment('a/b', 'RUNNING', more), { run, runProblem: problem ?? null })).toBe(text);
});

test('how far a deployment is takes the place of the count of services', () => {
  const environment = anEnvironment('a/b', 'RUNNING', { serviceIds: ['x', 'y'], run: { ...anEnvironment('a/b').run, stopped: 1 } });
  expect(factsText(environment, { run: 'live', runProblem: null }, 'stage 1 of 2')).toBe('stage 1 of 2, 1 stopped');
});

test.each([
  ['ada@example.com', 'ada'],
  ['Grace Hopper', 'Grace'],
  ['', ''],
  [null, ''],
])('who: %j is shown as %j', (given, shown) => {
  expect(whoText(given)).toBe(shown);
});

test.each([
  ['GIT', 'ada, Git push'],
  ['CLI', 'ada, CLI'],
  ['SOMETHING_NEW', 'ada, SOMETHING_NEW'],
  [null, 'ada'],
])('triggered from %j: %s', (origin, text) => {
  expect(triggerText(aDeployment('DEPLOYED', { origin }))).toBe(text);
});

test("a row's name holds name, run status and label before anything else", () => {
  const environment = anEnvironment('shop/production', 'WARNING', { deployment: failed });
  expect(environmentSpoken(environment, 'shop', 'api: no space left')).toBe(
    'production, WARNING, DEPLOYMENT ERROR, shop, api: no space left',
  );
  expect(labelOf(null)).toBe('');
});

test.each([
  ['7c1f0e2a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e', '7c1f0e2'],
  ['2.14.0-rc1', '2.14.0-rc1'],
  ['abcdef', 'abcdef'],
])('version %s is shown as %s', (version, shown) => {
  expect(shortVersion(version)).toBe(shown);
});

test('an instance says why it is as it is', () => {
  expect(instanceReason({ ...broken, lastTermination: { reason: 'OOMKilled', exitCode: 137, at: T0 - 60_000 } }, true, T0)).toBe(
    'old version, CrashLoopBackOff, 4 restarts, last ended with OOMKilled (exit code 137), 1 min ago',
  );
  expect(instanceReason({ ...broken, reason: '', restarts: 0 }, false, T0)).toBe('');
  const finished = { ...broken, reason: '', restarts: 0, lastTermination: { reason: 'Completed', exitCode: 0, at: T0 } };
  expect(hasReason(finished)).toBe(false);
  expect(hasReason(broken)).toBe(true);
});
