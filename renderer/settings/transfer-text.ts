// Settings as a file to carry to another machine, and back. The token is not among them: it is no setting. Pure.
import { parseSettings, type Settings } from '../../electron/contract/settings.ts';
import type { Instant } from '../../electron/model/world.ts';
import { failed, ok, type Result } from '../../electron/model/result.ts';

/** Larger files hold no settings. */
const MOST = 1_000_000;
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is written: for people to read, and the day in its name. */
export function exported(settings: Settings, now: Instant): { readonly name: string; readonly text: string } {
  const day = new Date(now).toISOString().slice(0, 10);
  return { name: `qovery-tray-settings-${day}.json`, text: `${JSON.stringify(settings, null, 2)}\n` };
}

/** The settings in a file; what it lacks is as by default. A file without any setting is refused, so that nothing is lost to it. */
export function imported(text: string): Result<Settings> {
  const bad = failed({ kind: 'bad-input', detail: 'This file holds no settings of Qovery Tray; nothing was changed.' } as const);
  if (text.length > MOST) return bad;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && isRecord(value['notifications']) && 'theme' in value ? ok(parseSettings(value)) : bad;
  } catch {
    return bad; // not JSON
  }
}
