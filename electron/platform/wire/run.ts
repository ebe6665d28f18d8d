// Run state as sent: frames of the sockets `/service/status` and `/cluster/status`. All times are epoch milliseconds.
import type { WireAction, WireRunState, WireSubAction } from './states.ts';

/** A frame of `/service/status`: a full snapshot of each environment in it; no organisation or cluster id. */
export interface WireRunFrame {
  readonly environments: readonly WireEnvironmentRun[];
}
export interface WireEnvironmentRun {
  readonly id: string;
  readonly project_id: string;
  readonly state: WireRunState;
  readonly applications: readonly WireWorkloadRun[];
  readonly containers: readonly WireWorkloadRun[];
  readonly databases: readonly WireServiceRun[];
  readonly jobs: readonly WireWorkloadRun[];
  readonly helms: readonly WireWorkloadRun[];
  readonly terraform: readonly WireTerraformRun[];
  readonly argocd_apps: readonly WireServiceRun[];
  readonly agentic_workflows: readonly WireWorkloadRun[];
}

/** Databases and Argo CD apps: nothing more than this. */
export interface WireServiceRun {
  readonly id: string;
  readonly state: WireRunState;
  readonly pods: readonly WirePod[];
}
export interface WireWorkloadRun extends WireServiceRun {
  readonly certificates: readonly WireCertificate[];
  /** KEDA's; not null: a legal scale to zero. */
  readonly scaled_object?: object | null;
}
export interface WireTerraformRun extends WireServiceRun {
  readonly triggered_action: { readonly action: WireAction; readonly sub_action: WireSubAction };
}

export interface WirePod {
  readonly name: string;
  /** WARNING: runs now, but a container of it died earlier. */
  readonly state: WireRunState;
  readonly state_reason: string;
  readonly state_message: string;
  /** Since the last deployment. */
  readonly restart_count: number;
  readonly started_at: number;
  /** A git commit, an image tag or a database's version. */
  readonly service_version: string;
  /** Empty for an evicted pod. */
  readonly containers: readonly WirePodContainer[];
  readonly last_events: readonly WirePodEvent[];
}
export interface WirePodContainer {
  readonly name: string;
  readonly image: string;
  readonly restart_count: number;
  readonly current_state?: {
    readonly started_at: number;
    readonly state: WireRunState;
    readonly state_reason?: string | null;
    readonly state_message?: string | null;
  } | null;
  readonly last_terminated_state?: WireTermination | null;
}
export interface WireTermination {
  readonly started_at: number;
  readonly finished_at: number;
  readonly exit_code: number;
  readonly exit_code_message: string;
  readonly message: string;
  readonly reason: string;
  readonly signal: number;
}
export interface WirePodEvent {
  readonly created_at: number;
  readonly type: string;
  readonly reason: string;
  readonly message: string;
}
export interface WireCertificate {
  readonly dns_names: readonly string[];
  readonly not_before: number;
  readonly not_after: number;
  readonly renewal_time: number;
  readonly state: WireRunState;
  readonly state_message?: string | null;
  readonly failed_issuance_attempt_count: number;
  readonly last_failure_issuance_time: number;
}

/** A frame of `/cluster/status`. */
export interface WireClusterFrame {
  readonly computed_status: {
    readonly global_status: 'RUNNING' | 'WARNING' | 'ERROR' | (string & {});
    readonly is_max_nodes_size_reached: boolean;
    readonly kube_version_status: { readonly type: string; readonly kube_version?: string };
    readonly node_warnings: Readonly<Record<string, readonly object[]>>;
    readonly qovery_components: readonly object[];
    readonly qovery_components_in_failure: readonly object[];
  };
  readonly tls_certificate?: WireCertificate | null;
}
