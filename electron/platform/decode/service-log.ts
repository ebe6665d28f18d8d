// Lines of a service's live log: one object per frame of the socket `/service/logs`.
import type { LogLine } from '../../model/log-line.ts';
import type { WireServiceLogLine } from '../wire/logs.ts';
import { logLevel } from './log-level.ts';
import { instant } from './time.ts';
import { record, text, textOrNull, type Raw } from './untrusted.ts';

function logLine(raw: Raw<keyof WireServiceLogLine>): LogLine {
  const level = logLevel(raw.severity_text);
  const instance = textOrNull(raw.pod_name);
  const time = typeof raw.created_at === 'number' ? String(raw.created_at) : text(raw.created_at);
  return {
    key: `${time} ${instance ?? ''} ${text(raw.message)}`,
    at: instant(raw.created_at),
    level,
    text: text(raw.message),
    sender: instance ?? '',
    senderId: instance,
    senderKind: text(raw.container_name),
    step: null,
    stage: null,
    executionId: null,
    version: textOrNull(raw.version),
    isError: level === 'error' || level === 'critical',
    isCancellation: false,
    error: null,
  };
}

/** The line of one frame; null when the frame holds none. */
export function serviceLogFrame(value: unknown): readonly LogLine[] | null {
  const raw = record<keyof WireServiceLogLine>(value);
  return raw && typeof raw.message === 'string' ? [logLine(raw)] : null;
}
