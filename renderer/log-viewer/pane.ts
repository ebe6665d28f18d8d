// PURE. The left pane of a deployment log: stages with their services, live while the deployment runs, and what took no part. Of an
// earlier deployment it shows what the history tells, once that was asked for.
import type { LogPlace } from '../../electron/contract/log-batch.ts';
import type { PastRun } from '../../electron/model/past-run.ts';
import { currentStage, isPreCheck, stageName, type Stage } from '../../electron/model/stages.ts';
import { durationText } from '../../electron/model/wording.ts';
import { progressText } from '../../electron/model/wording-progress.ts';
import type { Environment, Instant, Service, World } from '../../electron/model/world.ts';
import type { DeployMarkShape } from '../ui/deploy-mark.tsx';
import { markOf, markOfTone, pastService, serviceSteps, type ServiceSteps } from './steps.ts';
import { isLatest } from './subject.ts';

export interface PaneGroup {
  /** "Stage 2: Job"; null: services that are in no stage that we know of. */
  readonly title: string | null;
  readonly note: string;
  /** The stage that the deployment is in. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
  readonly services: readonly ServiceSteps[];
}
export interface Pane {
  /** The whole deployment's mark and duration; null and "" where they are not known. */
  readonly mark: DeployMarkShape | null;
  readonly note: string;
  /** "stage 2 of 3, about 1–2 min left"; "" when nothing is under way. */
  readonly progress: string;
  readonly groups: readonly PaneGroup[];
}
interface PaneParts {
  readonly world: World;
  readonly environment: Environment;
  readonly place: LogPlace;
  /** The place's run as the history tells it; null: not told. */
  readonly run: PastRun | null;
  readonly now: Instant;
}

const STAGE_WORDS: Readonly<Record<Stage['status'], string>> = {
  queued: 'waits',
  ongoing: 'under way',
  done: '',
  error: 'failed',
  skipped: '',
  cancelled: 'cancelled',
  unknown: '',
};
/** How long a stage took, or takes already; else how it stands. */
function stageNote({ status, durationMs, since }: Stage, now: Instant): string {
  if (durationMs !== null && !(status === 'cancelled' && durationMs === 0)) return durationText(durationMs);
  return status === 'ongoing' && since !== null ? `for ${durationText(Math.max(0, now - since))}` : STAGE_WORDS[status];
}

/** "Stage 2: Job". */
const stageTitle = (stage: Stage, number: number): string =>
  `Stage ${number}: ${stageName(stage).replace(/^Default (.)/, (_, first: string) => first.toUpperCase())}`;

function groupsOf(
  stages: readonly Stage[],
  stepsFor: (part: Stage['services'][number]) => ServiceSteps,
  now: Instant,
): readonly PaneGroup[] {
  const current = currentStage(stages);
  const numbered = stages.filter((stage) => stage.status !== 'skipped' && !isPreCheck(stage));
  return stages
    .filter(({ status }) => status !== 'skipped')
    .map((stage) => ({
      title: isPreCheck(stage) ? stageName(stage) : stageTitle(stage, numbered.indexOf(stage) + 1),
      note: stageNote(stage, now),
      isCurrent: stage === current?.stage && stage.status === 'ongoing',
      isFailed: stage.status === 'error',
      services: stage.services.map(stepsFor),
    }));
}

function latestGroups(services: readonly Service[], stages: readonly Stage[], now: Instant): readonly PaneGroup[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  const staged = groupsOf(
    stages,
    (part) => {
      const service = byId.get(part.id);
      return service ? serviceSteps(service, now) : pastService(part, null);
    },
    now,
  );
  const placed = new Set(stages.flatMap((stage) => stage.services.map(({ id }) => id)));
  const others = services.filter(({ id }) => !placed.has(id)).map((service) => serviceSteps(service, now));
  const rest = { note: '', isCurrent: false, isFailed: false, services: others };
  return [...staged, ...(others.length > 0 ? [{ ...rest, title: staged.length > 0 ? 'No part in it' : null }] : [])];
}

function earlierGroups(services: readonly Service[], run: PastRun | null, now: Instant): readonly PaneGroup[] {
  const byId = new Map(services.map((service) => [service.id, service]));
  if (run && run.stages.length > 0) return groupsOf(run.stages, (part) => pastService(part, byId.get(part.id) ?? null), now);
  const named = services.map((service): ServiceSteps => ({ service, mark: null, note: '', isFailed: false, isOff: false, steps: [] }));
  return [{ title: null, note: '', isCurrent: false, isFailed: false, services: named }];
}

/** What the pane shows of a deployment. */
export function paneOf({ world, environment, place, run, now }: PaneParts): Pane {
  const services = environment.serviceIds.flatMap((id) => world.services[id] ?? []);
  if (!isLatest(environment, place)) {
    const note = run?.durationMs == null ? '' : durationText(run.durationMs);
    return { mark: run?.tone ? markOfTone(run.tone) : null, note, progress: '', groups: earlierGroups(services, run, now) };
  }
  const { mark, durationMs } = markOf(environment, place);
  return {
    mark,
    note: durationMs === null ? '' : durationText(durationMs),
    progress: progressText(environment, services, now),
    groups: latestGroups(services, environment.stages, now),
  };
}
