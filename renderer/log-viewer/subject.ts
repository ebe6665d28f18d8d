// PURE. What a log window is about, out of the world: its names, its statuses, its page in the Console.
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { AppState } from '../../electron/contract/state.ts';
import type { IncidentFacts } from './export.ts';
import { deploymentLink, serviceLogLink } from '../../electron/model/console-links.ts';
import { environmentFreshness } from '../../electron/model/freshness.ts';
import { durationText, labelText, timeText } from '../../electron/model/wording.ts';
import type { RunFacts } from '../../electron/model/wording-status.ts';
import type { Deployment, Environment, Instant, Service, World } from '../../electron/model/world.ts';

export interface Subject {
  readonly environment: Environment;
  readonly service: Service | null;
  readonly title: string;
  /** Where it lies, for a service; "" for a deployment. */
  readonly of: string;
  readonly run: RunFacts;
  /** Of the service, or of the environment where this log is its latest; null for an earlier one. */
  readonly deployment: Deployment | null;
  readonly consoleUrl: string;
}

/** Whether the place shows the deployment that the world speaks of. */
export function isLatest(environment: Environment, place: LogPlace): boolean {
  return place.executionId === null || place.executionId === (environment.deployment?.executionId ?? null);
}

function runFacts(world: World, environment: Environment, service: Service | null, now: Instant): RunFacts {
  const { run, runAsOf: asOf, runProblem: problem } = environmentFreshness(world, environment, now);
  const of = service ?? environment;
  return { run: of.run, reported: of.reportedRun, rung: service ? 'instances' : 'services', freshness: run, asOf, problem };
}

/** The subject of a place; null when the world does not know it (any more). */
export function subjectOf({ world, consoleUrl }: AppState, place: LogPlace, now: Instant): Subject | null {
  const environment = world.environments[place.environmentId];
  if (!environment) return null;
  const path = [world.projects[environment.projectId]?.name, environment.name].filter(Boolean).join(' / ');
  const service = place.kind === 'service' && place.serviceId !== null ? (world.services[place.serviceId] ?? null) : null;
  const run = runFacts(world, environment, service, now);
  if (service) {
    const url = serviceLogLink(consoleUrl, environment, service.id);
    return { environment, service, title: service.name, of: path, run, deployment: service.deployment, consoleUrl: url };
  }
  const deployment = isLatest(environment, place) ? environment.deployment : null;
  const url = deploymentLink(consoleUrl, environment, place.executionId);
  return { environment, service: null, title: path, of: '', run, deployment, consoleUrl: url };
}

/** Why it failed, in a sentence; "" when it did not or nobody has said. */
export function causeText({ environment, service }: Subject, place: LogPlace): string {
  const { failure } = environment;
  if (service || !failure?.cause || (place.executionId !== null && failure.executionId !== place.executionId)) return '';
  const { serviceName, message } = failure.cause;
  return serviceName ? `${serviceName}: ${message}` : message;
}

const ORIGINS: Readonly<Record<string, string>> = {
  GIT: 'Git push',
  CONSOLE: 'Console',
  API: 'API',
  CLI: 'CLI',
  TERRAFORM_PROVIDER: 'Terraform',
};
/** Where a deployment was asked for, in words; null when that is not known. */
export function originText(origin: string | null): string | null {
  return origin !== null && Object.hasOwn(ORIGINS, origin) ? (ORIGINS[origin] ?? origin) : origin;
}

/** Which run this is: when it began, who asked for it, how long it took. */
export function runText(subject: Subject, place: LogPlace, now: Instant): string {
  if (place.kind === 'service') return '';
  const { deployment } = subject;
  if (!deployment) return place.executionId === null ? 'Latest deployment' : 'An earlier deployment';
  const facts = [
    deployment.triggeredBy,
    originText(deployment.origin),
    deployment.durationMs === null || deployment.inProgress ? null : durationText(deployment.durationMs),
  ];
  const when = deployment.at === null ? 'Latest deployment' : timeText(deployment.at, now);
  return [when, ...facts.filter(Boolean)].join(', ');
}

/** What an incident of this log says besides its lines. */
export function incidentFacts(subject: Subject, place: LogPlace, now: Instant): IncidentFacts {
  const { environment, service, title, of, deployment, consoleUrl } = subject;
  const label = deployment ? `: ${labelText(deployment)}` : '';
  return {
    title: `${of === '' ? title : `${of} / ${title}`}${label}`,
    facts: [
      ['Run', runText(subject, place, now) || null],
      ['Deployment', place.executionId],
      ['Environment', environment.id],
      ['Service', service?.id ?? null],
    ],
    link: consoleUrl,
  };
}

/** The same of a log kept here whose environment is not known now. */
export function keptFacts({ of = '', executionId, environmentId }: LogPlace): IncidentFacts {
  const facts = [
    ['Deployment', executionId],
    ['Environment', environmentId],
  ] as const;
  return { title: of || 'A log kept on this computer', facts, link: '' };
}
