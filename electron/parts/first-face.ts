// What a person sees first: the icon, with all that it needs and nothing else. The rest of the app is loaded behind it, so
// every import here is paid for before the icon is there.
import { app } from 'electron';
import path from 'node:path';
import type { AppState } from '../contract/state.ts';
import type { Log } from '../log.ts';
import { NO_MACHINE } from '../model/machine.ts';
import { NO_ODDITIES } from '../model/oddities.ts';
import { NO_REQUESTS } from '../model/requests.ts';
import { EMPTY_WORLD } from '../model/world.ts';
import { readSettings, type FoundSettings } from '../store/settings-read.ts';
import type { PlatformAddress } from '../switches.ts';
import { onCrash } from '../system/crash.ts';
import { trayFace } from '../tray/tray-face.ts';
import { createTray, type TrayPart } from '../tray/tray.ts';
import { openLog } from './own-log.ts';

/** What stands before the rest is loaded, and is handed on to it. */
export interface FirstFace {
  /** The app's own folder, absolute. */
  readonly folder: string;
  readonly assets: string;
  readonly log: Log;
  readonly logFile: string;
  readonly foundSettings: FoundSettings;
  readonly tray: TrayPart;
  /** The state of an app that has just begun. */
  readonly state: AppState;
  /** What nothing written may hold. */
  secrets(): readonly string[];
  alsoSecret(more: () => readonly string[]): void;
  stop(): void;
}

function firstState({ settings, problem }: FoundSettings, { apiUrl, consoleUrl }: PlatformAddress): AppState {
  return {
    world: { ...EMPTY_WORLD, phase: 'connecting' },
    account: { state: 'checking', source: null, scheme: null, apiUrl, problem: null },
    settings,
    hints: problem ? [problem] : [],
    consoleUrl,
    requests: NO_REQUESTS,
    oddities: NO_ODDITIES,
    machine: NO_MACHINE,
    shortcut: 'off',
    commandRuns: [],
    historyVersion: 0,
  };
}

/** Opens the log, reads the settings and shows the icon. Call after Electron's `ready`. */
export function showFirstFace(address: PlatformAddress): FirstFace {
  const folder = app.getPath('userData');
  const assets = path.join(import.meta.dirname, '../assets'); // beside the bundled main process
  const sources: (() => readonly string[])[] = [() => (address.token === null ? [] : [address.token])];
  const secrets = (): readonly string[] => sources.flatMap((source) => source());
  const { log, file: logFile, stop: closeLog } = openLog(folder, secrets);
  const stopCrash = onCrash(log);
  const foundSettings = readSettings(folder, log);
  const state = firstState(foundSettings, address);
  const tray = createTray({ assets, log });
  tray.show(trayFace(state, Date.now()));
  return {
    folder,
    assets,
    log,
    logFile,
    foundSettings,
    tray,
    state,
    secrets,
    alsoSecret: (more) => void sources.push(more),
    stop: () => {
      tray.stop();
      stopCrash();
      closeLog();
    },
  };
}
