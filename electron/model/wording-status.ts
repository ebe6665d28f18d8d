// Statuses in sentences: the headline, and what a dot or a label means. Tray, notices and windows all use these.
import { isCurrent, isOutOfReach, type Freshness } from './freshness.ts';
import type { Problem } from './problem.ts';
import { assertNever, RUN_STATUSES, type RunStatus } from './status.ts';
import type { TrayStatus } from './tray-status.ts';
import { actionWord } from './service-extras.ts';
import { ago, asOfText, counted, durationText, labelText, timeText } from './wording.ts';
import { deniedOrganizations, problemText, problemWord } from './wording-problem.ts';
import type { Usual } from './usual-duration.ts';
import { leftText } from './wording-progress.ts';
import type { RunReason, RunVerdict, StatusCounts } from './run-verdict.ts';
import type { Deployment, Instant, Instance, World } from './world.ts';

/** Counts in the order of severity: "2 ERROR, 1 STARTING, 9 RUNNING". */
export function countsText(counts: StatusCounts): string {
  return RUN_STATUSES.flatMap((status) => (counts[status] ? [`${counts[status]} ${status}`] : [])).join(', ');
}

function connecting(world: World): string {
  const projects = Object.keys(world.projects).length;
  return projects > 0 ? `Reading ${counted(projects, 'project')}…` : 'Connecting…';
}

/** Where not everything may be read, that there is nothing is not known. */
function nothingText(world: World): string {
  const denied = deniedOrganizations(world).length;
  return denied === 0 ? 'No environments yet' : `No environments to see: ${counted(denied, 'organisation')} cannot be read`;
}

/** The first sentence of tooltip, menu and window, without full stop. Past tense and a time when the platform cannot be reached. */
export function headline(status: TrayStatus, world: World, now: Instant): string {
  if (world.phase === 'signed-out') return world.problem?.kind === 'refused' ? 'The platform refused your token' : 'Not connected';
  const isPast = isOutOfReach(world, now);
  const [n, m] = [status.attention.length, status.total];
  if (m === 0 && world.problem) return problemWord(world.problem);
  if (m === 0) return world.phase === 'connecting' ? connecting(world) : nothingText(world);
  const when = isPast && status.asOf !== null ? ` at ${timeText(status.asOf, now)}` : '';
  // Not everything is read yet: that nothing needs attention is not known.
  if (n === 0 && world.phase === 'connecting' && !isPast) return connecting(world);
  if (n > 0) return `${n} of ${counted(m, 'environment')} ${isPast ? 'needed' : n === 1 ? 'needs' : 'need'} attention${when}`;
  const { moving, count } = inMotion(status);
  if (moving && !isPast) return `${count} of ${counted(m, 'environment')} ${count === 1 ? 'is' : 'are'} ${moving}`;
  if (status.blind > 0) return `${counted(m, 'environment')}${blindText(status)}${when}`;
  return `${calmText(status, world, isPast ? 'needed' : 'needs')}${when}`;
}

/** "14 environments, nothing needs attention"; of projects that may not be read that is not known. */
function calmText({ total }: TrayStatus, { projects, sources }: World, verb: 'needs' | 'needed'): string {
  const unread = Object.values(sources).filter(({ kind, state }) => kind === 'deployment' && state === 'refused').length;
  const count = Object.keys(projects).length;
  if (unread === 0 || unread >= count) return `${counted(total, 'environment')}, nothing ${verb} attention`;
  return `Nothing ${verb} attention in ${(count - unread).toLocaleString('en')} of ${counted(count, 'project')}`;
}

/** ", 11 with no run status"; " with no run status" where it is all of them. */
const blindText = ({ blind, total }: TrayStatus): string =>
  `${blind === total ? '' : `, ${blind.toLocaleString('en')}`} with no run status`;

/** The headline where there is little room: in the past tense it leaves the count of environments out. */
export function shortHeadline(status: TrayStatus, world: World, now: Instant): string {
  if (!isOutOfReach(world, now) || status.total === 0 || status.asOf === null) return headline(status, world, now);
  const when = timeText(status.asOf, now);
  const [n, m] = [status.attention.length, status.total.toLocaleString('en')];
  if (n === 0 && status.blind > 0) return headline(status, world, now);
  return n > 0 ? `${n} of ${m} needed attention at ${when}` : `Nothing needed attention at ${when}`;
}

