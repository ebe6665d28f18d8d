// The small texts of rows: causes, facts, names for screen readers. Sentences about statuses are model/wording*.ts's.
import { severity } from '../../electron/model/status.ts';
import { failedServices } from '../../electron/model/changes.ts';
import type { EnvironmentFreshness, Freshness } from '../../electron/model/freshness.ts';
import { hasFailedDeployment, needsAttention } from '../../electron/model/tray-status.ts';
import { plainLine } from '../../electron/model/plain-text.ts';
import { namesText } from '../../electron/model/wording-environment.ts';
import { inSentence, problemWord } from '../../electron/model/wording-problem.ts';
import { ago, counted, labelText } from '../../electron/model/wording.ts';
import { countsText } from '../../electron/model/wording-status.ts';
import type { Deployment, Environment, Instance, Instant, Service, Termination, World } from '../../electron/model/world.ts';
import type { ServiceRow } from './rows.ts';

/** The word or words on a deployment label; the same for "nothing said yet" everywhere. */
export function labelOf(deployment: Deployment | null): string {
  return deployment ? labelText(deployment) : '';
}

/** Who triggered, short enough for its column: a first name, or what stands before the @. */
export function whoText(triggeredBy: string | null): string {
  return (triggeredBy ?? '').trim().split(/[\s@]/)[0] ?? '';
}

const ORIGINS: Readonly<Record<string, string>> = {
  GIT: 'Git push',
  CONSOLE: 'Console',
  QOVERY_INTERNAL: 'Qovery',
  TERRAFORM_PROVIDER: 'Terraform',
  SKILL: 'skill',
};
/** Who triggered and from where: "grace, Git push". */
export function triggerText(deployment: Deployment | null): string {
  const origin = deployment?.origin ?? '';
  const from = Object.hasOwn(ORIGINS, origin) ? (ORIGINS[origin] ?? '') : origin;
  return [whoText(deployment?.triggeredBy ?? null), from].filter(Boolean).join(', ');
}

/** An environment's services, as the world has them. */
export function servicesOf(world: World, environment: Environment): readonly Service[] {
  return environment.serviceIds.flatMap((id) => world.services[id] ?? []);
}

function troubleOf(service: Service): string {
  const { reason, status, busy } = service.run;
  const broken = service.instances.find((one) => one.status === 'ERROR' && !one.remnant);
  const n = reason.kind === 'counted' ? (reason.counts.ERROR ?? 0) : 0;
  const what = reason.kind === 'counted' && n > 0 ? `${n} of ${counted(reason.total, 'instance')} in ERROR` : status;
  return [what, broken?.reason ?? '', busy ? 'restarting' : ''].filter(Boolean).join(', ');
}

function runCause(world: World, environment: Environment): string {
  const bad = servicesOf(world, environment)
    .filter((one) => one.run.status === 'ERROR' || one.run.status === 'WARNING')
    .toSorted((a, b) => severity(a.run.status) - severity(b.run.status));
  const [first, ...others] = bad;
  if (!first) return '';
  return `${plainLine(`${first.name}: ${troubleOf(first)}`)}${others.length > 0 ? `, and ${others.length} more in trouble` : ''}`;
}

function deploymentCause(world: World, environment: Environment): string {
  const cause = environment.failure?.cause;
  if (cause) return plainLine(cause.serviceName ? `${cause.serviceName}: ${cause.message}` : cause.message);
  const names = namesText(failedServices(world, environment).map((one) => one.name));
  const who = names === '' ? '' : `${names}: `;
  return `${who}${environment.failure ? 'its log names no cause' : 'the cause is not read yet'}`;
}

/** Why an environment needs attention, in a line: a failed deployment's cause first, else what does not run. */
export function causeText(world: World, environment: Environment): string {
  if (environment.failure?.cause && hasFailedDeployment(environment)) return deploymentCause(world, environment);
  const run = runCause(world, environment);
  if (run) return run;
  if (hasFailedDeployment(environment)) return deploymentCause(world, environment);
  return needsAttention(environment) ? 'its services do not say why' : 'nothing needs attention any more';
}

