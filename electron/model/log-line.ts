// One line of a deployment's or a service's log. All text is the platform's: text, never markup; ANSI codes are kept.
import type { Problem } from './problem.ts';
import type { Instant } from './world.ts';

export type LogLevel = 'debug' | 'info' | 'warning' | 'error' | 'critical' | 'unknown';

export interface LogLine {
  /** Identifies the line within its log (time, sender and text), the same whether read or streamed: used to drop repeats. */
  readonly key: string;
  readonly at: Instant | null;
  readonly level: LogLevel;
  readonly text: string;
  /** Who speaks: the sender's name in a deployment log, the instance's in a service log. "" when not said. */
  readonly sender: string;
  readonly senderId: string | null;
  /** Deployment log: the sender's kind as sent (Application, Environment, TaskManager …); service log: the container. */
  readonly senderKind: string;
  /** Deployment log: the step as sent (Build, DeployedError …). */
  readonly step: string | null;
  readonly stage: string | null;
  readonly executionId: string | null;
  /** Service log: the version that speaks. */
  readonly version: string | null;
  /** Drawn red: an error line, or a step that ends in Error. */
  readonly isError: boolean;
  /** A cancellation dressed as an error by the platform: drawn quiet. */
  readonly isCancellation: boolean;
  readonly error: LogError | null;
}
export interface LogError {
  readonly tag: string | null;
  readonly message: string;
  readonly hint: string | null;
  readonly link: string | null;
  /** What lies beneath, may be long and many lines. */
  readonly underlying: string | null;
}

/** What an open log tells besides its lines: its connection's real state; `lastAt` is when the last line came. */
export interface LogState {
  readonly kind: 'loading' | 'live' | 'reconnecting' | 'finished' | 'failed';
  readonly problem: Problem | null;
  readonly nextTryAt: Instant | null;
  readonly lastAt: Instant | null;
}
/**
 * Lines that are missing here, visibly: the connection was lost for `afterMs`, too many came at once, or the platform tells only
 * the last ones. `count` null: unknown.
 */
export interface LogGap {
  readonly afterMs: number;
  readonly count: number | null;
  readonly why: 'connection' | 'overflow' | 'older';
}
/** Everything an open log says, in order. */
export type LogEvent =
  | { readonly kind: 'lines'; readonly lines: readonly LogLine[] }
  | { readonly kind: 'state'; readonly state: LogState }
  | { readonly kind: 'gap'; readonly gap: LogGap };
