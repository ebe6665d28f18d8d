// The sockets of the demo platform as feeds: each is asked at intervals what there is to send now. A feed remembers what
// it sent before; clock and connection are sockets.ts's.
import type { WireClusterFrame } from '../platform/wire/run.ts';
import { deploymentLog, type TimedLine } from './scenario-deployment-log.ts';
import type { EstateEnvironment, EstateService } from './scenario-estate.ts';
import { environmentRun, podChanges } from './scenario-run.ts';
import { lineNumberAt, serviceLines } from './scenario-service-log.ts';
import { momentOf, statusesWithStages } from './scenario-stages.ts';
import { deploymentsOf, environmentStatus } from './scenario-status.ts';
import type { Scenario } from './scenario.ts';

/** Now, in both times: what is told depends on the virtual one, how often it is repeated on the real one. */
interface Tick {
  readonly elapsedMs: number;
  readonly realMs: number;
}
export interface Feed {
  /** Real milliseconds between two questions. */
  readonly everyMs: number;
  /** Needs a cluster's agent: closed while that is away. */
  readonly needsAgent: boolean;
  /** Texts of the frames that are due. */
  readonly next: (tick: Tick) => readonly string[];
}

/** The ids a socket's address names; null where it names none. */
export interface Scope {
  readonly organization: string | null;
  readonly cluster: string | null;
  readonly project: string | null;
  readonly environment: string | null;
  readonly service: string | null;
  readonly version: string | null;
  readonly pod: string | null;
  readonly limit: number;
}

const REPEAT_MS = 5000;
const SNAPSHOTS_MS = 250;
const LINES_MS = 100;
const MOST_LINES = 1000;
/** A replay comes whole, in frames of so many lines. */
const REPLAYED_LINES = 500;

/** A snapshot at once, after every change, and with `isRepeated` every 5 s. */
function snapshots(read: (elapsedMs: number) => string, isRepeated: boolean, needsAgent: boolean): Feed {
  let sent = '';
  let sentAt = -Infinity;
  return {
    everyMs: SNAPSHOTS_MS,
    needsAgent,
    next({ elapsedMs, realMs }) {
      const text = read(elapsedMs);
      if (text === sent && !(isRepeated && realMs - sentAt >= REPEAT_MS)) return [];
      [sent, sentAt] = [text, realMs];
      return [text];
    },
  };
}

const covers =
  (scope: Scope) =>
  (one: EstateEnvironment): boolean =>
    (scope.cluster ?? one.clusterId) === one.clusterId &&
    (scope.project ?? one.projectId) === one.projectId &&
    (scope.environment ?? one.id) === one.id;

/** Frames of what runs: an environment is said anew only when something has happened to its pods, the whole only when it has to one. */
function runFrames(scenario: Scenario, environments: readonly EstateEnvironment[]): (elapsedMs: number) => string {
  const said = new Map<string, { readonly changes: number; readonly text: string | null }>();
  let whole: string | null = null;
  return (elapsedMs) => {
    for (const one of environments) {
      const changes = podChanges(scenario, one, elapsedMs);
      if (said.get(one.id)?.changes === changes) continue;
      const run = environmentRun(scenario, one, elapsedMs);
      said.set(one.id, { changes, text: run && JSON.stringify(run) });
      whole = null;
    }
    whole ??= `{"environments":[${[...said.values()].flatMap(({ text }) => text ?? []).join(',')}]}`;
    return whole;
  };
}

function deploymentStatus(scenario: Scenario, scope: Scope): Feed {
  const environment = scenario.environments.find((one) => one.id === scope.environment);
  const all = scenario.environments.filter(covers(scope));
  if (!environment) {
    return snapshots((ms) => JSON.stringify({ results: all.map((one) => environmentStatus(scenario, one, ms)) }), false, false);
  }
  const { version } = scope;
  const at = (elapsedMs: number): number => (version ? (momentOf(scenario, environment, version, elapsedMs) ?? elapsedMs) : elapsedMs);
  return snapshots((elapsedMs) => JSON.stringify(statusesWithStages(scenario, environment, at(elapsedMs))), false, false);
}

