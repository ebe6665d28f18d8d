// The composition root: builds the real parts and joins them by connect(). No decisions here.
import { app, clipboard } from 'electron';
import path from 'node:path';
import { createPublisher } from './bridge/publisher.ts';
import { serve } from './bridge/serve.ts';
import { connect } from './connect.ts';
import { readRun, recordRun } from './log-stream/flight-recorder.ts';
import { openLogStream } from './log-stream/log-stream.ts';
import { createMonitor } from './monitor/monitor.ts';
import { demoPlatform } from './parts/demo-platform.ts';
import { faces } from './parts/faces.ts';
import type { FirstFace } from './parts/first-face.ts';
import { openHistory } from './parts/own-history.ts';
import { openWindows } from './parts/own-windows.ts';
import { signIn } from './parts/sign-in.ts';
import { systemClock as clock } from './parts/system-clock.ts';
import { withLoginSetting } from './store/login-setting.ts';
import { openModesFile } from './store/modes-file.ts';
import { saveAs } from './store/save-as.ts';
import { openSavedLogs } from './store/saved-logs.ts';
import { openSettingsFile } from './store/settings-file.ts';
import { openToldFile, toldForThisRun } from './store/told-file.ts';
import type { PlatformAddress, Switches } from './switches.ts';
import { setApplicationMenu } from './system/application-menu.ts';
import { followCircumstances } from './system/circumstances.ts';
import { createGlobalShortcut } from './system/global-shortcut.ts';
import { createLoginItem } from './system/login-item.ts';
import { readMachine, showFile } from './system/machine.ts';
import { createOwnCommand } from './system/own-command.ts';
import { onWake } from './system/power.ts';
import { openExternal } from './windows/hardening.ts';

/** What was built and lies beside the bundled main process. */
const filesIn = (assets: string) => ({
  rendererFolder: path.join(import.meta.dirname, '../renderer'),
  preload: path.join(import.meta.dirname, 'bridge/preload.cjs'),
  icon: path.join(assets, 'app/icon.png'),
  overlayFolder: path.join(assets, 'overlay'),
});

export interface RunningApp {
  /** Finds out who is signed in; resolves once that is known. A locked keyring may keep a person waiting here. */
  start(): Promise<void>;
  showOverview(): void;
  /** Somebody started the app a second time: perhaps the window is not seen, perhaps the icon is not. */
  showAgain(): void;
  stop(): void;
}

/** Builds everything behind the icon and joins it; nothing is asked of the platform before `start`. */
export function buildApp(switches: Switches, address: PlatformAddress, first: FirstFace): RunningApp {
  const { folder, assets, log, logFile } = first;
  const demo = demoPlatform(switches);
  const { account, platform, traffic, oddities } = signIn(address, folder, clock, log, () => demo.start());
  first.alsoSecret(() => account.secrets());
  const secrets = (): readonly string[] => first.secrets();
  const saved = openSavedLogs(folder, log.scope('saved-logs'), secrets);
  const settings = withLoginSetting(openSettingsFile(folder, log, first.foundSettings), createLoginItem());
  const { windows, push, isOurs } = openWindows(folder, filesIn(assets), () => settings.current(), log);
  const publisher = createPublisher({ initial: first.state, clock, send: (patch) => push.state(patch) });
  const monitor = createMonitor({
    platform,
    clock,
    log: log.scope('monitor'),
    kept: openModesFile(folder, log),
    note: (found) => oddities.note(found),
    requests: () => traffic.requests(),
  });
  const history = openHistory({ folder, log, secrets, clock, platform });
  const { tray, notifier, askNotificationServer, bus } = faces(switches, first, clock);
  const ownCommand = createOwnCommand(clock);
  const stopMenu = setApplicationMenu();
  const shortcut = createGlobalShortcut();
  const own = { dataFolder: folder, logFile };
  const recorder = {
    platform,
    clock,
    world: () => monitor.world(),
    keep: (...kept: Parameters<typeof saved.keep>) => saved.keep(...kept),
    log: log.scope('flight-recorder'),
  };
  const disconnect = connect({
    clock,
    account,
    monitor,
    history,
    publisher,
    settings,
    told: switches.demo ? toldForThisRun() : openToldFile(folder, log),
    tray,
    notifier,
    askNotificationServer,
    ownCommand,
    windows,
    ready: (windowId) => push.ready(windowId),
    serve: (handlers) => serve(handlers, { isOurs, log: log.scope('bridge') }),
    onWake,
    onCircumstances: followCircumstances,
    requests: () => traffic.requests(),
    oddities: () => oddities.oddities(),
    readMachine: () => readMachine(own, bus),
    shortcut,
    record: (run) => void recordRun(recorder, run),
    commands: {
      openStream: (source, listener) =>
        openLogStream({ platform, clock, log: log.scope('log-stream'), source, saved: (run) => saved.read(run), listener }),
      history: (environmentId, count) => platform.deploymentHistory(environmentId, count),
      savedRuns: (environmentId) => saved.list(environmentId),
      readLog: (scope, executionId) => readRun({ platform, clock, saved: (run) => saved.read(run) }, scope, executionId),
      logPort: (windowId) => push.logPort(windowId),
      openLink: openExternal,
      showFile: (which) => showFile(own, which),
      copyText: (text) => clipboard.writeText(text),
      saveText: saveAs,
      quit: () => app.quit(),
      log: log.scope('commands'),
    },
  });
  const stops = [
    disconnect,
    () => history.stop(),
    () => monitor.stop(),
    () => publisher.stop(),
    () => notifier.stop(),
    () => bus?.stop(),
    () => shortcut.stop(),
    stopMenu,
  ];
  return {
    async start() {
      if (switches.open) windows.openOverview();
      await account.start(switches.demo !== null);
      if (account.state().state === 'signed-out') windows.openOverview();
    },
    showOverview: () => windows.openOverview(),
    showAgain() {
      tray.renew();
      windows.openOverview();
    },
    stop() {
      for (const stop of stops) stop();
      void demo.stop();
    },
  };
}
