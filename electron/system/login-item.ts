// Start at login: a file in the autostart folder on Linux, Electron's login items elsewhere. The system is asked, not
// remembered: whoever switched it off in the desktop's own settings has switched it off.
import { app } from 'electron';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { failed, ok, type Result } from '../model/result.ts';
import { autostartEntry, isStarting } from './desktop-entry.ts';

export interface LoginItem {
  isOn(): boolean;
  set(isOn: boolean): Result<null>;
}

/** The login item of this system. */
export function createLoginItem(): LoginItem {
  if (process.platform === 'linux') return autostartFile(path.join(app.getPath('appData'), 'autostart'), app.getName(), ownCommand());
  return {
    isOn: () => app.getLoginItemSettings().openAtLogin,
    set(isOn) {
      app.setLoginItemSettings({ openAtLogin: isOn });
      if (app.getLoginItemSettings().openAtLogin === isOn) return ok(null);
      return failed({ kind: 'store', file: 'The list of login items', detail: 'the system did not take the change' });
    },
  };
}

/** What starts this very app: an AppImage is started by its own file, not by what it has unpacked. */
function ownCommand(): readonly string[] {
  const program = process.env['APPIMAGE'] ?? process.execPath;
  return app.isPackaged ? [program] : [program, app.getAppPath()];
}

/** One file in `folder`, there or not. */
function autostartFile(folder: string, name: string, command: readonly string[]): LoginItem {
  const file = path.join(folder, 'qovery-tray.desktop');
  const read = (): string | null => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return null; // missing, or not to be read: then it does not start anything either
    }
  };
  return {
    isOn: () => isStarting(read()),
    set(isOn) {
      try {
        if (isOn) {
          mkdirSync(folder, { recursive: true, mode: 0o700 });
          writeFileSync(file, autostartEntry(name, command));
        } else rmSync(file, { force: true });
        return ok(null);
      } catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        return failed({ kind: 'store', file: path.basename(file), detail });
      }
    },
  };
}
