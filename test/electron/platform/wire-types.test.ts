// Holds our shapes of the wire against the platform's published types. The judge is the type check (`tsc -b`): a field that is
// renamed, missing, of another type or no longer optional on either side makes a line below red.
import type * as Rest from 'qovery-typescript-axios';
import type * as Sockets from 'qovery-ws-typescript-axios';
import { expectTypeOf, test } from 'vitest';
import type * as Deployment from '../../../electron/platform/wire/deployment.ts';
import type * as Discovery from '../../../electron/platform/wire/discovery.ts';
import type * as History from '../../../electron/platform/wire/history.ts';
import type * as Logs from '../../../electron/platform/wire/logs.ts';
import type * as Run from '../../../electron/platform/wire/run.ts';
import type * as States from '../../../electron/platform/wire/states.ts';

/** A type with its lists readonly and its words open: the published lists are mutable and their words closed, ours are not. */
type Open<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends boolean
      ? boolean
      : T extends readonly (infer E)[]
        ? readonly Open<E>[]
        : T extends object
          ? { readonly [K in keyof T]: Open<T[K]> }
          : T;

/** Names that the published type does not have. */
type Strange<Wire, Published> = Exclude<keyof Wire, keyof Published>;
/** Whether what is published can be read as ours. */
type Reads<Wire, Published> = [Open<Published>] extends [Open<Wire>] ? true : false;
/** Whether what we write is as published, as far as we have it. */
type Writes<Wire, Published> = [Open<Wire>] extends [Open<Pick<Published, keyof Wire & keyof Published>>] ? true : false;
/** Names that the published type has and ours leaves out. */
type Missing<Wire, Published> = Exclude<keyof Published, keyof Wire>;

type Fit<Wire, Published> = {
  readonly strange: Strange<Wire, Published>;
  readonly reads: Reads<Wire, Published>;
  readonly writes: Writes<Wire, Published>;
};
type Part = { readonly strange: never; readonly reads: true; readonly writes: true };
type Whole<Wire, Published> = Fit<Wire, Published> & { readonly missing: Missing<Wire, Published> };
type Complete = Part & { readonly missing: never };
/** Complete, but somewhere below ours says no more than `object`: nothing of that is read. */
type CompleteOutside = { readonly strange: never; readonly reads: true; readonly writes: false } & { readonly missing: never };

/** Ours is the published shape, whole. */
const whole = <Wire, Published>() => expectTypeOf<Whole<Wire, Published>>();
/** Ours is a part of the published shape. */
const part = <Wire, Published>() => expectTypeOf<Fit<Wire, Published>>();

/** The words that an open list names; the opening itself is left out. */
type Words<T> = T extends string ? (string extends T ? never : T) : never;
const words = <Wire>() => expectTypeOf<Words<Wire>>();

test('deployment states are as published', () => {
  whole<Deployment.WireEnvironmentStatus, Rest.EnvironmentStatus>().toEqualTypeOf<Complete>();
  whole<Deployment.WireStatus, Rest.Status>().toEqualTypeOf<Complete>();
  whole<Deployment.WireStatusDetails, Rest.StatusDetails>().toEqualTypeOf<Complete>();
  whole<Deployment.WireServiceSteps, Rest.ServiceStepMetrics>().toEqualTypeOf<Complete>();
  whole<Deployment.WireServiceStep, Rest.ServiceStepMetric>().toEqualTypeOf<Complete>();
  whole<Deployment.WireEnvironmentStatuses, Rest.EnvironmentStatuses>().toEqualTypeOf<Complete>();
  whole<Deployment.WireStatusesWithStages, Rest.EnvironmentStatusesWithStages>().toEqualTypeOf<Complete>();
  whole<
    NonNullable<Deployment.WireStatusesWithStages['pre_check_stage']>,
    Rest.EnvironmentStatusesWithStagesPreCheckStage
  >().toEqualTypeOf<Complete>();
  whole<Deployment.WireStageStatuses, Rest.DeploymentStageWithServicesStatuses>().toEqualTypeOf<Complete>();
  whole<Deployment.WireStage, Rest.Stage>().toEqualTypeOf<Complete>();
  whole<Deployment.WireStageSteps, Rest.StageStepMetrics>().toEqualTypeOf<Complete>();
  whole<Deployment.WireStageStep, Rest.StageStepMetric>().toEqualTypeOf<Complete>();
});

