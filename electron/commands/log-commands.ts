// Opening logs: finds the place of a log in the world, and joins a log window to its stream once the window listens.
import { setImmediate } from 'node:timers/promises';
import type { DeploymentLogTarget } from '../contract/channels.ts';
import type { LogMessage, LogPlace } from '../contract/log-batch.ts';
import { packLines } from '../contract/log-pack.ts';
import { comparedParts, lastGoodRun, type GoodRun } from '../model/good-run.ts';
import type { LogEvent, LogLine } from '../model/log-line.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { pastRuns, type SavedRun } from '../model/past-run.ts';
import type { PastDeployment } from '../model/report.ts';
import type { Instant, World } from '../model/world.ts';
import type { EnvironmentScope, ServiceScope } from '../platform/platform.ts';

/** Lines of a run to compare with that are packed and sent at a time. */
const LINES_AT_ONCE = 5_000;
/** So many deployments the platform remembers. */
const MOST_RUNS = 20;

/** Which log to stream. `executionId` null: the latest deployment and what follows it. */
type LogRequest =
  | { readonly kind: 'deployment'; readonly scope: EnvironmentScope; readonly executionId: string | null }
  | { readonly kind: 'service'; readonly scope: ServiceScope };

export interface LogParts {
  readonly world: () => World;
  readonly windows: { openLog(place: LogPlace): void; logPlaceOf(windowId: number): LogPlace | null };
  /** Opens a stream; returns its stop function. */
  readonly openStream: (request: LogRequest, listener: (event: LogEvent) => void) => () => void;
  readonly now: () => Instant;
  /** Newest first. */
  readonly history: (environmentId: string, count: number) => Promise<Result<readonly PastDeployment[]>>;
  /** What this computer kept of an environment's failed deployments (null: of all), newest first. */
  readonly savedRuns: (environmentId: string | null) => readonly SavedRun[];
  /** A deployment's log as the platform has it, else as this computer kept it; oldest line first. */
  readonly readLog: (scope: EnvironmentScope, executionId: string) => Promise<Result<readonly LogLine[]>>;
  /** A fresh way for lines to this window. */
  readonly logPort: (windowId: number) => { post(message: LogMessage): void; close(): void };
}
export interface LogCommands {
  openDeploymentLog(target: DeploymentLogTarget): Promise<Result<null>>;
  openServiceLog(target: { readonly serviceId: string }): Promise<Result<null>>;
  /** The newest log that this computer kept. */
  openKeptLog(): Promise<Result<null>>;
  /** Asked by a log window once it listens. */
  openLog(argument: null, windowId: number): Promise<Result<LogPlace>>;
  /** Sends the environment's deployments to the window; a problem when only those kept here are known. */
  listRuns(argument: null, windowId: number): Promise<Result<null>>;
  /** Sends the last good run before the window's to it; a problem when the history or either log cannot be read. */
  compareRun(argument: null, windowId: number): Promise<Result<null>>;
  /** The window is gone: its stream ends. */
  closed(windowId: number): void;
  stop(): void;
}

function deploymentPlace(world: World, target: DeploymentLogTarget): LogPlace | null {
  const environment = world.environments[target.environmentId];
  if (!environment) return null;
  const { organizationId, projectId, deployment } = environment;
  const executionId = target.executionId ?? deployment?.executionId ?? null;
  const { environmentId, serviceId, lineKey } = target;
  return { kind: 'deployment', organizationId, projectId, environmentId, serviceId, executionId, lineKey };
}

/** The place of a log kept here whose environment the world does not know: enough to read it. */
function keptPlace({ environmentId, executionId, of }: SavedRun, target: Pick<LogPlace, 'serviceId' | 'lineKey'>): LogPlace {
  const { serviceId, lineKey } = target;
  return { kind: 'deployment', organizationId: '', projectId: '', environmentId, serviceId, executionId, lineKey, of };
}

function servicePlace(world: World, serviceId: string): LogPlace | null {
  const service = world.services[serviceId];
  const environment = service ? world.environments[service.environmentId] : undefined;
  if (!environment?.clusterId) return null;
  const { id: environmentId, organizationId, projectId } = environment;
  return { kind: 'service', organizationId, projectId, environmentId, serviceId, executionId: null, lineKey: null };
}

/** Where a log of an environment is asked for. */
function scopeOf(world: World, { organizationId, projectId, environmentId }: LogPlace): EnvironmentScope {
  return { organizationId, projectId, environmentId, clusterId: world.environments[environmentId]?.clusterId ?? null };
}

function requestFor(world: World, place: LogPlace): LogRequest | null {
  const [scope, { serviceId }] = [scopeOf(world, place), place];
  if (place.kind === 'deployment') return { kind: 'deployment', scope, executionId: place.executionId };
  const { clusterId } = scope;
  return clusterId !== null && serviceId !== null ? { kind: 'service', scope: { ...scope, clusterId, serviceId } } : null;
}

