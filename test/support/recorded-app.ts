// The app without Electron: the demo platform, the real client, monitor and connect(), and recorders in place of tray,
// notifications and windows. For the flow tests.
import { createAccount } from '../../electron/account.ts';
import { createPublisher, type Publisher } from '../../electron/bridge/publisher.ts';
import { connect } from '../../electron/connect.ts';
import type { LogMessage, LogPlace } from '../../electron/contract/log-batch.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../electron/contract/settings.ts';
import type { AppState } from '../../electron/contract/state.ts';
import type { CommandHandlers } from '../../electron/contract/channels.ts';
import { startDemoPlatform } from '../../electron/demo/server.ts';
import { SILENT_LOG } from '../../electron/log.ts';
import { openLogStream } from '../../electron/log-stream/log-stream.ts';
import type { Clock } from '../../electron/model/clock.ts';
import { ok, type Result } from '../../electron/model/result.ts';
import type { SavedRun } from '../../electron/model/past-run.ts';
import type { Problem } from '../../electron/model/problem.ts';
import { NO_MACHINE } from '../../electron/model/machine.ts';
import { NO_ODDITIES } from '../../electron/model/oddities.ts';
import { NO_REQUESTS } from '../../electron/model/requests.ts';
import { NOTHING_TOLD, type Told } from '../../electron/model/told.ts';
import { EMPTY_WORLD } from '../../electron/model/world.ts';
import { createHistory } from '../../electron/history/history.ts';
import { createMonitor } from '../../electron/monitor/monitor.ts';
import type { Notice, NoticeChoice } from '../../electron/notifications/notice.ts';
import { createOddityCounter } from '../../electron/platform/oddity-counter.ts';
import { createPlatform } from '../../electron/platform/client.ts';
import { cleanToken, schemeOf } from '../../electron/platform/token-scheme.ts';
import type { TrayChoice, TrayFace } from '../../electron/tray/tray-face.ts';

import { historyInMemory, type HistoryInMemory } from './history-in-memory.ts';

export type DemoPlatform = Awaited<ReturnType<typeof startDemoPlatform>>;

/** Real time, so many times faster: waiting for a retry or for facts to grow old then takes a test less long. */
function clockAt(speed: number): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(ms, act) {
      const timer = setTimeout(act, ms / speed);
      return () => clearTimeout(timer);
    },
  };
}

/** Everything that the app did so far, and what a person can do to it. */
export interface RecordedApp {
  readonly faces: readonly TrayFace[];
  readonly notices: readonly Notice[];
  readonly opened: readonly string[];
  readonly closed: readonly string[];
  told(): Told;
  state(): AppState;
  handlers(): CommandHandlers;
  choose(choice: TrayChoice): void;
  click(choice: NoticeChoice): void;
  /** Opens a log's stream for window 1 and keeps what comes. */
  readonly lines: readonly LogMessage[];
  readonly places: readonly LogPlace[];
  /** Failed deployments whose log was to be kept. */
  readonly recorded: readonly SavedRun[];
  /** Resolves to the first truthy value of `read`, asked again after every change; fails with `what` after `ms`. */
  until<T>(read: () => T, what: string, ms?: number): Promise<NonNullable<T>>;
  stop(): void;
}
export interface RecordedOptions {
  readonly token?: string | null;
  readonly apiUrl: string;
  readonly wsUrl: string;
  readonly told?: Told;
  readonly settings?: Settings;
  /** How many times faster the app's own time passes. */
  readonly speed?: number;
  readonly history?: HistoryInMemory;
}

function keptSettings(first: Settings): {
  current(): Settings;
  change(next: Settings): Result<null>;
  subscribe(act: (next: Settings) => void): () => void;
  problems(): readonly Problem[];
} {
  const listeners = new Set<(next: Settings) => void>();
  let current = first;
  return {
    current: () => current,
    change(next) {
      current = next;
      for (const listener of listeners) listener(next);
      return ok(null);
    },
    subscribe(act) {
      listeners.add(act);
      return () => void listeners.delete(act);
    },
    problems: () => [],
  };
}

/** The demo platform's address and token, as the app takes them. */
export function optionsFor(demo: DemoPlatform): RecordedOptions {
  return { token: demo.token, apiUrl: demo.apiUrl, wsUrl: demo.wsUrl };
}

