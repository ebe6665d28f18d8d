// Last rung: environments → the one sign in the tray, and which environments need attention.
import { environmentFreshness, isBlind, isDrained, type EnvironmentFreshness } from './freshness.ts';
import { severity, worst, type RunStatus } from './status.ts';
import { countStatuses } from './service-status.ts';
import type { StatusCounts } from './run-verdict.ts';
import type { Environment, Instant, World } from './world.ts';

/** One environment that needs attention: ERROR, WARNING, or a failed deployment. */
export interface Attention {
  readonly environment: Environment;
  readonly hasFailedDeployment: boolean;
}

export interface TrayStatus {
  readonly status: RunStatus;
  /** A deployment failed somewhere: the red badge, whatever the status. */
  readonly hasFailedDeployment: boolean;
  /** Something counted is not current: the clock, and good news turns hollow. */
  readonly isDrained: boolean;
  /** Worst first, then by name. */
  readonly attention: readonly Attention[];
  readonly counts: StatusCounts;
  /** Environments of which nothing is known to run or not, because their source is lost: that all is calm is not known. */
  readonly blind: number;
  /** Environments counted; muted ones are not. */
  readonly total: number;
  /** When the oldest counted fact was heard; null when nothing was. */
  readonly asOf: Instant | null;
}

/** Whether the last deployment failed and that was not about an older deployment than the last. */
export function hasFailedDeployment(environment: Environment): boolean {
  return environment.deployment?.tone === 'error';
}

/** Whether a person should look: ERROR, WARNING, or a failed deployment. */
export function needsAttention(environment: Environment): boolean {
  return environment.run.status === 'ERROR' || environment.run.status === 'WARNING' || hasFailedDeployment(environment);
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** As a person would sort: case does not count, numbers do. One collator for all: `localeCompare` with options makes one a time. */
export const byText = (a: string, b: string): number => collator.compare(a, b);

/** Order of a list of environments: the worst first, failed deployments before others of the same status, then by name. */
export function byUrgency(a: Environment, b: Environment): number {
  const bySeverity = severity(a.run.status) - severity(b.run.status);
  if (bySeverity !== 0) return bySeverity;
  const byFailure = Number(hasFailedDeployment(b)) - Number(hasFailedDeployment(a));
  return byFailure || byText(a.name, b.name);
}

function oldest(states: readonly EnvironmentFreshness[]): Instant | null {
  const known = states.flatMap((state) => (state.asOf === null ? [] : [state.asOf]));
  return known.length > 0 ? Math.min(...known) : null;
}

/** Whether everything was read that there may be: only then are no environments known to be none. */
function isWholeKnown({ phase, organizations }: World): boolean {
  return phase === 'ready' && Object.values(organizations).every(({ problem }) => !problem);
}

/** What the tray shows of the world; `muted` holds ids of environments that do not count. */
export function trayStatus(world: World, muted: readonly string[], now: Instant): TrayStatus {
  const all = Object.values(world.environments);
  const counted = muted.length === 0 ? all : all.filter((environment) => !muted.includes(environment.id));
  const states = counted.map((environment) => environmentFreshness(world, environment, now));
  const statuses = counted.map((environment) => environment.run.status);
  const attention = counted
    .filter(needsAttention)
    .toSorted(byUrgency)
    .map((environment) => ({ environment, hasFailedDeployment: hasFailedDeployment(environment) }));
  return {
    status: counted.length === 0 && !isWholeKnown(world) ? 'UNKNOWN' : worst(statuses),
    hasFailedDeployment: attention.some((one) => one.hasFailedDeployment),
    isDrained: states.some(isDrained),
    attention,
    counts: countStatuses(statuses),
    blind: counted.filter((environment, i) => states[i] && isBlind(environment, states[i])).length,
    total: counted.length,
    asOf: oldest(states),
  };
}
