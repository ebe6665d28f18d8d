// Everything a person can ask for, by name: windows come in by the bridge, the tray and notices by `choose`. One handler each.
// Handlers act on the parts they are given and answer "done" or a problem; the effect comes round as the next patch.
import type { CommandHandlers, ConnectRequest, DeploymentLogTarget, Revealed } from '../contract/channels.ts';
import type { LogPlace } from '../contract/log-batch.ts';
import type { Snapshot } from '../contract/state.ts';
import type { Log } from '../log.ts';
import type { HistoryPage, HistoryQuery } from '../model/history.ts';
import { incidentMarkdown, type Incident } from '../model/incident.ts';
import type { Rectangle } from '../model/rectangle.ts';
import type { NoticeTest } from '../model/notification-server.ts';
import { ok, type Result } from '../model/result.ts';
import { assertNever } from '../model/status.ts';
import type { Instant, World } from '../model/world.ts';
import { logCommands, type LogParts } from './log-commands.ts';
import {
  changeAsAsked,
  changeSettings,
  withKnowing,
  withPause,
  type Knowing,
  type Pause,
  type SettingsParts,
} from './settings-commands.ts';

export interface CommandParts {
  readonly now: () => Instant;
  readonly log: Log;
  readonly monitor: { world(): World; refresh(): void };
  readonly account: {
    connect(request: ConnectRequest): Promise<Result<null>>;
    exploreDemo(): Promise<Result<null>>;
    forget(): Promise<Result<null>>;
  };
  readonly settings: SettingsParts;
  readonly windows: {
    openOverview(reveal?: Revealed): void;
    openOverviewBeside(icon: Rectangle): void;
    openSettings(): void;
    openLog(place: LogPlace): void;
    logPlaceOf(windowId: number): LogPlace | null;
  };
  readonly openStream: LogParts['openStream'];
  readonly history: LogParts['history'];
  readonly savedRuns: LogParts['savedRuns'];
  readonly readLog: LogParts['readLog'];
  readonly logPort: LogParts['logPort'];
  readonly testNotification: () => Promise<NoticeTest>;
  readonly historyPage: (query: HistoryQuery) => Promise<Result<HistoryPage>>;
  /** The newest state for this window, which listens from now on. */
  readonly snapshotFor: (windowId: number) => Snapshot;
  readonly openLink: (url: string) => Promise<Result<null>>;
  readonly examine: () => Promise<void>;
  readonly showFile: (which: 'log' | 'data') => void;
  readonly copyText: (text: string) => void;
  /** The Console's address. */
  readonly consoleUrl: string;
  readonly saveText: (name: string, text: string, windowId: number) => Promise<Result<{ readonly isSaved: boolean }>>;
  readonly quit: () => void;
}

/** What tray and notices ask for. */
type Choice =
  | { readonly kind: 'open' | 'history' | 'refresh' | 'settings' | 'quit' }
  | { readonly kind: 'open-beside'; readonly icon: Rectangle }
  | { readonly kind: 'pause'; readonly until: Pause }
  | { readonly kind: 'know'; readonly environmentId: string; readonly how: Knowing }
  | { readonly kind: 'reveal'; readonly environmentId: string }
  | { readonly kind: 'deployment-log'; readonly target: DeploymentLogTarget }
  | { readonly kind: 'service-log'; readonly serviceId: string }
  | { readonly kind: 'copy-incident'; readonly incident: Incident }
  | { readonly kind: 'link'; readonly url: string };

export interface AllCommands {
  readonly handlers: CommandHandlers;
  choose(choice: Choice): void;
  /** A window is gone. */
  closed(windowId: number): void;
  stop(): void;
}

const done = (effect: () => void): Promise<Result<null>> => {
  effect();
  return Promise.resolve(ok(null));
};

export function commandsFor(parts: CommandParts): AllCommands {
  const { monitor, account, settings, windows } = parts;
  const { openStream, logPort, history, savedRuns, readLog, now } = parts;
  const logs = logCommands({ world: () => monitor.world(), windows, openStream, logPort, history, savedRuns, readLog, now });
  const handlers: CommandHandlers = {
    snapshot: (_, windowId) => Promise.resolve(ok(parts.snapshotFor(windowId))),
    refresh: () => done(() => monitor.refresh()),
    openOverview: () => done(() => windows.openOverview()),
    openSettings: () => done(() => windows.openSettings()),
    openDeploymentLog: (target) => logs.openDeploymentLog(target),
    openServiceLog: (target) => logs.openServiceLog(target),
    openKeptLog: () => logs.openKeptLog(),
    openLog: (argument, windowId) => logs.openLog(argument, windowId),
    compareRun: (argument, windowId) => logs.compareRun(argument, windowId),
    listRuns: (argument, windowId) => logs.listRuns(argument, windowId),
    testNotification: () => parts.testNotification().then(ok),
    historyPage: (query) => parts.historyPage(query),
    examine: () => parts.examine().then(() => ok(null)),
    showFile: ({ which }) => done(() => parts.showFile(which)),
    openLink: ({ url }) => parts.openLink(url),
    copyText: ({ text }) => done(() => parts.copyText(text)),
    saveText: ({ name, text }, windowId) => parts.saveText(name, text, windowId),
    connect: (request) => account.connect(request),
    exploreDemo: () => account.exploreDemo(),
    forgetToken: () => account.forget(),
    changeSettings: (asked) => changeAsAsked(settings, asked),
  };
  return {
    handlers,
    choose: (choice) => void chosen(parts, handlers, choice),
    closed: (windowId) => logs.closed(windowId),
    stop: () => logs.stop(),
  };
}

async function chosen(parts: CommandParts, handlers: CommandHandlers, choice: Choice): Promise<void> {
  const result = await act(parts, handlers, choice);
  if (result.ok) return;
  parts.log.warn('a choice could not be carried out', { choice: choice.kind, problem: result.problem.kind });
  parts.windows.openOverview(); // what it was about is no longer there: show what is
}

const NO_WINDOW = 0; // web contents are numbered from 1

function act(parts: CommandParts, handlers: CommandHandlers, choice: Choice): Promise<Result<null>> {
  switch (choice.kind) {
    case 'open':
      return handlers.openOverview(null, NO_WINDOW);
    case 'history':
      return done(() => parts.windows.openOverview({ kind: 'history' }));
    case 'open-beside':
      return done(() => parts.windows.openOverviewBeside(choice.icon));
    case 'refresh':
      return handlers.refresh(null, NO_WINDOW);
    case 'settings':
      return handlers.openSettings(null, NO_WINDOW);
    case 'quit':
      return done(parts.quit);
    case 'pause':
      return changeSettings(parts.settings, withPause(parts.settings.current(), choice.until, parts.now()));
    case 'know':
      return changeSettings(
        parts.settings,
        withKnowing(parts.settings.current(), parts.monitor.world(), choice.environmentId, choice.how, parts.now()),
      );
    case 'reveal':
      return done(() => parts.windows.openOverview({ kind: 'environment', environmentId: choice.environmentId }));
    case 'deployment-log':
      return handlers.openDeploymentLog(choice.target, NO_WINDOW);
    case 'service-log':
      return handlers.openServiceLog({ serviceId: choice.serviceId }, NO_WINDOW);
    case 'copy-incident':
      return done(() => parts.copyText(incidentMarkdown(choice.incident, parts.consoleUrl)));
    case 'link':
      return handlers.openLink({ url: choice.url }, NO_WINDOW);
    default:
      return assertNever(choice);
  }
}
