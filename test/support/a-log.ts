// Log lines for tests, each with a time and a key of its own.
import type { LogError, LogLine } from '../../electron/model/log-line.ts';

/** 2026-11-24 14:02:00 UTC. */
export const LOG_T0 = Date.UTC(2026, 10, 24, 14, 2, 0);

/** Line number `number` of a deployment's log, one second after the line before. */
export function aLine(number: number, more: Partial<LogLine> = {}): LogLine {
  return {
    key: `line ${number}`,
    at: LOG_T0 + number * 1000,
    level: 'info',
    text: `line ${number}`,
    sender: 'api',
    senderId: 'api',
    senderKind: 'Application',
    step: 'Build',
    stage: 'Application',
    executionId: 'run-1',
    version: null,
    isError: false,
    isCancellation: false,
    error: null,
    ...more,
  };
}

/** Lines `from … to`, both included. */
export function lineRange(from: number, to: number, more: Partial<LogLine> = {}): readonly LogLine[] {
  return Array.from({ length: to - from + 1 }, (_, index) => aLine(from + index, more));
}

/** An error with everything it can say. */
export const AN_ERROR: LogError = {
  tag: 'BuilderDockerCannotBuildContainerImage',
  message: 'The container image of api could not be built.',
  hint: 'Run go mod tidy, then deploy again.',
  link: 'https://docs.test/build',
  underlying: 'exit code: 1\nat step 5',
};

/** An error line of a service. */
export function anErrorLine(number: number, more: Partial<LogLine> = {}): LogLine {
  return aLine(number, { level: 'error', isError: true, text: 'build failed', step: 'BuiltError', error: AN_ERROR, ...more });
}
