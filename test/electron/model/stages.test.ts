import { describe, expect, test } from 'vitest';
import type { StagesReport } from '../../../electron/model/report.ts';
import {
  currentStage,
  isPreCheck,
  pastStages,
  stageName,
  stagesFrom,
  type Stage,
  type StageStatus,
} from '../../../electron/model/stages.ts';
import { aDeployment, aService, T0 } from '../../support/a-world.ts';

const S = 1000;
const told = (status: string, durationMs: number | null, ...serviceIds: readonly string[]) => ({
  name: `stage of ${serviceIds.join(' and ')}`,
  status,
  durationMs,
  serviceIds,
});
const stage = (status: StageStatus): Stage => ({ name: status, status, since: null, durationMs: null, services: [] });

describe('the stages of a deployment under way', () => {
  const services = [
    aService('pg', 'e', 'RUNNING', { deployment: aDeployment('DEPLOYED', { isPartOfLast: false }) }),
    aService('migrate', 'e', 'RUNNING', { deployment: aDeployment('DEPLOYED', { durationMs: 20 * S }) }),
    aService('api', 'e', 'RUNNING', {
      name: 'the api',
      deployment: aDeployment('BUILDING', { durationMs: null, steps: [{ name: 'GIT_CLONE', status: 'SUCCESS', durationMs: 3 * S }] }),
    }),
  ];
  const report: StagesReport = {
    preCheckMs: 4 * S,
    preCheckStatus: 'SUCCESS',
    stages: [told('DONE', 0, 'pg'), told('DONE', 20 * S, 'migrate'), told('ONGOING', null, 'api'), told('QUEUED', null, 'api')],
  };

  test('hold those services that take part, each with its label and steps', () => {
    const [database, job, application] = stagesFrom(report, services, T0);
    expect(database).toMatchObject({ status: 'skipped', services: [] });
    expect(job?.services).toMatchObject([{ id: 'migrate', label: 'DEPLOYMENT OK', tone: 'ok', durationMs: 20 * S, steps: [] }]);
    expect(application?.services).toMatchObject([{ id: 'api', name: 'the api', label: 'BUILDING', steps: [{ name: 'GIT_CLONE' }] }]);
  });
  test('begin when those before them have ended', () => {
    expect(stagesFrom(report, services, T0).map(({ since }) => since)).toEqual([null, T0 + 4 * S, T0 + 24 * S, null]);
  });
  test.each<[string, Partial<StagesReport>, number | null]>([
    ['how long the checks took', { preCheckMs: null }, T0],
    ['how long a stage before it took', { stages: [told('DONE', null, 'migrate'), told('ONGOING', null, 'api')] }, T0],
    ['when the deployment began', {}, null],
  ])('have no beginning where it is not known %s', (_, more, at) => {
    expect(stagesFrom({ ...report, ...more }, services, at).at(-2)?.since ?? null).toBe(
      at === null || more.preCheckMs === null ? null : T0 + 4 * S,
    );
    expect(stagesFrom({ ...report, ...more }, services, at).find((one) => one.status === 'ongoing')?.since).toBeNull();
  });
  test('begin with the check before them only where that ended the deployment', () => {
    const [check, ...rest] = stagesFrom({ ...report, preCheckStatus: 'ERROR' }, services, T0);
    expect(check).toMatchObject({ status: 'error', since: T0, durationMs: 4 * S, services: [] });
    expect(rest).toEqual(stagesFrom(report, services, T0));
    expect([check, ...rest].map((one) => one !== undefined && isPreCheck(one))).toEqual([true, false, false, false, false]);
  });
  test('name nothing of a service that nobody knows', () => {
    expect(stagesFrom({ preCheckMs: 0, preCheckStatus: '', stages: [told('ONGOING', null, 'stranger')] }, services, T0)).toMatchObject([
      { services: [] },
    ]);
  });
  test.each([
    ['CANCELED', 'cancelled'],
    ['ERROR', 'error'],
    ['constructor', 'unknown'],
  ])('%s is read as %s', (raw, status) => {
    expect(stagesFrom({ preCheckMs: 0, preCheckStatus: '', stages: [told(raw, null, 'api')] }, services, T0)).toMatchObject([{ status }]);
  });
});

describe('the current stage', () => {
  test.each<[readonly StageStatus[], string | null]>([
    [['done', 'ongoing', 'queued'], '2 of 3'],
    [['skipped', 'done', 'skipped', 'ongoing'], '2 of 2'],
    [['queued', 'queued'], '1 of 2'],
    [['done', 'queued'], '2 of 2'],
    [['done', 'error', 'cancelled'], '2 of 3'],
    [['done', 'skipped'], null],
    [[], null],
  ])('of %j is %s', (statuses, place) => {
    const found = currentStage(statuses.map(stage));
    expect(found && `${found.number} of ${found.of}`).toBe(place);
  });
});

test('the stages of an earlier deployment say how each service ended and how long it took', () => {
  const services = [
    { id: 'api', name: 'api', state: 'BUILD_ERROR', durationMs: 55 * S },
    { id: 'web', name: 'web', state: 'CANCELED', durationMs: null },
    { id: 'odd', name: 'odd', state: 'FUTURE_ERROR', durationMs: null },
    { id: 'odder', name: 'odder', state: 'FUTURE', durationMs: null },
  ];
  expect(pastStages({ stages: [{ name: '3.DEFAULT APPLICATION', status: 'ERROR', durationMs: 60 * S, services }] })).toMatchObject([
    {
      status: 'error',
      durationMs: 60 * S,
      since: null,
      services: [
        { name: 'api', label: 'DEPLOYMENT ERROR', tone: 'error', durationMs: 55 * S, steps: [] },
        { name: 'web', label: 'CANCELLED', tone: 'cancelled' },
        { label: 'DEPLOYMENT ERROR' },
        { label: 'UNKNOWN' },
      ],
    },
  ]);
});

test.each([
  ['3.DEFAULT APPLICATION', 'Default application'],
  ['Migrations & seeds', 'Migrations & seeds'],
  ['2. QA', 'Qa'],
  ['', ''],
])('the stage %j is called %j', (name, words) => {
  expect(stageName({ name })).toBe(words);
});
