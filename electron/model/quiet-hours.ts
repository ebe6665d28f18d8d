// The hours in which nothing is told: what happens in them is told when they end.
import type { Instant } from './world.ts';

export interface QuietHours {
  readonly isOn: boolean;
  /** "22:00", in the person's own zone; the same as `to`: none. */
  readonly from: string;
  readonly to: string;
}

const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Whether it is a time of day as written here. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

function minutesOf(text: string): number {
  const [, hours = '0', minutes = '0'] = TIME.exec(text) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

/** Whether `now` lies in them (they may go past midnight), or on one of the quiet days (0 is Sunday). */
export function isQuiet({ isOn, from, to }: QuietHours, days: readonly number[], now: Instant): boolean {
  if (days.includes(new Date(now).getDay())) return true;
  if (!isOn) return false;
  const at = new Date(now).getHours() * 60 + new Date(now).getMinutes();
  const [start, end] = [minutesOf(from), minutesOf(to)];
  return start <= end ? at >= start && at < end : at >= start || at < end;
}
