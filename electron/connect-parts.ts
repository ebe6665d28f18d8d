// What connect.ts joins, as types alone: app.ts gives the real ones, the flow tests recorders.
import type { Account } from './account.ts';
import type { Publisher } from './bridge/publisher.ts';
import type { AllCommands, CommandParts } from './commands/commands.ts';
import type { Settings } from './contract/settings.ts';
import type { History } from './history/history.ts';
import type { Clock } from './model/clock.ts';
import type { SavedRun } from './model/past-run.ts';
import type { Machine, ShortcutState } from './model/machine.ts';
import type { CommandOrder, CommandRun } from './model/own-command.ts';
import type { Problem } from './model/problem.ts';
import type { Oddities } from './model/oddities.ts';
import type { Requests } from './model/requests.ts';
import type { Result } from './model/result.ts';
import type { Monitor } from './monitor/monitor.ts';
import type { NoticeChoice } from './notifications/notice.ts';
import type { TellingParts } from './notifications/telling.ts';
import type { Told } from './model/told.ts';
import type { TrayChoice, TrayFace } from './tray/tray-face.ts';

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
