// PURE. Times of log lines in the formats that settings offer.
import type { Settings } from '../../electron/contract/settings.ts';

export type TimeFormat = Settings['log']['time'];

/** In the order of the menu. */
export const TIME_FORMATS = [
  ['local', 'Local time'],
  ['utc', 'UTC'],
  ['relative', 'Since first line'],
  ['off', 'No times'],
] as const satisfies readonly (readonly [TimeFormat, string])[];

/** Width of the column in px, with its 12 px at the left; the widest time of each format fits. */
export const TIME_PX: Readonly<Record<TimeFormat, number>> = { local: 108, utc: 116, relative: 108, off: 12 };

/** The same in a narrow window, without milliseconds. */
export const NARROW_TIME_PX: Readonly<Record<TimeFormat, number>> = { local: 80, utc: 88, relative: 80, off: 12 };

const two = (value: number): string => String(value).padStart(2, '0');
const three = (value: number): string => String(value).padStart(3, '0');

function sinceText(ms: number): string {
  const whole = Math.max(0, Math.round(ms));
  const [hours, minutes, seconds] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60, Math.floor(whole / 1000) % 60];
  const tail = `${two(seconds)}.${three(whole % 1000)}`;
  return hours > 0 ? `+${hours}:${two(minutes)}:${tail}` : `+${minutes}:${tail}`;
}

/** "14:02:48.118", "14:02:48.118Z", "+1:02.345" since `origin`; "" when the line has no time or none is wanted. */
export function timeOfLine(at: number | null, format: TimeFormat, origin: number): string {
  if (at === null || format === 'off' || !Number.isFinite(at)) return '';
  if (format === 'relative') return sinceText(at - origin);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  if (format === 'utc') return date.toISOString().slice(11);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${three(date.getMilliseconds())}`;
}

/** A line's time without its milliseconds. */
export function shortTime(time: string): string {
  return time.replace(/\.\d{3}/, '');
}

/** "14:03:09" in the person's own zone. */
export function secondText(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
