// Two windows may change the settings at the same moment, each from what it saw: what one changed must not undo the other. Pure.
import { parseSettings, type Settings } from './settings.ts';

/** What a window asks for: the settings that its person saw, and those that they want. */
export interface SettingsChange {
  readonly seen: Settings;
  readonly wanted: Settings;
}

const textOf = (value: unknown): string => JSON.stringify(value) ?? '';
const isSame = (a: unknown, b: unknown): boolean => textOf(a) === textOf(b);

const lacks =
  (list: readonly unknown[]) =>
  (one: unknown): boolean =>
    !list.some((other) => isSame(one, other));

/** The list as it is now, without what was taken out of the one that was seen and with what was added to it. */
function mergedList(current: readonly unknown[], seen: readonly unknown[], wanted: readonly unknown[]): readonly unknown[] {
  const kept = current.filter((one) => lacks(seen)(one) || !lacks(wanted)(one));
  return [...kept, ...wanted.filter(lacks(seen)).filter(lacks(kept))];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(current: unknown, seen: unknown, wanted: unknown): unknown {
  if (isSame(seen, wanted)) return current;
  if (Array.isArray(current) && Array.isArray(seen) && Array.isArray(wanted)) return mergedList(current, seen, wanted);
  if (!isRecord(current) || !isRecord(seen) || !isRecord(wanted)) return wanted;
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, merge(current[key], seen[key], wanted[key])]));
}

/** The settings of now with what was changed between seen and wanted, and nothing else of either. */
export function mergedSettings(current: Settings, { seen, wanted }: SettingsChange): Settings {
  return parseSettings(merge(current, seen, wanted));
}
