// Deployments: which ends are to be told, and in which words. Each failure counts as told once, by service, execution and label.
import { failedServices, type Change } from '../model/changes.ts';
import { plainLine } from '../model/plain-text.ts';
import { environmentSign } from '../model/sign.ts';
import type { Told } from '../model/told.ts';
import { byUrgency, hasFailedDeployment } from '../model/tray-status.ts';
import { environmentPath, namesText } from '../model/wording-environment.ts';
import type { Cause, Environment, Instant, World } from '../model/world.ts';
import { urgencyOf, type Notice, type Proposal, type Proposed } from './notice.ts';

/** One deployment that failed. */
interface Failed {
  readonly environment: Environment;
  readonly executionId: string;
  readonly label: string;
  readonly serviceIds: readonly string[];
}

const CAUSE = 200;
const STEP = 40;

/** The platform's steps as sent ("Build", "BuiltError"), in the word for what was being done. */
const STEPS: readonly (readonly [RegExp, string])[] = [
  [/^Buil[dt]/, 'Build'],
  [/^Deploy/, 'Deploy'],
  [/^Restart/, 'Restart'],
  [/^Pause/, 'Stop'],
  [/^Delete/, 'Delete'],
  [/^Cancel/, 'Cancel'],
  [/^Execut/, 'Run'],
  [/^PreCheck/, 'Pre-check'],
];
function stepText(step: string): string {
  return STEPS.find(([pattern]) => pattern.test(step))?.[1] ?? plainLine(step, STEP);
}

const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
/** The key of what is told of an environment's deployment: the next one takes its place. */
const placeOf = (environmentId: string): string => `deployment/${environmentId}`;

/** One key for each service that failed; the environment's when none is known. */
function keysOf({ environment, executionId, label, serviceIds }: Failed): readonly string[] {
  const ids = serviceIds.length > 0 ? serviceIds : [environment.id];
  return ids.map((id) => `${id}/${executionId}/${label}`);
}

/** Told as a whole (its services were not known then), or each of its services. */
function isTold(failed: Failed, { keys }: Told): boolean {
  return (
    keys.includes(`${failed.environment.id}/${failed.executionId}/${failed.label}`) || keysOf(failed).every((key) => keys.includes(key))
  );
}

/** "api, Build: missing go.sum entry for pgx. 2 more services failed." */
function causeText(cause: Cause | null, { environment, serviceIds }: Failed, world: World): string {
  const names = serviceIds.map((id) => world.services[id]?.name ?? '').filter(Boolean);
  const who = cause?.serviceName ?? world.services[cause?.serviceId ?? '']?.name ?? null;
  if (!cause) {
    const failed = names.length > 0 ? `Failed: ${namesText(names)}. ` : '';
    return environment.failure ? `${failed}The log gave no cause in time.` : failed.trim();
  }
  const others = serviceIds.filter((id) => id !== cause.serviceId).length;
  const place = [who ? plainLine(who, STEP) : null, cause.step ? stepText(cause.step) : null].filter(Boolean).join(', ');
  const first = sentence([place, plainLine(cause.message, CAUSE)].filter(Boolean).join(': '));
  return others > 0 && cause.serviceId !== null ? `${first} ${others === 1 ? '1 more service' : `${others} more services`} failed.` : first;
}

/** The cause of this very execution; null when its log gave none. */
function causeOf({ environment, executionId }: Failed): Cause | null {
  return environment.failure?.executionId === executionId ? environment.failure.cause : null;
}

function failureNotice(failed: Failed, world: World, now: Instant): Notice {
  const { environment, executionId, label } = failed;
  const cause = causeOf(failed);
  const hint = cause?.hint ? `\nHint: ${sentence(plainLine(cause.hint, CAUSE))}` : '';
  const target = { environmentId: environment.id, executionId, serviceId: cause?.serviceId ?? null, lineKey: cause?.lineKey ?? null };
  return {
    key: placeOf(environment.id),
    title: `${environmentPath(world, environment)}: ${label}`,
    body: `${causeText(cause, failed, world)}${hint}`,
    urgency: urgencyOf(environment),
    icon: environmentSign(world, environment, now),
    choice: { kind: 'deployment-log', target },
  };
}

