import { describe, expect, test } from 'vitest';
import { deploymentAfter, deploymentFrom, deploymentOfServices } from '../../../electron/model/deployment-label.ts';
import type { DeploymentReport } from '../../../electron/model/report.ts';
import type { DeploymentLabel, DeploymentTone } from '../../../electron/model/world.ts';
import { aReport } from '../../support/a-deployment.ts';
import { aDeployment, T0 } from '../../support/a-world.ts';

const report = (state: string, more: Partial<DeploymentReport> = {}): DeploymentReport =>
  aReport('a', state, { executionId: 'x', at: T0 - 10_000, durationMs: 1_000, ...more });

describe('every state of the platform has its label', () => {
  // state, label, tone, temporary, in progress, detail: the table of platform guide 3.3.
  test.each<[string, DeploymentLabel, DeploymentTone, boolean, boolean, string | null]>([
    ['QUEUED', 'QUEUED', 'queued', true, true, null],
    ['DEPLOYMENT_QUEUED', 'QUEUED', 'queued', true, true, null],
    ['WAITING_RUNNING', 'QUEUED', 'queued', true, true, null],
    ['BUILDING', 'BUILDING', 'moving', true, true, null],
    ['DEPLOYING', 'DEPLOYING', 'moving', true, true, null],
    ['EXECUTING', 'DEPLOYING', 'moving', true, true, 'executing'],
    ['CANCELING', 'CANCELLING BUILDING', 'moving', true, true, null],
    ['CANCELED', 'CANCELLED', 'cancelled', true, false, null],
    ['BUILD_ERROR', 'DEPLOYMENT ERROR', 'error', true, false, 'build'],
    ['DEPLOYMENT_ERROR', 'DEPLOYMENT ERROR', 'error', true, false, null],
    ['RECAP', 'DEPLOYMENT ERROR', 'error', true, true, null],
    ['DEPLOYED', 'DEPLOYMENT OK', 'ok', false, false, null],
    ['RESTART_QUEUED', 'QUEUED', 'queued', true, true, 'restart'],
    ['WAITING_RESTARTING', 'QUEUED', 'queued', true, true, 'restart'],
    ['RESTARTING', 'RESTARTING', 'moving', true, true, null],
    ['RESTARTED', 'DEPLOYMENT OK', 'ok', false, false, 'restarted'],
    ['RESTART_ERROR', 'RESTART ERROR', 'error', true, false, null],
    ['STOP_QUEUED', 'QUEUED', 'queued', true, true, 'stop'],
    ['WAITING_STOPPING', 'QUEUED', 'queued', true, true, 'stop'],
    ['STOPPING', 'STOPPING', 'moving', true, true, null],
    ['STOPPED', 'STOPPED', 'quiet', false, false, null],
    ['STOP_ERROR', 'STOP ERROR', 'error', true, false, null],
    ['DELETE_QUEUED', 'QUEUED', 'queued', true, true, 'delete'],
    ['WAITING_DELETING', 'QUEUED', 'queued', true, true, 'delete'],
    ['DELETING', 'DELETING', 'moving', true, true, null],
    ['DELETED', 'DELETED', 'quiet', false, false, null],
    ['DELETE_ERROR', 'DELETE ERROR', 'error', true, false, null],
    ['UNAVAILABLE', 'UNAVAILABLE', 'unavailable', false, false, null],
    ['READY', 'SKIPPED', 'quiet', false, false, null],
  ])('%s is %s', (state, label, tone, temporary, inProgress, detail) => {
    expect(deploymentFrom(report(state), T0)).toMatchObject({ label, tone, temporary, inProgress, detail, raw: state });
  });

  test('READY without any deployment is never deployed', () => {
    expect(deploymentFrom(report('READY', { at: null, executionId: null }), T0).label).toBe('NEVER DEPLOYED');
  });

  test('a summary being logged is moving for a minute, then over', () => {
    const recap = (at: number): boolean => deploymentFrom(report('RECAP', { at, durationMs: 5_000 }), T0).inProgress;
    expect([recap(T0 - 60_000), recap(T0 - 66_000)]).toEqual([true, false]);
  });

  test.each([
    ['HIBERNATING', true],
    ['FROST_QUEUED', true],
    ['WAITING_FOR_GODOT', true],
    ['ASLEEP', false],
    ['constructor', false],
    ['', false],
  ])('%s, which nobody knows, stays with its word', (state, inProgress) => {
    const label = deploymentFrom(report(state), T0);
    expect(label).toMatchObject({ label: 'UNKNOWN', tone: 'unknown', raw: state, detail: state || null, inProgress });
  });

  test.each<[string, DeploymentLabel]>([
    ['QUEUED', 'QUEUED'],
    ['ONGOING', 'DEPLOYING'],
    ['EXECUTING', 'DEPLOYING'],
    ['SUCCESS', 'DEPLOYMENT OK'],
    ['ERROR', 'DEPLOYMENT ERROR'],
    ['CANCELED', 'CANCELLED'],
    ['CANCELING', 'CANCELLING BUILDING'],
    ['NEVER', 'NEVER DEPLOYED'],
  ])('an unknown state is judged by its action’s status %s', (actionStatus, label) => {
    expect(deploymentFrom(report('NEW', { actionStatus }), T0).label).toBe(label);
  });
});

