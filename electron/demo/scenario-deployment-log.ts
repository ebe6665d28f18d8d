// The log of one deployment, line by line with its time: what `/environment/{e}/logs` and `/deployment/logs` send.
import type { WireDeploymentLogLine, WireLogError } from '../platform/wire/logs.ts';
import { frameAt } from './scenario-episode.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { checkFailure } from './scenario-failures.ts';
import { serviceEntries, type Entry } from './scenario-log-entries.ts';
import { stagesOf, type Stage } from './scenario-stages.ts';
import type { Deployed } from './scenario-status.ts';
import { executionId, isoTime, type Scenario } from './scenario.ts';

const LOG_KINDS: Readonly<Record<string, string>> = {
  APPLICATION: 'Application',
  CONTAINER: 'Container',
  DATABASE: 'Database',
  JOB: 'Job',
  HELM: 'Helm',
  TERRAFORM: 'Terraform',
};

const CANCELLED: WireLogError = { tag: 'TaskCancellationRequested', user_log_message: 'the deployment was cancelled on request' };

function endEntries(deployment: Deployed, environment: EstateEnvironment, unreached: readonly EstateService[]): readonly Entry[] {
  const { endMs, states } = deployment.execution;
  const isCancelled = frameAt(states, endMs) === 'CANCELED';
  const skipped = unreached.map((service): Entry => ({ ms: endMs - 2, service, step: 'Cancelled', text: '' }));
  const steps: Readonly<Record<string, readonly [step: string, text: string]>> = {
    DEPLOYED: ['Deployed', `✅ ${environment.name} is deployed`],
    DEPLOYMENT_ERROR: [
      'DeployedError',
      `deployment of ${environment.name} ${deployment.execution.failsCheck ? 'never began: the pre-check failed' : 'ended because a service failed'}`,
    ],
    STOPPED: ['Paused', `${environment.name} is stopped`],
  };
  const [step, text] = steps[frameAt(states, endMs) ?? ''] ?? ['Cancelled', `deployment of ${environment.name} was cancelled`];
  return [
    ...skipped,
    { ms: endMs - 1, service: null, step, text, ...(isCancelled ? { type: 'error', error: CANCELLED } : {}) },
    { ms: endMs, service: null, step: 'Terminated', text: 'engine has finished' },
  ];
}

const engine = (ms: number, step: string, text: string): Entry => ({ ms, service: null, step, text, isEngine: true });

function checkEntry({ preCheckMs, failsCheck }: Deployed['execution'], first: EstateService | undefined): Entry {
  if (!failsCheck) return engine(preCheckMs, 'PreCheck', 'pre-check passed');
  return { ...engine(preCheckMs, 'PreCheck', 'pre-check failed'), type: 'error', error: checkFailure(first) };
}

function entriesOf(scenario: Scenario, environment: EstateEnvironment, deployment: Deployed): readonly Entry[] {
  const { execution } = deployment;
  const members = environment.services.flatMap((service) => {
    const frames = execution.services.get(service.id);
    return frames ? [{ service, frames }] : [];
  });
  const unreached = members.filter(({ frames }) => frames.at(-1)?.[1] === 'CANCELED').map(({ service }) => service);
  return [
    engine(
      0,
      'Start',
      `engine took the ${execution.action === 'STOP' ? 'stop' : 'deployment'} of ${environment.name}, asked for by ${execution.triggeredBy}`,
    ),
    engine(execution.preCheckMs * 0.5, 'RetrieveClusterConfig', 'reading the cluster’s configuration'),
    engine(execution.preCheckMs * 0.8, 'PreCheck', `checking access to ${members.length} services`),
    checkEntry(execution, members[0]?.service),
    ...members.flatMap(({ service, frames }) => serviceEntries(scenario, deployment, service, frames)),
    ...endEntries(deployment, environment, unreached),
  ].toSorted((a, b) => a.ms - b.ms);
}

/** A line with the virtual time at which it is said. */
export interface TimedLine {
  readonly atMs: number;
  readonly line: WireDeploymentLogLine;
}

type Dressing = readonly [scenario: Scenario, environment: EstateEnvironment, deployment: Deployed, stages: readonly Stage[]];
function dressed([scenario, environment, deployment, stages]: Dressing, entry: Entry, index: number): TimedLine {
  const { service, isEngine } = entry;
  const atMs = Math.round(deployment.atMs + entry.ms);
  const stage = service ? stages.find((one) => one.services.includes(service)) : undefined;
  const nanoseconds = String(index % 1_000_000).padStart(6, '0');
  const environmentSpeaks = {
    type: isEngine ? 'TaskManager' : 'Environment',
    id: environment.id,
    name: isEngine ? 'engine' : environment.name,
  };
  const line: WireDeploymentLogLine = {
    type: entry.type ?? 'info',
    timestamp: isoTime(scenario, atMs).replace('Z', `${nanoseconds}Z`),
    details: {
      organization_id: environment.organizationId,
      cluster_id: environment.clusterId,
      execution_id: executionId(scenario, deployment),
      transmitter: service ? { type: LOG_KINDS[service.kind] ?? service.kind, id: service.id, name: service.name } : environmentSpeaks,
      stage: { step: entry.step, id: stage?.id ?? null, name: stage?.name ?? null },
    },
    error: entry.error ?? null,
    message: { safe_message: entry.text },
  };
  return { atMs, line };
}

/** The whole log of one deployment, oldest first, with lines that are still to come. */
export function deploymentLog(scenario: Scenario, environment: EstateEnvironment, deployment: Deployed): readonly TimedLine[] {
  const dressing = [scenario, environment, deployment, stagesOf(scenario, environment)] as const;
  return entriesOf(scenario, environment, deployment).map((entry, i) => dressed(dressing, entry, i));
}
