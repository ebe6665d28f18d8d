// The composition root: builds the real parts and joins them by connect(). No decisions here.
import { app, clipboard } from 'electron';
import path from 'node:path';
import { createAccount, type Account } from './account.ts';
import { createPublisher } from './bridge/publisher.ts';
import { createPush } from './bridge/push.ts';
import { serve } from './bridge/serve.ts';
import { connect } from './connect.ts';
import type { DemoPlatform } from './demo/server.ts';
import type { Settings } from './contract/settings.ts';
import { createLog, type Log } from './log.ts';
import { recordRun } from './log-stream/flight-recorder.ts';
import { openLogStream } from './log-stream/log-stream.ts';
import type { Clock } from './model/clock.ts';
import type { Problem } from './model/problem.ts';
import { NO_REQUESTS } from './model/requests.ts';
import { EMPTY_WORLD } from './model/world.ts';
import { createMonitor } from './monitor/monitor.ts';
import { createNotifier } from './notifications/notifier.ts';
import { createPlatform } from './platform/client.ts';
import type { Access } from './platform/platform.ts';
import { cleanToken, schemeOf } from './platform/token-scheme.ts';
import { createTraffic, type Traffic } from './platform/traffic.ts';
import { openBoundsFile } from './store/bounds-file.ts';
import { createKeychain } from './store/keychain.ts';
import { withLoginSetting } from './store/login-setting.ts';
import { openModesFile } from './store/modes-file.ts';
import { saveAs } from './store/save-as.ts';
import { openSavedLogs } from './store/saved-logs.ts';
import { openSettingsFile } from './store/settings-file.ts';
import { openToldFile } from './store/told-file.ts';
import type { PlatformAddress, Switches } from './switches.ts';
import { setApplicationMenu } from './system/application-menu.ts';
import { followCircumstances } from './system/circumstances.ts';
import { onCrash } from './system/crash.ts';
import { openLogFile } from './system/log-file.ts';
import { createLoginItem } from './system/login-item.ts';
import { onWake } from './system/power.ts';
import { createAgents } from './system/proxy-agent.ts';
import { createTray } from './tray/tray.ts';
import { isOurPage } from './windows/addresses.ts';
import { openExternal } from './windows/hardening.ts';
import { createWindows } from './windows/window-set.ts';

export interface RunningApp {
  /** Finds out who is signed in; resolves once that is known. A locked keyring may keep a person waiting here. */
  start(): Promise<void>;
  showOverview(): void;
  /** Somebody started the app a second time: perhaps the window is not seen, perhaps the icon is not. */
  showAgain(): void;
  stop(): void;
}

const assets = path.join(import.meta.dirname, '../assets');

const clock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, Math.min(ms, 2 ** 31 - 1)); // longer ones would fire at once
    return () => clearTimeout(timer);
  },
};

/** Starts the demo platform when it is first asked for; `stop` ends it if it ever was. */
function demoPlatform({ demo }: Switches): { start(): Promise<Access>; stop(): Promise<void> } {
  const options = { scenario: 'tour', seed: 1, speed: 1, ...demo, port: 0 };
  let started: Promise<DemoPlatform> | undefined;
  return {
    async start() {
      // Loaded only when it is wanted: who has an account does not carry a platform in memory.
      started ??= import('./demo/server.ts').then(({ startDemoPlatform }) => startDemoPlatform(options));
      const { apiUrl, wsUrl, token } = await started;
      return { apiUrl, wsUrl, token, scheme: 'Token' };
    },
    stop: async () => (await started)?.stop(),
  };
}

/** In the demo each change is a line on the terminal, for machines without a display. */
function teller({ demo }: Switches): (line: string) => void {
  let last = '';
  return (line) => {
    if (demo && line !== last) process.stdout.write(`${line}\n`);
    last = line;
  };
}

/** Tray and notifications, with what they show said on the terminal in the demo. */
function faces(
  switches: Switches,
  log: Log,
): { readonly tray: ReturnType<typeof createTray>; readonly notifier: ReturnType<typeof createNotifier> } {
  const [tray, notifier] = [createTray({ assets, log }), createNotifier({ assets, log })];
  const [sayTray, sayNotice] = [teller(switches), teller(switches)];
  return {
    tray: {
      ...tray,
      show(face) {
        tray.show(face);
        sayTray(`tray: ${face.line}`);
      },
    },
    notifier: {
      ...notifier,
      show(shown) {
        notifier.show(shown);
        for (const { title, body } of shown) sayNotice(`notification: ${title} | ${body.replaceAll('\n', ' | ')}`);
      },
    },
  };
}

