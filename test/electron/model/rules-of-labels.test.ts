// Platform guide 3.3, row by row: what a state is called, and the uses of the fields beside it. Each row cites its rule.
import { describe, expect, test } from 'vitest';
import { deploymentFrom, deploymentOfServices } from '../../../electron/model/deployment-label.ts';
import type { DeploymentReport } from '../../../electron/model/report.ts';
import type { Deployment } from '../../../electron/model/world.ts';
import { labelText } from '../../../electron/model/wording.ts';
import { deploymentSentence } from '../../../electron/model/wording-status.ts';
import { aReport } from '../../support/a-deployment.ts';
import { aDeployment, T0 } from '../../support/a-world.ts';

const PLAIN = { executionId: 'x', at: T0 - 10_000, durationMs: 1_000 };
const of = (state: string, more: Partial<DeploymentReport> = {}): Deployment =>
  deploymentFrom(aReport('a', state, { ...PLAIN, ...more }), T0);
/** "LABEL tone", with "temporary" and "moving" where they hold. */
const said = (one: Deployment): string =>
  [labelText(one), one.tone, one.temporary ? 'temporary' : '', one.inProgress ? 'moving' : ''].filter(Boolean).join(' ');

describe('3.3, the table', () => {
  test.each([
    ['READY', { executionId: null, at: null }, 'NEVER DEPLOYED quiet'],
    ['READY', { executionId: null }, 'SKIPPED quiet'],
    ['READY', { at: null }, 'SKIPPED quiet'],
    ['QUEUED', {}, 'QUEUED queued temporary moving'],
    ['DEPLOYMENT_QUEUED', {}, 'QUEUED queued temporary moving'],
    ['WAITING_RUNNING', {}, 'QUEUED queued temporary moving'],
    ['BUILDING', {}, 'BUILDING moving temporary moving'],
    ['DEPLOYING', {}, 'DEPLOYING moving temporary moving'],
    ['EXECUTING', {}, 'DEPLOYING moving temporary moving'],
    ['CANCELING', {}, 'CANCELLING BUILDING moving temporary moving'],
    ['CANCELED', {}, 'CANCELLED cancelled temporary'],
    ['BUILD_ERROR', {}, 'DEPLOYMENT ERROR error temporary'],
    ['DEPLOYMENT_ERROR', {}, 'DEPLOYMENT ERROR error temporary'],
    ['RECAP', { durationMs: null }, 'DEPLOYMENT ERROR error temporary moving'],
    ['RECAP', { durationMs: null, at: T0 - 61_000 }, 'DEPLOYMENT ERROR error temporary'],
    ['DEPLOYED', {}, 'DEPLOYMENT OK ok'],
    ['RESTART_QUEUED', {}, 'QUEUED (restart) queued temporary moving'],
    ['WAITING_RESTARTING', {}, 'QUEUED (restart) queued temporary moving'],
    ['RESTARTING', {}, 'RESTARTING moving temporary moving'],
    ['RESTARTED', {}, 'DEPLOYMENT OK ok'],
    ['RESTART_ERROR', {}, 'RESTART ERROR error temporary'],
    ['STOP_QUEUED', {}, 'QUEUED (stop) queued temporary moving'],
    ['WAITING_STOPPING', {}, 'QUEUED (stop) queued temporary moving'],
    ['STOPPING', {}, 'STOPPING moving temporary moving'],
    ['STOPPED', {}, 'STOPPED quiet'],
    ['STOP_ERROR', {}, 'STOP ERROR error temporary'],
    ['DELETE_QUEUED', {}, 'QUEUED (delete) queued temporary moving'],
    ['WAITING_DELETING', {}, 'QUEUED (delete) queued temporary moving'],
    ['DELETING', {}, 'DELETING moving temporary moving'],
    ['DELETED', {}, 'DELETED quiet'],
    ['DELETE_ERROR', {}, 'DELETE ERROR error temporary'],
    ['UNAVAILABLE', {}, 'UNAVAILABLE unavailable'],
    ['HIBERNATED', {}, 'HIBERNATED unknown'],
    ['HIBERNATING', {}, 'HIBERNATING unknown moving'],
    ['NAP_QUEUED', {}, 'NAP_QUEUED unknown moving'],
    ['WAITING_NAP', {}, 'WAITING_NAP unknown moving'],
  ] as const)('%s %j is %s', (state, more, words) => {
    expect(said(of(state, more))).toBe(words);
  });
  test.each([
    ['EXECUTING', 'executing'],
    ['BUILD_ERROR', 'build'],
    ['RESTARTED', 'restarted'],
  ])('the tooltip of %s says: %s', (state, word) => {
    expect(deploymentSentence(of(state), T0)).toContain(`(${word})`);
  });
});

