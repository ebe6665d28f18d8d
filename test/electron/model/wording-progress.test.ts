import { describe, expect, test } from 'vitest';
import type { DeploymentReport, EnvironmentDeployments, PastDeployment } from '../../../electron/model/report.ts';
import type { Stage, StageStatus } from '../../../electron/model/stages.ts';
import { isQueuedLong, paceOf, slowness, type Pace } from '../../../electron/model/usual-duration.ts';
import { progressText, rangeText, slowText } from '../../../electron/model/wording-progress.ts';
import type { Deployment } from '../../../electron/model/world.ts';
import { aPast, aReport } from '../../support/a-deployment.ts';
import { aDeployment, anEnvironment, aService, T0 } from '../../support/a-world.ts';

const [S, MIN] = [1000, 60_000];
const past = (durationMs: number | null, stagesMs: readonly (number | null)[], actionStatus = 'SUCCESS'): PastDeployment =>
  aPast('x', 'DEPLOYED', {
    actionStatus,
    durationMs,
    stages: stagesMs.map((ms, i) => ({ name: String(i), status: 'DONE', durationMs: ms, services: [] })),
  });
const reported = (id: string, executionId: string): DeploymentReport => aReport(id, 'DEPLOYED', { executionId });
const reading = (buildMs: number, more: Partial<DeploymentReport> = {}, status = 'SUCCESS'): EnvironmentDeployments => ({
  environment: reported('e', 'x'),
  services: [{ ...reported('api', 'x'), steps: [{ name: 'BUILD', status, durationMs: buildMs }], ...more }],
  staged: null,
});

describe('what is usual', () => {
  test.each<[string, readonly PastDeployment[], number | null]>([
    ['the longest wait of those that worked', [past(60 * S, [50 * S]), past(90 * S, [30 * S, 30 * S]), past(60 * S, [55 * S])], 30 * S],
    ['nothing when fewer than three worked', [past(60 * S, [50 * S]), past(60 * S, [50 * S]), past(60 * S, [1], 'ERROR')], null],
    ['nothing of those whose stages say no durations', [past(60 * S, [null]), past(60 * S, []), past(null, [1])], null],
    ['no wait where stages overlap', [past(1, [2]), past(1, [2]), past(1, [2])], 0],
  ])('of waiting is %s', (_, all, queueMs) => {
    expect(paceOf(all, []).queueMs).toBe(queueMs);
  });
  test.each<[string, readonly EnvironmentDeployments[], Pace['stepMs']]>([
    ['the median', [reading(20 * S), reading(90 * S), reading(30 * S)], { api: { BUILD: 30 * S } }],
    ['the middle of the two in the middle', [20, 90, 30, 40].map((s) => reading(s * S)), { api: { BUILD: 35 * S } }],
    ['nothing when fewer than three are known', [reading(20 * S), reading(30 * S)], {}],
    ['nothing of steps that failed', [reading(20 * S), reading(30 * S), reading(1, {}, 'ERROR')], {}],
    ['nothing of steps that took no time', [reading(20 * S), reading(30 * S), reading(0)], {}],
    ['nothing of services that had no part', [reading(1), reading(1), reading(1, { isPartOfLast: false })], {}],
    ['nothing of what speaks of another deployment', [reading(1), reading(1), reading(1, { executionId: 'older' })], {}],
  ])('of a step is %s', (_, all, stepMs) => {
    expect(paceOf([], all).stepMs).toEqual(stepMs);
  });
});

const pace: Pace = { queueMs: 20 * S, stepMs: { api: { BUILD: 60 * S } } };
const queued = (sinceS: number): Deployment => aDeployment('DEPLOYMENT_QUEUED', { at: T0 - sinceS * S });

test.each<[string, Deployment, Pace | null, boolean]>([
  ['as long as before', queued(20), pace, false],
  ['hardly longer', queued(35), pace, false],
  ['longer', queued(36), pace, true],
  ['longer, where nothing is known of earlier ones', queued(600), null, false],
  ['longer, where too few are known', queued(600), { ...pace, queueMs: null }, false],
  ['no more', aDeployment('BUILDING', { at: T0 - 600 * S }), pace, false],
  ['since nobody knows when', { ...queued(600), at: null }, pace, false],
])('a deployment that waits %s', (_, deployment, known, isLong) => {
  expect(isQueuedLong(deployment, known, T0)).toBe(isLong);
});

