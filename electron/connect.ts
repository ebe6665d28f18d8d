// The parts meet here and nowhere else: facts flow from the monitor to tray, notifications and windows; commands flow back.
// Whoever reads this file has read the architecture. It needs no Electron: the flow tests call these very lines with
// recorders in place of tray, notices and windows. No decisions here; they are the pure functions it calls.
import type { Account } from './account.ts';
import type { Publisher } from './bridge/publisher.ts';
import { commandsFor, type AllCommands, type CommandParts } from './commands/commands.ts';
import type { Settings } from './contract/settings.ts';
import type { History } from './history/history.ts';
import type { Change } from './model/changes.ts';
import { atMostEvery, every, type Clock } from './model/clock.ts';
import { failedRuns, type SavedRun } from './model/past-run.ts';
import type { Machine, ShortcutState } from './model/machine.ts';
import { commandOrders, type CommandOrder, type CommandRun } from './model/own-command.ts';
import type { Problem } from './model/problem.ts';
import type { Oddities } from './model/oddities.ts';
import type { Requests } from './model/requests.ts';
import type { Result } from './model/result.ts';
import type { Monitor } from './monitor/monitor.ts';
import { keysOfKnown } from './notifications/notices.ts';
import type { NoticeChoice } from './notifications/notice.ts';
import { createTelling, type TellingParts } from './notifications/telling.ts';
import type { Told } from './model/told.ts';
import { trayFace, type TrayChoice, type TrayFace } from './tray/tray-face.ts';

/** Everything that meets. What touches the system is given by app.ts, or by a test. */
export interface Parts {
  readonly clock: Clock;
  readonly account: Account;
  readonly monitor: Monitor;
  readonly history: History;
  readonly publisher: Publisher;
  readonly settings: {
    current(): Settings;
    change(next: Settings): Result<null>;
    subscribe(listener: (next: Settings) => void): () => void;
    problems(): readonly Problem[];
  };
  /** What was told already, kept over restarts. */
  readonly told: { told(): Told; keep(next: Told): void };
  readonly tray: { show(face: TrayFace): void; onChoice(listener: (choice: TrayChoice) => void): void };
  readonly notifier: TellingParts['notifier'] & { onChoice(listener: (choice: NoticeChoice) => void): void };
  /** Runs the person's own program. */
  readonly ownCommand: { run(order: CommandOrder): void; onRuns(listener: (runs: readonly CommandRun[]) => void): void; stop(): void };
  /** Who shows notifications on this desktop. */
  readonly askNotificationServer: TellingParts['ask'];
  readonly windows: CommandParts['windows'] & {
    onClosed(listener: (windowId: number) => void): void;
    settingsChanged(): void;
    showCount(count: number): void;
  };
  readonly ready: (windowId: number) => void;
  readonly serve: (handlers: AllCommands['handlers']) => () => void;
  /** Calls back when the machine woke up. */
  readonly onWake: (act: () => void) => () => void;
  /** Tells what goes on around the app, and each change. */
  readonly onCircumstances: (listener: (now: Parameters<Monitor['heed']>[0]) => void) => () => void;
  readonly requests: () => Requests;
  readonly oddities: () => Oddities;
  readonly readMachine: () => Promise<Machine>;
  readonly shortcut: { hold(accelerator: string | null): ShortcutState; onPress(listener: () => void): void };
  readonly commands: Pick<
    CommandParts,
    'openStream' | 'history' | 'savedRuns' | 'readLog' | 'logPort' | 'openLink' | 'showFile' | 'copyText' | 'saveText' | 'quit' | 'log'
  >;
  /** Keeps the log of a deployment that failed. */
  readonly record: (run: SavedRun) => void;
}

/** While everything is read for the first time each answer is a change: then the icon is drawn no more often than this. */
const DRAW_AT_MOST_MS = 100;
/** The tray's words hold an age and facts grow old by themselves: they are said anew this often. */
const REDRAW_MS = 10_000;
/** Requests are counted anew this often. */
const COUNT_MS = 60_000;

