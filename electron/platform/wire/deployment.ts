// Deployment state as sent by REST and by the socket `/deployment/status`.
import type {
  WireAction,
  WireActionStatus,
  WireDrift,
  WireOrigin,
  WireStageStatus,
  WireState,
  WireStepStatus,
  WireSubAction,
} from './states.ts';

/** GET `/environment/{e}/status`, `/project/{p}/environment/status`, and inside the overview. */
export interface WireEnvironmentStatus {
  readonly id: string;
  /** The whole environment now. */
  readonly state: WireState;
  readonly last_deployment_date?: string | null;
  /** The outcome of the last deployment alone. */
  readonly last_deployment_state: WireState;
  /** The execution id. */
  readonly last_deployment_id?: string | null;
  /** Null until it is over. */
  readonly total_deployment_duration_in_seconds?: number | null;
  readonly origin?: WireOrigin | null;
  readonly triggered_by?: string | null;
  readonly deployment_status?: WireDrift;
  readonly deployment_request_id?: string | null;
  readonly metrics?: readonly WireStageSteps[] | null;
}

/** The deployment state of one service. */
export interface WireStatus {
  readonly id: string;
  readonly state: WireState;
  readonly service_deployment_status: WireDrift;
  readonly last_deployment_date?: string;
  /** False: state, steps and execution id speak of an older deployment. */
  readonly is_part_last_deployment: boolean;
  readonly steps?: WireServiceSteps;
  readonly execution_id?: string;
  readonly status_details: WireStatusDetails;
  readonly deployment_request_id: string | null;
  /** Requests that wait. */
  readonly deployment_requests_count: number;
}
export interface WireStatusDetails {
  readonly action: WireAction;
  readonly status: WireActionStatus;
  readonly sub_action: WireSubAction;
}
export interface WireServiceSteps {
  /** Null until finished. */
  readonly total_duration_sec: number | null;
  readonly total_computing_duration_sec: number;
  readonly details: readonly WireServiceStep[];
}
export interface WireServiceStep {
  readonly step_name?: string;
  readonly status?: WireStepStatus;
  readonly duration_sec?: number;
}

/** Lists of statuses by kind of service. Here it is `terraforms`; frames of run state say `terraform`. */
export interface WireStatusLists {
  readonly applications: readonly WireStatus[];
  readonly containers: readonly WireStatus[];
  readonly jobs: readonly WireStatus[];
  readonly databases: readonly WireStatus[];
  readonly helms: readonly WireStatus[];
  readonly terraforms: readonly WireStatus[];
  readonly agentic_workflows?: readonly WireStatus[];
}

/** GET `/environment/{e}/statuses`. Argo CD apps never appear in it. */
export interface WireEnvironmentStatuses extends WireStatusLists {
  readonly environment: WireEnvironmentStatus;
}

/** GET `/environment/{e}/statusesWithStages`, and each frame of `/deployment/status` with an environment. */
export interface WireStatusesWithStages {
  readonly environment?: WireEnvironmentStatus;
  readonly stages?: readonly WireStageStatuses[];
  readonly pre_check_stage?: { readonly status?: WireStepStatus; readonly total_duration_sec?: number };
}
export interface WireStageStatuses extends Partial<WireStatusLists> {
  readonly stage?: WireStage;
}
export interface WireStage {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly status?: WireStageStatus;
  readonly steps?: WireStageSteps;
}
export interface WireStageSteps {
  readonly stage_id?: string;
  readonly total_duration_sec?: number | null;
  readonly details?: readonly WireStageStep[];
}
export interface WireStageStep {
  readonly stage_id?: string;
  readonly step_name?: 'TOTAL' | 'QUEUEING' | 'PROVISION_BUILDER' | (string & {});
  readonly status?: WireStepStatus;
  readonly duration_sec?: number;
}
