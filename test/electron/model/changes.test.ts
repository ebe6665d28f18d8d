import { describe, expect, test } from 'vitest';
import { changes, type Change } from '../../../electron/model/changes.ts';
import { EMPTY_WORLD, type Deployment, type Environment, type World } from '../../../electron/model/world.ts';
import { aFailure, aPassed } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aService, aWorld } from '../../support/a-world.ts';

const PATH = 'shop/production';
const world = (more: Partial<Environment>, services: readonly ReturnType<typeof aService>[] = []): World =>
  aWorld([anEnvironment(PATH, 'RUNNING', more)], services);
const kinds = (before: Partial<Environment>, after: Partial<Environment>): readonly string[] =>
  changes(world(before), world(after)).map((change) => change.kind);

const ok = aDeployment('DEPLOYED');
const building = aDeployment('BUILDING', { executionId: 'x2' });
const broken = aDeployment('DEPLOYMENT_ERROR', { executionId: 'x2' });
const cause = { executionId: 'x2', cause: null };

test('the first whole picture is a first look and nothing else', () => {
  expect(changes({ ...EMPTY_WORLD, phase: 'connecting' }, world({ deployment: broken, failure: cause }))).toEqual([{ kind: 'first-look' }]);
});
test('nothing happens before the picture is whole', () => {
  expect(changes(EMPTY_WORLD, { ...world({}), phase: 'connecting' })).toEqual([]);
});
test('the same world again is no change', () => {
  const same = world({});
  expect(changes(same, same)).toEqual([]);
});
test('an environment seen for the first time was found, not changed', () => {
  expect(changes(aWorld([]), world({ deployment: broken, failure: cause }))).toEqual([]);
});

describe('a deployment', () => {
  test('starts', () => expect(kinds({ deployment: ok }, { deployment: building })).toEqual(['deployment-started']));
  test('moving on is no new start', () =>
    expect(kinds({ deployment: building }, { deployment: aDeployment('DEPLOYING', { executionId: 'x2' }) })).toEqual([]));
  test('that follows at once on another is a start', () =>
    expect(kinds({ deployment: building }, { deployment: aDeployment('BUILDING', { executionId: 'x3' }) })).toEqual([
      'deployment-started',
    ]));
  test('succeeds', () =>
    expect(kinds({ deployment: building }, { deployment: aDeployment('DEPLOYED', { executionId: 'x2' }) })).toEqual([
      'deployment-succeeded',
    ]));
  test('that ran from start to end between two looks has succeeded', () =>
    expect(kinds({ deployment: ok }, { deployment: aDeployment('DEPLOYED', { executionId: 'x9' }) })).toEqual(['deployment-succeeded']));
  test('is cancelled', () =>
    expect(kinds({ deployment: building }, { deployment: aDeployment('CANCELED', { executionId: 'x2' }) })).toEqual([
      'deployment-cancelled',
    ]));
  test('that failed is told once its cause was looked for, not before', () => {
    expect(kinds({ deployment: building }, { deployment: broken })).toEqual([]);
    expect(kinds({ deployment: broken }, { deployment: broken, failure: cause })).toEqual(['deployment-failed']);
    expect(kinds({ deployment: broken, failure: cause }, { deployment: broken, failure: { ...cause } })).toEqual([]);
  });
  test('that fails again in another execution is told again', () => {
    const again = aDeployment('DEPLOYMENT_ERROR', { executionId: 'x3' });
    expect(kinds({ deployment: broken, failure: cause }, { deployment: again, failure: { executionId: 'x3', cause: null } })).toEqual([
      'deployment-failed',
    ]);
  });
});

test('a failure names the services that failed in it, not those that failed before', () => {
  const services = [
    aService('api', PATH, 'RUNNING', { deployment: broken }),
    aService('web', PATH, 'RUNNING', { deployment: aDeployment('CANCELED') }),
    aService('old', PATH, 'RUNNING', { deployment: aDeployment('BUILD_ERROR', { isPartOfLast: false }) }),
  ];
  const found = changes(world({ deployment: broken }, services), world({ deployment: broken, failure: cause }, services));
  expect(found).toEqual([aFailure(PATH, 'x2', ['api'])]);
});

describe('an environment kept in error by an older failure', () => {
  const worked = aDeployment('DEPLOYMENT_ERROR', { executionId: 'x2', lastState: 'DEPLOYED' });
  const told = (service: Partial<Deployment>): readonly Change[] => {
    const services = [aService('api', PATH, 'RUNNING', { deployment: aDeployment('BUILD_ERROR', service) })];
    return changes(world({ deployment: worked }, services), world({ deployment: worked, failure: cause }, services));
  };
  test('is not told as a failure of the deployment that worked', () => {
    expect(told({ executionId: 'x1', isPartOfLast: false })).toEqual([]);
    expect(told({ executionId: 'x1', isPartOfLast: true })).toEqual([]);
  });
  test('is told when a service failed in the last deployment after all', () =>
    expect(told({ executionId: 'x2' })).toMatchObject([{ kind: 'deployment-failed', serviceIds: ['api'] }]));
});

describe('a failure that the next deployment replaces before its cause was read', () => {
  const next = aDeployment('DEPLOYING', { executionId: 'x3' });
  const replaced = aPassed('x2', { wasSeen: true, serviceIds: ['api'] });
  test('is told once its own log was read, and once alone', () => {
    const unread = { deployment: next, overlooked: [{ ...replaced, isRead: false }] };
    expect(kinds({ deployment: broken }, unread)).toEqual(['deployment-started']);
    expect(changes(world(unread), world({ deployment: next, overlooked: [replaced] }))).toEqual([aFailure(PATH, 'x2', ['api'])]);
    const worked = { deployment: aDeployment('DEPLOYED', { executionId: 'x3' }), overlooked: [replaced] };
    expect(kinds({ deployment: next, overlooked: [replaced] }, worked)).toEqual(['deployment-succeeded']);
  });
});

test('run status changes are told with both ends', () => {
  const found = changes(aWorld([anEnvironment(PATH, 'RUNNING')]), aWorld([anEnvironment(PATH, 'WARNING')]));
  expect(found).toEqual([{ kind: 'run-changed', environmentId: PATH, from: 'RUNNING', to: 'WARNING' }]);
});
