// Levels of log lines: the platform writes them in any case, programs add their own words.
import type { LogLevel } from '../../model/log-line.ts';
import { text } from './untrusted.ts';

const LEVELS: Readonly<Record<string, LogLevel>> = {
  trace: 'debug',
  debug: 'debug',
  info: 'info',
  notice: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
  fatal: 'critical',
  critical: 'critical',
};

/** The level a word stands for; `unknown` for every other. */
export function logLevel(value: unknown): LogLevel {
  const word = text(value).toLowerCase();
  return Object.hasOwn(LEVELS, word) ? (LEVELS[word] ?? 'unknown') : 'unknown';
}
