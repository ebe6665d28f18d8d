// Deployments: which ends are to be told, and in which words. Each failure counts as told once, by service, execution and label.
import { failedServices, isLastFailed, type Change } from '../model/changes.ts';
import { causeFingerprint } from '../model/fingerprint.ts';
import { deploymentIncident } from '../model/incident.ts';
import { plainLine } from '../model/plain-text.ts';
import { environmentSign } from '../model/sign.ts';
import type { Told, ToldCause } from '../model/told.ts';
import { byUrgency } from '../model/tray-status.ts';
import { environmentPath } from '../model/wording-environment.ts';
import type { Environment, Instant, World } from '../model/world.ts';
import { addedText, causeOf, failureText, failureTitle, type Failed } from './failure-words.ts';
import { logAction, troubleActions } from './notice-actions.ts';
import { overlookedFailures, overlookedProposals } from './overlooked-notices.ts';
import { urgencyOf, type Notice, type Proposal, type Proposed } from './notice.ts';

/** A cause that was not seen for so long is new again. */
const FORGOTTEN_MS = 30 * 86_400_000;
const BY = 40;
/** The key of what is told of an environment's deployment: the next one takes its place. */
const placeOf = (environmentId: string): string => `deployment/${environmentId}`;

/** One key for each service that failed; the environment's when none is known. */
function keysOf({ environment, failureId, label, serviceIds }: Failed): readonly string[] {
  const ids = serviceIds.length > 0 ? serviceIds : [environment.id];
  return ids.map((id) => `${id}/${failureId}/${label}`);
}

/** Told as a whole (its services were not known then), or each of its services. */
function isTold(failed: Failed, { keys }: Told): boolean {
  return keys.includes(`${failed.environment.id}/${failed.failureId}/${failed.label}`) || keysOf(failed).every((key) => keys.includes(key));
}

/** Services that failed since this very failure was told; none when it was not told yet. */
function addedIds(failed: Failed, { keys }: Told): readonly string[] {
  const isToldOf = (id: string): boolean => keys.includes(`${id}/${failed.failureId}/${failed.label}`);
  return failed.serviceIds.some(isToldOf) ? failed.serviceIds.filter((id) => !isToldOf(id)) : [];
}

/** Failures that were told, still stand, and took more services with them since. */
function grownFailures(world: World, told: Told): readonly Failed[] {
  if (told.standing.length === 0) return [];
  const standing = standingFailures(world).filter(({ environment }) => told.standing.includes(placeOf(environment.id)));
  return standing.filter((failed) => !isTold(failed, told) && addedIds(failed, told).length > 0);
}

function failureNotice(failed: Failed, world: World, told: Told, now: Instant): Notice {
  const { environment, executionId } = failed;
  const cause = causeOf(failed);
  const added = addedIds(failed, told);
  const seen = added.length > 0 ? null : seenCause(failed, told);
  const target = { environmentId: environment.id, executionId, serviceId: cause?.serviceId ?? null, lineKey: cause?.lineKey ?? null };
  const choice = { kind: 'deployment-log', target } as const;
  return {
    key: placeOf(environment.id),
    title: failureTitle(failed, world),
    body: `${addedText(added, world)}${failureText(failed, world, seen, now)}`,
    urgency: urgencyOf(environment),
    isSilent: seen !== null && told.standing.includes(placeOf(environment.id)),
    icon: environmentSign(world, environment, now),
    choice,
    actions: troubleActions(choice, environment.id, deploymentIncident(world, environment, { ...failed, cause })),
  };
}

/** Whether this cause was told before, in another execution; null when it was not, or when there is none. */
function seenCause(failed: Failed, { causes }: Told): ToldCause | null {
  const cause = causeOf(failed);
  const fingerprint = cause && causeFingerprint(cause);
  return causes.find((one) => one.environmentId === failed.environment.id && one.fingerprint === fingerprint) ?? null;
}

