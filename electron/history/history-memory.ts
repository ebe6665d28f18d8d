// What the history knows of itself: what it said last of each environment and service, so that nothing is written twice,
// not even by the next run of the app. Stands in the first line of each day's file; the lines after it carry it on.
import type { HistoryEntry, OutageEntry } from '../model/history.ts';
import { parseHistoryEntry } from '../model/history-line.ts';
import { RUN_STATUSES, type RunStatus } from '../model/status.ts';
import type { Instant } from '../model/world.ts';

export interface HistoryMemory {
  /** By environment: its newest deployment that was written. */
  readonly deployments: Readonly<Record<string, KnownDeployment>>;
  /** By service and by environment: the last settled run status that was seen. */
  readonly services: Readonly<Record<string, RunStatus>>;
  readonly environments: Readonly<Record<string, RunStatus>>;
  /** What stands in the way of seeing anything; null: nothing. */
  readonly outage: OutageEntry | null;
  /** Clusters, by name, whose agent is away. */
  readonly agents: Readonly<Record<string, OutageEntry>>;
  /** The last absence in which deployments failed. */
  readonly digest: OutageEntry | null;
}
export interface KnownDeployment {
  readonly executionId: string;
  readonly at: Instant;
  /** Its label once it has ended; null before. */
  readonly end: string | null;
  readonly hasCause: boolean;
}

const NOTHING_WRITTEN: HistoryMemory = { deployments: {}, services: {}, environments: {}, outage: null, agents: {}, digest: null };

/** Whether a deployment in this tone is over. */
const isOver = (tone: string): boolean => tone !== 'moving' && tone !== 'queued';

const without = <T>(all: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));

/** The memory that knows these entries are written. */
export function remembering(memory: HistoryMemory, entries: readonly HistoryEntry[]): HistoryMemory {
  if (entries.length === 0) return memory;
  const deployments = { ...memory.deployments };
  const [services, environments] = [{ ...memory.services }, { ...memory.environments }];
  let { outage, agents, digest } = memory;
  for (const entry of entries) {
    if (entry.kind === 'deployment') {
      const { environmentId, executionId, at, tone, label, cause } = entry;
      if (at >= (deployments[environmentId]?.at ?? 0))
        deployments[environmentId] = { executionId, at, end: isOver(tone) ? label : null, hasCause: cause !== null };
    } else if (entry.kind === 'run') {
      environments[entry.environmentId] = entry.to;
      for (const { id, to } of entry.services) services[id] = to;
    } else if (entry.of !== undefined) agents = entry.until === null ? { ...agents, [entry.of]: entry } : without(agents, entry.of);
    else {
      outage = entry.until === null ? entry : outage?.since === entry.since ? null : outage;
      digest = entry.missed.length > 0 ? entry : digest;
    }
  }
  return { deployments, services, environments, outage, agents, digest };
}

/** As it is written: what runs well needs no word. */
export function writtenMemory(memory: HistoryMemory): HistoryMemory {
  const unwell = (statuses: HistoryMemory['services']): HistoryMemory['services'] =>
    Object.fromEntries(Object.entries(statuses).filter(([, status]) => status !== 'RUNNING'));
  return { ...memory, services: unwell(memory.services), environments: unwell(memory.environments) };
}

type Raw = Readonly<Record<string, unknown>>;
const record = (value: unknown): Raw => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {}); // checked on this line

function entriesOf<T>(value: unknown, read: (one: unknown) => T | null): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(record(value)).flatMap(([id, raw]) => {
      const one = read(raw);
      return one === null ? [] : [[id, one] as const];
    }),
  );
}
const statusOf = (value: unknown): RunStatus | null => RUN_STATUSES.find((status) => status === value) ?? null;
function knownOf(value: unknown): KnownDeployment | null {
  const { executionId, at, end, hasCause } = record(value);
  if (typeof executionId !== 'string' || typeof at !== 'number') return null;
  return { executionId, at, end: typeof end === 'string' ? end : null, hasCause: hasCause === true };
}
function outageOf(value: unknown): OutageEntry | null {
  const entry = parseHistoryEntry(value);
  return entry?.kind === 'outage' ? entry : null;
}

/** The memory in a file's first line; what makes no sense in it is left out. */
function parseMemory(value: unknown): HistoryMemory {
  const raw = record(value);
  return {
    deployments: entriesOf(raw['deployments'], knownOf),
    services: entriesOf(raw['services'], statusOf),
    environments: entriesOf(raw['environments'], statusOf),
    outage: outageOf(raw['outage']),
    agents: entriesOf(raw['agents'], outageOf),
    digest: outageOf(raw['digest']),
  };
}

/** Day after day, as an earlier run wrote them; a day whose first line cannot be read carries on from the one before. */
export function memoryAfter(days: readonly { readonly memory: unknown; readonly entries: readonly HistoryEntry[] }[]): HistoryMemory {
  return days.reduce((memory, day) => {
    const head = day.memory === null ? memory : parseMemory(day.memory);
    // A clock that was set back puts a later day before an earlier one: the newer deployment counts.
    const newer = Object.entries(memory.deployments).filter(([id, { at }]) => at > (head.deployments[id]?.at ?? 0));
    return remembering({ ...head, deployments: { ...head.deployments, ...Object.fromEntries(newer) } }, day.entries);
  }, NOTHING_WRITTEN);
}
