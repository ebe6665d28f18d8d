// The timeline of what changed, as it is kept on disk and shown: deployments, run status, outages of the view itself.
// An entry holds names, not references: what it speaks of may be gone by the time it is read.
import { assertNever, type RunStatus } from './status.ts';
import type { DeploymentTone, Instant } from './world.ts';

/** Where something happened. */
export interface HistoryPlace {
  readonly organizationId: string;
  readonly environmentId: string;
  readonly environment: string;
  readonly project: string;
}

/** One deployment: written when it starts, again when it ends, and again when its cause is read. */
export interface DeploymentEntry extends HistoryPlace {
  readonly kind: 'deployment';
  /** When it started, as far as that is known. */
  readonly at: Instant;
  readonly executionId: string;
  readonly label: string;
  readonly tone: DeploymentTone;
  readonly durationMs: number | null;
  readonly by: string | null;
  readonly origin: string | null;
  /** The services that failed in it. */
  readonly services: readonly HistoryService[];
  readonly cause: string | null;
  /** The line of its log that says why. */
  readonly lineKey: string | null;
  /** Read afterwards from the platform's own history: nobody looked when it happened. */
  readonly isMissed: boolean;
}
export interface HistoryService {
  readonly id: string;
  readonly name: string;
}

/** Services of one environment that run otherwise than before; `from` null: not known. */
export interface RunEntry extends HistoryPlace {
  readonly kind: 'run';
  readonly at: Instant;
  /** The environment's own status. */
  readonly from: RunStatus | null;
  readonly to: RunStatus;
  readonly services: readonly RunStep[];
}
export interface RunStep extends HistoryService {
  readonly from: RunStatus | null;
  readonly to: RunStatus;
  /** Why, as its instances say it; empty when they say nothing. */
  readonly why: string;
}

/** A time in which nothing could be seen; `until` null: it lasts. */
export interface OutageEntry {
  readonly kind: 'outage';
  /** Where it stands in the timeline: where it began, or, when nobody was there to note that, where it ended. */
  readonly at: Instant;
  readonly what: OutageKind;
  readonly since: Instant;
  readonly until: Instant | null;
  /** Of one cluster alone: its name. */
  readonly of?: string;
  /** Deployments that failed meanwhile. */
  readonly missed: readonly Missed[];
}
/** `closed`: the app was not running; `agent`: what runs on a cluster could not be asked, since its agent was away. */
export type OutageKind = 'unreachable' | 'refused' | 'signed-out' | 'asleep' | 'closed' | 'agent';

/** An environment in which a deployment failed while nobody looked, and how that ended. */
export interface Missed extends HistoryPlace {
  readonly outcome: 'mended' | 'red';
  /** The last one that failed. */
  readonly executionId: string;
  readonly label: string;
  /** Why, as its log says it; null when that is not known. */
  readonly cause: string | null;
  /** Who asked for it. */
  readonly by: string | null;
  /** Who asked for the one that worked; null while none has. */
  readonly mendedBy: string | null;
}

export type HistoryEntry = DeploymentEntry | RunEntry | OutageEntry;
export type HistoryKind = HistoryEntry['kind'];
export const HISTORY_KINDS = ['deployment', 'run', 'outage'] as const satisfies readonly HistoryKind[];

/** What a reader wants to see; null and empty: everything. */
export interface HistoryQuery {
  readonly environmentId: string | null;
  readonly serviceId: string | null;
  /** Words that must all be found in names, causes and authors. */
  readonly text: string;
  readonly kinds: readonly HistoryKind[];
  readonly onlyProblems: boolean;
  /** Only what comes after this entry in the order of `byNewest`: `HistoryPage.next` of the page before. */
  readonly after: string | null;
}
export const WHOLE_HISTORY: HistoryQuery = { environmentId: null, serviceId: null, text: '', kinds: [], onlyProblems: false, after: null };

/** One page, newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** What to ask the next page with; null: this was the last. */
  readonly next: string | null;
  /** The last absence in which deployments failed, over for a day at most; null: there is none. */
  readonly digest: OutageEntry | null;
  /** Lines that could not be read and are left out. */
  readonly damaged: number;
}

/** Identifies what an entry speaks of: an entry takes the place of an earlier one with the same key. */
export function historyKey(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'deployment':
      return `deployment/${entry.environmentId}/${entry.executionId}`;
    case 'run':
      return `run/${entry.environmentId}/${entry.at}`;
    case 'outage':
      return `outage/${entry.what}/${entry.since}${entry.of === undefined ? '' : `/${entry.of}`}`;
    default:
      return assertNever(entry);
  }
}

/** Its place in the order of time, newest first: a text whose order is that of time. */
export function historyPlaceKey(entry: HistoryEntry): string {
  return `${String(entry.at).padStart(15, '0')} ${historyKey(entry)}`;
}

/** Bad news. */
function isProblem(entry: HistoryEntry): boolean {
  switch (entry.kind) {
    case 'deployment':
      return entry.tone === 'error';
    case 'run':
      return entry.services.some(({ to }) => to === 'ERROR' || to === 'WARNING');
    case 'outage':
      return entry.missed.length > 0 || (entry.what !== 'asleep' && entry.what !== 'closed');
    default:
      return assertNever(entry);
  }
}

function wordsIn(entry: HistoryEntry): string {
  const missed = entry.kind === 'outage' ? entry.missed.flatMap(({ project, environment, by }) => [project, environment, by ?? '']) : [];
  if (entry.kind === 'outage') return [entry.what, entry.of ?? '', ...missed].join(' ');
  const names = [entry.project, entry.environment, ...entry.services.map(({ name }) => name)];
  if (entry.kind === 'run') return [...names, ...entry.services.flatMap(({ to, why }) => [to, why])].join(' ');
  return [...names, entry.label, entry.by ?? '', entry.origin ?? '', entry.cause ?? ''].join(' ');
}

/** Whether a reader wants to see it. Outages concern every environment and no service. */
export function fits(entry: HistoryEntry, query: HistoryQuery): boolean {
  if (query.kinds.length > 0 && !query.kinds.includes(entry.kind)) return false;
  if (query.onlyProblems && !isProblem(entry)) return false;
  if (query.environmentId !== null && (entry.kind === 'outage' || entry.environmentId !== query.environmentId)) return false;
  if (query.serviceId !== null && (entry.kind === 'outage' || entry.services.every(({ id }) => id !== query.serviceId))) return false;
  if (query.after !== null && historyPlaceKey(entry) >= query.after) return false;
  const words = query.text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = wordsIn(entry).toLowerCase();
  return words.every((word) => text.includes(word));
}
