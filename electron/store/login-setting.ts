// Keeps one setting in step with a switch of the system: starting at login. Needs no Electron.
import type { Settings } from '../contract/settings.ts';
import { ok, type Result } from '../model/result.ts';

interface Kept {
  current(): Settings;
  change(next: Settings): Result<null>;
}
interface SystemSwitch {
  isOn(): boolean;
  set(isOn: boolean): Result<null>;
}

/** The settings, changed together with the switch. What the system says now wins; a switch that does not move leaves the setting. */
export function withLoginSetting<T extends Kept>(settings: T, login: SystemSwitch): T {
  const startAtLogin = login.isOn();
  if (settings.current().startAtLogin !== startAtLogin) settings.change({ ...settings.current(), startAtLogin });
  return {
    ...settings,
    change(next) {
      const before = settings.current().startAtLogin;
      const switched = next.startAtLogin === before ? ok(null) : login.set(next.startAtLogin);
      const saved = settings.change(switched.ok ? next : { ...next, startAtLogin: before });
      return switched.ok ? saved : switched;
    },
  };
}
