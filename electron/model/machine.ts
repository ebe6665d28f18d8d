// What the doctor tells of the computer and of this app on it: plain facts, gathered by system/machine.ts when they are asked for.

export interface Machine {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  /** "Linux 6.1, x64". */
  readonly system: string;
  /** How windows come to the screen: "Wayland", "X11", "X11 on a Wayland desktop"; empty where there is no choice. */
  readonly session: string;
  /** Chromium's word for how windows are drawn, e.g. "enabled", "disabled_software". */
  readonly drawing: string;
  /** Whether anything on this desktop shows tray icons; `built-in`: the system itself does. */
  readonly trayHost: 'built-in' | 'present' | 'absent' | 'unknown';
  /** Absolute paths. */
  readonly dataFolder: string;
  readonly logFile: string;
}

/** Before it was gathered. */
export const NO_MACHINE: Machine = {
  version: '',
  electron: '',
  chromium: '',
  system: '',
  session: '',
  drawing: '',
  trayHost: 'unknown',
  dataFolder: '',
  logFile: '',
};

/** Whether the keys that show the window from anywhere are ours: the system may keep them for itself. */
export type ShortcutState = 'off' | 'held' | 'refused';
