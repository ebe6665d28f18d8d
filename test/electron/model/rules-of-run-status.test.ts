// Platform guide 4.4, 4.5 and the test vectors of 8.5, row by row, from the platform's words to the sentence a person reads.
import { describe, expect, test } from 'vitest';
import { environmentRun } from '../../../electron/model/environment-status.ts';
import { instancesFrom } from '../../../electron/model/instance-status.ts';
import type { InstanceReport } from '../../../electron/model/report.ts';
import type { ServiceExtras } from '../../../electron/model/service-extras.ts';
import { serviceRun, type ServiceFacts } from '../../../electron/model/service-status.ts';
import type { RunVerdict } from '../../../electron/model/run-verdict.ts';
import { runSentence } from '../../../electron/model/wording-status.ts';
import { aDeployment, aService, T0 } from '../../support/a-world.ts';

const LETTERS: Readonly<Record<string, string>> = {
  R: 'RUNNING',
  S: 'STARTING',
  T: 'STOPPING',
  X: 'STOPPED',
  E: 'ERROR',
  W: 'WARNING',
  C: 'COMPLETED',
};
const NO_EXTRAS: ServiceExtras = { isScaled: false, action: null, certificates: [] };
const pod = (letter: string, i: number): InstanceReport => ({
  name: `pod-${i}`,
  state: LETTERS[letter] ?? letter,
  reason: letter === 'V' ? 'Evicted' : '',
  message: '',
  restarts: 0,
  startedAt: i,
  version: '',
  containers: letter === 'V' ? 0 : 1,
  lastTermination: null,
  ...(letter === 'V' ? { state: 'ERROR' } : {}),
});
const pods = (letters: string) => instancesFrom(letters.split('').map(pod));
const judged = (more: Partial<ServiceFacts>): RunVerdict =>
  serviceRun({
    kind: 'APPLICATION',
    jobKind: null,
    databaseMode: null,
    isCovered: true,
    reported: 'RUNNING',
    instances: [],
    extras: null,
    deployment: null,
    previous: null,
    ...more,
  });
/** "STATUS busy unstable partial", as far as they hold. */
const word = (one: RunVerdict): string =>
  [one.status, one.busy ? 'busy' : '', one.unstable ? 'unstable' : '', one.incomplete ? 'partial' : ''].filter(Boolean).join(' ');

