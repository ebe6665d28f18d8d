// Carries out one ask: reads from the platform and says what follows as events for the fold.
import { failureCause } from '../model/failure-cause.ts';
import { failedServices } from '../model/changes.ts';
import type { Clock } from '../model/clock.ts';
import type { LogLine } from '../model/log-line.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { assertNever } from '../model/status.ts';
import type { Cause } from '../model/failure.ts';
import type { Instant, Service, World } from '../model/world.ts';
import type { Platform } from '../platform/platform.ts';
import { isAccountWide } from './book.ts';
import type { Known, MonitorEvent } from './fold.ts';
import { failureId, isOutrun } from './fold-deployments.ts';
import { deploymentSourceId } from './fold-names.ts';
import { readPastSteps } from './past-steps.ts';
import { aboutAsk, type Ask } from './schedule.ts';
import { deploymentSourceAfter } from './sources.ts';

export interface AskParts {
  readonly platform: Platform;
  readonly clock: Clock;
}
/** What came of an ask: events to fold, or the problem. */
export interface Answer {
  readonly events: readonly MonitorEvent[];
  readonly problem: Problem | null;
}

/** A failed deployment is told with its cause if its log gives one within this time, without it after. */
const CAUSE_MS = 4_000;
const CAUSE_AGAIN_MS = 800;
/** So many earlier deployments are read for how long one usually takes. */
const HISTORY = 20;

function answer<T>(result: Result<T>, events: (value: T) => readonly MonitorEvent[]): Answer {
  return result.ok ? { events: events(result.value), problem: null } : { events: [], problem: result.problem };
}

/** Resolves to the promise's value, or to null after `ms`. */
function within<T>(clock: Clock, ms: number, promise: Promise<T>): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(null));
    promise.then(resolve, reject).finally(cancel);
  });
}
const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(ms, resolve);
  });

/** Whose log is to be read, and whether it may still grow. */
interface FailedRun {
  /** Null: of the last deployment, which names none. */
  readonly executionId: string | null;
  readonly serviceIds: readonly string[];
  readonly isComplete: boolean;
}

/** What is asked about: the last deployment of the environment, or one before it. */
function failedRun(world: World, { environmentId, executionId }: Extract<Ask, { readonly kind: 'cause' }>): FailedRun {
  const environment = world.environments[environmentId];
  const passed = environment?.overlooked.find((one) => one.executionId === executionId);
  if (passed) return { executionId, serviceIds: passed.serviceIds, isComplete: !passed.wasSeen };
  const serviceIds = environment ? failedServices(world, environment).map((service) => service.id) : [];
  const deployment = environment?.deployment;
  const isLast = deployment && failureId(environmentId, deployment) === executionId;
  return { executionId: isLast ? deployment.executionId : executionId, serviceIds, isComplete: false };
}

/** Why it failed. A deployment that ended just now may say so a moment later. */
async function readCause({ platform, clock }: AskParts, environmentId: string, run: FailedRun): Promise<Result<Cause | null>> {
  const { executionId, serviceIds, isComplete } = run;
  const end = clock.now() + CAUSE_MS;
  for (;;) {
    const left = end - clock.now();
    if (left <= 0) return ok(null);
    const log = platform.deploymentLog(environmentId, executionId);
    // Nobody waits for what was overlooked.
    const read: Result<readonly LogLine[]> | null = isComplete ? await log : await within(clock, left, log);
    if (read && !read.ok) return read;
    const cause = read ? failureCause(read.value, serviceIds, executionId) : null;
    if (cause || isComplete || end - clock.now() <= CAUSE_AGAIN_MS) return ok(cause);
    await pause(clock, CAUSE_AGAIN_MS);
  }
}

async function readHistory(parts: AskParts, world: World, environmentId: string): Promise<Answer> {
  const read = await parts.platform.deploymentHistory(environmentId, HISTORY);
  if (!read.ok) return { events: [], problem: read.problem };
  const environment = world.environments[environmentId];
  const readings = environment ? await readPastSteps(parts, environment, read.value) : [];
  return { events: [{ kind: 'history', environmentId, past: read.value, readings }], problem: null };
}

/** A deployment under way or failed is worth its stages; they come with the same request. */
function hasStages(world: World, environmentId: string): boolean {
  const deployment = world.environments[environmentId]?.deployment;
  return deployment?.inProgress === true || deployment?.tone === 'error';
}

/** Asks the platform. `world` is what is known now. */
export async function perform(parts: AskParts, world: World, ask: Ask): Promise<Answer> {
  const { platform, clock } = parts;
  const askedAt = clock.now();
  switch (ask.kind) {
    case 'organizations':
      return answer(await platform.organizations(), (organizations) => [{ kind: 'organizations', organizations }]);
    case 'discovery': {
      const organization = world.organizations[ask.organizationId];
      if (!organization) return { events: [], problem: null };
      return answer(await platform.discover(organization), (discovery) => [{ kind: 'discovery', discovery }]);
    }
    case 'overview':
      return answer(await platform.projectOverview(ask.projectId), (environments) => [
        { kind: 'overview', projectId: ask.projectId, environments, now: clock.now(), askedAt },
      ]);
    case 'deployments':
      return answer(await platform.environmentDeployments(ask.environmentId, hasStages(world, ask.environmentId)), (deployments) => [
        { kind: 'deployments', environmentId: ask.environmentId, deployments, now: clock.now(), askedAt },
      ]);
    case 'history':
      return readHistory(parts, world, ask.environmentId);
    case 'database-modes':
      return answer(await platform.databaseModes(ask.environmentId), (modes) => [{ kind: 'database-modes', modes }]);
    case 'cause': {
      const read = await readCause(parts, ask.environmentId, failedRun(world, ask));
      return {
        events: [
          {
            kind: 'failure',
            environmentId: ask.environmentId,
            failure: { executionId: ask.executionId, cause: read.ok ? read.value : null },
          },
        ],
        problem: read.ok ? null : read.problem,
      };
    }
    default:
      return assertNever(ask);
  }
}

export type DatabaseModes = Readonly<Record<string, Service['databaseMode']>>;

/** The state that an answer is about. What it says itself counts; when a socket outran it, it says nothing, and is asked again. */
export function aboutAfter(known: Known, ask: Ask, { events, problem }: Answer, about: string): string {
  if (ask.kind !== 'deployments' || problem) return about;
  const wasOutrun = events.some((event) => event.kind === 'deployments' && isOutrun(known, event.environmentId, event.askedAt));
  return wasOutrun ? '' : aboutAsk(known.world, ask);
}

interface Moment {
  readonly world: World;
  /** How often projects are polled now. */
  readonly everyMs: number;
  readonly now: Instant;
  readonly modes: DatabaseModes;
}

/** What follows from an answer beside its own events: the age of its source, and what is known of databases from earlier runs. */
export function alongWith(ask: Ask, problem: Problem | null, { world, everyMs, now, modes }: Moment): readonly MonitorEvent[] {
  if (ask.kind === 'discovery' && problem)
    return isAccountWide(problem) ? [] : [{ kind: 'discovery-refused', organizationId: ask.organizationId, problem }];
  if (ask.kind === 'discovery') return [{ kind: 'database-modes', modes }];
  if (ask.kind !== 'overview') return [];
  const id = deploymentSourceId(ask.projectId);
  return [{ kind: 'source', source: deploymentSourceAfter(world.sources[id], { id, everyMs, problem }, now) }];
}
