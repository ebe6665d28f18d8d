// The earlier deployments of an environment as a list to choose a log from: what the platform tells, and what this computer kept.
import type { Change } from './changes.ts';
import { deploymentFrom } from './deployment-label.ts';
import type { PastDeployment } from './report.ts';
import { pastStages, type Stage } from './stages.ts';
import type { Deployment, Instant, World } from './world.ts';

export interface PastRun {
  readonly environmentId: string;
  /** The environment by name where the list holds several; else "". */
  readonly of: string;
  readonly executionId: string;
  /** As people read it: "DEPLOYMENT ERROR". */
  readonly label: string;
  /** Null: only this computer remembers it. */
  readonly tone: Deployment['tone'] | null;
  readonly at: Instant | null;
  readonly durationMs: number | null;
  readonly triggeredBy: string | null;
  readonly origin: string | null;
  /** Its log was kept on this computer and can be read without a connection. */
  readonly isSaved: boolean;
  /** Empty where only this computer remembers it. */
  readonly stages: readonly Stage[];
}
/** A failed deployment whose log is kept here. */
export interface SavedRun {
  readonly environmentId: string;
  readonly executionId: string;
  readonly label: string;
  readonly at: Instant;
  /** The environment by name, "shop / production"; "" where it was not known. */
  readonly of: string;
}

/** How an earlier deployment ended. */
export function pastVerdict(past: PastDeployment, now: Instant): Pick<Deployment, 'label' | 'tone' | 'inProgress'> {
  const { state, executionId, at, durationMs, triggeredBy, origin } = past;
  const unsaid = {
    lastState: null,
    needsRedeploy: false,
    isPartOfLast: true,
    action: null,
    actionStatus: null,
    subAction: null,
    steps: [],
    computingMs: null,
    waiting: 0,
  };
  return deploymentFrom({ id: '', state, executionId, at, durationMs, triggeredBy, origin, ...unsaid }, now);
}

/** Both together, newest first; a run that only this computer remembers stays in the list. */
export function pastRuns(history: readonly PastDeployment[], saved: readonly SavedRun[], now: Instant): readonly PastRun[] {
  const kept = new Set(saved.map(({ executionId }) => executionId));
  const told = history.map((past): PastRun => {
    const { executionId, at, durationMs, triggeredBy, origin } = past;
    const { label, tone } = pastVerdict(past, now);
    const stages = pastStages(past);
    return {
      environmentId: past.environmentId,
      of: '',
      executionId,
      label,
      tone,
      at,
      durationMs,
      triggeredBy,
      origin,
      isSaved: kept.has(executionId),
      stages,
    };
  });
  const known = new Set(told.map(({ executionId }) => executionId));
  const only = saved.filter(({ executionId }) => !known.has(executionId));
  const hasSeveral = new Set(saved.map(({ environmentId }) => environmentId)).size > 1;
  const remembered = only.map(({ environmentId, executionId, label, at, of }): PastRun => ({
    environmentId,
    of: hasSeveral ? of : '',
    executionId,
    label,
    tone: null,
    at,
    durationMs: null,
    triggeredBy: null,
    origin: null,
    isSaved: true,
    stages: [],
  }));
  return [...told, ...remembered].toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
}

/** The deployments whose failure was just seen: their logs are worth keeping. */
export function failedRuns(changes: readonly Change[], world: World, now: Instant): readonly SavedRun[] {
  return changes.flatMap((change): SavedRun[] => {
    if (change.kind !== 'deployment-failed' && !(change.kind === 'deployment-overlooked' && change.tone === 'error')) return [];
    const { environmentId, executionId, label } = change;
    if (executionId === null) return []; // a log is asked for by its execution
    const environment = world.environments[environmentId];
    return [
      {
        environmentId,
        executionId,
        label,
        at: now,
        of: [world.projects[environment?.projectId ?? '']?.name, environment?.name].filter(Boolean).join(' / '),
      },
    ];
  });
}