describe('4.4 and 8.5, a service from its pods', () => {
  test.each([
    ['8.5', 'R', 'RUNNING'],
    ['8.5', 'S', 'STARTING'],
    ['8.5', 'T', 'STOPPING'],
    ['8.5, rule 3', 'X', 'STOPPED'],
    ['8.5, one instance in ERROR', 'E', 'ERROR'],
    ['8.5, one-instance pod WARNING', 'W', 'RUNNING unstable'],
    ['8.5', 'C', 'COMPLETED'],
    ['8.5', 'RR', 'RUNNING'],
    ['8.5', 'RS', 'STARTING'],
    ['8.5, end of a rollout', 'RT', 'STOPPING'],
    ['8.5', 'ST', 'STARTING'],
    ['8.5, rule 4', 'EE', 'ERROR'],
    ['8.5, rule 5', 'RE', 'WARNING'],
    ['8.5, rule 5', 'SE', 'WARNING busy'],
    ['8.5, rule 5', 'TE', 'WARNING busy'],
    ['8.5, a STOPPED pod is a remnant', 'XR', 'RUNNING'],
    ['8.5, live pods only', 'XE', 'ERROR'],
    ['4.4 rule 8', 'CC', 'COMPLETED'],
    ['4.4 rule 9', 'RC', 'RUNNING'],
    ['4.4 rule 9', 'RW', 'RUNNING unstable'],
    ['4.4, all but one in error, last starting', 'EES', 'WARNING busy'],
    ['4.4, an evicted corpse with a newer pod', 'VR', 'RUNNING'],
    ['4.4, an evicted corpse whose successor starts', 'VS', 'STARTING'],
    ['4.4, an evicted pod alone', 'V', 'ERROR'],
    ['4.4, an evicted pod with an older one', 'RV', 'WARNING'],
  ])('%s: %s is %s', (_, letters, status) => {
    expect(word(judged({ instances: pods(letters) }))).toBe(status);
  });

  test.each<[string, Partial<ServiceFacts>, string]>([
    ['8.5, none, listed STOPPED', { reported: 'STOPPED' }, 'STOPPED: the platform says so. As of now.'],
    ['8.5, missing, its environment listed', { reported: null }, 'STOPPED: no instance of it was seen. As of now.'],
    ['8.5, nothing heard', { isCovered: false, reported: null }, 'UNKNOWN: nothing was heard of it yet. As of now.'],
    ['4.4 rule 3, no pods', { reported: 'WARNING' }, 'WARNING: the platform says so. As of now.'],
    [
      '4.4, wire differs from ours',
      { instances: pods('RE') },
      'WARNING: some instances are in ERROR (1 ERROR, 1 RUNNING). The platform says RUNNING. As of now.',
    ],
    [
      '4.2, KEDA scaled it to zero',
      { reported: 'STOPPED', extras: { ...NO_EXTRAS, isScaled: true } },
      'STOPPED: scaled to zero: there is no load, and it comes back with the next. As of now.',
    ],
    [
      '4.2, KEDA may scale it, and it is in error',
      { reported: 'ERROR', extras: { ...NO_EXTRAS, isScaled: true } },
      'ERROR: the platform says so. As of now.',
    ],
    [
      '4.2, certificates are never folded in',
      {
        instances: pods('R'),
        extras: { ...NO_EXTRAS, certificates: [{ domains: ['a'], state: 'ERROR', message: '', endsAt: 1, failures: 9 }] },
      },
      'RUNNING: every instance runs (1 RUNNING). As of now.',
    ],
    ['4.5, a cron job between its runs', { kind: 'JOB', jobKind: 'CRON', reported: null }, 'STOPPED: idle between its runs. As of now.'],
    [
      '4.5, the same, listed',
      { kind: 'JOB', jobKind: 'CRON', reported: 'STOPPED', instances: pods('C') },
      'STOPPED: idle between its runs. As of now.',
    ],
    [
      '4.5, a lifecycle job that is absent',
      { kind: 'JOB', jobKind: 'LIFECYCLE', reported: null },
      'STOPPED: no instance of it was seen. As of now.',
    ],
    [
      '4.5, a job’s past runs mislead',
      { kind: 'JOB', jobKind: 'LIFECYCLE', reported: 'COMPLETED', instances: pods('EC') },
      'COMPLETED: the platform says so. As of now.',
    ],
    [
      '4.5, a job with an unknown word: its newest run',
      { kind: 'JOB', jobKind: 'CRON', reported: 'NEW', instances: pods('CE') },
      'ERROR: the platform says NEW. As of now.',
    ],
    [
      '4.5, agentic as jobs',
      { kind: 'AGENTIC_WORKFLOW', reported: 'RUNNING', instances: pods('ER') },
      'RUNNING: the platform says so. As of now.',
    ],
    ['4.5, Argo CD: state only', { kind: 'ARGOCD_APP', reported: 'WARNING' }, 'WARNING: the platform says so. As of now.'],
    [
      '4.5, terraform at work',
      { kind: 'TERRAFORM', reported: 'RUNNING', instances: pods('R'), extras: { ...NO_EXTRAS, action: 'TERRAFORM_PLAN_AND_APPLY' } },
      'RUNNING: terraform apply under way. As of now.',
    ],
    [
      '4.5, terraform at work of a new kind',
      { kind: 'TERRAFORM', reported: 'STARTING', extras: { ...NO_EXTRAS, action: 'NEW' } },
      'STARTING: terraform run under way. As of now.',
    ],
    [
      '4.5, terraform that has ended',
      { kind: 'TERRAFORM', reported: 'COMPLETED', extras: { ...NO_EXTRAS, action: 'DEPLOY' } },
      'COMPLETED: the platform says so. As of now.',
    ],
    [
      '4.4, helm has pods like any other',
      { kind: 'HELM', instances: pods('RE') },
      'WARNING: some instances are in ERROR (1 ERROR, 1 RUNNING). The platform says RUNNING. As of now.',
    ],
    [
      '4.5, managed database, DEPLOYED',
      { kind: 'DATABASE', databaseMode: 'MANAGED', reported: null, deployment: aDeployment('DEPLOYED') },
      'RUNNING: a managed database, judged by its deployment (DEPLOYED). As of now.',
    ],
    [
      '4.5, managed database, READY after a deployment',
      { kind: 'DATABASE', databaseMode: 'MANAGED', reported: null, deployment: aDeployment('READY') },
      'RUNNING: a managed database, judged by its deployment (READY). As of now.',
    ],
    [
      '4.5, managed database, STOPPED',
      { kind: 'DATABASE', databaseMode: 'MANAGED', reported: null, deployment: aDeployment('STOPPED') },
      'STOPPED: a managed database, judged by its deployment (STOPPED). As of now.',
    ],
    [
      '4.5, managed database, else',
      { kind: 'DATABASE', databaseMode: 'MANAGED', reported: null, deployment: aDeployment('DEPLOYMENT_ERROR') },
      'UNKNOWN: a managed database, judged by its deployment (DEPLOYMENT_ERROR). As of now.',
    ],
    [
      '4.4, a database in containers',
      { kind: 'DATABASE', databaseMode: 'CONTAINER', instances: pods('R') },
      'RUNNING: every instance runs (1 RUNNING). As of now.',
    ],
  ])('%s: %j', (_, more, sentence) => {
    const run = judged(more);
    const reported = more.reported === undefined ? 'RUNNING' : more.reported;
    expect(runSentence({ run, reported, rung: 'instances', freshness: 'live', asOf: T0, problem: null }, T0)).toBe(sentence);
  });
});