describe('3.3, status_details', () => {
  test.each([
    ['QUEUED', 'QUEUED queued temporary moving'],
    ['ONGOING', 'DEPLOYING moving temporary moving'],
    ['EXECUTING', 'DEPLOYING moving temporary moving'],
    ['SUCCESS', 'DEPLOYMENT OK ok'],
    ['ERROR', 'DEPLOYMENT ERROR error temporary'],
    ['CANCELED', 'CANCELLED cancelled temporary'],
    ['CANCELING', 'CANCELLING BUILDING moving temporary moving'],
    ['NEVER', 'NEVER DEPLOYED quiet'],
  ])('a state that nobody knows is derived from %s', (actionStatus, words) => {
    expect(said(of('FUTURE', { actionStatus }))).toBe(words);
  });
  test.each([
    ['the label’s suffix is the action', 'DEPLOYED', { action: 'RESTART' }, 'restart'],
    ['unless it is to deploy', 'DEPLOYED', { action: 'DEPLOY' }, null],
    ['unless the label says it', 'STOPPED', { action: 'STOP' }, null],
    ['a sub-action takes its place', 'DEPLOYED', { action: 'DEPLOY', subAction: 'TERRAFORM_PLAN_ONLY' }, 'plan'],
    ['apply', 'EXECUTING', { action: 'DEPLOY', subAction: 'TERRAFORM_PLAN_AND_APPLY' }, 'apply'],
    ['destroy', 'DELETED', { action: 'DELETE', subAction: 'TERRAFORM_DESTROY' }, 'destroy'],
    ['unlock', 'DEPLOYED', { action: 'DEPLOY', subAction: 'TERRAFORM_FORCE_UNLOCK_STATE' }, 'unlock'],
    ['migrate', 'DEPLOYED', { action: 'DEPLOY', subAction: 'TERRAFORM_MIGRATE_STATE' }, 'migrate'],
    ['no sub-action is none', 'DEPLOYED', { action: 'DEPLOY', subAction: 'NONE' }, null],
    ['an unknown action trusts the state', 'DEPLOYED', { action: 'UNKNOWN', actionStatus: 'ERROR' }, null],
  ] as const)('%s', (_, state, more, detail) => {
    expect(of(state, more).detail).toBe(detail);
  });
});

describe('3.3, what a service has of its own', () => {
  test('left out of the last deployment: its label says so, and is not counted while one is under way', () => {
    const left = of('BUILDING', { isPartOfLast: false });
    expect(deploymentSentence(left, T0)).toContain('not part of the last deployment');
    expect(deploymentOfServices([left, of('DEPLOYED')])?.label).toBe('DEPLOYMENT OK');
  });
  test.each([
    ['DEPLOYED', true],
    ['BUILD_ERROR', true],
    ['STOPPED', false],
  ])('"needs redeploy" beside %s: %s, and never in the label', (state, isShown) => {
    const one = of(state, { needsRedeploy: true });
    expect(one.needsRedeploy).toBe(isShown);
    expect(said(one)).toBe(said(of(state)));
  });
});

describe('3.4, an environment that the platform gives no word', () => {
  const label = (...states: readonly string[]): string | undefined =>
    deploymentOfServices(states.map((state) => aDeployment(state)))?.label;
  test.each([
    [['CANCELING', 'BUILDING', 'DEPLOYING'], 'CANCELLING BUILDING'],
    [['DEPLOYING', 'BUILDING', 'DEPLOYMENT_QUEUED'], 'BUILDING'],
    [['DEPLOYMENT_QUEUED', 'EXECUTING'], 'DEPLOYING'],
    [['DEPLOYMENT_QUEUED', 'DEPLOYED'], 'QUEUED'],
    [['BUILD_ERROR', 'DEPLOYING'], 'DEPLOYING'],
    [['DEPLOYED', 'CANCELED', 'BUILD_ERROR'], 'DEPLOYMENT ERROR'],
    [['DEPLOYED', 'CANCELED'], 'CANCELLED'],
    [['STOPPED', 'RESTARTED'], 'DEPLOYMENT OK'],
    [['STOPPED', 'STOPPED'], 'STOPPED'],
    [[], undefined],
  ])('%j is %s', (states, words) => {
    expect(label(...states)).toBe(words);
  });
});
