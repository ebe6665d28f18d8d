// Counts what is asked of the platform and remembers what it says is left of its rate limit.
import { endpointOf, requestsIn, withRequest, type Quota, type RequestLog, type Requests } from '../model/requests.ts';
import type { Instant } from '../model/world.ts';
import { headerNumber, headerTime, secondsAsWaitMs, type Headers } from './headers.ts';

export interface Traffic {
  /** A request is about to leave. */
  asked(pathname: string): void;
  /** An answer came, whatever it says. */
  answered(headers: Headers): void;
  requests(): Requests;
}

/** How long what is left is believed where the platform does not say when it counts anew: else nothing would be asked ever again. */
const UNSAID_MS = 60_000;

/** What rate-limit headers say; null when there are none. */
export function quotaFrom(headers: Headers, now: Instant): Quota | null {
  const remaining = headerNumber(headers, 'x-ratelimit-remaining');
  if (remaining === null) return null;
  const seconds = headerNumber(headers, 'x-ratelimit-reset');
  const waitMs = seconds === null ? null : secondsAsWaitMs(headers, seconds, now);
  return { limit: headerNumber(headers, 'x-ratelimit-limit'), remaining, resetsAt: waitMs === null ? null : now + Math.max(0, waitMs) };
}

/** Nothing was asked yet. */
export function createTraffic(now: () => Instant): Traffic {
  let log: RequestLog = [];
  let quota: Quota | null = null;
  let saidAt: Instant = 0;
  let clockAheadMs: number | null = null;
  return {
    asked: (pathname) => {
      log = withRequest(log, endpointOf(pathname), now());
    },
    answered: (headers) => {
      const said = quotaFrom(headers, now());
      if (said) [quota, saidAt] = [said, now()];
      const theirs = headerTime(headers, 'date');
      if (theirs !== null) clockAheadMs = now() - theirs;
    },
    requests: () => {
      const isForgotten = quota?.resetsAt === null && now() - saidAt > UNSAID_MS;
      return requestsIn(log, isForgotten ? null : quota, now(), clockAheadMs);
    },
  };
}
