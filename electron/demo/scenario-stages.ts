// The stages of a deployment and what is in them: the frames of `/deployment/status` with an environment.
import type { WireStageStatuses, WireStatusesWithStages } from '../platform/wire/deployment.ts';
import type { WireServiceType, WireStageStatus, WireState } from '../platform/wire/states.ts';
import { frameAt, type Execution } from './scenario-episode.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { seeded, uuid } from './scenario-random.ts';
import { actionStatus, deploymentsOf, environmentStatus, listsOf, startOf, type Deployed } from './scenario-status.ts';
import { executionId, type Scenario } from './scenario.ts';

/** A step of the order in which services are deployed. */
export interface Stage {
  readonly id: string;
  readonly name: string;
  readonly services: readonly EstateService[];
}
const STAGES: readonly (readonly [name: string, kinds: readonly WireServiceType[]])[] = [
  ['0.DEFAULT DATABASE', ['DATABASE']],
  ['1.DEFAULT JOB', ['JOB', 'TERRAFORM']],
  ['2.DEFAULT CONTAINER', ['HELM', 'AGENTIC_WORKFLOW']],
  ['3.DEFAULT APPLICATION', ['APPLICATION', 'CONTAINER']],
];

/** The stages that hold something, in the order they are deployed in. */
export function stagesOf(scenario: Scenario, environment: EstateEnvironment): readonly Stage[] {
  return STAGES.map(([name, kinds]) => ({
    id: uuid(seeded(scenario.seed, 'stage', environment.path, name)),
    name,
    services: environment.services.filter((service) => kinds.includes(service.kind)),
  })).filter((stage) => stage.services.length > 0);
}

/** How a stage stands, by the states of what takes part in it. */
export function stageStatus(states: readonly WireState[]): WireStageStatus {
  const statuses = states.map(actionStatus);
  if (statuses.length === 0) return 'SKIPPED';
  if (statuses.includes('ERROR')) return 'ERROR';
  if (statuses.some((status) => status === 'ONGOING' || status === 'CANCELING')) return 'ONGOING';
  if (statuses.includes('CANCELED')) return 'CANCELED';
  return statuses.includes('QUEUED') ? 'QUEUED' : 'DONE';
}

/** How long a stage has taken, from the first of its services whose turn came to the last that ended. */
export function spentOf(execution: Execution, stage: Stage, ms: number): number {
  const all = stage.services.flatMap((service) => {
    const frames = execution.services.get(service.id);
    return frames ? [frames] : [];
  });
  if (all.length === 0) return 0;
  const from = Math.min(...all.map(startOf));
  const to = Math.max(...all.map((frames) => frames.at(-1)?.[0] ?? 0));
  return Math.max(0, Math.min(ms, to) - from);
}

function stateOf(deployment: Deployed, service: EstateService, elapsedMs: number): readonly WireState[] {
  const frames = deployment.execution.services.get(service.id);
  return frames ? [frameAt(frames, elapsedMs - deployment.atMs) ?? 'READY'] : [];
}

function stageStatuses(scenario: Scenario, environment: EstateEnvironment, stage: Stage, elapsedMs: number): WireStageStatuses {
  const last = deploymentsOf(scenario, environment.id, elapsedMs).at(-1);
  const states = last ? stage.services.flatMap((service) => stateOf(last, service, elapsedMs)) : [];
  const isOver = last !== undefined && ['DONE', 'ERROR', 'CANCELED'].includes(stageStatus(states));
  const spentSec = isOver ? Math.round(spentOf(last.execution, stage, elapsedMs - last.atMs) / 1000) : null;
  const steps = ['QUEUEING', 'PROVISION_BUILDER'].map((step_name) => ({
    stage_id: stage.id,
    step_name,
    status: 'SUCCESS',
    duration_sec: 1,
  }));
  return {
    stage: {
      id: stage.id,
      name: stage.name,
      description: '',
      status: stageStatus(states),
      steps: { stage_id: stage.id, total_duration_sec: spentSec, details: states.length > 0 ? steps : [] },
    },
    ...listsOf(scenario, environment, stage.services, elapsedMs),
  };
}

/** A moment at which the given deployment is the last one: now if it is, else just before the next; null: there is no such deployment. */
export function momentOf(scenario: Scenario, environment: EstateEnvironment, version: string, elapsedMs: number): number | null {
  const all = deploymentsOf(scenario, environment.id, elapsedMs);
  const at = all.findIndex((one) => executionId(scenario, one) === version);
  if (at < 0) return null;
  const next = all[at + 1];
  return next ? next.atMs - 1 : elapsedMs;
}

/** The whole environment, stage by stage. */
export function statusesWithStages(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): WireStatusesWithStages {
  const last = deploymentsOf(scenario, environment.id, elapsedMs).at(-1);
  const isChecked = last !== undefined && elapsedMs - last.atMs >= last.execution.preCheckMs;
  return {
    environment: environmentStatus(scenario, environment, elapsedMs),
    stages: stagesOf(scenario, environment).map((stage) => stageStatuses(scenario, environment, stage, elapsedMs)),
    ...(isChecked
      ? {
          pre_check_stage: {
            status: last.execution.failsCheck ? 'ERROR' : 'SUCCESS',
            total_duration_sec: Math.round(last.execution.preCheckMs / 1000),
          },
        }
      : {}),
  };
}