const building = (sinceS: number, more: Partial<Deployment> = {}) =>
  aService('api', 'e', 'RUNNING', { deployment: aDeployment('BUILDING', { running: { name: 'BUILD', since: T0 - sinceS * S }, ...more }) });

test.each<[string, ReturnType<typeof aService>, Pace | null, number | null]>([
  ['just below three times as long', building(179), pace, null],
  ['three times as long', building(180), pace, 3],
  ['in whole numbers', building(599), pace, 9],
  ['of another step', building(600, { running: { name: 'DEPLOYMENT', since: T0 - 600 * S } }), pace, null],
  ['of a service left out', building(600, { isPartOfLast: false }), pace, null],
  ['with nothing to compare', building(600), null, null],
  ['with nothing that runs', aService('api', 'e'), pace, null],
])('a step is slow: %s', (_, service, known, times) => {
  expect(slowness(service, known, T0)).toBe(times);
});

test.each([
  [60, 120, '1–2 min'],
  [40, 120, '40 s–2 min'],
  [12, 31, '15–35 s'],
  [58, 60, '1 min'],
  [120, 121, '2 min'],
])('from %i to %i seconds is %s', (from, to, words) => {
  expect(rangeText({ fromMs: from * S, toMs: to * S })).toBe(words);
});

const stage = (status: StageStatus): Stage => ({ name: status, status, since: null, durationMs: null, services: [] });

const waitedFor = (id: string, waiting: number, isPartOfLast = true) =>
  aService(id, 'e', 'RUNNING', { deployment: aDeployment('BUILDING', { waiting, isPartOfLast }) });

describe('how far a deployment is', () => {
  const usual = { fromMs: 3 * MIN, toMs: 4 * MIN };
  const stages = [stage('done'), stage('ongoing'), stage('queued')];
  test.each<[string, Parameters<typeof anEnvironment>[2], readonly ReturnType<typeof aService>[]]>([
    ['stage 2 of 3, about 1–2 min left', { deployment: aDeployment('BUILDING', { at: T0 - 2 * MIN }), stages, usual }, []],
    ['about 1–2 min left', { deployment: aDeployment('BUILDING', { at: T0 - 2 * MIN }), usual }, []],
    ['stage 2 of 3', { deployment: aDeployment('BUILDING', { at: T0 - 2 * MIN }), stages }, []],
    ['stage 2 of 3, longer than the usual 3–4 min', { deployment: aDeployment('BUILDING', { at: T0 - 9 * MIN }), stages, usual }, []],
    ['usually 3–4 min', { deployment: queued(5), stages: [stage('queued')], usual, pace }, []],
    ['queued longer than usual, usually 3–4 min', { deployment: queued(60), usual, pace }, []],
    [
      'stage 2 of 3, api building at 5× the usual',
      { deployment: aDeployment('BUILDING'), stages, pace },
      [aService('web', 'e'), building(300)],
    ],
    [
      'stage 2 of 3, then 2 more',
      { deployment: aDeployment('BUILDING'), stages },
      [waitedFor('api', 2), waitedFor('web', 1), waitedFor('old', 9, false)],
    ],
    ['', { deployment: aDeployment('DEPLOYED') }, [waitedFor('api', 2)]],
    ['', { deployment: aDeployment('DEPLOYED'), stages: [stage('done')], usual, pace }, [building(300)]],
    ['', { deployment: null, usual, pace }, []],
  ])('%s', (words, more, services) => {
    expect(progressText(anEnvironment('shop/production', 'RUNNING', more), services, T0)).toBe(words);
  });
  test('is said of the slowest service, in one line whatever its name holds', () => {
    const environment = anEnvironment('shop/production', 'RUNNING', {
      deployment: aDeployment('BUILDING'),
      pace: { queueMs: null, stepMs: { api: { BUILD: 60 * S }, odd: { EXECUTING: 10 * S } } },
    });
    const odd = aService('odd', 'e', 'RUNNING', {
      name: 'odd\nname',
      deployment: aDeployment('EXECUTING', { running: { name: 'EXECUTING', since: T0 - 200 * S } }),
    });
    expect(progressText(environment, [building(300), odd], T0)).toBe('odd name executing at 20× the usual');
    expect(slowText(odd, environment, T0)).toBe('executing at 20× the usual');
    expect(slowText(aService('web', 'e'), environment, T0)).toBe('');
  });
});
