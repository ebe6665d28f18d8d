// The platform's words for states, as sent. Every list is open: new words come without notice and must not break us.

/** Deployment state of an environment or a service (StateEnum). */
export type WireState =
  | 'BUILDING'
  | 'BUILD_ERROR'
  | 'CANCELED'
  | 'CANCELING'
  | 'DELETED'
  | 'DELETE_ERROR'
  | 'DELETE_QUEUED'
  | 'DELETING'
  | 'DEPLOYED'
  | 'DEPLOYING'
  | 'DEPLOYMENT_ERROR'
  | 'DEPLOYMENT_QUEUED'
  | 'EXECUTING'
  | 'QUEUED'
  | 'READY'
  | 'RECAP'
  | 'RESTARTED'
  | 'RESTARTING'
  | 'RESTART_ERROR'
  | 'RESTART_QUEUED'
  | 'STOPPED'
  | 'STOPPING'
  | 'STOP_ERROR'
  | 'STOP_QUEUED'
  | 'UNAVAILABLE'
  | 'WAITING_DELETING'
  | 'WAITING_RESTARTING'
  | 'WAITING_RUNNING'
  | 'WAITING_STOPPING'
  | (string & {});

/** Run state of an environment, a service, a pod or a container (ServiceStateDto). */
export type WireRunState = 'STARTING' | 'RUNNING' | 'ERROR' | 'STOPPING' | 'STOPPED' | 'COMPLETED' | 'WARNING' | (string & {});

/** PREVIEW is shown as "Ephemeral". */
export type WireMode = 'DEVELOPMENT' | 'PREVIEW' | 'PRODUCTION' | 'STAGING' | (string & {});

export type WireServiceType =
  | 'APPLICATION'
  | 'CONTAINER'
  | 'DATABASE'
  | 'JOB'
  | 'HELM'
  | 'TERRAFORM'
  | 'ARGOCD_APP'
  | 'AGENTIC_WORKFLOW'
  | (string & {});

export type WireJobType = 'CRON' | 'LIFECYCLE' | (string & {});

/** Does the deployed thing still match its settings ("needs redeploy")? */
export type WireDrift = 'NEVER_DEPLOYED' | 'OUT_OF_DATE' | 'UP_TO_DATE' | (string & {});

/** Who or what asked for a deployment. */
export type WireOrigin = 'API' | 'CLI' | 'CONSOLE' | 'GIT' | 'QOVERY_INTERNAL' | 'SKILL' | 'TERRAFORM_PROVIDER' | (string & {});

export type WireAction = 'DEPLOY' | 'DELETE' | 'RESTART' | 'STOP' | 'UNKNOWN' | (string & {});
export type WireActionStatus =
  | 'QUEUED'
  | 'ONGOING'
  | 'SUCCESS'
  | 'ERROR'
  | 'EXECUTING'
  | 'CANCELED'
  | 'CANCELING'
  | 'NEVER'
  | (string & {});
export type WireSubAction =
  | 'NONE'
  | 'TERRAFORM_PLAN_ONLY'
  | 'TERRAFORM_PLAN_AND_APPLY'
  | 'TERRAFORM_DESTROY'
  | 'TERRAFORM_FORCE_UNLOCK_STATE'
  | 'TERRAFORM_MIGRATE_STATE'
  | (string & {});

export type WireStageStatus = 'QUEUED' | 'ONGOING' | 'DONE' | 'ERROR' | 'SKIPPED' | 'CANCELED' | (string & {});
export type WireStepStatus = 'SUCCESS' | 'ERROR' | 'CANCEL' | 'SKIP' | (string & {});