export async function startRecordedApp(options: RecordedOptions): Promise<RecordedApp> {
  const [faces, notices, opened, places, lines]: [TrayFace[], Notice[], string[], LogPlace[], LogMessage[]] = [[], [], [], [], []];
  const recorded: SavedRun[] = [];
  let told = options.told ?? NOTHING_TOLD;
  const closed: string[] = [];
  const clock = clockAt(options.speed ?? 1);
  const wakers = new Set<() => void>();
  const wake = (): void => {
    for (const one of wakers) one();
  };
  let [onTray, onNotice]: [(choice: TrayChoice) => void, (choice: NoticeChoice) => void] = [() => undefined, () => undefined];
  let handlers: CommandHandlers | undefined;
  const oddities = createOddityCounter(() => account.secrets());
  const common = { clock, oddities, log: SILENT_LOG, random: () => 0.5, userAgent: 'test' };
  const account = createAccount({
    apiUrl: options.apiUrl,
    wsUrl: options.wsUrl,
    environmentToken: options.token ?? null,
    keeper: { read: () => Promise.resolve(ok(null)), keep: () => Promise.resolve(ok(null)), forget: () => Promise.resolve(ok(null)) },
    probe: (access) => createPlatform({ ...common, access: () => access }).organizations(),
    cleanToken,
    schemeOf,
    startDemo: () => Promise.reject(new Error('no demo within a demo')),
    log: SILENT_LOG,
  });
  const platform = createPlatform({ ...common, access: () => account.access() });
  const settings = keptSettings(options.settings ?? DEFAULT_SETTINGS);
  const initial = {
    world: EMPTY_WORLD,
    account: account.state(),
    settings: settings.current(),
    hints: [],
    consoleUrl: 'https://console.test',
    requests: NO_REQUESTS,
    oddities: NO_ODDITIES,
    machine: NO_MACHINE,
    shortcut: 'off' as const,
    commandRuns: [],
    historyVersion: 0,
  };
  const publisher: Publisher = createPublisher({ initial, clock, send: wake });
  const monitor = createMonitor({
    platform,
    clock,
    log: SILENT_LOG,
    kept: { modes: () => ({}), add: () => undefined },
    note: (found) => oddities.note(found),
    requests: () => NO_REQUESTS,
  });
  const history = createHistory({ clock, platform, store: options.history ?? historyInMemory() });
  const disconnect = connect({
    clock,
    account,
    monitor,
    history,
    publisher,
    settings,
    told: { told: () => told, keep: (next) => void (told = next) },
    tray: {
      show(face) {
        faces.push(face);
        wake();
      },
      onChoice: (listener) => void (onTray = listener),
    },
    notifier: {
      show(shown) {
        notices.push(...shown);
        wake();
        return Promise.resolve(shown.map(({ key }) => ({ key, problem: null })));
      },
      close: (keys) => void closed.push(...keys),
      onChoice: (listener) => void (onNotice = listener),
    },
    ownCommand: { run: (order) => void opened.push(`command ${order.args.join(' ')}`), onRuns: () => undefined, stop: () => undefined },
    askNotificationServer: () => Promise.resolve({ kind: 'unknown' }),
    windows: {
      openOverview: (reveal) =>
        void opened.push(['overview', reveal?.kind === 'environment' ? reveal.environmentId : reveal?.kind].filter(Boolean).join(' ')),
      openOverviewBeside: () => void opened.push('overview beside the icon'),
      showCount: () => undefined,
      openSettings: () => void opened.push('settings'),
      openLog(place) {
        places.push(place);
        opened.push(`${place.kind} log`);
      },
      logPlaceOf: () => places.at(-1) ?? null,
      onClosed: () => undefined,
      settingsChanged: () => undefined,
    },
    ready: () => undefined,
    serve(given) {
      handlers = given;
      return () => undefined;
    },
    onWake: () => () => undefined,
    onCircumstances: () => () => undefined,
    requests: () => NO_REQUESTS,
    oddities: () => oddities.oddities(),
    readMachine: () => Promise.resolve(NO_MACHINE),
    shortcut: { hold: () => 'off', onPress: () => undefined },
    record: (run) => void recorded.push(run),
    commands: {
      openStream: (source, listener) => openLogStream({ platform, clock, log: SILENT_LOG, source, saved: () => null, listener }),
      history: (environmentId, count) => platform.deploymentHistory(environmentId, count),
      savedRuns: () => [],
      readLog: ({ environmentId }, executionId) => platform.deploymentLog(environmentId, executionId),
      logPort: () => ({
        post(message) {
          lines.push(message);
          wake();
        },
        close: () => undefined,
      }),
      openLink: (url) => Promise.resolve(ok(void opened.push(url))).then(() => ok(null)),
      showFile: (which) => void opened.push(which),
      copyText: (text) => void opened.push(text),
      saveText: () => Promise.resolve(ok({ isSaved: false })),
      quit: () => void opened.push('quit'),
      log: SILENT_LOG,
    },
  });
  await account.start(false);
  return {
    faces,
    notices,
    opened,
    closed,
    told: () => told,
    lines,
    places,
    recorded,
    state: () => publisher.state(),
    handlers() {
      if (!handlers) throw new Error('connect() serves the commands at once');
      return handlers;
    },
    choose: (choice) => onTray(choice),
    click: (choice) => onNotice(choice),
    until: (read, what, ms = 20_000) => untilTruthy(read, what, ms, wakers),
    stop() {
      disconnect();
      history.stop();
      monitor.stop();
      publisher.stop();
    },
  };
}

async function untilTruthy<T>(read: () => T, what: string, ms: number, wakers: Set<() => void>): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = read();
    if (value) return value;
    if (Date.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise<void>((resolve) => {
      // woken by a change, or after 200 ms: facts also grow old by themselves
      const act = (): void => {
        clearTimeout(timer);
        wakers.delete(act);
        resolve();
      };
      const timer = setTimeout(act, 200);
      wakers.add(act);
    });
  }
}
