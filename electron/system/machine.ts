// Gathers what the doctor tells of the computer and of this app on it. Nothing of it is kept: it is asked anew each time.
import { app, shell } from 'electron';
import os from 'node:os';
import type { Bus } from '../model/bus.ts';
import type { Machine } from '../model/machine.ts';
import { trayHost } from './bus-answers.ts';
import { sessionOf } from './session.ts';

export interface MachineFiles {
  /** Absolute paths. */
  readonly dataFolder: string;
  readonly logFile: string;
}

const HOST = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'NameHasOwner',
  signature: 's',
  body: ['org.kde.StatusNotifierWatcher'],
};

/** Everything as it is now. `bus` is null where the tray needs none. Call after Electron's `ready`; never rejects. */
export async function readMachine(files: MachineFiles, bus: Bus | null): Promise<Machine> {
  return {
    ...files,
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chromium: process.versions['chrome'] ?? '',
    system: `${os.type()} ${os.release()}, ${process.arch}`,
    session: sessionOf(process.platform, process.env, app.commandLine.getSwitchValue('ozone-platform')),
    drawing: app.getGPUFeatureStatus().gpu_compositing,
    trayHost: bus === null ? 'built-in' : trayHost(await bus.call(HOST)),
  };
}

/** Shows one of the files in the system's file manager. */
export function showFile({ dataFolder, logFile }: MachineFiles, which: 'log' | 'data'): void {
  shell.showItemInFolder(which === 'log' ? logFile : dataFolder);
}
