import { expect, test } from 'vitest';
import type { LogPlace } from '../../../electron/contract/log-batch.ts';
import type { PastRun } from '../../../electron/model/past-run.ts';
import type { Stage } from '../../../electron/model/stages.ts';
import type { Environment, Service } from '../../../electron/model/world.ts';
import { paneOf, type Pane } from '../../../renderer/log-viewer/pane.ts';
import { aDeployment, anEnvironment, aService, aWorld, T0 } from '../../support/a-world.ts';

const PLACE: LogPlace = {
  kind: 'deployment',
  organizationId: 'acme',
  projectId: 'shop',
  environmentId: 'shop/production',
  serviceId: null,
  executionId: 'x1',
  lineKey: null,
};
const STEPS = [
  { name: 'GIT_CLONE', status: 'SUCCESS', durationMs: 3000 },
  { name: 'BUILD', status: 'ERROR', durationMs: 53_000 },
  { name: 'SOME_NEW_STEP', status: 'WAITING', durationMs: null },
];
const SERVICES = [
  aService('api', 'shop/production', 'RUNNING', { deployment: aDeployment('BUILD_ERROR', { steps: STEPS, durationMs: 58_000 }) }),
  aService('db', 'shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYED', { steps: STEPS, durationMs: 3000 }) }),
  aService('worker', 'shop/production', 'STOPPED', { deployment: aDeployment('CANCELED') }),
  aService('old', 'shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYED', { isPartOfLast: false }) }),
];
const part = (id: string, state: string, durationMs: number | null = null): Stage['services'][number] => {
  const { label, tone, steps } = aDeployment(state);
  return { id, name: id, label, tone, steps, durationMs };
};
const stage = (name: string, status: Stage['status'], services: Stage['services'], more: Partial<Stage> = {}): Stage => ({
  name,
  status,
  since: null,
  durationMs: null,
  services,
  ...more,
});

interface Asked {
  readonly place?: LogPlace;
  readonly run?: PastRun | null;
  readonly services?: readonly Service[];
  readonly environment?: Partial<Environment>;
}
function pane({ place = PLACE, run = null, services = SERVICES, environment = {} }: Asked = {}): Pane {
  const one = anEnvironment('shop/production', 'RUNNING', { deployment: aDeployment('DEPLOYMENT_ERROR'), ...environment });
  const world = aWorld([one], services);
  const found = world.environments['shop/production'];
  if (!found) throw new Error('the world holds it');
  return paneOf({ world, environment: found, place, run, now: T0 });
}
const groups = (one: Pane) => one.groups.map(({ title, note, services }) => [title, note, services.map(({ service }) => service.id)]);

test('tells each service’s part in the deployment, and the steps of the one that failed, while no stage is known', () => {
  const [group] = pane().groups;
  expect(group?.title).toBeNull();
  expect(group?.services.map(({ service, mark, note, isFailed, isOff }) => [service.id, mark, note, isFailed, isOff])).toEqual([
    ['api', 'error', '58 s', true, false],
    ['db', 'ok', '3 s', false, false],
    ['worker', 'cancelled', 'CANCELLED', false, true],
    ['old', null, 'no part', false, true],
  ]);
  expect(group?.services[0]?.steps).toEqual([
    { name: 'Clone repository', mark: 'ok', note: '3 s', isFailed: false },
    { name: 'Build', mark: 'error', note: '53 s', isFailed: true },
    { name: 'Some new step', mark: null, note: 'not reached', isFailed: false },
  ]);
  expect(group?.services[1]?.steps).toEqual([]);
});

