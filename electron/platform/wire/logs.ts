// Lines of logs as sent. Texts hold ANSI codes, emoji and whatever a program prints.

/** One line of GET `/environment/{e}/logs` (a bare array) and of the socket `/deployment/logs` (each frame an array). */
export interface WireDeploymentLogLine {
  /** debug, info, warning, error; in lower case. */
  readonly type: string;
  /** RFC 3339, up to nanoseconds. */
  readonly timestamp: string;
  readonly details: {
    readonly organization_id?: string;
    readonly cluster_id?: string;
    readonly execution_id?: string;
    readonly transmitter?: { readonly id?: string; readonly name?: string; readonly type?: string };
    readonly stage?: { readonly step?: string; readonly id?: string | null; readonly name?: string | null };
  };
  readonly error?: WireLogError | null;
  readonly message?: { readonly safe_message?: string; readonly full_details?: string } | null;
}
export interface WireLogError {
  readonly tag?: string;
  readonly user_log_message?: string;
  readonly link?: string;
  readonly hint_message?: string;
  readonly underlying_error?: { readonly message?: string; readonly full_details?: string };
}

/** One frame of the socket `/service/logs`: one line. */
export interface WireServiceLogLine {
  /** Epoch milliseconds. */
  readonly created_at: number;
  readonly message: string;
  readonly pod_name: string;
  readonly container_name: string;
  readonly version: string;
  /** Any case. */
  readonly severity_text: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly from_kube: boolean;
}
