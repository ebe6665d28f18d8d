// How often the platform is asked: counts per endpoint and minute, kept for an hour, and what the platform says is left.
import type { Instant } from './world.ts';

/** What the platform's rate-limit headers said last. */
export interface Quota {
  readonly limit: number | null;
  readonly remaining: number;
  /** When it counts anew, on our clock; null when it did not say. */
  readonly resetsAt: Instant | null;
}
/** The requests of the last hour, for the budget and for diagnostics. */
export interface Requests {
  readonly lastHour: number;
  /** By endpoint, ids left out: `/environment/{id}/statuses`. */
  readonly endpoints: Readonly<Record<string, number>>;
  readonly quota: Quota | null;
  /** How far our clock is ahead of the platform's, in ms, to the second; null before an answer said its time. */
  readonly clockAheadMs: number | null;
}
interface Minute {
  readonly minute: number;
  readonly endpoints: Readonly<Record<string, number>>;
}
/** One entry per minute in which something was asked, oldest first. */
export type RequestLog = readonly Minute[];

const MINUTE_MS = 60_000;
const MINUTES = 60;

export const NO_REQUESTS: Requests = { lastHour: 0, endpoints: {}, quota: null, clockAheadMs: null };

/** `/environment/{id}/statuses` for `/environment/0a1b…/statuses`: the second part of every path is an id. */
export function endpointOf(pathname: string): string {
  return pathname.replace(/^(\/[^/]+\/)[^/]+/, '$1{id}');
}

const recent = (log: RequestLog, now: Instant): RequestLog => {
  const oldest = Math.floor(now / MINUTE_MS) - MINUTES;
  return log.filter(({ minute }) => minute > oldest && minute <= oldest + MINUTES);
};

/** The log with one more request. */
export function withRequest(log: RequestLog, endpoint: string, now: Instant): RequestLog {
  const minute = Math.floor(now / MINUTE_MS);
  const kept = recent(log, now);
  const last = kept.at(-1);
  const counts = last?.minute === minute ? last.endpoints : {};
  const next: Minute = { minute, endpoints: { ...counts, [endpoint]: (counts[endpoint] ?? 0) + 1 } };
  return [...(last?.minute === minute ? kept.slice(0, -1) : kept), next];
}

/** Whether it counts anew by now. It does so every hour: a time further away was noted by a clock that was set back since. */
function isOver({ resetsAt }: Quota, now: Instant): boolean {
  return resetsAt !== null && (resetsAt <= now || resetsAt > now + MINUTES * MINUTE_MS);
}

/** What was asked in the hour before `now`. */
export function requestsIn(log: RequestLog, quota: Quota | null, now: Instant, clockAheadMs: number | null = null): Requests {
  const endpoints: Record<string, number> = {};
  for (const minute of recent(log, now))
    for (const [endpoint, count] of Object.entries(minute.endpoints)) endpoints[endpoint] = (endpoints[endpoint] ?? 0) + count;
  const lastHour = Object.values(endpoints).reduce((sum, count) => sum + count, 0);
  return { lastHour, endpoints, quota: quota !== null && isOver(quota, now) ? null : quota, clockAheadMs };
}
