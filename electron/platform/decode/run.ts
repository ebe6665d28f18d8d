// Run state: frames of the socket `/service/status`, each a full snapshot of the environments in it.
import type { EnvironmentRun, InstanceReport, RunReport, ServiceRun } from '../../model/report.ts';
import type { Certificate, ServiceExtras } from '../../model/service-extras.ts';
import type { Termination } from '../../model/world.ts';
import type {
  WireCertificate,
  WireEnvironmentRun,
  WirePod,
  WirePodContainer,
  WireRunFrame,
  WireTermination,
  WireTerraformRun,
  WireWorkloadRun,
} from '../wire/run.ts';
import { SERVICE_LISTS, type ServiceLists } from './service-lists.ts';
import { instant } from './time.ts';
import { count, each, numberOrNull, part, record, text, textOrNull, type Raw } from './untrusted.ts';

type WireContainerState = NonNullable<WirePodContainer['current_state']>;

/** A sidecar that waits for a job's output: the platform's own, no part of the service. */
const HIDDEN_CONTAINER = 'qovery-wait-container-output';

interface Container {
  readonly reason: string;
  readonly message: string;
  readonly termination: Termination | null;
}

function termination(value: unknown): Termination | null {
  const raw = record<keyof WireTermination>(value);
  return raw && { reason: text(raw.reason), exitCode: numberOrNull(raw.exit_code), at: instant(raw.finished_at) };
}

function container(raw: Raw<keyof WirePodContainer>): Container | null {
  if (raw.name === HIDDEN_CONTAINER) return null;
  const state = part<keyof WireContainerState>(raw.current_state);
  return { reason: text(state.state_reason), message: text(state.state_message), termination: termination(raw.last_terminated_state) };
}

function latest(terminations: readonly Termination[]): Termination | null {
  return terminations.reduce<Termination | null>((found, one) => (found && (found.at ?? 0) >= (one.at ?? 0) ? found : one), null);
}

/** One pod. Where it gives no reason itself, that of its first container which has one stands in. */
function instanceReport(raw: Raw<keyof WirePod>): InstanceReport | null {
  const name = text(raw.name);
  if (!name) return null;
  const containers = each(raw.containers, container);
  const telling = containers.find((one) => one.reason);
  return {
    name,
    state: text(raw.state),
    reason: text(raw.state_reason) || (telling?.reason ?? ''),
    message: text(raw.state_message) || (telling?.message ?? ''),
    restarts: count(raw.restart_count),
    startedAt: instant(raw.started_at),
    version: text(raw.service_version),
    containers: containers.length,
    lastTermination: latest(containers.flatMap((one) => one.termination ?? [])),
  };
}

function certificate(raw: Raw<keyof WireCertificate>): Certificate {
  const names: readonly unknown[] = Array.isArray(raw.dns_names) ? raw.dns_names : [];
  return {
    domains: names.flatMap((name) => textOrNull(name) ?? []),
    state: text(raw.state),
    message: text(raw.state_message),
    endsAt: instant(raw.not_after),
    failures: count(raw.failed_issuance_attempt_count),
  };
}

type WireService = keyof (WireWorkloadRun & WireTerraformRun);

/** The sub-action says more than the action, where there is one. */
function actionOf(value: unknown): string | null {
  const raw = part<keyof WireTerraformRun['triggered_action']>(value);
  const sub = text(raw.sub_action);
  return sub !== '' && sub !== 'NONE' ? sub : textOrNull(raw.action);
}

/** Most services have none of it, and there are thousands: then nothing is kept. */
function extrasOf({ scaled_object: scaled, certificates, triggered_action: action }: Raw<WireService>): Pick<ServiceRun, 'extras'> {
  const extras: ServiceExtras = {
    isScaled: record(scaled) !== null,
    action: actionOf(action),
    certificates: each(certificates, certificate),
  };
  return extras.isScaled || extras.action !== null || extras.certificates.length > 0 ? { extras } : {};
}

function serviceRun(raw: Raw<WireService>): ServiceRun | null {
  const id = text(raw.id);
  return id ? { id, state: text(raw.state), instances: each(raw.pods, instanceReport), ...extrasOf(raw) } : null;
}

/** One environment of a frame; null when it is none. */
export function environmentRun(value: unknown): EnvironmentRun | null {
  const raw = record<keyof (WireEnvironmentRun & ServiceLists)>(value);
  const id = text(raw?.id);
  if (!raw || !id) return null;
  const services = SERVICE_LISTS.flatMap((name) => each(raw[name], serviceRun));
  return { id, projectId: textOrNull(raw.project_id), state: text(raw.state), services };
}

/** One frame; null when it is not one of run state. */
export function runReport(value: unknown): RunReport | null {
  const raw = record<keyof WireRunFrame>(value);
  return raw && Array.isArray(raw.environments) ? { environments: each(raw.environments, environmentRun) } : null;
}
