// How log lines reach their window: packed batches over a MessagePort of their own, never through the state.
// A batch is bytes plus typed arrays, not objects: a million lines then cost what their text costs.
import type { GoodRun } from '../model/good-run.ts';
import type { PastRun } from '../model/past-run.ts';
import type { LogGap, LogLevel, LogLine, LogState } from '../model/log-line.ts';

/** What one log window shows; it asks for this once (`openLog`) and after that listens to its port. */
export interface LogPlace {
  readonly kind: 'deployment' | 'service';
  readonly organizationId: string;
  readonly projectId: string;
  readonly environmentId: string;
  readonly serviceId: string | null;
  readonly executionId: string | null;
  /** Where to stand when the lines come: at this line, else at the first error of `serviceId`, else at the first error. */
  readonly lineKey: string | null;
  /** The environment by name, of a log kept here whose environment is not known now (not read yet, or gone). */
  readonly of?: string;
}

/** What comes over the port. */
export type LogMessage =
  | { readonly kind: 'lines'; readonly batch: LogBatch }
  | { readonly kind: 'state'; readonly state: LogState }
  | { readonly kind: 'gap'; readonly gap: LogGap }
  /** The environment's deployments, newest first; comes when asked for by `listRuns`. */
  | { readonly kind: 'runs'; readonly runs: readonly PastRun[] }
  /** Lines of the run that this log is compared with, all of them before it is named. */
  | { readonly kind: 'good-lines'; readonly batch: LogBatch }
  /** What this log is compared with; null: no deployment before it went well. Comes when asked for by `compareRun`. */
  | { readonly kind: 'good-run'; readonly good: GoodRun | null };

/** Bits of `LogBatch.flags`. */
export const LINE_IS_ERROR = 1;
export const LINE_IS_CANCELLATION = 2;

export const LOG_LEVELS = ['unknown', 'debug', 'info', 'warning', 'error', 'critical'] as const satisfies readonly LogLevel[];

/** Lines `0 … count − 1`: line i's UTF-8 text is `text[offsets[i] … offsets[i + 1])`. */
export interface LogBatch {
  readonly count: number;
  readonly text: Uint8Array;
  readonly offsets: Uint32Array;
  /** Milliseconds since 1970; NaN when not said. */
  readonly times: Float64Array;
  /** Index into LOG_LEVELS. */
  readonly levels: Uint8Array;
  readonly flags: Uint8Array;
  /** Index into `senders`. */
  readonly senderOf: Uint16Array;
  readonly senders: readonly LogSender[];
  /** Lines with more to say, by index: their key is needed to stand at them, their error to unfold it. */
  readonly extras: readonly LogExtra[];
}
export interface LogSender {
  readonly id: string | null;
  readonly name: string;
  readonly kind: string;
  /** Service log: the version that speaks. */
  readonly version: string | null;
}
export interface LogExtra {
  readonly line: number;
  readonly key: string;
  readonly step: string | null;
  readonly error: LogLine['error'];
}