/** The account, and the platform asked with its token; a candidate token is tried on a platform of its own. */
function signIn(
  address: PlatformAddress,
  folder: string,
  log: Log,
  startDemo: () => Promise<Access>,
): {
  readonly account: Account;
  readonly platform: ReturnType<typeof createPlatform>;
  readonly traffic: Traffic;
} {
  const traffic = createTraffic(() => clock.now());
  const common = {
    clock,
    log,
    traffic,
    random: () => Math.random(),
    agent: createAgents(log),
    userAgent: `Qovery-Tray/${app.getVersion()} (${process.platform})`,
  };
  const account = createAccount({
    apiUrl: address.apiUrl,
    wsUrl: address.wsUrl,
    environmentToken: address.token,
    keeper: createKeychain(folder, log),
    probe: (access) => createPlatform({ ...common, access: () => access }).organizations(),
    cleanToken,
    schemeOf,
    startDemo,
    log,
  });
  return { account, platform: createPlatform({ ...common, access: () => account.access() }), traffic };
}

/** The app's own log, which masks the tokens in use; `stop` closes its file. */
function openLog(folder: string, secrets: () => readonly string[]): { readonly log: Log; readonly stop: () => void } {
  const file = openLogFile(path.join(folder, 'logs'), (text) => process.stderr.write(`${text}\n`));
  const log = createLog(file.sink, () => new Date(), secrets);
  log.info('started', { version: app.getVersion(), electron: process.versions['electron'], system: process.platform });
  return { log, stop: () => file.stop() };
}

/** The windows and the way to them. `devUrl` is the development server's; never in a package. */
function openWindows(folder: string, settings: () => Settings, log: Log) {
  const push = createPush();
  const devUrl = process.env['TRAY_DEV_URL'];
  const dev = devUrl === undefined || app.isPackaged ? {} : { devUrl };
  const windows = createWindows({
    ...dev,
    rendererFolder: path.join(import.meta.dirname, '../renderer'),
    preload: path.join(import.meta.dirname, 'bridge/preload.cjs'),
    icon: path.join(assets, 'app/icon.png'),
    settings,
    bounds: openBoundsFile(folder, log),
    push,
    log,
  });
  return { windows, push, isOurs: (url: string) => isOurPage(url, dev.devUrl) };
}

/** Builds everything and joins it; nothing is asked of the platform before `start`. */
export function buildApp(switches: Switches, address: PlatformAddress): RunningApp {
  const folder = app.getPath('userData');
  let secrets = (): readonly string[] => (address.token === null ? [] : [address.token]);
  const { log, stop: closeLog } = openLog(folder, () => secrets());
  const stopCrash = onCrash(log);
  const demo = demoPlatform(switches);
  const { account, platform, traffic } = signIn(address, folder, log, () => demo.start());
  const ofEnvironment = secrets();
  secrets = () => [...account.secrets(), ...ofEnvironment];
  const saved = openSavedLogs(folder, log.scope('saved-logs'), () => secrets());
  const settings = withLoginSetting(openSettingsFile(folder, log), createLoginItem());
  const hints: readonly Problem[] = settings.problem ? [settings.problem] : [];
  const { windows, push, isOurs } = openWindows(folder, () => settings.current(), log);
  const world = { ...EMPTY_WORLD, phase: 'connecting' } as const;
  const { consoleUrl } = address;
  const initial = { world, account: account.state(), settings: settings.current(), hints, consoleUrl, requests: NO_REQUESTS };
  const publisher = createPublisher({ initial, clock, send: (patch) => push.state(patch) });
  const monitor = createMonitor({
    platform,
    clock,
    log: log.scope('monitor'),
    kept: openModesFile(folder, log),
    requests: () => traffic.requests(),
  });
  const { tray, notifier } = faces(switches, log);
  const stopMenu = setApplicationMenu();
  const disconnect = connect({
    clock,
    account,
    monitor,
    publisher,
    settings,
    told: openToldFile(folder, log),
    tray,
    notifier,
    windows,
    ready: (windowId) => push.ready(windowId),
    serve: (handlers) => serve(handlers, { isOurs, log: log.scope('bridge') }),
    onWake,
    onCircumstances: followCircumstances,
    requests: () => traffic.requests(),
    hints,
    record: (run) => void recordRun({ platform, keep: (kept, lines) => saved.keep(kept, lines), log: log.scope('flight-recorder') }, run),
    commands: {
      openStream: (source, listener) =>
        openLogStream({ platform, clock, log: log.scope('log-stream'), source, saved: (run) => saved.read(run), listener }),
      history: (environmentId, count) => platform.deploymentHistory(environmentId, count),
      savedRuns: (environmentId) => saved.list(environmentId),
      logPort: (windowId) => push.logPort(windowId),
      openLink: openExternal,
      copyText: (text) => clipboard.writeText(text),
      saveText: saveAs,
      quit: () => app.quit(),
      log: log.scope('commands'),
    },
  });
  const stops = [disconnect, () => monitor.stop(), () => publisher.stop(), () => notifier.stop(), () => tray.stop(), stopMenu, stopCrash];
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
      closeLog();
    },
  };
}
