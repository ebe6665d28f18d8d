// Earlier deployments of an environment: GET `/environment/{e}/deploymentHistoryV2`.
import type { PastDeployment, PastStage } from '../../model/report.ts';
import type { WireAudit, WirePastDeployment, WirePastService, WirePastStage } from '../wire/history.ts';
import { instant, isoDurationMs } from './time.ts';
import { each, part, results, text, textOrNull, type Raw } from './untrusted.ts';

function pastService(raw: Raw<keyof WirePastService>): PastStage['services'][number] | null {
  const identifier = part<keyof WirePastService['identifier']>(raw.identifier);
  const id = text(identifier.service_id);
  if (!id) return null;
  return { id, name: text(identifier.name), state: text(raw.status), durationMs: isoDurationMs(raw.total_duration) };
}

function pastStage(raw: Raw<keyof WirePastStage>): PastStage {
  const { name, status, duration, services } = raw;
  return { name: text(name), status: text(status), durationMs: isoDurationMs(duration), services: each(services, pastService) };
}

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
    stages: each(raw.stages, pastStage),
  };
}

/** Newest first, as sent; null when the reply is no list. */
export function deploymentHistory(value: unknown): readonly PastDeployment[] | null {
  return results(value, pastDeployment);
}
