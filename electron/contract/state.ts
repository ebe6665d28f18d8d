// What a window sees: one document. The unions that only windows need live here.
import type { Machine, ShortcutState } from '../model/machine.ts';
import type { CommandRun } from '../model/own-command.ts';
import type { Problem } from '../model/problem.ts';
import type { Oddities } from '../model/oddities.ts';
import type { Requests } from '../model/requests.ts';
import type { World } from '../model/world.ts';
import type { Settings } from './settings.ts';

/** Who is signed in. Never holds the token itself. */
export interface AccountState {
  readonly state: 'signed-out' | 'checking' | 'connected' | 'refused';
  /** Where the token comes from; null while signed out. */
  readonly source: 'environment' | 'keyring' | 'session' | 'demo' | null;
  readonly scheme: 'Token' | 'Bearer' | null;
  readonly apiUrl: string;
  /** Why signing in failed, or what a person should know (no keyring: kept for this run only). */
  readonly problem: Problem | null;
}

export interface AppState {
  readonly world: World;
  readonly account: AccountState;
  readonly settings: Settings;
  /** Things to tell that belong to no place, e.g. a settings file that was broken and set aside. */
  readonly hints: readonly Problem[];
  readonly consoleUrl: string;
  /** What was asked of the platform in the last hour; counted anew every minute. */
  readonly requests: Requests;
  /** What the platform said since the start that this app does not know; looked at anew every minute. */
  readonly oddities: Oddities;
  /** The computer, and this app on it; gathered when `examine` is asked. */
  readonly machine: Machine;
  readonly shortcut: ShortcutState;
  /** The last runs of the person's own command, the newest first. */
  readonly commandRuns: readonly CommandRun[];
  /** Raised whenever the history has something new: a window that shows it asks again. */
  readonly historyVersion: number;
}

/** The whole state with its version: what a window asks for when it opens or has missed a patch. */
export interface Snapshot {
  readonly version: number;
  readonly state: AppState;
}