const counts = ({ requests, oddities }: Parts) => ({ requests: requests(), oddities: oddities() });

/** Joins the parts; returns the function that parts them again. The account is started by the caller, after this. */
export function connect(parts: Parts): () => void {
  const { clock, account, monitor, history, publisher, settings, tray, notifier, windows, told } = parts;
  const commands = commandsFor({
    ...parts.commands,
    now: () => clock.now(),
    monitor,
    account,
    settings,
    windows,
    examine: async () => publisher.publish({ machine: await parts.readMachine(), ...counts(parts) }),
    testNotification: () => telling.test(),
    historyPage: (query) => history.page(query),
    snapshotFor: (windowId) => {
      parts.ready(windowId);
      return publisher.snapshot();
    },
  });
  const drawing = atMostEvery(clock, DRAW_AT_MOST_MS, () => {
    const face = trayFace(publisher.state(), clock.now());
    tray.show(face);
    windows.showCount(face.count);
  });
  const redraw = (): void => drawing.now();
  let muteness: Problem | null = null;
  const hints = (): readonly Problem[] => [...settings.problems(), muteness, history.problem()].filter((one) => one !== null);
  const telling = createTelling({
    clock,
    world: () => monitor.world(),
    settings,
    told,
    notifier,
    isReading: () => history.isReading(),
    ask: parts.askNotificationServer,
    onProblem: (problem) => {
      muteness = problem;
      publisher.publish({ hints: hints() });
      redraw();
    },
  });
  const happened = (changes: readonly Change[]): void => {
    telling.tell(changes);
    if (settings.current().log.keepsFailed) for (const run of failedRuns(changes, monitor.world(), clock.now())) parts.record(run);
  };
  let { known } = settings.current();
  parts.shortcut.onPress(() => windows.openOverview());
  parts.ownCommand.onRuns((commandRuns) => publisher.publish({ commandRuns }));
  tray.onChoice((choice) => commands.choose(choice));
  notifier.onChoice((choice) => commands.choose(choice));
  windows.onClosed((windowId) => commands.closed(windowId));
  const stops = [
    monitor.subscribe((world, changes) => {
      account.heard(world);
      history.see(world, changes);
      publisher.publish({ world });
      if (world.phase === 'ready' || world.problem !== null) redraw();
      else drawing.soon();
      happened(changes);
      for (const order of commandOrders(changes, world, settings.current().ownCommand)) parts.ownCommand.run(order);
    }),
    account.subscribe((state, isOther) => {
      if (isOther && account.access()) monitor.start();
      if (isOther && !account.access()) monitor.stop();
      publisher.publish({ account: state, world: monitor.world() });
      redraw();
    }),
    settings.subscribe((next) => {
      notifier.close(keysOfKnown(known, next.known));
      known = next.known;
      monitor.watch(next.hidden);
      windows.settingsChanged();
      publisher.publish({ settings: next, hints: hints(), shortcut: parts.shortcut.hold(next.shortcut) });
      redraw();
    }),
    history.subscribe(() => {
      publisher.publish({ historyVersion: publisher.state().historyVersion + 1, hints: hints() });
      if (!history.isReading()) happened(history.takeMissed());
    }),
    parts.onWake(() => monitor.wake()),
    parts.onCircumstances((now) => monitor.heed(now)),
    parts.serve(commands.handlers),
    every(clock, COUNT_MS, () => publisher.publish(counts(parts))),
    every(clock, REDRAW_MS, () => {
      redraw();
      telling.tell([]);
    }),
    () => telling.stop(),
    () => parts.ownCommand.stop(),
    () => drawing.stop(),
    () => commands.stop(),
  ];
  monitor.watch(settings.current().hidden);
  publisher.publish({
    account: account.state(),
    settings: settings.current(),
    hints: hints(),
    shortcut: parts.shortcut.hold(settings.current().shortcut),
  });
  redraw();
  return () => {
    for (const stop of stops) stop();
  };
}
