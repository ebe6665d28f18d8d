// The monitor alone, on a clock that a test moves and a platform whose answers it sets.
import { SILENT_LOG } from '../../electron/log.ts';
import type { Change } from '../../electron/model/changes.ts';
import type { LogLine } from '../../electron/model/log-line.ts';
import type { Oddity } from '../../electron/model/oddities.ts';
import type { Problem } from '../../electron/model/problem.ts';
import type { DeploymentReport, PastDeployment, RunReport } from '../../electron/model/report.ts';
import { NO_REQUESTS } from '../../electron/model/requests.ts';
import { failed, ok, type Result } from '../../electron/model/result.ts';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor.ts';
import type { Platform, StreamListener } from '../../electron/platform/platform.ts';
import { aPod, aReport } from './a-deployment.ts';
import { T0 } from './a-world.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';

export const S = 1000;

/** A platform whose answers a test sets: one organisation, project, cluster, environment and service. */
interface Stage {
  state: string;
  executionId: string | null;
  /** When it was deployed last. */
  at: number;
  /** When another than the environment's: its services had no part in the last deployment. */
  servicesExecutionId: string | null;
  /** What the platform says of the last deployment alone. */
  lastState: string | null;
  problem: Problem | null;
  /** What is wrong with logs alone. */
  logProblem: Problem | null;
  /** What is wrong with other questions, by their names in `asked`. */
  refusals: Record<string, Problem>;
  log: readonly LogLine[];
  /** An environment that is there beside the one: named by lists, spoken of by polls. */
  preview: string | null;
  /** Polls speak of it. */
  isListed: boolean;
  /** What its history lists. */
  past: readonly PastDeployment[];
  readonly asked: string[];
  /** Of which executions logs were read; null: the last one's. */
  readonly logs: (string | null)[];
  readonly kept: Record<string, 'CONTAINER' | 'MANAGED' | null>;
  kind: 'APPLICATION' | 'DATABASE';
  readonly run: Set<StreamListener<RunReport>>;
  readonly project: Set<StreamListener<readonly DeploymentReport[]>>;
  /** What each socket of run status asked for, in the order they were opened: "c1", "c1 shop", "c1 shop prod". */
  readonly scopes: string[];
  /** What was odd in what was said. */
  readonly odd: Oddity[];
}

function report(stage: Stage, id: string): DeploymentReport {
  const { state, lastState, executionId, at } = stage;
  return aReport(id, state, { lastState, executionId, at });
}

function serviceReport(stage: Stage): DeploymentReport {
  const own = report(stage, 'api');
  const { servicesExecutionId } = stage;
  return servicesExecutionId === null ? own : { ...own, executionId: servicesExecutionId, isPartOfLast: false };
}

function stagedPlatform(stage: Stage): Platform {
  const answer = <T>(name: string, value: () => T): Promise<Result<T>> => {
    stage.asked.push(name);
    const problem = stage.problem ?? stage.refusals[name];
    return Promise.resolve(problem ? failed(problem) : ok(value()));
  };
  const silent = (): (() => void) => () => undefined;
  const acme = { id: 'acme', name: 'Acme' };
  const previews = (): readonly string[] => (stage.preview === null ? [] : [stage.preview]);
  return {
    organizations: () => answer('organizations', () => [acme]),
    discover: () =>
      answer('discovery', () => ({
        organization: acme,
        projects: [{ id: 'shop', name: 'shop', organizationId: 'acme' }],
        clusters: [{ id: 'c1', name: 'eu', organizationId: 'acme' }],
        environments: [
          { id: 'prod', name: 'production', mode: 'PRODUCTION', organizationId: 'acme', projectId: 'shop' },
          ...previews().map((id) => ({ id, name: id, mode: 'PREVIEW', organizationId: 'acme', projectId: 'shop' })),
        ],
        services: [{ id: 'api', name: 'api', kind: stage.kind, jobKind: null, environmentId: 'prod', projectId: 'shop', clusterId: 'c1' }],
      })),
    projectOverview: () =>
      answer('overview', () =>
        ['prod', ...(stage.isListed ? previews() : [])].map((id) => ({
          id,
          name: id === 'prod' ? 'production' : id,
          mode: id === 'prod' ? 'PRODUCTION' : 'PREVIEW',
          clusterId: 'c1',
          managedBy: 'QOVERY',
          serviceCount: 1,
          deployment: report(stage, id),
        })),
      ),
    environmentDeployments: () =>
      answer('deployments', () => ({ environment: report(stage, 'prod'), services: [serviceReport(stage)], staged: null })),
    databaseModes: () => answer('modes', () => ({ api: 'MANAGED' as const })),
    deploymentLog: async (_, executionId) => {
      stage.logs.push(executionId);
      const read = await answer('log', () => stage.log);
      return stage.logProblem ? failed(stage.logProblem) : read;
    },
    deploymentHistory: () => answer('history', () => stage.past),
    followRun({ clusterId, projectId, environmentId }, listener) {
      stage.scopes.push([clusterId, projectId, environmentId].filter((id) => id !== null).join(' '));
      stage.run.add(listener);
      listener.onState({ kind: 'connecting', attempt: 1 });
      return () => stage.run.delete(listener);
    },
    followProject(_, listener) {
      stage.project.add(listener);
      return () => stage.project.delete(listener);
    },
    followDeployment: silent,
    followDeploymentLog: silent,
    followServiceLog: silent,
  } satisfies Platform;
}

export interface Scene {
  readonly stage: Stage;
  readonly clock: ManualClock;
  readonly monitor: Monitor;
  readonly happened: Change[];
  speak(state: string): void;
}
/** Not started yet. */
export function scene(): Scene {
  const stage: Stage = {
    state: 'DEPLOYED',
    executionId: 'x1',
    at: T0,
    lastState: null,
    servicesExecutionId: null,
    problem: null,
    logProblem: null,
    refusals: {},
    log: [],
    preview: null,
    isListed: true,
    past: [],
    asked: [],
    logs: [],
    kept: {},
    kind: 'APPLICATION',
    run: new Set(),
    project: new Set(),
    scopes: [],
    odd: [],
  };
  const clock = manualClock(T0);
  const monitor = createMonitor({
    platform: stagedPlatform(stage),
    clock,
    log: SILENT_LOG,
    kept: { modes: () => stage.kept, add: (more) => Object.assign(stage.kept, more) },
    note: (found) => void stage.odd.push(...found),
    requests: () => NO_REQUESTS,
  });
  const happened: Change[] = [];
  monitor.subscribe((_, changes) => void happened.push(...changes));
  return {
    stage,
    clock,
    monitor,
    happened,
    speak(state) {
      for (const listener of stage.run) {
        listener.onState({ kind: 'open', since: clock.now() });
        listener.onValue({
          environments: [{ id: 'prod', projectId: 'shop', state, services: [{ id: 'api', state, instances: [aPod(state)] }] }],
        });
      }
    },
  };
}
/** Started, and everything read: all is well. */
export async function ready(): Promise<Scene> {
  const made = scene();
  made.monitor.start();
  await made.clock.advance(100);
  made.speak('RUNNING');
  await made.clock.advance(5 * S);
  return made;
}
