// Reading numbers and times out of HTTP headers. The platform's times are read against its own `Date`: clocks may differ.
import type { Instant } from '../model/world.ts';

/** Header names are in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Above this a rate limit's reset is a time (seconds since 1970), below it seconds from now. */
const FIRST_EPOCH_SECOND = 1e9;

/** A number from 0; null when the header is missing or holds none. */
export function headerNumber(headers: Headers, name: string): number | null {
  const value = headers[name];
  const number = typeof value === 'string' && value.trim() ? Number(value) : Number.NaN;
  return Number.isFinite(number) && number >= 0 ? number : null;
}

/** An HTTP date; null when the header is missing or holds none. */
export function headerTime(headers: Headers, name: string): Instant | null {
  const value = headers[name];
  const at = typeof value === 'string' && value.endsWith(' GMT') ? Date.parse(value) : Number.NaN; // Date.parse reads almost anything
  return Number.isNaN(at) ? null : at;
}

/** How long to wait for the end that `seconds` name, in milliseconds. */
export function secondsAsWaitMs(headers: Headers, seconds: number, now: Instant): number {
  return seconds < FIRST_EPOCH_SECOND ? seconds * 1000 : seconds * 1000 - (headerTime(headers, 'date') ?? now);
}