/** Every failed deployment that stands in the world, the most urgent first. */
function standingFailures(world: World): readonly Failed[] {
  return Object.values(world.environments)
    .filter((environment) => hasFailedDeployment(environment) && environment.deployment?.isPartOfLast !== false)
    .toSorted(byUrgency)
    .map((environment) => ({
      environment,
      executionId: environment.failure?.executionId ?? environment.deployment?.executionId ?? '',
      label: environment.deployment?.label ?? 'DEPLOYMENT ERROR',
      serviceIds: failedServices(world, environment).map((service) => service.id),
    }));
}

/** What is new of failures: of those that were mended meanwhile nothing. */
function newFailures(changes: readonly Change[], world: World): readonly Failed[] {
  return changes.flatMap((change) => {
    const environment = change.kind === 'deployment-failed' ? world.environments[change.environmentId] : undefined;
    if (!environment || change.kind !== 'deployment-failed') return [];
    return environment.deployment?.tone === 'ok' ? [] : [{ ...change, environment }];
  });
}

const ENDS = {
  recoveries: 'The deployment worked: what failed before is mended.',
  successes: 'The deployment worked.',
  cancellations: 'The deployment was cancelled.',
} as const;

function endProposal(about: keyof typeof ENDS, environment: Environment, world: World, now: Instant): Proposal {
  const { deployment } = environment;
  const by = deployment?.triggeredBy ? ` Asked for by ${plainLine(deployment.triggeredBy, STEP)}.` : '';
  const target = { environmentId: environment.id, executionId: deployment?.executionId ?? null, serviceId: null, lineKey: null };
  const notice: Notice = {
    key: placeOf(environment.id),
    title: `${environmentPath(world, environment)}: ${deployment?.label ?? 'DEPLOYMENT OK'}`,
    body: `${ENDS[about]}${by}`,
    urgency: 'normal',
    icon: environmentSign(world, environment, now),
    choice: { kind: 'deployment-log', target },
  };
  return { about, environment, notice };
}

/** Environments of which a failure was told and that were deployed well since. */
function mended(world: World, { standing }: Told): readonly Environment[] {
  return Object.values(world.environments).filter(
    ({ id, deployment }) => deployment?.tone === 'ok' && !deployment.inProgress && standing.includes(placeOf(id)),
  );
}

/** Deployments that ended otherwise: mended, well, cancelled. */
function otherEnds(changes: readonly Change[], world: World, told: Told, now: Instant): readonly Proposal[] {
  const good = mended(world, told);
  const ends = changes.flatMap((change): readonly Proposal[] => {
    const environment = 'environmentId' in change ? world.environments[change.environmentId] : undefined;
    if (!environment || environment.deployment?.inProgress) return [];
    if (change.kind === 'deployment-cancelled') return [endProposal('cancellations', environment, world, now)];
    const isPlain = change.kind === 'deployment-succeeded' && !good.includes(environment);
    return isPlain ? [endProposal('successes', environment, world, now)] : [];
  });
  return [...good.map((environment) => endProposal('recoveries', environment, world, now)), ...ends];
}

/** What to tell of deployments; `told` knows it from then on. What was told and is mended is told or taken back. */
export function deploymentNotices(given: {
  readonly changes: readonly Change[];
  readonly world: World;
  readonly told: Told;
  readonly now: Instant;
}): Proposed & { readonly told: Told } {
  const { changes, world, told, now } = given;
  const isFirstLook = changes.some((change) => change.kind === 'first-look');
  const untold = (isFirstLook ? standingFailures(world) : newFailures(changes, world)).filter((failed) => !isTold(failed, told));
  const ends = otherEnds(changes, world, told, now);
  const closed = ends.filter(({ about }) => about === 'recoveries').map(({ notice }) => notice.key);
  const keys = untold.flatMap(keysOf).filter((key) => !told.keys.includes(key));
  const proposals = untold.map((failed): Proposal => {
    const notice = failureNotice(failed, world, now);
    return { about: 'deploymentErrors', environment: failed.environment, notice };
  });
  const isSame = keys.length === 0 && closed.length === 0;
  const next = { ...told, keys: [...told.keys, ...keys], standing: told.standing.filter((key) => !closed.includes(key)) };
  return { proposals: [...proposals, ...ends], closed, told: isSame ? told : next };
}