/** Each frame an array of lines: all there are at first, then what is new; the next deployment's follow of themselves. */
function deploymentLines(scenario: Scenario, environment: EstateEnvironment, version: string | null): Feed {
  let key = '';
  let lines: readonly TimedLine[] = [];
  let sent = 0;
  const follow = (elapsedMs: number): void => {
    const at = version ? momentOf(scenario, environment, version, elapsedMs) : elapsedMs;
    const deployment = at === null ? undefined : deploymentsOf(scenario, environment.id, at).at(-1);
    if (!deployment || deployment.key === key) return;
    [key, lines, sent] = [deployment.key, deploymentLog(scenario, environment, deployment), 0];
  };
  return {
    everyMs: LINES_MS,
    needsAgent: false,
    next({ elapsedMs }) {
      const rest = lines.slice(sent).filter((one) => one.atMs <= elapsedMs);
      sent += rest.length;
      const before = lines;
      follow(elapsedMs);
      const fresh = before === lines ? [] : lines.filter((one) => one.atMs <= elapsedMs);
      sent += fresh.length;
      const all = [...rest, ...fresh];
      const due = version ? all : all.slice(-MOST_LINES);
      const frames = Array.from({ length: Math.ceil(due.length / REPLAYED_LINES) }, (_, i) =>
        due.slice(i * REPLAYED_LINES, (i + 1) * REPLAYED_LINES),
      );
      return frames.map((frame) => JSON.stringify(frame.map((one) => one.line)));
    },
  };
}

/** One frame a line: the last ones that were said, then what is said from now on. */
function serviceLog(scenario: Scenario, environment: EstateEnvironment, service: EstateService, scope: Scope): Feed {
  let last: number | null = null;
  return {
    everyMs: LINES_MS,
    needsAgent: false,
    next({ elapsedMs }) {
      const to = lineNumberAt(scenario, environment, service, elapsedMs);
      const from = last === null ? to - scope.limit + 1 : last + 1;
      last = Math.max(to, last ?? to);
      const lines = serviceLines(scenario, environment, service, { from, to }, elapsedMs);
      return lines.filter((line) => (scope.pod ?? line.pod_name) === line.pod_name).map((line) => JSON.stringify(line));
    },
  };
}

const HEALTHY: WireClusterFrame = {
  computed_status: {
    global_status: 'RUNNING',
    is_max_nodes_size_reached: false,
    kube_version_status: { type: 'OK', kube_version: '1.31' },
    node_warnings: {},
    qovery_components: [],
    qovery_components_in_failure: [],
  },
  tls_certificate: null,
};

/** Why a socket is not opened: its address is unknown or lacks something, or its object may not be seen. */
export type FeedRefusal = 'unknown' | 'incomplete' | 'not-allowed';

const NEEDS: Readonly<Record<string, readonly (keyof Scope)[]>> = {
  '/service/status': ['organization', 'cluster'],
  '/cluster/status': ['organization', 'cluster'],
  '/deployment/status': ['organization', 'project'],
  '/deployment/logs': ['organization', 'project', 'environment'],
  '/service/logs': ['organization', 'cluster', 'project', 'environment', 'service'],
};

function isVisible(scenario: Scenario, scope: Scope): boolean {
  const { organizations, clusters, projects } = scenario.estate;
  return (
    organizations.some((one) => one.id === scope.organization) &&
    (scope.cluster === null || clusters.some((one) => one.id === scope.cluster)) &&
    (scope.project === null || projects.some((one) => one.id === scope.project)) &&
    (scope.environment === null || scenario.environments.some(covers(scope)))
  );
}

/** The feed behind an address. */
export function feedFor(scenario: Scenario, pathname: string, scope: Scope): Feed | FeedRefusal {
  const needs = NEEDS[pathname];
  if (!needs) return 'unknown';
  if (needs.some((name) => scope[name] === null)) return 'incomplete';
  if (!isVisible(scenario, scope)) return 'not-allowed';
  const environment = scenario.environments.find((one) => one.id === scope.environment);
  const service = environment?.services.find((one) => one.id === scope.service);
  if (pathname === '/service/status') return snapshots(runFrames(scenario, scenario.environments.filter(covers(scope))), true, true);
  if (pathname === '/cluster/status') return snapshots(() => JSON.stringify(HEALTHY), true, true);
  if (pathname === '/deployment/status') return deploymentStatus(scenario, scope);
  if (pathname === '/deployment/logs' && environment) return deploymentLines(scenario, environment, scope.version);
  return environment && service ? serviceLog(scenario, environment, service, scope) : 'not-allowed';
}