function inMotion(status: TrayStatus): { readonly moving: RunStatus | null; readonly count: number } {
  const moving = status.status === 'STARTING' || status.status === 'STOPPING' ? status.status : null;
  return { moving, count: moving ? (status.counts[moving] ?? 0) : 0 };
}

const MEANINGS: Readonly<Record<RunStatus, { readonly instances: string; readonly services: string }>> = {
  ERROR: { instances: 'every instance is in ERROR', services: 'every service is in ERROR' },
  WARNING: { instances: 'some instances are in ERROR', services: 'some services are in ERROR or WARNING' },
  STARTING: { instances: 'at least one instance is starting', services: 'at least one service is starting' },
  STOPPING: { instances: 'at least one instance is stopping', services: 'at least one service is stopping' },
  RUNNING: { instances: 'every instance runs', services: 'every service runs' },
  COMPLETED: { instances: 'it has finished', services: 'its jobs have finished' },
  STOPPED: { instances: 'no instance runs', services: 'every service is stopped' },
  UNKNOWN: { instances: 'nothing is known of it', services: 'nothing is known of it' },
  EMPTY: { instances: 'it has no services', services: 'it has no services' },
};

function reasonText(reason: RunReason, status: RunStatus, rung: 'instances' | 'services'): string {
  switch (reason.kind) {
    case 'counted':
      return `${MEANINGS[status][reason.of]} (${countsText(reason.counts)})`;
    case 'reported':
      return reason.raw === status ? 'the platform says so' : `the platform says ${reason.raw || 'nothing'}`;
    case 'acting':
      return `terraform ${actionWord(reason.action) || 'run'} under way`;
    case 'scaled-to-zero':
      return 'scaled to zero: there is no load, and it comes back with the next';
    case 'idle':
      return 'idle between its runs';
    case 'absent':
      return rung === 'instances' ? 'no instance of it was seen' : 'nothing of it was seen running';
    case 'from-deployment':
      return `a managed database, judged by its deployment (${reason.raw})`;
    case 'never-deployed':
      return 'never deployed';
    case 'no-services':
      return 'it has no services';
    case 'no-data':
      return 'nothing was heard of it yet';
    default:
      return assertNever(reason);
  }
}

/** Why a run status is not current, by the problem of its own source; what never spoke is not called old. */
function runTrouble({ freshness, problem, asOf }: RunFacts, now: Instant): string {
  if (freshness === 'refused' && problem && problem.kind !== 'forbidden') return `Run status cannot be read. ${problemText(problem, now)}`;
  if (freshness !== 'unreachable') return FRESHNESS[freshness];
  const what = asOf === null ? 'There is no connection for run status.' : FRESHNESS.unreachable;
  return problem ? `${what} ${problemText(problem, now)}` : what;
}

const FRESHNESS: Readonly<Record<Freshness, string>> = {
  live: '',
  ageing: '',
  waiting: 'No run status was heard yet.',
  stale: 'Old: no new run status was heard.',
  unreachable: 'Old: the connection for run status is lost.',
  'agent-away': "Old: the cluster's agent is away.",
  refused: 'The token does not permit to see run status.',
};
const LABEL_FRESHNESS: Readonly<Record<Freshness, string>> = {
  live: '',
  ageing: '',
  waiting: '',
  stale: 'Old: deployment states could not be read anew.',
  unreachable: 'Old: deployment states cannot be read.',
  'agent-away': '',
  refused: 'The token does not permit to read deployment states.',
};

/** How far a label can be believed. */
export interface LabelSource {
  readonly freshness: Freshness;
  /** Why it is not current; null when it is, or when nobody knows. */
  readonly problem: Problem | null;
}
export const CURRENT: LabelSource = { freshness: 'live', problem: null };

/** Why a label is not current, by the problem of its own source: a token that is refused whole is another thing than one that may not read this. */
function labelTrouble({ freshness, problem }: LabelSource, now: Instant): string {
  if (freshness === 'refused' && problem && problem.kind !== 'forbidden')
    return `Deployment states cannot be read. ${problemText(problem, now)}`;
  const said = LABEL_FRESHNESS[freshness];
  return freshness === 'unreachable' && problem ? `${said} ${problemText(problem, now)}` : said;
}