test('names of things are as published', () => {
  part<Discovery.WireOrganization, Rest.Organization>().toEqualTypeOf<Part>();
  part<NonNullable<Discovery.WireOrganization['organization_plan']>, Rest.OrganizationAllOfOrganizationPlan>().toEqualTypeOf<Part>();
  whole<Discovery.WireProject, Rest.Project>().toEqualTypeOf<Complete>();
  whole<Discovery.WireReference, Rest.ReferenceObject>().toEqualTypeOf<Complete>();
  part<Discovery.WireCluster, Rest.Cluster>().toEqualTypeOf<Part>();
  part<Discovery.WireClusterState, Rest.ClusterStatus>().toEqualTypeOf<Part>();
  part<Discovery.WireOrganizationEnvironment, Rest.Environment>().toEqualTypeOf<Part>();
  whole<Discovery.WireEnvironment, Rest.Environment>().toEqualTypeOf<Complete>();
  whole<Discovery.WireEnvironment['cloud_provider'], Rest.EnvironmentAllOfCloudProvider>().toEqualTypeOf<Complete>();
  whole<Discovery.WireServiceLight, Rest.ServiceLightResponse>().toEqualTypeOf<Complete>();
  whole<Discovery.WireEnvironmentOverview, Rest.EnvironmentOverviewResponse>().toEqualTypeOf<Complete>();
  whole<Discovery.WireEnvironmentOverview['cluster'], Rest.ClusterOverviewResponse>().toEqualTypeOf<Complete>();
  whole<Discovery.WireEnvironmentOverview['services_overview'], Rest.ServicesOverviewResponse>().toEqualTypeOf<Complete>();
});

test('history and queue are as published', () => {
  whole<History.WireHistory, Rest.DeploymentHistoryEnvironmentPaginatedResponseListV2>().toEqualTypeOf<Complete>();
  whole<History.WirePastDeployment, Rest.DeploymentHistoryEnvironmentV2>().toEqualTypeOf<Complete>();
  whole<History.WirePastDeployment['identifier'], Rest.DeploymentHistoryEnvironmentV2Identifier>().toEqualTypeOf<Complete>();
  whole<History.WireAudit, Rest.DeploymentHistoryAuditingData>().toEqualTypeOf<Complete>();
  whole<History.WirePastStage, Rest.DeploymentHistoryStage>().toEqualTypeOf<Complete>();
  whole<History.WirePastService, Rest.DeploymentHistoryService>().toEqualTypeOf<Complete>();
  whole<History.WirePastService['identifier'], Rest.DeploymentHistoryServiceIdentifier>().toEqualTypeOf<Complete>();
  whole<History.WireQueuedRequest, Rest.QueuedDeploymentRequestWithStages>().toEqualTypeOf<Complete>();
  whole<History.WireQueuedStage, Rest.QueuedDeploymentRequestWithStagesStagesInner>().toEqualTypeOf<Complete>();
});

