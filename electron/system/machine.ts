// Gathers what the doctor tells of the computer and of this app on it. Nothing of it is kept: it is asked anew each time.
import { app, shell } from 'electron';
import os from 'node:os';
import type { Machine } from '../model/machine.ts';
import { trayHost } from './dbus-answer.ts';
import { sendToBus } from './dbus-send.ts';
import { sessionOf } from './session.ts';

export interface MachineFiles {
  /** Absolute paths. */
  readonly dataFolder: string;
  readonly logFile: string;
}

async function hostOfTray(): Promise<Machine['trayHost']> {
  if (process.platform !== 'linux') return 'built-in';
  const bus = ['--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner'];
  return trayHost(await sendToBus(...bus, 'string:org.kde.StatusNotifierWatcher'));
}

/** Everything as it is now. Call after Electron's `ready`; never rejects. */
export async function readMachine(files: MachineFiles): Promise<Machine> {
  return {
    ...files,
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
    chromium: process.versions['chrome'] ?? '',
    system: `${os.type()} ${os.release()}, ${process.arch}`,
    session: sessionOf(process.platform, process.env, app.commandLine.getSwitchValue('ozone-platform')),
    drawing: app.getGPUFeatureStatus().gpu_compositing,
    trayHost: await hostOfTray(),
  };
}

/** Shows one of the files in the system's file manager. */
export function showFile({ dataFolder, logFile }: MachineFiles, which: 'log' | 'data'): void {
  shell.showItemInFolder(which === 'log' ? logFile : dataFolder);
}
