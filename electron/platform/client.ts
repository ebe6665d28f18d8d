// The platform's interface kept over http.ts and socket.ts: which address to ask, and which decoder understands the answer.
import type { Discovery } from '../model/report.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Cluster, Organization } from '../model/world.ts';
import { path, type Query } from './address.ts';
import { deploymentLog, deploymentLogFrame } from './decode/deployment-log.ts';
import { environmentDeployments, projectDeployments } from './decode/deployment.ts';
import { clusters, databaseModes, environments, organizations, overview, projects, services } from './decode/discovery.ts';
import { deploymentHistory } from './decode/history.ts';
import { odditiesIn } from './decode/oddities.ts';
import { createRunReader } from './decode/run-reader.ts';
import { runReport } from './decode/run.ts';
import { serviceLogFrame } from './decode/service-log.ts';
import { createGate } from './gate.ts';
import { readJson, type HttpParts } from './http.ts';
import type { EnvironmentScope, Platform } from './platform.ts';
import { follow, type SocketParts } from './socket.ts';

const HANDSHAKES_AT_ONCE = 4;
/** What a service said before one listens: as much as the platform keeps without an add-on (platform.md 5.2). */
const HISTORY_LINES = 1_000;

/** The platform at the addresses and with the token that `access` gives each time it is asked. */
export function createPlatform(given: Omit<SocketParts, 'gate'>): Platform {
  const parts: SocketParts = { ...given, log: given.log.scope('platform'), gate: createGate(HANDSHAKES_AT_ONCE) };
  return { ...reads(parts), ...streams(parts) };
}

/** Reads and decodes; a reply that is JSON but not what was asked for is a bad reply. */
async function read<T>(parts: HttpParts, pathname: string, decode: (reply: unknown) => T | null, query: Query = {}): Promise<Result<T>> {
  const reply = await readJson(parts, pathname, query);
  if (!reply.ok) return reply;
  const value = decode(reply.value);
  return value === null ? failed({ kind: 'bad-reply', detail: 'not what was asked for' }) : ok(value);
}

type Decode<T> = (value: unknown) => T | null;

/** The decoder, which also collects what is odd in what it is given. */
function noting<T>({ oddities }: HttpParts, decode: Decode<T>): Decode<T> {
  return (value) => {
    oddities?.note(odditiesIn(value, 'other'));
    return decode(value);
  };
}

type Reads = Pick<
  Platform,
  'organizations' | 'discover' | 'projectOverview' | 'environmentDeployments' | 'databaseModes' | 'deploymentLog' | 'deploymentHistory'
>;

function reads(parts: HttpParts): Reads {
  return {
    organizations: () => read(parts, path('organization'), noting(parts, organizations)),
    discover: (organization) => discover(parts, organization),
    projectOverview: (id) => read(parts, path('project', id, 'environment', 'overview'), noting(parts, overview)),
    environmentDeployments: (id, hasStages) =>
      read(parts, path('environment', id, hasStages ? 'statusesWithStages' : 'statuses'), environmentDeployments),
    databaseModes: (id) => read(parts, path('environment', id, 'services'), databaseModes),
    deploymentLog: (id, executionId) => read(parts, path('environment', id, 'logs'), deploymentLog, { version: executionId }),
    deploymentHistory: (id, count) =>
      read(parts, path('environment', id, 'deploymentHistoryV2'), deploymentHistory, { pageSize: Math.max(1, count) }),
  };
}

async function discover(parts: HttpParts, organization: Organization): Promise<Result<Discovery>> {
  const { id } = organization;
  const [ofProjects, ofEnvironments, ofServices, ofClusters] = await Promise.all([
    read(
      parts,
      path('organization', id, 'project'),
      noting(parts, (reply) => projects(reply, id)),
    ),
    read(
      parts,
      path('organization', id, 'environments'),
      noting(parts, (reply) => environments(reply, id)),
    ),
    read(parts, path('organization', id, 'services'), noting(parts, services)),
    read(
      parts,
      path('organization', id, 'cluster'),
      noting(parts, (reply) => clusters(reply, id)),
    ),
  ]);
  if (!ofProjects.ok) return ofProjects;
  if (!ofEnvironments.ok) return ofEnvironments;
  if (!ofServices.ok) return ofServices;
  if (!ofClusters.ok && !isNotPermitted(ofClusters.problem.kind)) return ofClusters;
  const named = ofClusters.ok ? ofClusters.value : [];
  const found = ofServices.value.flatMap((service) => service.clusterId ?? []);
  return ok({
    organization,
    projects: ofProjects.value,
    clusters: [...named, ...unnamedClusters(named, found, id)],
    environments: ofEnvironments.value,
    services: ofServices.value,
  });
}

/** A narrow role may not list clusters; a policy token then says 401 for this one call although the token is good. */
function isNotPermitted(kind: string): boolean {
  return kind === 'forbidden' || kind === 'refused' || kind === 'gone';
}

/** Clusters that services run on but that were not listed: run status needs their ids, their names are only nice to have. */
function unnamedClusters(named: readonly Cluster[], found: readonly string[], organizationId: string): readonly Cluster[] {
  const known = new Set(named.map((cluster) => cluster.id));
  return [...new Set(found)].filter((id) => !known.has(id)).map((id) => ({ id, name: '', organizationId }));
}

type Streams = Pick<Platform, 'followRun' | 'followProject' | 'followDeployment' | 'followDeploymentLog' | 'followServiceLog'>;

function streams(parts: SocketParts): Streams {
  const lasting = { endsWhenClosed: false };
  return {
    followRun({ organizationId, clusterId, projectId, environmentId }, listener) {
      const query = { organization: organizationId, cluster: clusterId, project: projectId, environment: environmentId };
      return follow(
        parts,
        {
          path: '/service/status',
          query,
          decode: runReport,
          read: createRunReader((value) => parts.oddities?.note(odditiesIn(value, 'run'))),
          ...lasting,
        },
        listener,
      );
    },
    followProject({ organizationId, projectId }, listener) {
      const query = { organization: organizationId, project: projectId };
      return follow(parts, { path: '/deployment/status', query, decode: noting(parts, projectDeployments), ...lasting }, listener);
    },
    followDeployment(scope, listener) {
      const query = { ...environmentQuery(scope), version: scope.executionId };
      const endsWhenClosed = scope.executionId !== null;
      return follow(parts, { path: '/deployment/status', query, decode: noting(parts, environmentDeployments), endsWhenClosed }, listener);
    },
    followDeploymentLog(scope, listener) {
      const query = { ...environmentQuery(scope), version: scope.executionId };
      const endsWhenClosed = scope.executionId !== null;
      return follow(parts, { path: '/deployment/logs', query, decode: deploymentLogFrame, endsWhenClosed }, listener);
    },
    followServiceLog(scope, listener) {
      const query = { ...environmentQuery(scope), service: scope.serviceId, limit: HISTORY_LINES };
      return follow(parts, { path: '/service/logs', query, decode: serviceLogFrame, ...lasting }, listener);
    },
  };
}

function environmentQuery(scope: EnvironmentScope): Query {
  return {
    organization: scope.organizationId,
    cluster: scope.clusterId,
    project: scope.projectId,
    environment: scope.environmentId,
  };
}
