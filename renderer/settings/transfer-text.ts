// Settings as a file to carry to another machine, and back. The token is not among them: it is no setting. Pure.
import { SETTINGS_VERSION, versioned } from '../../electron/contract/settings-version.ts';
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
  return { name: `qovery-tray-settings-${day}.json`, text: `${JSON.stringify({ version: SETTINGS_VERSION, ...settings }, null, 2)}\n` };
}

const refused = (why: string): Result<never> => failed({ kind: 'bad-input', detail: `This file ${why}; nothing was changed.` });

/** A program that a file names is run only once its person has switched it on. */
function withoutCommand(settings: Settings): Settings {
  return { ...settings, ownCommand: { ...settings.ownCommand, isOn: false } };
}

/** The settings in a file; what it lacks is as by default. A file without any setting, or of a newer app, is refused, so that nothing is lost to it. */
export function imported(text: string): Result<Settings> {
  const bad = refused('holds no settings of Qovery Tray');
  if (text.length > MOST) return bad;
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || !isRecord(value['notifications']) || !('theme' in value)) return bad;
    const found = versioned(value);
    return found.kind === 'known'
      ? ok(withoutCommand(parseSettings(found.content)))
      : refused('was written by a newer version of Qovery Tray');
  } catch {
    return bad; // not JSON
  }
}
