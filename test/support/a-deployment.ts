// Deployments and instances as the platform reports them, as its history lists them, and as they are remembered: say only what matters.
import type { Change } from '../../electron/model/changes.ts';
import type { Cause } from '../../electron/model/failure.ts';
import type { Overlooked, Passed } from '../../electron/model/overlooked.ts';
import type { DeploymentReport, InstanceReport, PastDeployment } from '../../electron/model/report.ts';
import { T0 } from './a-world.ts';

/** What a reading says of one environment's or service's deployment. */
export function aReport(id: string, state: string, more: Partial<DeploymentReport> = {}): DeploymentReport {
  const unsaid = { lastState: null, executionId: null, at: T0, durationMs: null, triggeredBy: null, origin: null };
  const details = {
    needsRedeploy: false,
    isPartOfLast: true,
    action: null,
    actionStatus: null,
    subAction: null,
    steps: [],
    computingMs: null,
    waiting: 0,
  };
  return { id, state, ...unsaid, ...details, ...more };
}

/** One instance as a frame says it. */
export function aPod(state: string, more: Partial<InstanceReport> = {}): InstanceReport {
  const unsaid = { reason: '', message: '', restarts: 0, version: '', containers: 1, lastTermination: null };
  return { name: 'p', state, startedAt: T0, ...unsaid, ...more };
}

/** One deployment of the history. */
export function aPast(executionId: string, state = 'DEPLOYED', more: Partial<PastDeployment> = {}): PastDeployment {
  const unsaid = { actionStatus: '', action: 'DEPLOY', at: T0, durationMs: 60_000, triggeredBy: null, origin: null, stages: [] };
  return { executionId, environmentId: 'shop/prod', state, ...unsaid, ...more };
}

/** One that failed before anybody saw it. */
export function anOverlooked(executionId: string, more: Partial<Overlooked> = {}): Overlooked {
  const unsaid = { at: T0, durationMs: 1, triggeredBy: null, origin: null, serviceIds: [], cause: null };
  return { executionId, label: 'DEPLOYMENT ERROR', tone: 'error', ...unsaid, ...more };
}

/** The same as its environment remembers it: told already. */
export function aPassed(executionId: string, more: Partial<Passed> = {}): Passed {
  return { ...anOverlooked(executionId), wasSeen: false, isRead: true, ...more };
}

/** The change that tells of a failure. */
export function aFailure(
  environmentId: string,
  executionId = 'x1',
  serviceIds: readonly string[] = [],
): Extract<Change, { readonly kind: 'deployment-failed' }> {
  return { kind: 'deployment-failed', environmentId, failureId: executionId, executionId, label: 'DEPLOYMENT ERROR', serviceIds };
}

/** Why one failed. */
export function aCause(message: string, more: Partial<Cause> = {}): Cause {
  const unsaid = { step: null, tag: null, hint: null, link: null, lineKey: 'k1' };
  return { serviceId: 'api', serviceName: 'api', message, ...unsaid, ...more };
}
