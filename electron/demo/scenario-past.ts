// Deployments that were, and requests that wait: `deploymentHistoryV2` and `deploymentQueue`.
import type {
  WireHistory,
  WirePastDeployment,
  WirePastService,
  WirePastStage,
  WireQueuedRequest,
  WireQueuedStage,
} from '../platform/wire/history.ts';
import { frameAt } from './scenario-episode.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { pick, seeded } from './scenario-random.ts';
import { versionOf } from './scenario-run.ts';
import { spentOf, stageStatus, stagesOf } from './scenario-stages.ts';
import { actionStatus, deploymentsOf, requestId, statusDetails, type Deployed } from './scenario-status.ts';
import { executionId, isoTime, type Scenario } from './scenario.ts';

/** How many deployments the platform keeps. */
const KEPT = 20;

/** ISO 8601, as the platform writes it: `PT3M4.25S`. */
function duration(ms: number): string {
  const [minutes, seconds] = [Math.floor(ms / 60_000), (ms % 60_000) / 1000];
  return `PT${minutes > 0 ? `${minutes}M` : ''}${seconds}S`;
}

const MESSAGES = [
  'fix the cart total',
  'bump dependencies',
  'faster search',
  'typo',
  'round VAT per line',
  'retry webhooks',
  'new header',
] as const;

function details(scenario: Scenario, deployment: Deployed, service: EstateService): object {
  const random = seeded(scenario.seed, 'commit', deployment.key, service.id);
  const version = versionOf(scenario, service, deployment.atMs < 0 ? Math.floor(deployment.atMs) : 1);
  const commit = {
    created_at: isoTime(scenario, deployment.atMs - 600_000),
    git_commit_id: version,
    tag: 'TAGS_NOT_IMPLEMENTED',
    message: pick(random, MESSAGES),
    author_name: deployment.execution.triggeredBy.split('@')[0] ?? '',
  };
  if (service.kind === 'APPLICATION') return { commit, build_pod_name: `build-${executionId(scenario, deployment)}-0` };
  if (service.kind === 'JOB') return { image_name: service.name, tag: version.slice(0, 12), job_type: service.jobKind };
  if (service.kind === 'HELM') return { repository: { chart_name: service.name, chart_version: version } };
  return { image_name: service.name, tag: version, arguments: [] };
}

interface Audit {
  readonly created_at: string;
  readonly updated_at: string;
  readonly triggered_by: string;
  readonly origin: string;
}
function audit(scenario: Scenario, { atMs, execution }: Deployed, elapsedMs: number): Audit {
  return {
    created_at: isoTime(scenario, atMs),
    updated_at: isoTime(scenario, Math.min(elapsedMs, atMs + execution.endMs)),
    triggered_by: execution.triggeredBy,
    origin: execution.origin,
  };
}

function pastService(scenario: Scenario, deployment: Deployed, service: EstateService, elapsedMs: number): readonly WirePastService[] {
  const frames = deployment.execution.services.get(service.id);
  if (!frames) return [];
  const status = frameAt(frames, elapsedMs - deployment.atMs) ?? 'READY';
  return [
    {
      identifier: {
        name: service.name,
        service_id: service.id,
        service_type: service.kind,
        execution_id: executionId(scenario, deployment),
      },
      status,
      auditing_data: audit(scenario, deployment, elapsedMs),
      details: details(scenario, deployment, service),
      status_details: statusDetails(service, deployment.execution, status),
      icon_uri: service.icon,
      total_duration: duration(Math.min(elapsedMs - deployment.atMs, frames.at(-1)?.[0] ?? 0)),
    },
  ];
}

function pastDeployment(scenario: Scenario, environment: EstateEnvironment, deployment: Deployed, elapsedMs: number): WirePastDeployment {
  const { execution, atMs } = deployment;
  const status = frameAt(execution.states, elapsedMs - atMs) ?? 'READY';
  const stages = stagesOf(scenario, environment).flatMap((stage): readonly WirePastStage[] => {
    const services = stage.services.flatMap((service) => pastService(scenario, deployment, service, elapsedMs));
    if (services.length === 0) return [];
    const stageState = stageStatus(services.map((service) => service.status));
    return [{ name: stage.name, status: stageState, duration: duration(spentOf(execution, stage, elapsedMs - atMs)), services }];
  });
  return {
    identifier: { execution_id: executionId(scenario, deployment), environment_id: environment.id },
    auditing_data: audit(scenario, deployment, elapsedMs),
    status,
    trigger_action: execution.action,
    action_status: actionStatus(status),
    total_duration: duration(Math.min(execution.endMs, elapsedMs - atMs)),
    stages,
  };
}

/** Newest first; at most `pageSize`, and never more than the platform keeps. */
export function deploymentHistory(scenario: Scenario, environment: EstateEnvironment, pageSize: number, elapsedMs: number): WireHistory {
  const all = deploymentsOf(scenario, environment.id, elapsedMs).toReversed().slice(0, Math.min(pageSize, KEPT));
  return { page: 1, page_size: pageSize, results: all.map((one) => pastDeployment(scenario, environment, one, elapsedMs)) };
}

/** What waits for the running deployment to end, in the order it was asked for. */
export function deploymentQueue(scenario: Scenario, environment: EstateEnvironment, elapsedMs: number): readonly WireQueuedRequest[] {
  return scenario.waiting(environment.id, elapsedMs).flatMap((one): readonly WireQueuedRequest[] => {
    const { execution } = one;
    if (!execution) return [];
    const stages = stagesOf(scenario, environment).map((stage): WireQueuedStage => {
      const services = stage.services.filter((service) => execution.services.has(service.id));
      const identified = services.map(({ id, kind, name, icon }) => ({
        identifier: { service_id: id, service_type: kind, name },
        status: 'QUEUED' as const,
        icon_uri: icon,
      }));
      return { name: stage.name, status: 'QUEUED', services: identified };
    });
    return [
      {
        identifier: { deployment_request_id: requestId(scenario, one), environment_id: environment.id },
        auditing_data: { triggered_by: execution.triggeredBy, origin: execution.origin },
        trigger_action: execution.action,
        stages: stages.filter((stage) => stage.services.length > 0),
      },
    ];
  });
}
