// One line of a history file, read with mistrust: files may be damaged, or edited by hand. Longer texts are cut when written.
import {
  HISTORY_KINDS,
  type DeploymentEntry,
  type HistoryEntry,
  type HistoryPlace,
  type HistoryService,
  type Missed,
  type OutageEntry,
  type RunEntry,
  type RunStep,
} from './history.ts';
import { RUN_STATUSES, type RunStatus } from './status.ts';
import type { DeploymentTone } from './world.ts';

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isInstant = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 8.64e15;
const textOrNull = (value: unknown): string | null => (isText(value) ? value : null);
const instantOrNull = (value: unknown): number | null => (isInstant(value) ? value : null);
const statusOrNull = (value: unknown): RunStatus | null => RUN_STATUSES.find((status) => status === value) ?? null;

const TONES = [
  'ok',
  'error',
  'queued',
  'moving',
  'cancelled',
  'quiet',
  'unavailable',
  'unknown',
] as const satisfies readonly DeploymentTone[];
const OUTAGES = ['unreachable', 'refused', 'signed-out', 'asleep', 'closed', 'agent'] as const satisfies readonly OutageEntry['what'][];

function each<T>(value: unknown, read: (raw: Raw) => T | null): readonly T[] {
  return Array.isArray(value) ? value.flatMap((one: unknown) => (isRecord(one) ? (read(one) ?? []) : [])) : [];
}

function placeOf({ organizationId, environmentId, environment, project }: Raw): HistoryPlace | null {
  if (!isText(organizationId) || !isText(environmentId) || !isText(environment) || !isText(project)) return null;
  return { organizationId, environmentId, environment, project };
}
const serviceOf = ({ id, name }: Raw): HistoryService | null => (isText(id) && isText(name) ? { id, name } : null);

function deploymentOf(raw: Raw, at: number): DeploymentEntry | null {
  const place = placeOf(raw);
  const { executionId, label } = raw;
  const tone = TONES.find((one) => one === raw['tone']);
  if (!place || !isText(executionId) || !isText(label) || !tone) return null;
  return {
    kind: 'deployment',
    at,
    ...place,
    executionId,
    label,
    tone,
    durationMs: instantOrNull(raw['durationMs']),
    by: textOrNull(raw['by']),
    origin: textOrNull(raw['origin']),
    services: each(raw['services'], serviceOf),
    cause: textOrNull(raw['cause']),
    lineKey: textOrNull(raw['lineKey']),
    isMissed: raw['isMissed'] === true,
  };
}

function stepOf(raw: Raw): RunStep | null {
  const [service, to] = [serviceOf(raw), statusOrNull(raw['to'])];
  return service && to ? { ...service, from: statusOrNull(raw['from']), to, why: textOrNull(raw['why']) ?? '' } : null;
}

function runOf(raw: Raw, at: number): RunEntry | null {
  const [place, to] = [placeOf(raw), statusOrNull(raw['to'])];
  return place && to ? { kind: 'run', at, ...place, from: statusOrNull(raw['from']), to, services: each(raw['services'], stepOf) } : null;
}

function missedOf(raw: Raw): Missed | null {
  const place = placeOf(raw);
  const { executionId, label, outcome } = raw;
  if (!place || !isText(executionId) || !isText(label) || (outcome !== 'mended' && outcome !== 'red')) return null;
  const [cause, by, mendedBy] = [textOrNull(raw['cause']), textOrNull(raw['by']), textOrNull(raw['mendedBy'])];
  return { ...place, outcome, executionId, label, cause, by, mendedBy };
}

function outageOf(raw: Raw, at: number): OutageEntry | null {
  const what = OUTAGES.find((one) => one === raw['what']);
  const since = instantOrNull(raw['since']);
  if (!what || since === null) return null;
  const of = textOrNull(raw['of']);
  const missed = each(raw['missed'], missedOf);
  return { kind: 'outage', at, what, since, until: instantOrNull(raw['until']), ...(of === null ? {} : { of }), missed };
}

/** The entry in a line's value; null when there is none. */
export function parseHistoryEntry(value: unknown): HistoryEntry | null {
  if (!isRecord(value) || !isInstant(value['at'])) return null;
  const kind = HISTORY_KINDS.find((one) => one === value['kind']);
  if (kind === 'deployment') return deploymentOf(value, value['at']);
  if (kind === 'run') return runOf(value, value['at']);
  return kind === 'outage' ? outageOf(value, value['at']) : null;
}

/** What a line of text holds: an entry, or something that cannot be read (null). */
export function historyLine(line: string): HistoryEntry | null {
  try {
    return parseHistoryEntry(JSON.parse(line));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
