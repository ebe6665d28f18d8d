// What one service says while it is built, deployed or stopped: the lines of a deployment's log before they are dressed.
import type { WireLogError } from '../platform/wire/logs.ts';
import type { WireState } from '../platform/wire/states.ts';
import { buildLog } from './scenario-build-log.ts';
import type { Frames } from './scenario-episode.ts';
import type { EstateService } from './scenario-estate.ts';
import { buildFailure, deployFailure, type Failure } from './scenario-failures.ts';
import { seeded } from './scenario-random.ts';
import { versionOf } from './scenario-run.ts';
import type { Deployed } from './scenario-status.ts';
import type { Scenario } from './scenario.ts';

/** A line before it is dressed for the wire; `ms` since the deployment began. */
export interface Entry {
  readonly ms: number;
  /** Null: the environment or the engine speaks. */
  readonly service: EstateService | null;
  readonly step: string;
  readonly text: string;
  readonly type?: 'info' | 'warning' | 'error';
  readonly error?: WireLogError;
  readonly isEngine?: boolean;
}

const phaseOf = (frames: Frames<WireState>, state: string): readonly [from: number, to: number, next: WireState | null] | null => {
  const at = frames.findIndex(([, one]) => one === state);
  const frame = frames[at];
  if (!frame) return null;
  const next = frames[at + 1];
  return [frame[0], next?.[0] ?? frame[0], next?.[1] ?? null];
};

function buildEntries(scenario: Scenario, deployment: Deployed, service: EstateService, frames: Frames<WireState>): readonly Entry[] {
  const phase = phaseOf(frames, 'BUILDING');
  if (!phase) return [];
  const [from, to, next] = phase;
  const random = seeded(scenario.seed, 'build', deployment.key, service.name);
  const texts = buildLog(service.name, versionOf(scenario, service, 1), next === 'BUILD_ERROR', random, scenario.testsOfBuild);
  const isCut = next === 'CANCELED' || next === 'CANCELING';
  const told = isCut ? texts.slice(0, Math.round(texts.length * 0.6)) : texts;
  const lines = told.map((text, i): Entry => ({ ms: from + ((to - from) * (i + 1)) / (told.length + 2), service, step: 'Build', text }));
  const last = { ms: to, service };
  if (next === 'BUILD_ERROR') {
    return [...lines, { ...last, step: 'BuiltError', type: 'error', text: 'image build failed', error: buildFailure(service) }];
  }
  return isCut ? lines : [...lines, { ...last, step: 'Built', text: `image of ${service.name} is built` }];
}

/** What is said between the start of a deployment that fails and its end. */
function failingEntries({ error, signs, recap }: Failure, service: EstateService, from: number, to: number): readonly Entry[] {
  const warnings = signs.map((text, i): Entry => ({
    ms: from + ((to - from) * (i + 1)) / (signs.length + 1),
    service,
    step: 'Deploy',
    type: 'warning',
    text,
  }));
  return [
    ...warnings,
    ...recap.map((text): Entry => ({ ms: to - 1, service, step: 'Recap', text })),
    { ms: to, service, step: 'DeployedError', type: 'error', text: 'deployment failed', error },
  ];
}

function deployEntries(deployment: Deployed, service: EstateService, frames: Frames<WireState>): readonly Entry[] {
  const phase = phaseOf(frames, 'DEPLOYING');
  if (!phase) return [];
  const [from, to, next] = phase;
  const start: Entry = { ms: from, service, step: 'Deploy', text: `deploying ${service.name}` };
  if (next === 'DEPLOYMENT_ERROR') return [start, ...failingEntries(deployFailure(deployment, service), service, from, to)];
  const reports = Array.from({ length: service.instances }, (_, i): Entry => ({
    ms: from + ((to - from) * (i + 1)) / (service.instances + 1),
    service,
    step: 'Deploy',
    text: `┃ ${service.name}: ${i} of ${service.instances} new instances ready`,
  }));
  return [start, ...reports, { ms: to, service, step: 'Deployed', text: `✅ ${service.name} is deployed` }];
}

function stopEntries(service: EstateService, frames: Frames<WireState>): readonly Entry[] {
  const phase = phaseOf(frames, 'STOPPING');
  if (!phase) return [];
  return [
    { ms: phase[0], service, step: 'Pause', text: `stopping ${service.name}` },
    { ms: phase[1], service, step: 'Paused', text: `${service.name} is stopped` },
  ];
}

/** All that one service says in one deployment, phase by phase. */
export function serviceEntries(
  scenario: Scenario,
  deployment: Deployed,
  service: EstateService,
  frames: Frames<WireState>,
): readonly Entry[] {
  return [
    ...buildEntries(scenario, deployment, service, frames),
    ...deployEntries(deployment, service, frames),
    ...stopEntries(service, frames),
  ];
}
