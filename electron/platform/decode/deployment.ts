// Deployment state of environments and services, as REST says it and as the socket `/deployment/status` does.
import type { DeploymentReport, EnvironmentDeployments, StageReport, StagesReport } from '../../model/report.ts';
import type { DeploymentStep } from '../../model/world.ts';
import type { WireResults } from '../wire/discovery.ts';
import type {
  WireEnvironmentStatus,
  WireEnvironmentStatuses,
  WireServiceStep,
  WireServiceSteps,
  WireStage,
  WireStageStatuses,
  WireStageSteps,
  WireStatus,
  WireStatusDetails,
  WireStatusesWithStages,
} from '../wire/deployment.ts';
import { SERVICE_LISTS, type ServiceLists } from './service-lists.ts';
import { instant, secondsToMs } from './time.ts';
import { count, each, part, record, text, textOrNull, type Raw } from './untrusted.ts';

/** One EnvironmentStatus; null when there is none or it has no id. */
export function environmentDeployment(value: unknown): DeploymentReport | null {
  const raw = record<keyof WireEnvironmentStatus>(value);
  const id = text(raw?.id);
  if (!raw || !id) return null;
  return {
    id,
    state: text(raw.state),
    lastState: textOrNull(raw.last_deployment_state),
    executionId: textOrNull(raw.last_deployment_id),
    at: instant(raw.last_deployment_date),
    durationMs: secondsToMs(raw.total_deployment_duration_in_seconds),
    triggeredBy: textOrNull(raw.triggered_by),
    origin: textOrNull(raw.origin),
    needsRedeploy: raw.deployment_status === 'OUT_OF_DATE',
    isPartOfLast: true,
    action: null,
    actionStatus: null,
    subAction: null,
    steps: [],
    computingMs: null,
    waiting: 0,
  };
}

function step(raw: Raw<keyof WireServiceStep>): DeploymentStep | null {
  const name = text(raw.step_name);
  return name ? { name, status: text(raw.status), durationMs: secondsToMs(raw.duration_sec) } : null;
}

/** One service's Status. What does not say whether it took part in the last deployment is taken to have done so. */
function serviceDeployment(raw: Raw<keyof WireStatus>): DeploymentReport | null {
  const id = text(raw.id);
  if (!id) return null;
  const details = part<keyof WireStatusDetails>(raw.status_details);
  const steps = part<keyof WireServiceSteps>(raw.steps);
  return {
    id,
    state: text(raw.state),
    lastState: null,
    executionId: textOrNull(raw.execution_id),
    at: instant(raw.last_deployment_date),
    durationMs: secondsToMs(steps.total_duration_sec),
    triggeredBy: null,
    origin: null,
    needsRedeploy: raw.service_deployment_status === 'OUT_OF_DATE',
    isPartOfLast: raw.is_part_last_deployment !== false,
    action: textOrNull(details.action),
    actionStatus: textOrNull(details.status),
    subAction: textOrNull(details.sub_action),
    steps: each(steps.details, step),
    computingMs: secondsToMs(steps.total_computing_duration_sec),
    waiting: count(raw.deployment_requests_count),
  };
}

function serviceDeployments(lists: Raw<keyof ServiceLists>): readonly DeploymentReport[] {
  return SERVICE_LISTS.flatMap((name) => each(lists[name], serviceDeployment));
}

function stageReport(raw: Raw<keyof WireStageStatuses>): StageReport {
  const stage = part<keyof WireStage>(raw.stage);
  const steps = part<keyof WireStageSteps>(stage.steps);
  return {
    name: text(stage.name),
    status: text(stage.status),
    durationMs: secondsToMs(steps.total_duration_sec),
    serviceIds: serviceDeployments(raw).map(({ id }) => id),
  };
}

type WirePreCheck = NonNullable<WireStatusesWithStages['pre_check_stage']>;
function preCheck(value: unknown): Pick<StagesReport, 'preCheckMs' | 'preCheckStatus'> {
  const raw = part<keyof WirePreCheck>(value);
  return { preCheckMs: secondsToMs(raw.total_duration_sec), preCheckStatus: text(raw.status) };
}

/**
 * `/environment/{e}/statuses` (services by kind) or `statusesWithStages` and the socket's frames (by stage and kind).
 * Null when it speaks of no environment.
 */
export function environmentDeployments(value: unknown): EnvironmentDeployments | null {
  const raw = record<keyof (WireEnvironmentStatuses & WireStatusesWithStages)>(value);
  const environment = environmentDeployment(raw?.environment);
  if (!raw || !environment) return null;
  const staged = each(raw.stages, (stage: Raw<keyof WireStageStatuses>) => serviceDeployments(stage)).flat();
  return {
    environment,
    services: [...serviceDeployments(raw), ...staged],
    staged: Array.isArray(raw.stages) ? { stages: each(raw.stages, stageReport), ...preCheck(raw.pre_check_stage) } : null,
  };
}

/** A frame of a project's `/deployment/status`: some or all of its environments; null when it is none. */
export function projectDeployments(value: unknown): readonly DeploymentReport[] | null {
  const raw = record<keyof WireResults<unknown>>(value);
  return raw && Array.isArray(raw.results) ? each(raw.results, environmentDeployment) : null;
}
