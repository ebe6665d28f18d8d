import { describe, expect, test } from 'vitest';
import { instancesFrom } from '../../../electron/model/instance-status.ts';
import type { InstanceReport } from '../../../electron/model/report.ts';
import { serviceRun, type ServiceFacts } from '../../../electron/model/service-status.ts';
import type { RunStatus } from '../../../electron/model/status.ts';
import { aDeployment } from '../../support/a-world.ts';

// The letters of the platform guide's test vectors (8.5).
const STATES: Readonly<Record<string, string>> = {
  R: 'RUNNING',
  S: 'STARTING',
  T: 'STOPPING',
  X: 'STOPPED',
  E: 'ERROR',
  W: 'WARNING',
  C: 'COMPLETED',
};
function pod(state: string, more: Partial<InstanceReport> = {}): InstanceReport {
  const plain = { name: 'app-z1', reason: '', message: '', restarts: 0, startedAt: 1, version: 'v1', containers: 1, lastTermination: null };
  return { ...plain, state, ...more };
}
function facts(more: Partial<ServiceFacts> = {}): ServiceFacts {
  const none = { jobKind: null, databaseMode: null, instances: [], extras: null, deployment: null, previous: null };
  return { kind: 'APPLICATION', isCovered: true, reported: 'RUNNING', ...none, ...more };
}
const withPods = (letters: string): ServiceFacts =>
  facts({ instances: instancesFrom(letters.split('').map((letter, i) => pod(STATES[letter] ?? letter, { name: `app-z${i}` }))) });

describe('a service judged by its instances', () => {
  test.each<[string, RunStatus, { busy?: boolean; unstable?: boolean }]>([
    ['R', 'RUNNING', {}],
    ['RR', 'RUNNING', {}],
    ['S', 'STARTING', {}],
    ['RS', 'STARTING', {}],
    ['T', 'STOPPING', {}],
    ['RT', 'STOPPING', {}],
    ['X', 'STOPPED', {}],
    ['ST', 'STARTING', {}],
    ['E', 'ERROR', {}],
    ['EE', 'ERROR', {}],
    ['W', 'RUNNING', { unstable: true }],
    ['WW', 'RUNNING', { unstable: true }],
    ['RE', 'WARNING', { busy: false }],
    ['WE', 'WARNING', { unstable: true }],
    ['SE', 'WARNING', { busy: true }],
    ['TE', 'WARNING', { busy: true }],
    ['EEES', 'WARNING', { busy: true }],
    ['XR', 'RUNNING', {}],
    ['XE', 'ERROR', {}],
    ['C', 'COMPLETED', {}],
    ['CC', 'COMPLETED', {}],
    ['RC', 'RUNNING', {}],
  ])('%s is %s', (letters, status, flags) => {
    const verdict = serviceRun(withPods(letters));
    expect(verdict.status).toBe(status);
    expect(verdict).toMatchObject({ unstable: flags.unstable ?? false });
    if (flags.busy !== undefined) expect(verdict.busy).toBe(flags.busy);
  });

  test('counts only live instances in its reason', () => {
    expect(serviceRun(withPods('XRE')).reason).toEqual({ kind: 'counted', of: 'instances', counts: { RUNNING: 1, ERROR: 1 }, total: 2 });
  });

  test('an instance in a state that nobody knows stays unknown with its word, and the verdict says it is judged from a part', () => {
    const judged = facts({ instances: instancesFrom([pod('RUNNING'), pod('HIBERNATING', { name: 'b' })]) });
    expect(judged.instances[1]).toMatchObject({ status: 'UNKNOWN', reported: 'HIBERNATING' });
    expect(serviceRun(judged)).toMatchObject({ status: 'RUNNING', incomplete: true });
    expect(serviceRun(facts({ instances: instancesFrom([pod('HIBERNATING')]) })).status).toBe('UNKNOWN');
  });
});

describe('without instances', () => {
  test.each<[string, Partial<ServiceFacts>, RunStatus, string]>([
    ['listed as STOPPED', { reported: 'STOPPED' }, 'STOPPED', 'reported'],
    ['listed as RUNNING', { reported: 'RUNNING' }, 'RUNNING', 'reported'],
    ['listed in a state that nobody knows', { reported: 'DREAMING' }, 'UNKNOWN', 'reported'],
    ['missing from a snapshot of its environment', { reported: null }, 'STOPPED', 'absent'],
    [
      'missing and never deployed',
      { reported: null, deployment: aDeployment('READY', { label: 'NEVER DEPLOYED', executionId: null, at: null }) },
      'STOPPED',
      'never-deployed',
    ],
    ['not heard of yet', { isCovered: false, reported: null }, 'UNKNOWN', 'no-data'],
  ])('%s', (_, more, status, reason) => {
    const verdict = serviceRun(facts(more));
    expect([verdict.status, verdict.reason.kind]).toEqual([status, reason]);
  });
});

