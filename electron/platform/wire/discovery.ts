// What exists, as the REST API sends it: organisations, projects, clusters, environments, services.
// A field that may be missing is optional, one that may be null says so, exactly as published.
import type { WireEnvironmentStatus } from './deployment.ts';
import type { WireDrift, WireJobType, WireMode, WireServiceType, WireState } from './states.ts';

/** Every list of the REST API; `results` may be missing and is empty then. */
export interface WireResults<T> {
  readonly results?: readonly T[];
}
export interface WireReference {
  readonly id: string;
}

/** What every refusal of the REST API looks like; some say `message` in place of `detail`, proxies send HTML or nothing. */
export interface WireErrorBody {
  readonly status?: number;
  readonly error?: string;
  readonly detail?: string;
  readonly message?: string;
}

/** GET `/organization`. */
export interface WireOrganization {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at?: string;
  readonly name: string;
  readonly description?: string | null;
  readonly plan: string;
  /** Not null: deployments are blocked. */
  readonly billing_deployment_restriction?: string | null;
  readonly organization_plan?: { readonly plan?: string };
}

/** GET `/organization/{o}/project`. */
export interface WireProject {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at?: string;
  readonly name: string;
  readonly description?: string;
  readonly associated_environments_count: number;
  readonly organization: WireReference;
}

/** GET `/organization/{o}/cluster`. */
export interface WireCluster {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at?: string;
  readonly organization: WireReference;
  readonly name: string;
  readonly description?: string;
  readonly region: string;
  readonly cloud_provider: string;
  readonly version?: string;
  readonly status?: WireState;
  readonly is_demo?: boolean;
  readonly production?: boolean;
  readonly deployment_status?: WireDrift;
}

/** GET `/organization/{o}/cluster/status`. */
export interface WireClusterState {
  readonly cluster_id: string;
  readonly status: WireState;
  readonly is_deployed: boolean;
  readonly next_k8s_available_version?: string | null;
  readonly last_execution_id?: string | null;
  readonly last_deployment_date?: string | null;
  readonly reason: string;
}

/** GET `/organization/{o}/environments`: no cluster, no project name. */
export interface WireOrganizationEnvironment {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at?: string;
  readonly name: string;
  readonly organization: WireReference;
  readonly project: WireReference;
  readonly mode: WireMode;
}

/** GET `/project/{p}/environment`. */
export interface WireEnvironment extends WireOrganizationEnvironment {
  readonly last_updated_by?: string;
  readonly cloud_provider: { readonly provider?: string; readonly cluster?: string };
  readonly cluster_id: string;
  readonly cluster_name?: string;
  readonly expires_at?: string | null;
}

/** GET `/organization/{o}/services`: nothing of database modes or instance counts. */
export interface WireServiceLight {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly icon_uri: string;
  readonly service_type: WireServiceType;
  readonly project_id: string;
  readonly project_name: string;
  readonly environment_id: string;
  readonly environment_name: string;
  readonly cluster_id: string;
  readonly job_type?: WireJobType;
}

/** GET `/project/{p}/environment/overview`. */
export interface WireEnvironmentOverview {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at: string;
  readonly name: string;
  readonly mode: WireMode;
  readonly cluster: { readonly id: string; readonly name: string; readonly cloud_provider: string; readonly is_demo: boolean };
  readonly services_overview: { readonly service_count: number; readonly managed_by: 'QOVERY' | 'ARGOCD' | 'MIXED' | (string & {}) };
  readonly deployment_status?: WireEnvironmentStatus | null;
}

/** GET `/environment/{e}/services`: what we read of the full objects; they hold far more, each kind its own. */
export interface WireService {
  readonly id: string;
  readonly created_at: string;
  readonly updated_at?: string;
  readonly environment: WireReference;
  readonly name: string;
  readonly description?: string;
  readonly icon_uri?: string;
  readonly service_type: WireServiceType;
  /** Jobs alone. */
  readonly job_type?: WireJobType;
  /** Databases alone. */
  readonly mode?: 'CONTAINER' | 'MANAGED' | (string & {});
  /** Databases alone. */
  readonly type?: string;
  /** Databases alone. */
  readonly version?: string;
  readonly min_running_instances?: number;
  readonly max_running_instances?: number;
}