function packed(event: LogEvent): LogMessage {
  return event.kind === 'lines' ? { kind: 'lines', batch: packLines(event.lines) } : event;
}

/** A run to compare with, and all that it said. */
interface GoodLog {
  readonly run: GoodRun;
  readonly lines: readonly LogLine[];
}
/** What a run is compared with; null: nothing before it went well. */
async function goodLog(parts: LogParts, scope: EnvironmentScope, executionId: string): Promise<Result<GoodLog | null>> {
  const { history, readLog, now } = parts;
  const told = await history(scope.environmentId, MOST_RUNS);
  if (!told.ok) return told;
  const good = lastGoodRun(told.value, executionId, now());
  if (!good) return ok(null);
  const [lines, own] = await Promise.all([readLog(scope, good.executionId), readLog(scope, executionId)]);
  if (!lines.ok) return lines;
  if (!own.ok) return own;
  const past = told.value.find((one) => one.executionId === executionId) ?? null;
  const compared = comparedParts({ past, lines: own.value }, { past: good, lines: lines.value });
  const { at, durationMs } = good;
  return ok({ run: { executionId: good.executionId, at, durationMs, parts: compared }, lines: lines.value });
}

/** Sends a good run to a window, its lines first; between two batches others have their turn. */
async function postGoodLog(post: (message: LogMessage) => void, good: GoodLog | null): Promise<void> {
  for (let from = 0; from < (good?.lines.length ?? 0); from += LINES_AT_ONCE) {
    post({ kind: 'good-lines', batch: packLines(good?.lines.slice(from, from + LINES_AT_ONCE) ?? []) });
    await setImmediate();
  }
  post({ kind: 'good-run', good: good?.run ?? null });
}

const isAskedFor = (run: SavedRun, executionId: string | null): boolean => executionId === null || run.executionId === executionId;

/** An open log window: its way for lines, and the end of its stream. */
interface OpenLog {
  readonly post: (message: LogMessage) => void;
  readonly stop: () => void;
}

export function logCommands(parts: LogParts): LogCommands {
  const { world, windows, openStream, logPort } = parts;
  const streams = new Map<number, OpenLog>();
  const end = (windowId: number): void => {
    streams.get(windowId)?.stop();
    streams.delete(windowId);
  };
  const opened = (place: LogPlace | null, detail: string): Promise<Result<null>> => {
    if (!place) return Promise.resolve(failed({ kind: 'bad-input', detail }));
    windows.openLog(place);
    return Promise.resolve(ok(null));
  };
  return {
    openDeploymentLog: (target) => {
      const place = deploymentPlace(world(), target);
      const run = place ? undefined : parts.savedRuns(target.environmentId).find((one) => isAskedFor(one, target.executionId));
      return opened(run ? keptPlace(run, target) : place, 'this environment is not known now, and no log of it is kept here');
    },
    openKeptLog: () => {
      const [run] = parts.savedRuns(null);
      const none = { serviceId: null, lineKey: null };
      const target = run && { environmentId: run.environmentId, executionId: run.executionId, ...none };
      return opened(run && target ? (deploymentPlace(world(), target) ?? keptPlace(run, none)) : null, 'no log is kept on this computer');
    },
    openServiceLog: ({ serviceId }) =>
      opened(servicePlace(world(), serviceId), 'this service is no longer there, or its cluster is not known yet'),
    openLog(_, windowId) {
      const place = windows.logPlaceOf(windowId);
      const request = place && requestFor(world(), place);
      if (!place || !request) return Promise.resolve(failed({ kind: 'bad-input', detail: 'this window shows no log' }));
      end(windowId);
      const port = logPort(windowId);
      const stop = openStream(request, (event) => port.post(packed(event)));
      const stopAll = (): void => {
        stop();
        port.close();
      };
      streams.set(windowId, { post: (message) => port.post(message), stop: stopAll });
      return Promise.resolve(ok(place));
    },
    async listRuns(_, windowId) {
      const place = windows.logPlaceOf(windowId);
      if (!place) return failed({ kind: 'bad-input', detail: 'this window shows no log' });
      const told = await parts.history(place.environmentId, MOST_RUNS);
      const runs = pastRuns(told.ok ? told.value : [], parts.savedRuns(place.of === undefined ? place.environmentId : null), parts.now());
      streams.get(windowId)?.post({ kind: 'runs', runs });
      return told.ok ? ok(null) : told;
    },
    async compareRun(_, windowId) {
      const place = windows.logPlaceOf(windowId);
      if (!place?.executionId) return failed({ kind: 'bad-input', detail: 'this window shows no deployment to compare' });
      const good = await goodLog(parts, scopeOf(world(), place), place.executionId);
      if (!good.ok) return good;
      await postGoodLog((message) => streams.get(windowId)?.post(message), good.value);
      return ok(null);
    },
    closed: end,
    stop() {
      for (const windowId of streams.keys()) end(windowId);
    },
  };
}
