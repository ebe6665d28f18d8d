// Why a deployment failed, read from its log. Source of the rule: platform.md 5.1, "why did it fail".
import type { LogLine } from './log-line.ts';
import { plainLine } from './plain-text.ts';
import type { Cause } from './failure.ts';

/** Error lines that tell a cause: not those that only say that something was cancelled because something else failed. */
function tellsCause(line: LogLine): boolean {
  return line.isError && !line.isCancellation;
}

/** The line that tells it best: the first with an error of its own, one with a hint before one without. */
function best(lines: readonly LogLine[]): LogLine | undefined {
  const own = lines.filter((line) => line.error !== null);
  return own.find((line) => line.error?.hint) ?? own[0] ?? lines[0];
}

/** Checks before anything is built: when they fail, nothing is deployed and no service says why. */
const CHECKS: ReadonlySet<string | null> = new Set(['PreCheck', 'ValidateSystemRequirements', 'ValidateApiInput']);

/**
 * The cause told by a deployment's log, oldest line first; null when no line tells one. Lines of the services that failed
 * count before those of the checks, and those before all others. `executionId` leaves out lines of other runs.
 */
export function failureCause(lines: readonly LogLine[], failedServiceIds: readonly string[], executionId: string | null): Cause | null {
  const errors = lines.filter((line) => tellsCause(line) && (executionId === null || (line.executionId ?? executionId) === executionId));
  const ofFailed = errors.filter((line) => line.senderId !== null && failedServiceIds.includes(line.senderId));
  const line = best(ofFailed) ?? best(errors.filter(({ step }) => CHECKS.has(step))) ?? best(errors);
  if (!line) return null;
  const isService = line.senderId !== null && !['Environment', 'TaskManager'].includes(line.senderKind);
  return {
    serviceId: isService ? line.senderId : null,
    serviceName: isService ? plainLine(line.sender, 120) || null : null,
    step: line.step,
    tag: line.error?.tag ?? null,
    message: plainLine(line.error?.message ?? line.text) || 'no message',
    hint: line.error?.hint ? plainLine(line.error.hint) : null,
    link: line.error?.link ?? null,
    lineKey: line.key,
  };
}
