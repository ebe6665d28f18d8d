// The parts meet here and nowhere else: facts flow from the monitor to tray, notifications and windows; commands flow back.
// Whoever reads this file has read the architecture. It needs no Electron: the flow tests call these very lines with
// recorders in place of tray, notices and windows. No decisions here; they are the pure functions it calls.
import type { Parts } from './connect-parts.ts';
import { commandsFor, type AllCommands, type CommandParts } from './commands/commands.ts';
import type { Settings } from './contract/settings.ts';
import type { Change } from './model/changes.ts';
import { atMostEvery, every } from './model/clock.ts';
import { isHeardAgain } from './model/freshness.ts';
import { failedRuns } from './model/past-run.ts';
import { commandOrders } from './model/own-command.ts';
import type { Problem } from './model/problem.ts';
import { keysOfKnown } from './notifications/notices.ts';
import { createTelling, type TellingParts } from './notifications/telling.ts';
import { trayFace } from './tray/tray-face.ts';

/** While everything is read for the first time each answer is a change: then the icon is drawn no more often than this. */
const DRAW_AT_MOST_MS = 100;
/** The tray's words hold an age and facts grow old by themselves: they are said anew this often. */
const REDRAW_MS = 10_000;
/** Requests are counted anew this often. */
const COUNT_MS = 60_000;

const counts = ({ requests, oddities }: Parts) => ({ requests: requests(), oddities: oddities() });

type Stop = () => void;
type Repeated = ReturnType<typeof atMostEvery>;

/** The icon, its words and the count on the taskbar, as the published state says. */
function drawerOf({ clock, publisher, tray, windows }: Parts) {
  return atMostEvery(clock, DRAW_AT_MOST_MS, () => {
    const face = trayFace(publisher.state(), clock.now());
    tray.show(face);
    windows.showCount(face.count);
  });
}

/** What the app itself cannot do now: said in the windows until it can. */
function hintsOf({ settings, history, publisher }: Parts) {
  let muteness: Problem | null = null;
  const all = (): readonly Problem[] => [...settings.problems(), muteness, history.problem()].filter((one) => one !== null);
  return {
    all,
    /** Notifications cannot be shown (or, with null, can be again). */
    muted(problem: Problem | null) {
      muteness = problem;
      publisher.publish({ hints: all() });
    },
  };
}

function tellingOf(parts: Parts, onProblem: TellingParts['onProblem']) {
  const { clock, monitor, settings, told, notifier, history, askNotificationServer: ask } = parts;
  return createTelling({
    clock,
    world: () => monitor.world(),
    settings,
    told,
    notifier,
    isReading: () => history.isReading(),
    ask,
    onProblem,
  });
}

function commandsOf(parts: Parts, testNotification: CommandParts['testNotification']) {
  const { clock, account, monitor, history, publisher, settings, windows } = parts;
  return commandsFor({
    ...parts.commands,
    consoleUrl: publisher.state().consoleUrl,
    now: () => clock.now(),
    monitor,
    account,
    settings,
    windows,
    examine: async () => publisher.publish({ machine: await parts.readMachine(), ...counts(parts) }),
    testNotification,
    historyPage: (query) => history.page(query),
    snapshotFor: (windowId) => {
      parts.ready(windowId);
      return publisher.snapshot();
    },
  });
}

/** What is said of a change: by notification, and kept of a failed deployment as its log. */
function newsOf(parts: Parts, hints: ReturnType<typeof hintsOf>, redraw: () => void) {
  const telling = tellingOf(parts, (problem) => {
    hints.muted(problem);
    redraw();
  });
  const happened = (changes: readonly Change[]): void => {
    telling.tell(changes);
    if (!parts.settings.current().log.keepsFailed) return;
    for (const run of failedRuns(changes, parts.monitor.world(), parts.clock.now())) parts.record(run);
  };
  return { telling, happened };
}

/** The platform's facts, on their way to tray, notifications, windows, history and the person's own command. */
function followFacts(parts: Parts, drawing: Repeated, happened: (changes: readonly Change[]) => void): readonly Stop[] {
  const { account, monitor, history, publisher, settings, ownCommand } = parts;
  return [
    monitor.subscribe((world, changes) => {
      if (changes.length === 0 && isHeardAgain(publisher.state().world, world)) return publisher.publish({ world });
      account.heard(world);
      history.see(world, changes);
      publisher.publish({ world });
      if (world.phase === 'ready' || world.problem !== null) drawing.now();
      else drawing.soon();
      happened(changes);
      for (const order of commandOrders(changes, world, settings.current().ownCommand)) ownCommand.run(order);
    }),
    account.subscribe((state, isOther) => {
      if (isOther && account.access()) monitor.start();
      if (isOther && !account.access()) monitor.stop();
      publisher.publish({ account: state, world: monitor.world() });
      drawing.now();
    }),
    parts.onWake(() => monitor.wake()),
    parts.onCircumstances((now) => monitor.heed(now)),
  ];
}

/** The person's settings, now and on each change: some end what is shown, some begin what is asked. */
function followSettings(parts: Parts, hints: ReturnType<typeof hintsOf>, redraw: () => void): Stop {
  const { monitor, notifier, publisher, settings, shortcut, windows } = parts;
  let { known } = settings.current();
  const heed = (next: Settings): void => {
    monitor.watch(next.hidden);
    publisher.publish({ settings: next, hints: hints.all(), shortcut: shortcut.hold(next.shortcut) });
    redraw();
  };
  heed(settings.current());
  return settings.subscribe((next) => {
    notifier.close(keysOfKnown(known, next.known));
    known = next.known;
    windows.settingsChanged();
    heed(next);
  });
}

/** What a person asks for, wherever: all of it ends in a command. */
function followChoices(parts: Parts, commands: AllCommands): Stop {
  parts.shortcut.onPress(() => parts.windows.openOverview());
  parts.tray.onChoice((choice) => commands.choose(choice));
  parts.notifier.onChoice((choice) => commands.choose(choice));
  parts.windows.onClosed((windowId) => commands.closed(windowId));
  return parts.serve(commands.handlers);
}

/** Joins the parts; returns the function that parts them again. The account is started by the caller, after this. */
export function connect(parts: Parts): Stop {
  const { clock, account, history, publisher, ownCommand } = parts;
  const [drawing, hints] = [drawerOf(parts), hintsOf(parts)];
  const redraw = (): void => drawing.now();
  const { telling, happened } = newsOf(parts, hints, redraw);
  const commands = commandsOf(parts, () => telling.test());
  publisher.publish({ account: account.state() });
  ownCommand.onRuns((commandRuns) => publisher.publish({ commandRuns }));
  const stops = [
    ...followFacts(parts, drawing, happened),
    followSettings(parts, hints, redraw),
    followChoices(parts, commands),
    history.subscribe(() => {
      publisher.publish({ historyVersion: publisher.state().historyVersion + 1, hints: hints.all() });
      if (!history.isReading()) happened(history.takeMissed());
    }),
    every(clock, COUNT_MS, () => publisher.publish(counts(parts))),
    every(clock, REDRAW_MS, () => {
      redraw();
      telling.tell([]);
    }),
    () => telling.stop(),
    () => ownCommand.stop(),
    () => drawing.stop(),
    () => commands.stop(),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
