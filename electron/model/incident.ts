// What is wrong with an environment, to be taken elsewhere: into a ticket, a chat. Plain facts, and the same in Markdown.
import { failedServices } from './changes.ts';
import { deploymentLink, environmentLink } from './console-links.ts';
import type { Cause } from './failure.ts';
import { inlineMarkdown } from './markdown.ts';
import { plainLine } from './plain-text.ts';
import { ailingServices, environmentPath, namesText } from './wording-environment.ts';
import { instancesText } from './wording-instance.ts';
import { hasFailedDeployment } from './tray-status.ts';
import type { Environment, Service, World } from './world.ts';

export interface Incident {
  readonly title: string;
  /** What is wrong, in a line. */
  readonly message: string;
  /** Name and value, in order. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** A page that helps. */
  readonly help: string | null;
  readonly place: Pick<Environment, 'organizationId' | 'projectId' | 'id'>;
  /** null: it is of no deployment. */
  readonly executionId: string | null;
}

/** What can stand between angle brackets. */
const ADDRESS = /^https?:\/\/[^\s<>]+$/;

const NAME = 60;

type Facts = readonly (readonly [name: string, value: string | null | undefined])[];
const said = (facts: Facts): Incident['facts'] =>
  facts.flatMap(([name, value]) => (value ? [[plainLine(name, NAME), plainLine(value)] as const] : []));

const placeOf = ({ organizationId, projectId, id }: Environment): Incident['place'] => ({ organizationId, projectId, id });

/** A deployment that failed: `label` is what it ended with, `serviceIds` whom it concerns. */
export function deploymentIncident(
  world: World,
  environment: Environment,
  run: {
    readonly executionId: string | null;
    readonly label: string;
    readonly serviceIds: readonly string[];
    readonly cause: Cause | null;
  },
): Incident {
  const { cause } = run;
  const names = namesText(run.serviceIds.flatMap((id) => world.services[id]?.name ?? []));
  const { deployment } = environment;
  const isLast = deployment?.executionId === run.executionId;
  return {
    title: `${environmentPath(world, environment)}: ${run.label}`,
    message: plainLine(cause?.message ?? '') || (names === '' ? 'The deployment failed' : `The deployment of ${names} failed`),
    facts: said([
      ['Said by', cause?.serviceName],
      ['Step', cause?.step],
      ['Hint', cause?.hint],
      ['Kind of error', cause?.tag],
      ['Failed', names],
      ['Asked for by', isLast ? deployment?.triggeredBy : null],
      ['Deployment', run.executionId],
      ['Environment', environment.id],
      ['Service', cause?.serviceId],
    ]),
    help: cause?.link && ADDRESS.test(cause.link) ? cause.link : null,
    place: placeOf(environment),
    executionId: run.executionId,
  };
}

/** Services that run badly. */
export function runIncident(world: World, environment: Environment, services: readonly Service[]): Incident {
  const [first] = services;
  const each = services.map((service) => [service.name, [service.run.status, instancesText(service)].filter(Boolean).join(', ')] as const);
  const names = namesText(services.map(({ name }) => name));
  return {
    title: `${environmentPath(world, environment)}: ${environment.run.status}`,
    message: services.length === 1 ? `${names} is in ${first?.run.status ?? 'ERROR'}` : `${names || 'It'} does not run well`,
    facts: said([...each.slice(0, 10), ['Environment', environment.id], ['Service', first?.id]]),
    help: null,
    place: placeOf(environment),
    executionId: null,
  };
}

/** What ails an environment now: its failed deployment, else what runs badly. */
export function incidentOf(world: World, environment: Environment): Incident {
  const { deployment, failure } = environment;
  if (!hasFailedDeployment(environment)) return runIncident(world, environment, ailingServices(world, environment));
  const executionId = deployment?.executionId ?? null;
  const serviceIds = failedServices(world, environment).map(({ id }) => id);
  const [label, cause] = [deployment?.label ?? 'DEPLOYMENT ERROR', failure?.cause ?? null];
  return deploymentIncident(world, environment, { executionId, label, serviceIds, cause });
}

/** The incident ready for a ticket; `consoleUrl` is the Console's address. */
export function incidentMarkdown({ title, message, facts, help, place, executionId }: Incident, consoleUrl: string): string {
  const link = executionId === null ? environmentLink(consoleUrl, place) : deploymentLink(consoleUrl, place, executionId);
  const items = facts.map(([name, value]) => `- ${inlineMarkdown(name)}: ${inlineMarkdown(value)}`);
  const links = [...(help === null ? [] : [`- Help: <${help}>`]), `- Console: <${link}>`];
  return `## ${inlineMarkdown(title)}\n\n**${inlineMarkdown(message)}**\n\n${[...items, ...links].join('\n')}\n`;
}
