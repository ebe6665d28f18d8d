// Deployment states: of environments, of their services, and why one failed.
import { deploymentAfter, deploymentOfServices } from '../model/deployment-label.ts';
import { kept, withEntries } from '../model/same.ts';
import type { DeploymentReport, EnvironmentDeployments } from '../model/report.ts';
import { stagesFrom } from '../model/stages.ts';
import { paceOf, usualDuration } from '../model/usual-duration.ts';
import type { Failure } from '../model/failure.ts';
import type { Deployment, Environment, Instant, Service } from '../model/world.ts';
import { withGapClosed, withOverlooked } from './fold-gaps.ts';
import { withCauseOfPassed } from './fold-replaced.ts';
import { withStrangers } from './fold-strangers.ts';
import type { Known, MonitorEvent } from './fold.ts';
import { serviceWith, withServices } from './verdicts.ts';

const NO_STAGES: Environment['stages'] = [];

/** The environment with its reported deployment; a cause that belongs to another execution is let go. */
export function environmentWithDeployment(environment: Environment, report: DeploymentReport, now: Instant): Environment {
  // Argo CD deploys those; the platform's own word for them (READY) would read "never deployed". Platform guide 3.1.
  if (environment.managedBy === 'ARGOCD') return kept(environment, { ...environment, deployment: null, stages: NO_STAGES, failure: null });
  const deployment = deploymentAfter(environment.deployment, report, now);
  const stages = deployment.executionId === environment.deployment?.executionId ? environment.stages : NO_STAGES;
  const isSame = deployment.tone === 'error' && environment.failure?.executionId === failureId(environment.id, deployment);
  return { ...environment, deployment, stages, failure: isSame ? environment.failure : null };
}

/** What a failure is known by: its execution; where none is named, the time of the deployment. */
export function failureId(environmentId: string, { executionId, at }: Pick<Deployment, 'executionId' | 'at'>): string {
  return executionId ?? `${environmentId}@${at ?? 'unknown'}`;
}

/**
 * Whether a frame comes late: it speaks of another execution, which began before the one that is known. Left out, for it would
 * say that what failed is mended. A reading that was asked for may go back: a request that was queued can be withdrawn.
 */
function isLate(before: Deployment | null | undefined, report: DeploymentReport): boolean {
  if (!before || report.executionId === before.executionId) return false;
  return before.at !== null && report.at !== null && report.at < before.at;
}

/** Reports of whole environments (a project's socket): upserts by id. */
export function foldEnvironmentStates(known: Known, sent: readonly DeploymentReport[], now: Instant): Known {
  const reports = sent.filter((report) => !isLate(known.world.environments[report.id]?.deployment, report));
  const environments = reports.flatMap((report) => {
    const old = known.world.environments[report.id];
    return old ? [environmentWithDeployment(old, report, now)] : [];
  });
  const world = withServices(known.world, [], environments);
  const ids = reports.map((report) => report.id);
  return withStrangers({ ...known, world, toldAt: toldNow(known, ids, now) }, ids);
}

const toldNow = (known: Known, ids: readonly string[], now: Instant): Known['toldAt'] =>
  withEntries(
    known.toldAt,
    ids.filter((id) => known.world.environments[id]).map((id) => [id, now] as const),
  );

/** Whether a socket told this environment's deployment after it was asked for: the answer is then left out. */
export function isOutrun(known: Known, environmentId: string, askedAt: Instant | undefined): boolean {
  return askedAt !== undefined && (known.toldAt[environmentId] ?? askedAt) > askedAt;
}

type Deployments = Extract<MonitorEvent, { readonly kind: 'deployments' }>;

/** One environment and its services, all at once. */
export function foldDeployments(known: Known, { environmentId, deployments: found, now, askedAt }: Deployments): Known {
  const old = known.world.environments[environmentId];
  if (!old || isOutrun(known, environmentId, askedAt)) return known;
  const isFrame = askedAt === undefined;
  if (isFrame && isLate(old.deployment, found.environment)) return known;
  const services = found.services.flatMap((report) => {
    const service = known.world.services[report.id];
    if (!service || service.environmentId !== environmentId || (isFrame && isLate(service.deployment, report))) return [];
    return [serviceWith(service, { deployment: deploymentAfter(service.deployment, report, now) })];
  });
  const environment = withStages(withOwnWord(old, found.environment, services, now), found.staged, services);
  const world = withServices(known.world, services, [environment]);
  const next = { ...known, world, toldAt: isFrame ? toldNow(known, [environmentId], now) : known.toldAt };
  return withStrangers(
    next,
    found.services.map(({ id }) => id),
  );
}

/** A reading that says nothing of stages leaves them as they are. */
function withStages(environment: Environment, staged: EnvironmentDeployments['staged'], services: readonly Service[]): Environment {
  if (!staged || !environment.deployment) return environment;
  return { ...environment, stages: kept(environment.stages, stagesFrom(staged, services, environment.deployment.at)) };
}

/** The platform's word for the whole; where it says none, its services' words together. */
function withOwnWord(old: Environment, report: DeploymentReport, services: readonly Service[], now: Instant): Environment {
  if (report.state !== '') return environmentWithDeployment(old, withDates(report, old), now);
  const computed = deploymentOfServices(services.flatMap((service) => service.deployment ?? []));
  return {
    ...old,
    deployment: kept(old.deployment ?? undefined, computed ?? undefined) ?? null,
    failure: computed?.tone === 'error' ? old.failure : null,
  };
}

/** What one reading leaves out (a socket frame is leaner than the overview) stays as it was for the same execution. */
function withDates(report: DeploymentReport, old: Environment): DeploymentReport {
  const before = old.deployment;
  if (!before || before.executionId !== report.executionId) return report;
  return {
    ...report,
    at: report.at ?? before.at,
    durationMs: report.durationMs ?? before.durationMs,
    triggeredBy: report.triggeredBy ?? before.triggeredBy,
    origin: report.origin ?? before.origin,
  };
}

export function foldDatabaseModes(known: Known, modes: Readonly<Record<string, Service['databaseMode']>>): Known {
  const services = Object.entries(modes).flatMap(([id, databaseMode]) => {
    const service = known.world.services[id];
    return service ? [serviceWith(service, { databaseMode })] : [];
  });
  const world = withServices(known.world, services);
  return world === known.world ? known : { ...known, world };
}

/** Earlier deployments of an environment tell how long one usually takes, and each of its steps. */
export function foldHistory(known: Known, { environmentId, past, readings }: Extract<MonitorEvent, { readonly kind: 'history' }>): Known {
  const environment = known.world.environments[environmentId];
  if (!environment) return known;
  const told = withOverlooked(environment, known.gaps[environmentId] ?? [], past);
  const world = withServices(known.world, [], [{ ...told, usual: usualDuration(past), pace: paceOf(past, readings) }]);
  return withGapClosed(world === known.world ? known : { ...known, world }, environmentId);
}

/** Why a deployment failed: the last one of its environment, or one before it that waits for its cause; of others ignored. */
export function foldFailure(known: Known, environmentId: string, failure: Failure): Known {
  const environment = known.world.environments[environmentId];
  const passed = environment && withCauseOfPassed(environment, failure);
  if (passed) return { ...known, world: withServices(known.world, [], [passed]) };
  if (!environment?.deployment || environment.deployment.tone !== 'error') return known;
  if (failureId(environmentId, environment.deployment) !== failure.executionId) return known;
  const world = withServices(known.world, [], [{ ...environment, failure: kept(environment.failure ?? undefined, failure) }]);
  return world === known.world ? known : { ...known, world };
}