describe('an evicted instance', () => {
  const corpse = pod('ERROR', { name: 'old', reason: 'Evicted', containers: 0, startedAt: 10 });
  test('is a remnant once a newer one is there', () => {
    expect(serviceRun(facts({ instances: instancesFrom([corpse, pod('RUNNING', { startedAt: 20 })]) })).status).toBe('RUNNING');
    expect(serviceRun(facts({ instances: instancesFrom([corpse, pod('STARTING', { startedAt: 20 })]) })).status).toBe('STARTING');
  });
  test('counts while it is alone, and while it still has containers', () => {
    expect(serviceRun(facts({ instances: instancesFrom([corpse]) })).status).toBe('ERROR');
    const alive = pod('ERROR', { reason: 'Evicted', containers: 1, startedAt: 10 });
    expect(serviceRun(facts({ instances: instancesFrom([alive, pod('RUNNING', { startedAt: 20 })]) })).status).toBe('WARNING');
  });
});

describe('kinds whose instances mislead are judged by the platform’s word', () => {
  const finished = instancesFrom([pod('COMPLETED', { name: 'a' }), pod('ERROR', { name: 'b' })]);
  test.each(['JOB', 'TERRAFORM', 'AGENTIC_WORKFLOW', 'ARGOCD_APP'] as const)('%s', (kind) => {
    expect(serviceRun(facts({ kind, reported: 'COMPLETED', instances: finished })).status).toBe('COMPLETED');
    expect(serviceRun(facts({ kind, reported: 'WARNING', instances: finished })).status).toBe('WARNING');
  });
  test('a job without a word that we know is judged by its newest run', () => {
    const runs = instancesFrom([pod('ERROR', { startedAt: 1 }), pod('COMPLETED', { name: 'b', startedAt: 2 })]);
    expect(serviceRun(facts({ kind: 'JOB', reported: 'NEW_WORD', instances: runs })).status).toBe('COMPLETED');
  });
});

describe('a managed database is judged by its deployment', () => {
  const managed = (state: string | null, more: Partial<ServiceFacts> = {}): RunStatus =>
    serviceRun(
      facts({
        kind: 'DATABASE',
        databaseMode: 'MANAGED',
        isCovered: false,
        reported: null,
        deployment: state === null ? null : aDeployment(state),
        ...more,
      }),
    ).status;
  test.each<[string | null, RunStatus]>([
    ['DEPLOYED', 'RUNNING'],
    ['RESTARTED', 'RUNNING'],
    ['READY', 'RUNNING'],
    ['STOPPED', 'STOPPED'],
    ['DEPLOYMENT_ERROR', 'UNKNOWN'],
    [null, 'UNKNOWN'],
    ['DEPLOYING', 'UNKNOWN'],
  ])('%s', (state, status) => {
    expect(managed(state)).toBe(status);
  });
  test('keeps what it was while a deployment is under way', () => {
    const previous = serviceRun(facts({ kind: 'DATABASE', databaseMode: 'MANAGED', deployment: aDeployment('DEPLOYED') }));
    expect(managed('DEPLOYING', { previous })).toBe('RUNNING');
  });
  test('a database in containers is judged like any other service', () => {
    expect(serviceRun({ ...withPods('RE'), kind: 'DATABASE', databaseMode: 'CONTAINER' }).status).toBe('WARNING');
  });
});

describe('a database of unknown mode that no snapshot names', () => {
  const run = (more: Partial<ServiceFacts>): string =>
    serviceRun({
      kind: 'DATABASE',
      jobKind: null,
      extras: null,
      databaseMode: null,
      isCovered: true,
      reported: null,
      instances: [],
      deployment: aDeployment('DEPLOYED'),
      previous: null,
      ...more,
    }).status;
  test('may be managed and run: nothing is known of it', () => {
    expect(run({})).toBe('UNKNOWN');
    expect(run({ deployment: null })).toBe('UNKNOWN');
  });
  test('is stopped when it is a container, or was stopped by a deployment', () => {
    expect(run({ databaseMode: 'CONTAINER' })).toBe('STOPPED');
    expect(run({ deployment: aDeployment('STOPPED') })).toBe('STOPPED');
  });
});