/** The causes with those of these failures counted, the newest last; those of long ago are forgotten. */
function withCauses(told: Told, all: readonly Failed[], now: Instant): Told['causes'] {
  const counted = all.flatMap((failed): readonly ToldCause[] => {
    const [cause, seen] = [causeOf(failed), seenCause(failed, told)];
    if (!cause) return [];
    const first = seen ?? { environmentId: failed.environment.id, fingerprint: causeFingerprint(cause), count: 0, firstAt: now };
    return [{ ...first, count: first.count + 1, lastAt: now }];
  });
  const isOther = (one: ToldCause): boolean =>
    now - one.lastAt < FORGOTTEN_MS &&
    !counted.some((two) => two.environmentId === one.environmentId && two.fingerprint === one.fingerprint);
  return [...told.causes.filter(isOther), ...counted];
}

/** Every failed deployment that stands in the world, the most urgent first. */
function standingFailures(world: World): readonly Failed[] {
  return Object.values(world.environments)
    .filter((environment) => isLastFailed(world, environment) && environment.deployment?.isPartOfLast !== false)
    .toSorted(byUrgency)
    .map((environment) => ({
      environment,
      failureId: environment.failure?.executionId ?? environment.deployment?.executionId ?? '',
      executionId: environment.deployment?.executionId ?? null,
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

function endProposal(about: keyof typeof ENDS, environment: Environment, world: World, now: Instant, change?: Change): Proposal {
  const { deployment } = environment;
  const by = deployment?.triggeredBy ? ` Asked for by ${plainLine(deployment.triggeredBy, BY)}.` : '';
  const target = { environmentId: environment.id, executionId: deployment?.executionId ?? null, serviceId: null, lineKey: null };
  const choice = { kind: 'deployment-log', target } as const;
  const notice: Notice = {
    key: placeOf(environment.id),
    title: `${environmentPath(world, environment)}: ${deployment?.label ?? 'DEPLOYMENT OK'}`,
    body: `${ENDS[about]}${by}`,
    urgency: 'normal',
    isSilent: false,
    icon: environmentSign(world, environment, now),
    choice,
    actions: logAction(choice),
  };
  return { about, environment, notice, ...(change ? { change } : {}) };
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
    if (change.kind === 'deployment-cancelled') return [endProposal('cancellations', environment, world, now, change)];
    const isPlain = change.kind === 'deployment-succeeded' && !good.includes(environment);
    return isPlain ? [endProposal('successes', environment, world, now, change)] : [];
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
  const fresh = (isFirstLook ? standingFailures(world) : newFailures(changes, world)).filter((failed) => !isTold(failed, told));
  const grown = grownFailures(world, told).filter(({ environment }) => fresh.every((one) => one.environment !== environment));
  const untold = [...fresh, ...grown];
  const passed = overlookedFailures(changes, world).filter((failed) => !isTold(failed, told));
  const ends = otherEnds(changes, world, told, now);
  const closed = ends.filter(({ about }) => about === 'recoveries').map(({ notice }) => notice.key);
  const keys = [...untold, ...passed].flatMap(keysOf).filter((key) => !told.keys.includes(key));
  const proposals = untold.map((failed): Proposal => {
    const notice = failureNotice(failed, world, told, now);
    const { environment, failureId, executionId, label, serviceIds } = failed;
    const change: Change = { kind: 'deployment-failed', environmentId: environment.id, failureId, executionId, label, serviceIds };
    const cause = causeOf(failed);
    const why = cause ? { cause: cause.message } : {};
    return { about: 'deploymentErrors', environment, notice, serviceIds, keys: keysOf(failed), change, ...why };
  });
  // Of several in one environment the last is told, and none where an earlier failure is told to be mended anyway.
  const last = passed.filter(
    ({ environment }, i) =>
      passed.findLastIndex((one) => one.environment === environment) === i && !closed.includes(placeOf(environment.id)),
  );
  const afterwards = last.flatMap((failed) => overlookedProposals(failed, keysOf(failed), world, now));
  const isSame = keys.length === 0 && closed.length === 0;
  const next: Told = {
    keys: [...told.keys, ...keys],
    standing: told.standing.filter((key) => !closed.includes(key)),
    causes: withCauses(
      told,
      fresh.filter((failed) => addedIds(failed, told).length === 0),
      now,
    ),
  };
  return { proposals: [...proposals, ...afterwards, ...ends], closed, told: isSame ? told : next };
}
