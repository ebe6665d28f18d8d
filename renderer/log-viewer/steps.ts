// PURE. The left pane of a deployment log: the services of the environment with their part in this deployment.
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import { durationText, labelText } from '../../electron/model/wording.ts';
import type { DeploymentStep, DeploymentTone, Environment, Service, World } from '../../electron/model/world.ts';
import type { DeployMarkShape } from '../ui/deploy-mark.tsx';
import { isLatest } from './subject.ts';

export interface StepRow {
  readonly name: string;
  readonly mark: DeployMarkShape | null;
  readonly note: string;
  readonly isFailed: boolean;
}
export interface ServiceSteps {
  readonly service: Service;
  readonly mark: DeployMarkShape | null;
  /** Duration, or the label where there is none. */
  readonly note: string;
  readonly isFailed: boolean;
  /** Had no part in this deployment, or was never reached. */
  readonly isOff: boolean;
  /** Told only where they say why: of a service that failed or moves. */
  readonly steps: readonly StepRow[];
}

const STEP_NAMES: Readonly<Record<string, string>> = {
  REGISTRY_CREATE_REPOSITORY: 'Create repository',
  GIT_CLONE: 'Clone repository',
  BUILD_QUEUEING: 'Build queue',
  BUILD: 'Build',
  MIRROR_IMAGE: 'Mirror image',
  DEPLOYMENT_QUEUEING: 'Deployment queue',
  DEPLOYMENT: 'Deploy',
  ROUTER_DEPLOYMENT: 'Deploy router',
  EXECUTING: 'Execute',
};

/** A step we do not know, as people write: "SOME_STEP" → "Some step". */
function stepName(name: string): string {
  const known = Object.hasOwn(STEP_NAMES, name) ? STEP_NAMES[name] : undefined;
  const words = name.replaceAll('_', ' ').toLowerCase();
  return known ?? words.charAt(0).toUpperCase() + words.slice(1);
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
  return { name: stepName(name), mark, note, isFailed: status === 'ERROR' };
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
const markOfTone = (tone: DeploymentTone): DeployMarkShape | null => MARKS[tone] ?? null;
function serviceSteps(service: Service): ServiceSteps {
  const { deployment } = service;
  if (!deployment?.isPartOfLast) return { service, mark: null, note: 'no part', isFailed: false, isOff: true, steps: [] };
  const { tone, durationMs, inProgress } = deployment;
  const mark = markOfTone(tone);
  const saysWord = tone === 'cancelled' || tone === 'queued' || durationMs === null;
  return {
    service,
    mark,
    note: saysWord ? labelText(deployment) : durationText(durationMs),
    isFailed: tone === 'error',
    isOff: tone === 'cancelled',
    steps: tone === 'error' || inProgress ? deployment.steps.map(stepRow) : [],
  };
}

/** The services of the environment, in the order of the world. Of an earlier deployment only the names are known. */
export function stepsOf(world: World, environment: Environment, place: LogPlace): readonly ServiceSteps[] {
  const services = environment.serviceIds.flatMap((id) => world.services[id] ?? []);
  if (isLatest(environment, place)) return services.map(serviceSteps);
  return services.map((service) => ({ service, mark: null, note: '', isFailed: false, isOff: false, steps: [] }));
}