test('log lines are as published', () => {
  type Details = Logs.WireDeploymentLogLine['details'];
  type Beneath = NonNullable<Logs.WireLogError['underlying_error']>;
  whole<Logs.WireDeploymentLogLine, Rest.EnvironmentLogs>().toEqualTypeOf<Complete>();
  whole<Details, Rest.EnvironmentLogsDetails>().toEqualTypeOf<Complete>();
  whole<NonNullable<Details['transmitter']>, Rest.EnvironmentLogsDetailsTransmitter>().toEqualTypeOf<Complete>();
  whole<NonNullable<Details['stage']>, Rest.EnvironmentLogsDetailsStage>().toEqualTypeOf<Complete>();
  whole<Logs.WireLogError, Rest.EnvironmentLogsError>().toEqualTypeOf<Complete>();
  whole<Beneath, Rest.EnvironmentLogsErrorUnderlyingError>().toEqualTypeOf<Complete>();
  whole<NonNullable<Logs.WireDeploymentLogLine['message']>, Rest.EnvironmentLogsMessage>().toEqualTypeOf<Complete>();
  whole<Logs.WireServiceLogLine, Sockets.ServiceLogResponseDto>().toEqualTypeOf<Complete>();
});

test('run states are as published', () => {
  whole<Run.WireRunFrame, Sockets.ServiceStatusDto>().toEqualTypeOf<CompleteOutside>();
  whole<Run.WireEnvironmentRun, Sockets.EnvironmentStatusDto>().toEqualTypeOf<CompleteOutside>();
  whole<Run.WireServiceRun, Sockets.DatabaseStatusDto>().toEqualTypeOf<Complete>();
  whole<Run.WireServiceRun, Sockets.ArgoCdAppStatusDto>().toEqualTypeOf<Complete>();
  whole<Run.WireWorkloadRun, Sockets.ApplicationStatusDto>().toEqualTypeOf<CompleteOutside>();
  whole<Run.WireTerraformRun, Sockets.TerraformStatusDto>().toEqualTypeOf<Complete>();
  whole<Run.WireTerraformRun['triggered_action'], Sockets.ServiceActionDetailsDto>().toEqualTypeOf<Complete>();
  whole<Run.WirePod, Sockets.PodStatusDto>().toEqualTypeOf<Complete>();
  whole<Run.WirePodContainer, Sockets.ContainerStatusDto>().toEqualTypeOf<Complete>();
  whole<NonNullable<Run.WirePodContainer['current_state']>, Sockets.ContainerStateDto>().toEqualTypeOf<Complete>();
  whole<Run.WireTermination, Sockets.ContainerStateTerminatedDto>().toEqualTypeOf<Complete>();
  whole<Run.WirePodEvent, Sockets.PodKubernetesEventDto>().toEqualTypeOf<Complete>();
  whole<Run.WireCertificate, Sockets.CertificateStatusDto>().toEqualTypeOf<Complete>();
  whole<Run.WireClusterFrame, Sockets.ClusterStatusDto>().toEqualTypeOf<CompleteOutside>();
});

test('the words we know are the words that are published', () => {
  words<States.WireState>().toEqualTypeOf<Rest.StateEnum>();
  words<States.WireRunState>().toEqualTypeOf<Sockets.ServiceStateDto>();
  words<States.WireMode>().toEqualTypeOf<Rest.EnvironmentModeEnum>();
  words<States.WireServiceType>().toEqualTypeOf<Rest.ServiceTypeEnum>();
  words<States.WireJobType>().toEqualTypeOf<Rest.ServiceLightResponseJobTypeEnum>();
  words<States.WireDrift>().toEqualTypeOf<Rest.EnvironmentDeploymentStatusEnum>();
  words<States.WireDrift>().toEqualTypeOf<Rest.ServiceDeploymentStatusEnum>();
  words<States.WireOrigin>().toEqualTypeOf<Rest.EnvironmentStatusEventOriginEnum>();
  words<States.WireAction>().toEqualTypeOf<Rest.ServiceActionEnum>();
  words<States.WireActionStatus>().toEqualTypeOf<Rest.ServiceActionStatusEnum>();
  words<States.WireSubAction>().toEqualTypeOf<Rest.ServiceSubActionEnum>();
  words<States.WireStageStatus>().toEqualTypeOf<Rest.StageStatusEnum>();
  words<States.WireStepStatus>().toEqualTypeOf<Rest.StepMetricStatusEnum>();
});