const WHY_UNKNOWN: Readonly<Partial<Record<Freshness, string>>> = {
  waiting: 'no run status yet',
  'agent-away': "no run status: the cluster's agent is away",
  refused: 'no run status: the token may not read it',
  unreachable: 'no run status: the connection is lost',
  stale: 'no run status: nothing new was heard',
};

function whyUnknown({ run, runProblem }: Pick<EnvironmentFreshness, 'run' | 'runProblem'>): string {
  const isOurs = runProblem !== null && (run === 'unreachable' || (run === 'refused' && runProblem.kind !== 'forbidden'));
  return isOurs ? `no run status: ${inSentence(problemWord(runProblem))}` : (WHY_UNKNOWN[run] ?? '');
}

/** The facts of an environment's second line: "9 services, 1 stopped"; how far its deployment is takes the count's place. */
export function factsText(environment: Environment, fresh: Pick<EnvironmentFreshness, 'run' | 'runProblem'>, progress = ''): string {
  const count = environment.serviceIds.length;
  const unknown = environment.run.status === 'UNKNOWN' ? whyUnknown(fresh) : '';
  const facts = [
    progress || (count === 0 ? 'no services' : counted(count, 'service')),
    environment.run.stopped > 0 ? `${environment.run.stopped} stopped` : '',
    unknown,
    environment.deployment?.needsRedeploy ? 'needs a redeploy' : '',
  ];
  return facts.filter(Boolean).join(', ');
}

/** An environment's row for those who hear it: name, run status, deployment label, then what else the row says. */
export function environmentSpoken(environment: Environment, projectName: string, more: string): string {
  return [environment.name, environment.run.status, labelOf(environment.deployment), projectName, more].filter(Boolean).join(', ');
}

/** A service's row for those who hear it. */
export function serviceSpoken({ service }: ServiceRow): string {
  const drift = service.deployment?.needsRedeploy ? 'needs a redeploy' : '';
  return [service.name, service.run.status, labelOf(service.deployment), drift].filter(Boolean).join(', ');
}

/** What the pips show, in words: "3 RUNNING, 1 STARTING, 1 on the old version". */
export function pipsText(instances: readonly { readonly instance: Instance; readonly isOld: boolean }[]): string {
  const live = instances.filter(({ instance }) => !instance.remnant);
  const counts: Partial<Record<Instance['status'], number>> = {};
  for (const { instance } of live) counts[instance.status] = (counts[instance.status] ?? 0) + 1;
  const old = live.filter(({ isOld }) => isOld).length;
  return [countsText(counts), old > 0 ? `${old} on the old version` : ''].filter(Boolean).join(', ');
}

/** A version in a column: a long commit id by its first seven characters. */
export function shortVersion(version: string): string {
  return /^[0-9a-f]{12,}$/i.test(version) ? version.slice(0, 7) : version;
}

/** "OOMKilled (exit code 137)", "exit code 1". */
function endText({ reason, exitCode }: Termination): string {
  const code = `exit code ${exitCode ?? 'unknown'}`;
  return reason === '' ? code : exitCode === null ? reason : `${reason} (${code})`;
}

/** The second line of an instance: why it is as it is. */
export function instanceReason(instance: Instance, isOld: boolean, now: Instant): string {
  const ended = instance.lastTermination;
  const endedAt = ended?.at ? `, ${ago(ended.at, now)} ago` : '';
  const parts = [
    isOld ? 'old version' : '',
    instance.remnant ? 'a remnant, not counted' : '',
    instance.reason,
    instance.message,
    instance.restarts > 0 ? counted(instance.restarts, 'restart') : '',
    ended && ended.reason !== 'Completed' ? `last ended with ${endText(ended)}${endedAt}` : '',
  ];
  return plainLine(parts.filter(Boolean).join(', '));
}

/** Whether an instance has something to say beside being old. */
export function hasReason(instance: Instance): boolean {
  return instanceReason(instance, false, 0) !== '';
}
