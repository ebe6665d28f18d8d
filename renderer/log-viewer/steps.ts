// PURE. The services in the left pane of a deployment log: each with its part in this deployment, and its steps.
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { durationText, labelText } from '../../electron/model/wording.ts';
import { stepWord } from '../../electron/model/wording-step.ts';
import type { Stage } from '../../electron/model/stages.ts';
import type { DeploymentStep, DeploymentTone, Environment, Instant, RunningStep, Service } from '../../electron/model/world.ts';
import type { DeployMarkShape } from '../ui/deploy-mark.tsx';
import { isLatest } from './subject.ts';

export interface StepRow {
  readonly name: string;
  readonly mark: DeployMarkShape | null;
  readonly note: string;
  readonly isFailed: boolean;
}
export interface ServiceSteps {
  readonly service: Pick<Service, 'id' | 'name' | 'kind' | 'jobKind'>;
  readonly mark: DeployMarkShape | null;
  /** Duration, or the label where there is none. */
  readonly note: string;
  readonly isFailed: boolean;
  /** Had no part in this deployment, or was never reached. */
  readonly isOff: boolean;
  /** Told only where they say why: of a service that failed or moves. */
  readonly steps: readonly StepRow[];
}

const STEP_MARKS: Readonly<Record<string, DeployMarkShape>> = {
  SUCCESS: 'ok',
  ERROR: 'error',
  ONGOING: 'progress',
  EXECUTING: 'progress',
  QUEUED: 'queued',
  CANCEL: 'cancelled',
  CANCELED: 'cancelled',
  CANCELING: 'cancelled',
};
function stepRow({ name, status, durationMs }: DeploymentStep): StepRow {
  const mark = Object.hasOwn(STEP_MARKS, status) ? (STEP_MARKS[status] ?? null) : null;
  const note = durationMs === null ? (mark === null ? 'not reached' : '') : durationText(durationMs);
  return { name: stepWord(name), mark, note, isFailed: status === 'ERROR' };
}

/** The mark and duration of the whole deployment; nulls for an earlier one. */
export function markOf(
  environment: Environment,
  place: LogPlace,
): { readonly mark: DeployMarkShape | null; readonly durationMs: number | null } {
  const { deployment } = environment;
  if (!deployment || !isLatest(environment, place)) return { mark: null, durationMs: null };
  return { mark: markOfTone(deployment.tone), durationMs: deployment.inProgress ? null : deployment.durationMs };
}

const MARKS: Readonly<Partial<Record<DeploymentTone, DeployMarkShape>>> = {
  ok: 'ok',
  error: 'error',
  moving: 'progress',
  queued: 'queued',
  cancelled: 'cancelled',
};
export const markOfTone = (tone: DeploymentTone): DeployMarkShape | null => MARKS[tone] ?? null;

function runningRow({ name, since }: RunningStep, now: Instant): StepRow {
  return { name: stepWord(name), mark: 'progress', note: `for ${durationText(Math.max(0, now - since))}`, isFailed: false };
}

/** A service's part in the latest deployment, as it is now. */
export function serviceSteps(service: Service, now: Instant): ServiceSteps {
  const { deployment } = service;
  if (!deployment?.isPartOfLast) return { service, mark: null, note: 'no part', isFailed: false, isOff: true, steps: [] };
  const { tone, durationMs, inProgress, running } = deployment;
  const mark = markOfTone(tone);
  const saysWord = tone === 'cancelled' || tone === 'queued' || durationMs === null;
  return {
    service,
    mark,
    note: saysWord ? labelText(deployment) : durationText(durationMs),
    isFailed: tone === 'error',
    isOff: tone === 'cancelled',
    steps: tone === 'error' || inProgress ? [...deployment.steps.map(stepRow), ...(running ? [runningRow(running, now)] : [])] : [],
  };
}

/** A service's part in an earlier deployment; `service` is null when it is no longer there. */
export function pastService({ id, name, tone, label, durationMs }: Stage['services'][number], service: Service | null): ServiceSteps {
  const saysWord = tone === 'cancelled' || durationMs === null;
  return {
    service: service ?? { id, name, kind: 'UNKNOWN', jobKind: null },
    mark: markOfTone(tone),
    note: saysWord ? labelText({ label, tone, detail: null }) : durationText(durationMs),
    isFailed: tone === 'error',
    isOff: tone === 'cancelled',
    steps: [],
  };
}
