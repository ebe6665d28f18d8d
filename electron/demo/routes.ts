// The REST API of the demo platform as a function: a path and a moment in, a status and a body out. Reads only.
import type { WireErrorBody } from '../platform/wire/discovery.ts';
import { deploymentLog } from './scenario-deployment-log.ts';
import {
  clustersOf,
  clusterStatesOf,
  environmentOf,
  organizationsOf,
  overviewOf,
  projectsOf,
  serviceLightOf,
  serviceOf,
} from './scenario-discovery.ts';
import type { EstateEnvironment } from './scenario-estate.ts';
import { deploymentHistory, deploymentQueue } from './scenario-past.ts';
import { momentOf, statusesWithStages } from './scenario-stages.ts';
import { deploymentsOf, environmentStatus, environmentStatuses, statusOf } from './scenario-status.ts';
import type { Scenario } from './scenario.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}
/** What is asked, of whom and when. */
interface Question {
  readonly scenario: Scenario;
  readonly query: URLSearchParams;
  readonly elapsedMs: number;
}
type Route = (question: Question, id: string) => unknown;

const REASONS: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

/** A refusal as the platform words it. */
export function refusal(status: number, detail: string): Answer {
  const body: WireErrorBody = { status, error: REASONS[status] ?? 'Error', detail };
  return { status, body };
}

const MOST_LINES = 1000;
const list = (results: readonly unknown[]): unknown => ({ results });

const ofOrganization = ({ scenario }: Question, id: string): readonly EstateEnvironment[] =>
  scenario.environments.filter((one) => one.organizationId === id);
const ORGANIZATION: Readonly<Record<string, Route>> = {
  project: ({ scenario }, id) => list(projectsOf(scenario, id)),
  cluster: ({ scenario }, id) => list(clustersOf(scenario, id)),
  'cluster/status': ({ scenario }, id) => list(clusterStatesOf(scenario, id)),
  environments: (asked, organizationId) =>
    list(
      ofOrganization(asked, organizationId).map((one) => {
        const { id, created_at, updated_at, name, organization, project, mode } = environmentOf(asked.scenario, one);
        return { id, created_at, updated_at, name, organization, project, mode };
      }),
    ),
  services: (asked, organizationId) => {
    const { scenario, query } = asked;
    const own = ofOrganization(asked, organizationId);
    const all = own.flatMap((one) => one.services.map((service) => serviceLightOf(scenario, one, service)));
    const filters = (['project_id', 'environment_id', 'cluster_id'] as const).filter((name) => query.get(name));
    return list(all.filter((service) => filters.every((name) => service[name] === query.get(name))));
  },
};

const ofProject = (question: Question, id: string): readonly EstateEnvironment[] =>
  question.scenario.environments.filter((one) => one.projectId === id);
const PROJECT: Readonly<Record<string, Route>> = {
  environment: (question, id) => list(ofProject(question, id).map((one) => environmentOf(question.scenario, one))),
  'environment/status': (question, id) =>
    list(ofProject(question, id).map((one) => environmentStatus(question.scenario, one, question.elapsedMs))),
  'environment/overview': (question, id) =>
    list(ofProject(question, id).map((one) => overviewOf(question.scenario, one, question.elapsedMs))),
};

function logLines({ scenario, query, elapsedMs }: Question, environment: EstateEnvironment): unknown {
  const version = query.get('version');
  const at = version ? momentOf(scenario, environment, version, elapsedMs) : elapsedMs;
  if (at === null) return undefined; // no such deployment, or no longer
  const deployment = deploymentsOf(scenario, environment.id, at).at(-1);
  const said = deployment ? deploymentLog(scenario, environment, deployment).filter((one) => one.atMs <= elapsedMs) : [];
  return said.slice(-MOST_LINES).map((one) => one.line);
}

type EnvironmentRoute = (question: Question, environment: EstateEnvironment) => unknown;
const ENVIRONMENT: Readonly<Record<string, EnvironmentRoute>> = {
  status: ({ scenario, elapsedMs }, one) => environmentStatus(scenario, one, elapsedMs),
  statuses: ({ scenario, elapsedMs }, one) => environmentStatuses(scenario, one, elapsedMs),
  statusesWithStages: ({ scenario, elapsedMs }, one) => statusesWithStages(scenario, one, elapsedMs),
  services: ({ scenario }, one) => list(one.services.map((service) => serviceOf(scenario, one, service))),
  logs: logLines,
  deploymentHistoryV2: ({ scenario, query, elapsedMs }, one) =>
    deploymentHistory(scenario, one, Number(query.get('pageSize') ?? 20) || 20, elapsedMs),
  deploymentQueue: ({ scenario, elapsedMs }, one) => list(deploymentQueue(scenario, one, elapsedMs)),
};

/** Kinds whose single services can be asked for their status; the others have no such call. */
const ASKABLE: Readonly<Record<string, string>> = {
  application: 'APPLICATION',
  container: 'CONTAINER',
  database: 'DATABASE',
  job: 'JOB',
  helm: 'HELM',
};

function serviceAnswer({ scenario, elapsedMs }: Question, root: string, id: string, rest: string): unknown {
  for (const environment of scenario.environments) {
    const service = environment.services.find((one) => one.id === id);
    if (!service) continue;
    if (rest === 'status' && service.kind === ASKABLE[root]) return statusOf(scenario, environment, service, elapsedMs);
  }
  return undefined;
}

/** The body for a path of three parts; undefined: there is none. */
function bodyFor(question: Question, root: string, id: string, rest: string): unknown {
  const { scenario } = question;
  switch (root) {
    case 'organization':
      return scenario.estate.organizations.some((one) => one.id === id) ? ORGANIZATION[rest]?.(question, id) : undefined;
    case 'project':
      return scenario.estate.projects.some((one) => one.id === id) ? PROJECT[rest]?.(question, id) : undefined;
    case 'environment': {
      const environment = scenario.environments.find((one) => one.id === id);
      return environment && ENVIRONMENT[rest]?.(question, environment);
    }
    default:
      return serviceAnswer(question, root, id, rest);
  }
}

/** What the platform answers to GET `pathname?query` at a moment, for a token that is good. */
export function answer(scenario: Scenario, pathname: string, query: URLSearchParams, elapsedMs: number): Answer {
  const [root = '', id = '', ...rest] = pathname.split('/').filter((part) => part !== '');
  if (root === 'organization' && id === '') return { status: 200, body: list(organizationsOf(scenario)) };
  if (id === scenario.estate.hiddenId) return refusal(403, 'you have no permission to see this');
  const body = bodyFor({ scenario, query, elapsedMs }, root, id, rest.join('/'));
  return body === undefined ? refusal(404, `there is nothing at ${pathname}`) : { status: 200, body };
}
