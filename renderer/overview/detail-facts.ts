// What the details say in facts: pairs of a term and its words, and the ids that somebody may want to copy. Pure.
import { environmentFreshness } from '../../electron/model/freshness.ts';
import { certificateHint } from '../../electron/model/service-extras.ts';
import type { Stage } from '../../electron/model/stages.ts';
import type { RunFacts } from '../../electron/model/wording-status.ts';
import { durationText, kindText, modeText, timeText } from '../../electron/model/wording.ts';
import type { Deployment, DeploymentStep, Instant, Service, World } from '../../electron/model/world.ts';
import { instancesShown } from './pips.ts';
import { shortVersion, triggerText } from './row-texts.ts';
import { sourceFacts } from './source-facts.ts';
import type { Subject } from './subject.ts';

/** One line of "About". */
export interface Fact {
  readonly term: string;
  readonly text: string;
}
/** An id of the platform. */
export interface Id {
  readonly term: string;
  readonly id: string;
}

/** What runs, for the sentence on top. */
export function runFacts(world: World, subject: Subject, now: Instant): RunFacts {
  const { environment } = subject;
  const fresh = environmentFreshness(world, environment, now);
  const common = { freshness: fresh.run, asOf: fresh.runAsOf, problem: fresh.runProblem };
  if (subject.kind === 'environment') return { run: environment.run, reported: environment.reportedRun, rung: 'services', ...common };
  return { run: subject.service.run, reported: subject.service.reportedRun, rung: 'instances', ...common };
}

/** The platform's own word where it is another than ours; null where both agree or it said none. */
export function otherWord({ run, reported }: RunFacts): string | null {
  const isOurs = run.reason.kind === 'counted' || run.reason.kind === 'absent';
  return isOurs && reported !== null && reported !== '' && reported !== run.status ? reported : null;
}

const fact = (term: string, text: string): readonly Fact[] => (text === '' ? [] : [{ term, text }]);

function deploymentFacts(deployment: Deployment | null, now: Instant): readonly Fact[] {
  if (!deployment) return [];
  const { at, durationMs, raw, needsRedeploy } = deployment;
  return [
    ...fact('Deployed', at === null ? '' : timeText(at, now)),
    ...fact('Took', durationMs === null ? '' : durationText(durationMs)),
    ...fact('Platform’s state', raw),
    ...fact('To do', needsRedeploy ? 'redeploy: its configuration changed' : ''),
  ];
}

const MANAGERS = { QOVERY: '', ARGOCD: 'Argo CD', MIXED: 'Qovery and Argo CD' } as const;

/** Certificates that somebody should know of: a hint of their own, apart from run status. */
function certificateFacts({ extras }: Service, now: Instant): readonly Fact[] {
  const hints = (extras?.certificates ?? []).map((one) => certificateHint(one, now)).filter(Boolean);
  return fact(hints.length > 1 ? 'Certificates' : 'Certificate', hints.join('; '));
}

/** "About", for an environment or a service. */
export function factsOf(world: World, subject: Subject, now: Instant): readonly Fact[] {
  const { environment } = subject;
  const cluster = environment.clusterId === null ? '' : (world.clusters[environment.clusterId]?.name ?? '');
  const where = [
    ...sourceFacts(world, environment, now),
    ...fact('Cluster', cluster),
    ...fact('Organization', world.organizations[environment.organizationId]?.name ?? ''),
    ...fact('Deployed by', environment.managedBy === null ? '' : MANAGERS[environment.managedBy]),
  ];
  if (subject.kind === 'environment') {
    const { deployment, mode } = environment;
    return [
      ...fact('Mode', modeText(mode)),
      ...fact('Triggered by', triggerText(deployment)),
      ...deploymentFacts(deployment, now),
      ...where,
    ];
  }
  const { deployment } = subject.service;
  const isSame = deployment !== null && deployment.executionId === environment.deployment?.executionId;
  return [
    ...fact('Version', shortVersion(instancesShown(subject.service)[0]?.instance.version ?? '')),
    ...fact('Triggered by', triggerText(isSame ? environment.deployment : deployment)),
    ...certificateFacts(subject.service, now),
    ...deploymentFacts(deployment, now),
    ...where,
  ];
}

/** The ids of what is shown and of what it lies in, the nearest first. */
export function idsOf({ kind, environment, ...rest }: Subject): readonly Id[] {
  const service = 'service' in rest ? rest.service : null;
  const executionId = (service ?? environment).deployment?.executionId ?? null;
  return [
    ...(service ? [{ term: 'Service', id: service.id }] : []),
    { term: 'Environment', id: environment.id },
    { term: 'Project', id: environment.projectId },
    { term: 'Organization', id: environment.organizationId },
    ...(environment.clusterId === null ? [] : [{ term: 'Cluster', id: environment.clusterId }]),
    ...(executionId === null ? [] : [{ term: kind === 'environment' ? 'Deployment' : 'Last deployment', id: executionId }]),
  ];
}

/** What it is, in a word: "Database", "Cron job", "Environment". */
export function kindWord(subject: Subject): string {
  if (subject.kind === 'environment') return 'Environment';
  const { kind, jobKind, databaseMode } = subject.service;
  if (jobKind !== null) return jobKind === 'CRON' ? 'Cron job' : 'Lifecycle job';
  const word = databaseMode === 'MANAGED' ? 'managed database' : kindText(kind);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export type StepSign = 'ok' | 'error' | 'cancelled' | 'queued' | 'progress';
/** How a step ended. */
export function stepSign({ status }: DeploymentStep): StepSign {
  if (status === 'SUCCESS') return 'ok';
  if (status === 'ERROR') return 'error';
  return status === 'CANCEL' || status === 'CANCELED' ? 'cancelled' : 'queued';
}

const STAGE_SIGNS: Readonly<Record<Stage['status'], StepSign>> = {
  done: 'ok',
  error: 'error',
  cancelled: 'cancelled',
  ongoing: 'progress',
  queued: 'queued',
  skipped: 'queued',
  unknown: 'queued',
};
/** How a stage stands. */
export const stageSign = ({ status }: Stage): StepSign => STAGE_SIGNS[status];

/** How a stage stands, in a word, and how long it took: "done, 20 s"; "under way". */
export function stageText({ status, durationMs }: Stage): string {
  const word = status === 'ongoing' ? 'under way' : status === 'error' ? 'failed' : status;
  return [word, durationMs === null ? '' : durationText(durationMs)].filter(Boolean).join(', ');
}

const SAID: Readonly<Record<StepSign, string>> = { ok: 'done', error: 'failed', cancelled: 'cancelled', queued: '', progress: '' };
/** How it ended, in a word, and how long it took: "done, 3 s"; "skipped". */
export function stepText(step: DeploymentStep): string {
  const word = step.status === 'SKIP' ? 'skipped' : SAID[stepSign(step)] || step.status.toLowerCase();
  return [word, step.durationMs === null || step.durationMs === 0 ? '' : durationText(step.durationMs)].filter(Boolean).join(', ');
}
