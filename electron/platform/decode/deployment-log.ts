// Lines of a deployment's log, the same whether read by REST or streamed: both send arrays of the same lines.
import type { LogError, LogLine } from '../../model/log-line.ts';
import type { WireDeploymentLogLine, WireLogError } from '../wire/logs.ts';
import { logLevel } from './log-level.ts';
import { instant } from './time.ts';
import { each, part, record, text, textOrNull, type Raw } from './untrusted.ts';

type WireDetails = WireDeploymentLogLine['details'];
type WireMessage = NonNullable<WireDeploymentLogLine['message']>;

/** What lies beneath an error: its message and its details, each once. */
function underlying(value: unknown): string | null {
  const raw = part<keyof NonNullable<WireLogError['underlying_error']>>(value);
  const [message, details] = [text(raw.message), text(raw.full_details)];
  if (details.includes(message)) return details || null;
  return details ? `${message}\n${details}` : message;
}

/** Links are opened in a browser: only those a browser may be given. */
function link(value: unknown): string | null {
  return /^https?:\/\//i.test(text(value)) ? text(value) : null;
}

function logError(value: unknown): LogError | null {
  const raw = record<keyof WireLogError>(value);
  return (
    raw && {
      tag: textOrNull(raw.tag),
      message: text(raw.user_log_message),
      hint: textOrNull(raw.hint_message),
      link: link(raw.link),
      underlying: underlying(raw.underlying_error),
    }
  );
}

function logLine(raw: Raw<keyof WireDeploymentLogLine>): LogLine {
  const details = part<keyof WireDetails>(raw.details);
  const sender = part<keyof NonNullable<WireDetails['transmitter']>>(details.transmitter);
  const stage = part<keyof NonNullable<WireDetails['stage']>>(details.stage);
  const [level, error, step] = [logLevel(raw.type), logError(raw.error), textOrNull(stage.step)];
  const message = text(part<keyof WireMessage>(raw.message).safe_message);
  const said = level === 'error' ? error?.message || message : message || (error?.message ?? '');
  const isCancellation = step === 'Cancelled' || error?.tag === 'TaskCancellationRequested';
  const senderId = textOrNull(sender.id);
  return {
    key: `${timeAsSent(raw.timestamp)} ${senderId ?? ''} ${said}`,
    at: instant(raw.timestamp),
    level,
    text: said,
    sender: text(sender.name),
    senderId,
    senderKind: text(sender.type),
    step,
    stage: textOrNull(stage.name),
    executionId: textOrNull(details.execution_id),
    version: null,
    isError: !isCancellation && (level === 'error' || (step?.endsWith('Error') ?? false)),
    isCancellation,
    error,
  };
}

/** The digits that tell lines of the same millisecond apart are lost in an instant, so keys hold the time as it was sent. */
function timeAsSent(value: unknown): string {
  return typeof value === 'number' ? String(value) : text(value);
}

/** One frame of `/deployment/logs` in the order sent; null when it is no array. */
export function deploymentLogFrame(value: unknown): readonly LogLine[] | null {
  return Array.isArray(value) ? each(value, logLine) : null;
}

/** GET `/environment/{e}/logs`: oldest first, whatever the order sent; null when the reply is no array. */
export function deploymentLog(value: unknown): readonly LogLine[] | null {
  const lines = deploymentLogFrame(value);
  if (!lines) return null;
  let before = 0;
  const placed = lines.map((line) => ({ line, at: (before = line.at ?? before) })); // a line without a time stays behind its neighbour
  return placed.toSorted((a, b) => a.at - b.at).map(({ line }) => line);
}