test('the sub-action, else the action, says what the label leaves out', () => {
  const detail = (state: string, action: string | null, subAction: string | null = 'NONE'): string | null =>
    deploymentFrom(report(state, { action, subAction }), T0).detail;
  expect(detail('DEPLOYED', 'DEPLOY', 'TERRAFORM_PLAN_ONLY')).toBe('plan');
  expect(detail('DEPLOYED', 'RESTART')).toBe('restart');
  expect(detail('RESTARTING', 'RESTART')).toBeNull();
  expect(detail('STOPPED', 'STOP')).toBeNull();
  expect(detail('DEPLOYED', 'DEPLOY')).toBeNull();
  expect(detail('DEPLOYED', 'TELEPORT')).toBeNull();
});

test('needing a redeploy is kept apart from the label, and not said of what is stopped', () => {
  expect(deploymentFrom(report('DEPLOYED', { needsRedeploy: true }), T0)).toMatchObject({ label: 'DEPLOYMENT OK', needsRedeploy: true });
  expect(deploymentFrom(report('STOPPED', { needsRedeploy: true }), T0).needsRedeploy).toBe(false);
});

describe('an environment without a word of its own takes its services’', () => {
  test.each<[string, string]>([
    ['DEPLOYED BUILDING DEPLOYMENT_QUEUED', 'BUILDING'],
    ['DEPLOYING BUILDING', 'BUILDING'],
    ['DEPLOYING CANCELING', 'CANCELING'],
    ['DEPLOYED DEPLOYMENT_ERROR CANCELED', 'DEPLOYMENT_ERROR'],
    ['DEPLOYED CANCELED', 'CANCELED'],
    ['STOPPED DEPLOYED', 'DEPLOYED'],
    ['STOPPED STOPPED', 'STOPPED'],
    ['STOPPED READY', 'READY'],
  ])('%s → %s', (states, raw) => {
    expect(deploymentOfServices(states.split(' ').map((state) => aDeployment(state)))?.raw).toBe(raw);
  });
  test('one that moves but is not part of the deployment does not count', () => {
    expect(deploymentOfServices([aDeployment('BUILDING', { isPartOfLast: false }), aDeployment('DEPLOYED')])?.raw).toBe('DEPLOYED');
    expect(deploymentOfServices([])).toBeNull();
  });
});

describe('the step that runs', () => {
  const over = [
    { name: 'BUILD_QUEUEING', status: 'SUCCESS', durationMs: 20_000 },
    { name: 'GIT_CLONE', status: 'SUCCESS', durationMs: 3_000 },
    { name: 'MIRROR_IMAGE', status: 'SUCCESS', durationMs: null },
  ];
  test.each<[string, number | null, { name: string; since: number } | null]>([
    ['BUILDING', 31_000, { name: 'BUILD', since: T0 - 28_000 }],
    ['DEPLOYING', 31_000, { name: 'DEPLOYMENT', since: T0 - 28_000 }],
    ['EXECUTING', 3_000, { name: 'EXECUTING', since: T0 }],
    ['BUILDING', 1_000, { name: 'BUILD', since: T0 }],
    ['BUILDING', null, null],
    ['DEPLOYED', 31_000, null],
    ['DEPLOYMENT_QUEUED', 31_000, null],
    ['toString', 31_000, null],
  ])('of %s with %d ms spent', (state, computingMs, running) => {
    expect(deploymentFrom(report(state, { steps: over, computingMs }), T0).running).toEqual(running);
  });
  test('keeps its beginning, and its identity, while readings differ by less than five seconds', () => {
    const first = deploymentAfter(null, report('BUILDING', { computingMs: 10_000 }), T0);
    expect(deploymentAfter(first, report('BUILDING', { computingMs: 12_000 }), T0 + 2_400)).toBe(first);
    const next = deploymentAfter(first, report('BUILDING', { computingMs: 12_000 }), T0 + 9_000);
    expect(next.running).toEqual({ name: 'BUILD', since: T0 - 3_000 });
    expect(deploymentAfter(first, report('DEPLOYING', { computingMs: 10_000 }), T0).running?.name).toBe('DEPLOYMENT');
    expect(deploymentAfter(first, report('BUILDING', { executionId: 'next', computingMs: 11_000 }), T0).running?.since).toBe(T0 - 11_000);
  });
});
