// The only place where the world changes: (known, event) → known. Pure; what did not change keeps its identity.
// Names are in fold-names.ts, deployment states in fold-deployments.ts, run states in fold-run.ts.
import type { Failure } from '../model/failure.ts';
import type { Gap } from '../model/overlooked.ts';
import type { Problem } from '../model/problem.ts';
import type {
  Discovery,
  DeploymentReport,
  EnvironmentDeployments,
  EnvironmentOverview,
  EnvironmentRun,
  PastDeployment,
  RunReport,
} from '../model/report.ts';
import { withEntries } from '../model/same.ts';
import { assertNever } from '../model/status.ts';
import { NOTHING_HIDDEN, type Hidden } from '../model/watching.ts';
import { EMPTY_WORLD, type Environment, type Instant, type Organization, type Service, type Source, type World } from '../model/world.ts';
import { foldClockBack } from './fold-clock.ts';
import { foldDatabaseModes, foldDeployments, foldEnvironmentStates, foldFailure, foldHistory } from './fold-deployments.ts';
import { foldDiscovery, foldDiscoveryRefused, foldOrganizations, foldOverview } from './fold-names.ts';
import { withGaps } from './fold-gaps.ts';
import { withReplaced } from './fold-replaced.ts';
import { foldAbsences, foldRun } from './fold-run.ts';
import { foldRunRefused } from './fold-scope.ts';
import { foldWatching } from './fold-watching.ts';

/** The world, and what only the fold needs to remember about it. */
export interface Known {
  readonly world: World;
  /** Environments missing from snapshots that cover them: since when and in how many. */
  readonly absences: Readonly<Record<string, Absence>>;
  /** Ids that the last discovery of their organisation did not name: gone if the next one does not either. */
  readonly missing: readonly string[];
  /** Environments that their project's overview leaves out. */
  readonly unlisted: readonly string[];
  readonly hidden: Hidden;
  /** What was folded last of each environment's run state; another discovery counts it as not folded. */
  readonly runs: Readonly<Record<string, EnvironmentRun>>;
  /** Environments and services that were heard of and are not named yet: the next discovery will, or they are ignored from then on. */
  readonly strangers: readonly string[];
  readonly ignored: readonly string[];
  /** Discoveries in a row that named none of them. */
  readonly fruitless: number;
  /** When a socket last told an environment's deployment: an answer that was asked for before that is older than it. */
  readonly toldAt: Readonly<Record<string, Instant>>;
  /** Environments that may have been deployed more than once between two readings; until their history is read. */
  readonly gaps: Readonly<Record<string, readonly Gap[]>>;
  /** Sources of run status that are refused as a whole: narrower ones stand in for them. */
  readonly tooWide: readonly string[];
  /** After an absence: everything is read again. */
  readonly isCatchingUp: boolean;
}
export interface Absence {
  readonly since: Instant;
  readonly frames: number;
  /** The environment as it stood when it was judged to have nothing running: while it stands so there is nothing more to do. */
  readonly told?: Environment | undefined;
}

