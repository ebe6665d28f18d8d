// Past and waiting deployments as sent. Durations are ISO 8601 and may hold fractions (`PT32M13.659S`).
import type { WireStatusDetails } from './deployment.ts';
import type { WireOrigin, WireServiceType, WireStageStatus, WireState } from './states.ts';

/** GET `/environment/{e}/deploymentHistoryV2`, newest first. */
export interface WireHistory {
  readonly page: number;
  readonly page_size: number;
  readonly results?: readonly WirePastDeployment[];
}
export interface WirePastDeployment {
  readonly identifier: { readonly execution_id: string; readonly environment_id: string };
  readonly auditing_data: WireAudit;
  readonly status: WireState;
  readonly trigger_action: string;
  readonly action_status: string;
  readonly total_duration: string;
  readonly stages: readonly WirePastStage[];
}
export interface WireAudit {
  readonly created_at: string;
  readonly updated_at: string;
  readonly triggered_by: string;
  readonly origin?: WireOrigin;
}
export interface WirePastStage {
  readonly name: string;
  readonly status: WireStageStatus;
  readonly duration: string;
  readonly services: readonly WirePastService[];
}
export interface WirePastService {
  readonly identifier: {
    readonly name: string;
    readonly service_id: string;
    readonly service_type: WireServiceType;
    readonly execution_id?: string;
  };
  readonly status: WireState;
  readonly auditing_data: WireAudit;
  /** Its shape depends on the kind of service; nothing of it is read. */
  readonly details: object;
  readonly status_details: WireStatusDetails;
  readonly icon_uri: string;
  readonly total_duration?: string;
}

/** GET `/environment/{e}/deploymentQueue`: requests that wait for the running one to end. */
export interface WireQueuedRequest {
  readonly identifier: { readonly deployment_request_id: string; readonly environment_id: string };
  readonly auditing_data: { readonly triggered_by: string; readonly origin?: WireOrigin };
  readonly trigger_action: string;
  readonly stages: readonly WireQueuedStage[];
}
export interface WireQueuedStage {
  readonly name: string;
  readonly status: WireStageStatus;
  readonly services: readonly {
    readonly identifier: { readonly service_id: string; readonly service_type: WireServiceType; readonly name: string };
    readonly status: WireStageStatus;
    readonly icon_uri?: string;
  }[];
}
