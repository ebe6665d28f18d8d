// What is to be written of one step from a world to the next: (before, after, changes) → entries, and the memory that knows them.
import type { Change } from '../model/changes.ts';
import type { HistoryEntry, OutageEntry, OutageKind } from '../model/history.ts';
import type { Instant, World } from '../model/world.ts';
import { agentEntries } from './agent-entries.ts';
import { deploymentEntries } from './deployment-entries.ts';
import { remembering, type HistoryMemory } from './history-memory.ts';
import { runEntries } from './run-entries.ts';

export interface Recorded {
  readonly entries: readonly HistoryEntry[];
  readonly memory: HistoryMemory;
}
export interface RecordedGiven {
  readonly before: World;
  readonly after: World;
  readonly changes: readonly Change[];
  readonly memory: HistoryMemory;
  readonly now: Instant;
}

/** What stands in the way; null: nothing; undefined: it is not known yet. */
function outageKind({ problem, phase }: World): OutageKind | null | undefined {
  if (problem === null) return phase === 'ready' ? null : phase === 'signed-out' ? 'signed-out' : undefined;
  if (problem.kind === 'refused') return 'refused';
  return problem.kind === 'rate-limited' || problem.kind === 'forbidden' || problem.kind === 'agent-away' ? null : 'unreachable';
}

/** The end of one outage, the beginning of another. Nobody misses a view that was never there. */
function outageEntries({ before, after, memory, now }: RecordedGiven): readonly OutageEntry[] {
  const kind = outageKind(after);
  const standing = memory.outage;
  if (kind === undefined || kind === (standing?.what ?? null)) return [];
  const isNews = kind !== null && (kind !== 'signed-out' || before.phase === 'ready');
  const begun: OutageEntry[] = isNews ? [{ kind: 'outage', at: now, what: kind, since: now, until: null, missed: [] }] : [];
  return standing ? [{ ...standing, until: Math.max(now, standing.since) }, ...begun] : begun;
}

/** What is to be written of this step. The first whole picture of an account is looked at as a whole. */
export function recorded(given: RecordedGiven): Recorded {
  const { before, after, memory, now } = given;
  const outages = [...outageEntries(given), ...agentEntries(after, memory.agents, now)];
  if (after.phase !== 'ready') return { entries: outages, memory: remembering(memory, outages) };
  const isWhole = before.phase !== 'ready';
  if (!isWhole && before.environments === after.environments && before.services === after.services && given.changes.length === 0)
    return { entries: outages, memory: remembering(memory, outages) };
  const deployments = deploymentEntries({ ...given, isWhole });
  const run = runEntries(before, after, memory, isWhole, now);
  const entries = [...outages, ...deployments, ...run.entries];
  return { entries, memory: remembering({ ...memory, services: run.services }, entries) };
}
