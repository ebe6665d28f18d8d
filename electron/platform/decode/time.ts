// Times and durations of the wire: ISO 8601 with none to nine digits of fraction, epoch milliseconds, ISO durations, seconds.
import type { Instant } from '../../model/world.ts';
import { numberOrNull, text } from './untrusted.ts';

const ISO = /^(\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2})(?:[.,](\d+))?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;
const DURATION = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/;
/** The last instant a Date can hold; beyond it every formatting throws. */
const LAST_INSTANT = 8.64e15;

function fromIso(value: string): Instant | null {
  const [, seconds, fraction = '', zone = 'Z'] = ISO.exec(value) ?? [];
  if (seconds === undefined) return null;
  const at = Date.parse(`${seconds.toUpperCase()}.${fraction.slice(0, 3).padEnd(3, '0')}${zone.toUpperCase()}`);
  return Number.isNaN(at) ? null : at;
}

/** An ISO time (UTC when it names no zone) or epoch milliseconds; null when neither, or when zero, which stands for "never". */
export function instant(value: unknown): Instant | null {
  const number = numberOrNull(value);
  if (number !== null) return number > 0 && number <= LAST_INSTANT ? Math.trunc(number) : null;
  return fromIso(text(value).trim());
}

/** Seconds as milliseconds; null when not said, negative or longer than time itself. */
export function secondsToMs(value: unknown): number | null {
  const seconds = numberOrNull(value);
  return seconds !== null && seconds >= 0 && seconds * 1000 <= LAST_INSTANT ? Math.round(seconds * 1000) : null;
}

/** An ISO 8601 duration (`PT32M13.659S`) in milliseconds; null when it is none. */
export function isoDurationMs(value: unknown): number | null {
  const match = DURATION.exec(text(value).trim());
  if (!match || match.slice(1).every((part) => part === undefined)) return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number((part ?? '0').replace(',', '.')));
  return secondsToMs((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0));
}
