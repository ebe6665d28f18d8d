import { expect, test } from 'vitest';
import { isKnown, knownInTrouble, stillKnown, troublesOf, uncounted, withKnown, type Known } from '../../../electron/model/known.ts';
import type { Environment, World } from '../../../electron/model/world.ts';
import { aDeployment, anEnvironment, aService, aSource, aWorld, T0 } from '../../support/a-world.ts';

const CAUSE = {
  serviceId: 'api',
  serviceName: 'api',
  step: 'BuildError',
  tag: null,
  message: 'tag 2.14.0 was not found',
  hint: null,
  link: null,
  lineKey: 'k',
};
const failed = (message: string, executionId = 'x1'): Partial<Environment> => ({
  deployment: aDeployment('DEPLOYMENT_ERROR', { executionId }),
  failure: { executionId, cause: { ...CAUSE, message } },
});
const shop = (more: Partial<Environment>, bad: readonly string[] = [], sources: World['sources'] = {}): World => {
  const world = aWorld(
    [anEnvironment('shop/x', bad.length > 0 ? 'WARNING' : 'RUNNING', more)],
    ['api', 'web'].map((id) => aService(id, 'shop/x', bad.includes(id) ? 'ERROR' : 'RUNNING')),
  );
  return { ...world, sources: { ...world.sources, ...sources } };
};
const environmentOf = (world: World): Environment => {
  const environment = world.environments['shop/x'];
  if (!environment) throw new Error('the world has shop/x');
  return environment;
};
const red = shop(failed('tag 2.14.0 was not found'), ['api']);
const iKnow: Known = { environmentId: 'shop/x', troubles: troublesOf(red, environmentOf(red)), until: null };
const hour: Known = { environmentId: 'shop/x', troubles: null, until: T0 + 3_600_000 };
const fixed: Known = { environmentId: 'shop/x', troubles: null, until: null };

test.each<[string, World, Known, boolean]>([
  ['the very troubles', red, iKnow, true],
  ['the same cause in another execution', shop(failed('tag 2.15.1 was not found', 'x2'), ['api']), iKnow, true],
  ['a part of them', shop({}, ['api']), iKnow, true],
  ['another cause', shop(failed('no space left'), ['api']), iKnow, false],
  ['another service beside them', shop(failed('tag 2.14.0 was not found'), ['api', 'web']), iKnow, false],
  ['whatever it is, while muted', shop(failed('no space left'), ['web']), hour, true],
])('known: %s', (_, world, one, expected) => {
  expect(isKnown(world, environmentOf(world), { mutedEnvironments: [], mutedServices: [], known: [one] })).toBe(expected);
  expect(uncounted(world, { mutedEnvironments: ['a'], mutedServices: [], known: [one] })).toEqual(expected ? ['a', 'shop/x'] : ['a']);
});

test('an environment without trouble counts, whatever is known of it; one muted for good is not counted twice', () => {
  expect(uncounted(shop({}), { mutedEnvironments: [], mutedServices: [], known: [hour] })).toEqual([]);
  expect(knownInTrouble(red, { mutedEnvironments: ['shop/x'], mutedServices: [], known: [iKnow] })).toEqual([]);
});

const calm = shop({});
const moving = shop({ deployment: aDeployment('DEPLOYING') });
const away = shop({}, [], { 'run:c1': aSource('run', { state: 'agent-away' }) });
test.each<[string, World, Known, number, boolean]>([
  ['what is wrong still is', red, iKnow, T0, true],
  ['something else is wrong', shop(failed('no space left')), iKnow, T0, false],
  ['all is well', calm, iKnow, T0, false],
  ['all is well, while muted until fixed', calm, fixed, T0, false],
  ['all is well, while muted for an hour', calm, hour, T0, true],
  ['something else is wrong, while muted until fixed', shop(failed('no space left')), fixed, T0, true],
  ['it is being deployed', moving, iKnow, T0, true],
  ['nothing is known of it just now', away, iKnow, T0, true],
  ['it is gone', aWorld([]), iKnow, T0, true],
  ['the hour is over', red, hour, T0 + 3_600_000, false],
])('it goes on, or ends, when %s', (_, world, one, now, expected) => {
  const known = [one];
  const left = stillKnown(known, world, () => false, now);
  expect(left).toEqual(expected ? known : []);
  if (expected) expect(left).toBe(known);
});

test('a service that ran badly a moment ago is not fixed yet', () => {
  expect(stillKnown([fixed], calm, (id) => id === 'shop/x', T0)).toEqual([fixed]);
});

test('what is said last of an environment holds', () => {
  const other: Known = { ...hour, environmentId: 'shop/y' };
  expect(withKnown([iKnow, other], hour)).toEqual([other, hour]);
});

const only = (serviceId: string, until: number | null = null): Known => ({ environmentId: 'shop/x', serviceId, troubles: null, until });
test.each<[string, World, readonly Known[], readonly string[], boolean]>([
  ['the muted service alone is bad', shop({}, ['api']), [only('api')], [], true],
  ['the service muted for ever alone is bad', shop({}, ['api']), [], ['api'], true],
  ['another is bad, too', shop({}, ['api', 'web']), [only('api')], [], false],
  ['both are muted', shop({}, ['api', 'web']), [only('api')], ['web'], true],
  ['it failed in the deployment, too', red, [only('api')], [], true],
  ['nothing is bad', shop({}), [only('api')], ['web'], false],
])('with services muted: %s', (_, world, known, mutedServices, expected) => {
  const silenced = { mutedEnvironments: [], mutedServices, known };
  expect(isKnown(world, environmentOf(world), silenced)).toBe(expected);
  expect(uncounted(world, silenced)).toEqual(expected ? ['shop/x'] : []);
});

test.each<[string, World, Known, boolean]>([
  ['until it is fixed: it still is bad', shop({}, ['api']), only('api'), true],
  ['until it is fixed: another is bad', shop({}, ['web']), only('api'), false],
  ['until it is fixed: a deployment moves', moving, only('api'), true],
  ['for a time that is not over', calm, only('api', T0 + 1), true],
  ['for a time that is over', shop({}, ['api']), only('api', T0), false],
])('a service stays muted %s', (_, world, one, stays) => {
  expect(stillKnown([one], world, () => false, T0)).toEqual(stays ? [one] : []);
});

test('a mute of a service stands beside that of its environment', () => {
  expect(withKnown([hour, only('web')], only('api'))).toEqual([hour, only('web'), only('api')]);
  expect(withKnown([only('api'), hour], only('api', 7))).toEqual([hour, only('api', 7)]);
});