test('puts services under their stages, with what the stage took; those without a part come last', () => {
  const stages = [
    stage('0.DEFAULT DATABASE', 'done', [part('db', 'DEPLOYED')], { durationMs: 3000 }),
    stage('1.DEFAULT JOB', 'skipped', []),
    stage('3.Our Own', 'error', [part('api', 'BUILD_ERROR'), part('worker', 'CANCELED')], { durationMs: 62_000 }),
  ];
  const one = pane({ environment: { stages } });
  expect(groups(one)).toEqual([
    ['Stage 1: Database', '3 s', ['db']],
    ['Stage 2: Our Own', '1 min 2 s', ['api', 'worker']],
    ['No part in it', '', ['old']],
  ]);
  expect(one.groups.map(({ isCurrent, isFailed }) => [isCurrent, isFailed])).toEqual([
    [false, false],
    [false, true],
    [false, false],
  ]);
});

test('marks the stage that is under way, says how long it and the running step take already, and how far all is', () => {
  const running = { name: 'BUILD', since: T0 - 12_000 } as const;
  const building = aDeployment('BUILDING', { steps: STEPS.slice(0, 1), running });
  const services = [aService('api', 'shop/production', 'RUNNING', { deployment: building }), ...SERVICES.slice(1)];
  const stages = [
    stage('0.DEFAULT DATABASE', 'done', [part('db', 'DEPLOYED')], { durationMs: 3000 }),
    stage('3.DEFAULT APPLICATION', 'ongoing', [part('api', 'BUILDING')], { since: T0 - 20_000 }),
    stage('4.LATER', 'queued', [part('worker', 'DEPLOYMENT_QUEUED')]),
  ];
  const one = pane({ services, environment: { stages, deployment: aDeployment('BUILDING') } });
  expect(one.groups.slice(0, 3).map(({ note, isCurrent }) => [note, isCurrent])).toEqual([
    ['3 s', false],
    ['for 20 s', true],
    ['waits', false],
  ]);
  expect(one.progress).toMatch(/^stage 2 of 3/);
  expect(one.groups[1]?.services[0]?.steps.at(-1)).toEqual({ name: 'Build', mark: 'progress', note: 'for 12 s', isFailed: false });
});

test('of an earlier deployment shows what the history tells, also services that are no longer there; before, only names', () => {
  const place = { ...PLACE, executionId: 'x0' };
  const run: PastRun = {
    environmentId: 'shop/production',
    of: '',
    executionId: 'x0',
    label: 'DEPLOYMENT OK',
    tone: 'ok',
    at: T0,
    durationMs: 60_000,
    triggeredBy: null,
    origin: null,
    isSaved: false,
    stages: [stage('3.DEFAULT APPLICATION', 'done', [part('api', 'DEPLOYED', 40_000), part('lost', 'CANCELED')], { durationMs: 50_000 })],
  };
  const told = pane({ place, run });
  expect([told.mark, told.note, groups(told)]).toEqual(['ok', '1 min', [['Stage 1: Application', '50 s', ['api', 'lost']]]]);
  expect(told.groups[0]?.services.map(({ note, mark }) => [note, mark])).toEqual([
    ['40 s', 'ok'],
    ['CANCELLED', 'cancelled'],
  ]);
  const before = pane({ place });
  expect(groups(before)).toEqual([[null, '', ['api', 'db', 'worker', 'old']]]);
  expect(before.groups[0]?.services.every(({ mark, note }) => mark === null && note === '')).toBe(true);
  expect(groups(pane({ place, run: { ...run, stages: [] } }))).toEqual(groups(before));
});

test('names the check that ended a deployment before its stages, which keep their numbers', () => {
  const stages = [
    stage('PRE-CHECK', 'error', [], { durationMs: 4000 }),
    stage('3.DEFAULT APPLICATION', 'cancelled', [part('api', 'CANCELED')], { durationMs: 0 }),
  ];
  const [check, first] = pane({ environment: { stages } }).groups;
  expect(check).toMatchObject({ title: 'Pre-check', note: '4 s', isFailed: true, services: [] });
  expect(first).toMatchObject({ title: 'Stage 1: Application', note: 'cancelled', isFailed: false });
});
