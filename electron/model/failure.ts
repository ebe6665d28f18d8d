// Why a deployment failed, as its log tells it.

/** Why a deployment failed, read from its log. `cause` is null when the log did not say or did not come. */
export interface Failure {
  /** Its execution; where the platform names none, what it is known by instead (`failureId`): no request may hold it. */
  readonly executionId: string;
  readonly cause: Cause | null;
}
export interface Cause {
  readonly serviceId: string | null;
  readonly serviceName: string | null;
  readonly step: string | null;
  readonly tag: string | null;
  /** One line, plain text: no ANSI, no line break. */
  readonly message: string;
  readonly hint: string | null;
  readonly link: string | null;
  /** `LogLine.key` of the line, so that the log can open there. */
  readonly lineKey: string;
}