const STATUS = {
  RUN: 'RUNNING',
  STA: 'STARTING',
  STO: 'STOPPING',
  STP: 'STOPPED',
  ERR: 'ERROR',
  WAR: 'WARNING',
  COM: 'COMPLETED',
  UNK: 'UNKNOWN',
} as const;
type Word = keyof typeof STATUS;

describe('4.4 and 8.5, an environment from its services', () => {
  test.each<[string, readonly (Word | `${Word}/job`)[], string]>([
    ['rule 1', [], 'EMPTY'],
    ['rule 2', ['UNK', 'UNK'], 'UNKNOWN'],
    ['rule 2, some unknown', ['UNK', 'RUN'], 'RUNNING partial'],
    ['rule 2, some unknown', ['UNK', 'ERR'], 'ERROR partial'],
    ['rule 3', ['STP', 'STP'], 'STOPPED'],
    ['rule 4', ['ERR'], 'ERROR'],
    ['rule 4', ['ERR', 'ERR'], 'ERROR'],
    ['rule 5', ['ERR', 'RUN'], 'WARNING'],
    ['rule 5', ['ERR', 'STP'], 'WARNING'],
    ['rule 5, failure first', ['ERR', 'STA'], 'WARNING busy'],
    ['rule 5, stopping and error', ['ERR', 'STO'], 'WARNING busy'],
    ['rule 5', ['WAR', 'RUN'], 'WARNING'],
    ['rule 5', ['WAR', 'WAR'], 'WARNING'],
    ['rule 5, a job failed', ['ERR/job', 'RUN'], 'WARNING'],
    ['rule 6', ['STA', 'RUN'], 'STARTING'],
    ['rule 6, starting and stopping', ['STA', 'STO'], 'STARTING'],
    ['rule 7', ['STO', 'RUN'], 'STOPPING'],
    ['rule 8', ['COM'], 'COMPLETED'],
    ['rule 8, only jobs', ['COM/job', 'COM/job'], 'COMPLETED'],
    ['rule 9', ['RUN', 'RUN'], 'RUNNING'],
    ['rule 9, partial', ['RUN', 'STP'], 'RUNNING'],
    ['rule 9', ['COM', 'RUN'], 'RUNNING'],
    ['rule 10', ['COM', 'STP'], 'STOPPED'],
    ['rule 10, a job between its runs', ['COM', 'STP/job'], 'COMPLETED'],
  ])('%s: %j is %s', (_, words, status) => {
    const services = words.map((one, i) => {
      const [run, job] = one.split('/') as [Word, string?]; // the two parts of the type above
      return aService(`s${i}`, 'e', STATUS[run], job ? { kind: 'JOB' } : {});
    });
    expect(word(environmentRun(services))).toBe(status);
  });
  test('rule 9 says how many are stopped; a cron job between its runs is idle, and none of them', () => {
    const idle = aService('cron', 'e', 'STOPPED', {
      kind: 'JOB',
      jobKind: 'CRON',
      run: judged({ kind: 'JOB', jobKind: 'CRON', reported: null }),
    });
    expect(environmentRun([aService('a', 'e'), idle]).stopped).toBe(0);
    expect(environmentRun([aService('a', 'e'), idle, aService('b', 'e', 'STOPPED')]).stopped).toBe(1);
  });
  test('rule 3: never deployed, all of it', () => {
    const fresh = aService('a', 'e', 'STOPPED', { deployment: aDeployment('READY', { label: 'NEVER DEPLOYED' }) });
    expect(environmentRun([fresh])).toMatchObject({ status: 'STOPPED', reason: { kind: 'never-deployed' } });
  });
});