/** What has one run status, for its sentence. */
export interface RunFacts {
  readonly run: RunVerdict;
  /** The platform's own word; said when it differs. */
  readonly reported: string | null;
  readonly rung: 'instances' | 'services';
  readonly freshness: Freshness;
  readonly asOf: Instant | null;
  /** Why it is not current; null when it is, or when nobody knows. */
  readonly problem: Problem | null;
}

/** What a run dot means: "WARNING: some services are in ERROR or WARNING (1 ERROR, 3 RUNNING). As of 3 s ago." */
export function runSentence(facts: RunFacts, now: Instant): string {
  const { run, reported } = facts;
  const notes = [
    run.busy && run.status !== 'STARTING' && run.status !== 'STOPPING' ? 'something is starting or stopping' : '',
    run.unstable ? 'crashed before, runs now' : '',
    run.incomplete ? 'judged from a part' : '',
    run.stopped > 0 ? `${run.stopped} stopped` : '',
  ].filter(Boolean);
  const first = `${run.status}: ${[reasonText(run.reason, run.status, facts.rung), ...notes].join('; ')}.`;
  const differs = reported !== null && reported !== run.status && run.reason.kind === 'counted' ? `The platform says ${reported}.` : '';
  const age = isCurrent(facts.freshness) || facts.asOf !== null ? `${asOfText(facts.asOf, now)}.` : '';
  return [first, differs, runTrouble(facts, now), age].filter(Boolean).join(' ');
}

/** What one instance is doing: "ERROR: CrashLoopBackOff, 4 restarts, last ended with Error (exit code 1)." */
export function instanceSentence(instance: Instance): string {
  const ended = instance.lastTermination;
  const facts = [
    instance.reason,
    instance.restarts > 0 ? counted(instance.restarts, 'restart') : '',
    ended ? `last ended with ${ended.reason || 'no reason'}${ended.exitCode === null ? '' : ` (exit code ${ended.exitCode})`}` : '',
    instance.unstable ? 'runs now' : '',
    instance.remnant ? 'a remnant, not counted' : '',
  ].filter(Boolean);
  return `${instance.status}${instance.status === 'UNKNOWN' && instance.reported ? ` (${instance.reported})` : ''}${facts.length > 0 ? `: ${facts.join(', ')}` : ''}.`;
}

const TONES: Readonly<Record<Deployment['tone'], string>> = {
  ok: 'the last deployment worked',
  error: 'the last deployment failed; that does not mean that it is down',
  queued: 'waiting for its turn',
  moving: 'under way',
  cancelled: 'the last deployment was cancelled',
  quiet: 'no deployment is under way',
  unavailable: 'the platform does not know',
  unknown: 'a state that this app does not know',
};

/** "About 2–4 min left, as earlier ones took."; "Longer than the usual 3–5 min." Empty when too few are known, or nothing is under way. */
function timeLeftText(deployment: Deployment, usual: Usual | null, now: Instant): string {
  const left = leftText(deployment, usual, now);
  return left && `${left.charAt(0).toUpperCase()}${left.slice(1)}${left.endsWith(' left') ? ', as earlier ones took' : ''}.`;
}

/** What a deployment label means; its own source may be old while run status is not: "DEPLOYMENT ERROR (build): the last deployment failed …, by ada, 12 min ago, took 3 min 4 s." */
export function deploymentSentence(
  deployment: Deployment | null,
  now: Instant,
  source: LabelSource = CURRENT,
  usual: Usual | null = null,
): string {
  if (!deployment) return 'No deployment status: the platform has not said any yet.';
  const detail = deployment.tone !== 'queued' && deployment.detail && deployment.label !== 'UNKNOWN' ? ` (${deployment.detail})` : '';
  const facts = [
    deployment.triggeredBy ? `by ${deployment.triggeredBy}` : '',
    deployment.at === null ? '' : ago(deployment.at, now) === 'now' ? 'just now' : `${ago(deployment.at, now)} ago`,
    deployment.durationMs === null ? '' : `took ${durationText(deployment.durationMs)}`,
    deployment.isPartOfLast ? '' : 'not part of the last deployment',
    deployment.needsRedeploy ? 'needs a redeploy: its configuration changed' : '',
  ].filter(Boolean);
  const said = `${labelText(deployment)}${detail}: ${[TONES[deployment.tone], ...facts].join(', ')}.`;
  return [said, timeLeftText(deployment, usual, now), labelTrouble(source, now)].filter(Boolean).join(' ');
}