export type MonitorEvent =
  | { readonly kind: 'started' | 'signed-out' }
  | { readonly kind: 'watching'; readonly hidden: Hidden }
  | { readonly kind: 'ready' | 'catching-up' | 'caught-up' }
  | { readonly kind: 'problem'; readonly problem: Problem | null; readonly nextTryAt: Instant | null }
  | { readonly kind: 'organizations'; readonly organizations: readonly Organization[] }
  | { readonly kind: 'discovery'; readonly discovery: Discovery }
  | { readonly kind: 'discovery-refused'; readonly organizationId: string; readonly problem: Problem }
  | {
      readonly kind: 'overview';
      readonly projectId: string;
      readonly environments: readonly EnvironmentOverview[];
      readonly now: Instant;
      /** When it was asked for; left out: now. */
      readonly askedAt?: Instant;
    }
  | { readonly kind: 'environment-states'; readonly reports: readonly DeploymentReport[]; readonly now: Instant }
  | {
      readonly kind: 'deployments';
      readonly environmentId: string;
      readonly deployments: EnvironmentDeployments;
      readonly now: Instant;
      /** When it was asked for; left out: a socket told it. */
      readonly askedAt?: Instant;
    }
  | { readonly kind: 'database-modes'; readonly modes: Readonly<Record<string, Service['databaseMode']>> }
  | {
      readonly kind: 'history';
      readonly environmentId: string;
      readonly past: readonly PastDeployment[];
      /** Some of them with their steps. */
      readonly readings: readonly EnvironmentDeployments[];
    }
  | { readonly kind: 'failure'; readonly environmentId: string; readonly failure: Failure }
  | { readonly kind: 'run'; readonly sourceId: string; readonly report: RunReport; readonly now: Instant }
  | { readonly kind: 'source' | 'run-refused'; readonly source: Source }
  | { readonly kind: 'clock-back'; readonly byMs: number }
  | { readonly kind: 'tick'; readonly now: Instant };

/** Nothing known, nobody signed in. */
export const NOTHING_KNOWN: Known = {
  world: EMPTY_WORLD,
  absences: {},
  missing: [],
  unlisted: [],
  hidden: NOTHING_HIDDEN,
  runs: {},
  strangers: [],
  ignored: [],
  fruitless: 0,
  toldAt: {},
  gaps: {},
  tooWide: [],
  isCatchingUp: false,
};

function withProblem(known: Known, problem: Problem | null, nextTryAt: Instant | null): Known {
  const { world } = known;
  if (world.problem === problem && world.nextTryAt === nextTryAt) return known;
  return { ...known, world: { ...world, problem, nextTryAt } };
}

/** What one reading of deployments skipped or cut short. */
const withTransits = (before: Known, after: Known): Known => withReplaced(before, withGaps(before, after));

/** The known after one event. */
export function fold(known: Known, event: MonitorEvent): Known {
  switch (event.kind) {
    case 'started':
      return { ...NOTHING_KNOWN, hidden: known.hidden, world: { ...EMPTY_WORLD, phase: 'connecting' } };
    case 'signed-out':
      return { ...NOTHING_KNOWN, hidden: known.hidden };
    case 'watching':
      return foldWatching(known, event.hidden);
    case 'ready':
      return known.world.phase === 'connecting' ? { ...known, world: { ...known.world, phase: 'ready' } } : known;
    case 'caught-up':
    case 'catching-up':
      return { ...known, isCatchingUp: event.kind === 'catching-up' };
    case 'problem':
      return withProblem(known, event.problem, event.nextTryAt);
    case 'organizations':
      return foldOrganizations(known, event.organizations);
    case 'discovery':
      return foldDiscovery(known, event.discovery);
    case 'discovery-refused':
      return foldDiscoveryRefused(known, event.organizationId, event.problem);
    case 'overview':
      return withTransits(known, foldOverview(known, event, event.askedAt ?? event.now));
    case 'environment-states':
      return withTransits(known, foldEnvironmentStates(known, event.reports, event.now));
    case 'deployments':
      return withTransits(known, foldDeployments(known, event));
    case 'database-modes':
      return foldDatabaseModes(known, event.modes);
    case 'history':
      return foldHistory(known, event);
    case 'failure':
      return foldFailure(known, event.environmentId, event.failure);
    case 'run':
      return foldRun(known, event.sourceId, event.report, event.now);
    case 'source': {
      const sources = withEntries(known.world.sources, [[event.source.id, event.source]]);
      return sources === known.world.sources ? known : { ...known, world: { ...known.world, sources } };
    }
    case 'run-refused':
      return foldRunRefused(known, event.source);
    case 'clock-back':
      return foldClockBack(known, event.byMs);
    case 'tick':
      return foldAbsences(known, event.now);
    default:
      return assertNever(event);
  }
}
