// Earlier deployments of an environment: GET `/environment/{e}/deploymentHistoryV2`.
import type { PastDeployment } from '../../model/report.ts';
import type { WireAudit, WirePastDeployment } from '../wire/history.ts';
import { instant, isoDurationMs } from './time.ts';
import { part, results, text, textOrNull, type Raw } from './untrusted.ts';

function pastDeployment(raw: Raw<keyof WirePastDeployment>): PastDeployment | null {
  const identifier = part<keyof WirePastDeployment['identifier']>(raw.identifier);
  const audit = part<keyof WireAudit>(raw.auditing_data);
  const executionId = text(identifier.execution_id);
  if (!executionId) return null;
  return {
    executionId,
    environmentId: text(identifier.environment_id),
    state: text(raw.status),
    actionStatus: text(raw.action_status),
    action: text(raw.trigger_action),
    at: instant(audit.created_at),
    durationMs: isoDurationMs(raw.total_duration),
    triggeredBy: textOrNull(audit.triggered_by),
    origin: textOrNull(audit.origin),
  };
}

/** Newest first, as sent; null when the reply is no list. */
export function deploymentHistory(value: unknown): readonly PastDeployment[] | null {
  return results(value, pastDeployment);
}
