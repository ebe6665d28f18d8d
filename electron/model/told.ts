// What was told in notifications, as it is kept from one run to the next: so that nothing is told twice, a failure that was
// told can be told to be over, and one that comes again is known again.
import type { Instant } from './world.ts';

export interface Told {
  /** What counts as told, shown or not; the oldest first. */
  readonly keys: readonly string[];
  /** Keys of what was shown and still stands: `deployment/ENVIRONMENT`, `run/SERVICE`. */
  readonly standing: readonly string[];
  /** Causes that were seen, the oldest first. */
  readonly causes: readonly ToldCause[];
}

/** One cause in one environment. */
export interface ToldCause {
  readonly environmentId: string;
  readonly fingerprint: string;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export const NOTHING_TOLD: Told = { keys: [], standing: [], causes: [] };

/** Older ones are forgotten: by then their deployments are history. */
const MOST = 2_000;

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []); // checked on this line
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function causeOf(value: unknown): readonly ToldCause[] {
  if (!isRecord(value)) return [];
  const { environmentId, fingerprint, count, firstAt, lastAt } = value;
  if (!isText(environmentId) || !isText(fingerprint) || !isNumber(count) || !isNumber(firstAt) || !isNumber(lastAt)) return [];
  return [{ environmentId, fingerprint, count, firstAt, lastAt }];
}

/** What a file held; null when it is none of ours. */
export function parseTold(value: unknown): Told | null {
  if (!isRecord(value) || !Array.isArray(value['keys'])) return null;
  return bounded({
    keys: list(value['keys']).filter(isText),
    standing: list(value['standing']).filter(isText),
    causes: list(value['causes']).flatMap(causeOf),
  });
}

/** At most so many of each, the newest: what is kept on disk. */
export function bounded(told: Told): Told {
  return { keys: told.keys.slice(-MOST), standing: told.standing.slice(-MOST), causes: told.causes.slice(-MOST) };
}
