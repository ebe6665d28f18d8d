// The wire's shapes against the platform's own published packages: what they may send, we can hold.
import type * as Rest from 'qovery-typescript-axios';
import type * as Socket from 'qovery-ws-typescript-axios';
import { expectTypeOf, test } from 'vitest';
import type * as Deployment from '../../../../electron/platform/wire/deployment.ts';
import type * as Discovery from '../../../../electron/platform/wire/discovery.ts';
import type * as History from '../../../../electron/platform/wire/history.ts';
import type * as Logs from '../../../../electron/platform/wire/logs.ts';
import type * as Run from '../../../../electron/platform/wire/run.ts';

/** What our type names and the published one does not. */
type Unlisted<Ours, Published> = Exclude<keyof Ours, keyof Published>;

test('what the REST package publishes fits the wire types', () => {
  expectTypeOf<Rest.Organization>().toExtend<Discovery.WireOrganization>();
  expectTypeOf<Rest.Project>().toExtend<Discovery.WireProject>();
  expectTypeOf<Rest.Cluster>().toExtend<Discovery.WireCluster>();
  expectTypeOf<Rest.ClusterStatus>().toExtend<Discovery.WireClusterState>();
  expectTypeOf<Rest.OrganizationEnvironmentResponse>().toExtend<Discovery.WireOrganizationEnvironment>();
  expectTypeOf<Rest.Environment>().toExtend<Discovery.WireEnvironment>();
  expectTypeOf<Rest.ServiceLightResponse>().toExtend<Discovery.WireServiceLight>();
  expectTypeOf<Rest.EnvironmentOverviewResponse>().toExtend<Discovery.WireEnvironmentOverview>();
  expectTypeOf<Rest.Database>().toExtend<Discovery.WireService>();
  expectTypeOf<Rest.Application>().toExtend<Discovery.WireService>();
  expectTypeOf<Rest.JobResponse>().toExtend<Discovery.WireService>();
  expectTypeOf<Rest.HelmResponse>().toExtend<Discovery.WireService>();
  expectTypeOf<Rest.TerraformResponse>().toExtend<Discovery.WireService>();
  expectTypeOf<Rest.EnvironmentStatus>().toExtend<Deployment.WireEnvironmentStatus>();
  expectTypeOf<Rest.Status>().toExtend<Deployment.WireStatus>();
  expectTypeOf<Rest.EnvironmentStatuses>().toExtend<Deployment.WireEnvironmentStatuses>();
  expectTypeOf<Rest.EnvironmentStatusesWithStages>().toExtend<Deployment.WireStatusesWithStages>();
  expectTypeOf<Rest.EnvironmentLogs>().toExtend<Logs.WireDeploymentLogLine>();
  expectTypeOf<Rest.DeploymentHistoryEnvironmentPaginatedResponseListV2>().toExtend<History.WireHistory>();
  expectTypeOf<Rest.QueuedDeploymentRequestWithStages>().toExtend<History.WireQueuedRequest>();
});

test('what the socket package publishes fits the wire types', () => {
  expectTypeOf<Socket.ServiceStatusDto>().toExtend<Run.WireRunFrame>();
  expectTypeOf<Socket.ServiceLogResponseDto>().toExtend<Logs.WireServiceLogLine>();
  expectTypeOf<Socket.ClusterStatusDto>().toExtend<Run.WireClusterFrame>();
});

test('the wire types name no field that is not published', () => {
  expectTypeOf<Unlisted<Discovery.WireOrganization, Rest.Organization>>().toBeNever();
  expectTypeOf<Unlisted<Discovery.WireProject, Rest.Project>>().toBeNever();
  expectTypeOf<Unlisted<Discovery.WireCluster, Rest.Cluster>>().toBeNever();
  expectTypeOf<Unlisted<Discovery.WireClusterState, Rest.ClusterStatus>>().toBeNever();
  expectTypeOf<Unlisted<Discovery.WireEnvironment, Rest.Environment>>().toBeNever();
  expectTypeOf<Unlisted<Discovery.WireServiceLight, Rest.ServiceLightResponse>>().toBeNever();
  expectTypeOf<Unlisted<Discovery.WireEnvironmentOverview, Rest.EnvironmentOverviewResponse>>().toBeNever();
  expectTypeOf<Unlisted<Deployment.WireEnvironmentStatus, Rest.EnvironmentStatus>>().toBeNever();
  expectTypeOf<Unlisted<Deployment.WireStatus, Rest.Status>>().toBeNever();
  expectTypeOf<Unlisted<Deployment.WireEnvironmentStatuses, Rest.EnvironmentStatuses>>().toBeNever();
  expectTypeOf<Unlisted<Deployment.WireStatusesWithStages, Rest.EnvironmentStatusesWithStages>>().toBeNever();
  expectTypeOf<Unlisted<Deployment.WireStage, Rest.Stage>>().toBeNever();
  expectTypeOf<Unlisted<Logs.WireDeploymentLogLine, Rest.EnvironmentLogs>>().toBeNever();
  expectTypeOf<Unlisted<Logs.WireLogError, Rest.EnvironmentLogsError>>().toBeNever();
  expectTypeOf<Unlisted<History.WirePastDeployment, Rest.DeploymentHistoryEnvironmentV2>>().toBeNever();
  expectTypeOf<Unlisted<History.WirePastService, Rest.DeploymentHistoryService>>().toBeNever();
  expectTypeOf<Unlisted<Run.WireEnvironmentRun, Socket.EnvironmentStatusDto>>().toBeNever();
  expectTypeOf<Unlisted<Run.WireWorkloadRun, Socket.ApplicationStatusDto>>().toBeNever();
  expectTypeOf<Unlisted<Run.WirePod, Socket.PodStatusDto>>().toBeNever();
  expectTypeOf<Unlisted<Run.WirePodContainer, Socket.ContainerStatusDto>>().toBeNever();
  expectTypeOf<Unlisted<Logs.WireServiceLogLine, Socket.ServiceLogResponseDto>>().toBeNever();
});
