// Deployments that failed between two readings: told once, afterwards, and without a sound, since another one came after them.
import type { Change } from '../model/changes.ts';
import { deploymentIncident } from '../model/incident.ts';
import { environmentSign } from '../model/sign.ts';
import { namesText } from '../model/wording-environment.ts';
import { plainLine } from '../model/plain-text.ts';
import { timeText } from '../model/wording.ts';
import type { Instant, World } from '../model/world.ts';
import { afterwards, failureTitle, type Failed } from './failure-words.ts';
import { logAction, troubleActions } from './notice-actions.ts';
import type { Notice, Proposal } from './notice.ts';

const CAUSE = 200;

type OverlookedChange = Extract<Change, { readonly kind: 'deployment-overlooked' }>;

/** One that failed, and the change that says so. */
export interface OverlookedFailure extends Failed {
  readonly change: OverlookedChange;
}

/** Those of the changes that failed. */
export function overlookedFailures(changes: readonly Change[], world: World): readonly OverlookedFailure[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'deployment-overlooked' || change.tone !== 'error') return [];
    const environment = world.environments[change.environmentId];
    const { executionId, label, serviceIds } = change;
    return environment ? [{ environment, failureId: executionId, executionId, label, serviceIds, change }] : [];
  });
}

/** "api failed at 14:01: image build failed." */
function whatFailed({ serviceIds, change: { at, cause } }: OverlookedFailure, world: World, now: Instant): string {
  const names = namesText(serviceIds.flatMap((id) => world.services[id]?.name ?? []));
  const why = cause ? `: ${plainLine(cause.message, CAUSE).replace(/\.$/, '')}` : '';
  return `${names === '' ? 'It' : names} failed${at === null ? '' : ` at ${timeText(at, now)}`}${why}.`;
}

/** What to tell of one; nothing where the next one failed, too. */
export function overlookedProposals(failed: OverlookedFailure, keys: readonly string[], world: World, now: Instant): readonly Proposal[] {
  const { environment, executionId, serviceIds, change } = failed;
  const { cause } = change;
  const next = afterwards(environment);
  if (next === null) return [];
  const isRepaired = environment.deployment?.tone === 'ok';
  const target = {
    environmentId: environment.id,
    executionId,
    serviceId: cause?.serviceId ?? serviceIds[0] ?? null,
    lineKey: cause?.lineKey ?? null,
  };
  const choice = { kind: 'deployment-log', target } as const;
  const notice: Notice = {
    key: `deployment/${environment.id}`,
    title: `${failureTitle(failed, world)}${isRepaired ? ', repaired since' : ''}`,
    body: `${whatFailed(failed, world, now)} ${next}`,
    urgency: 'normal',
    isSilent: true,
    icon: environmentSign(world, environment, now),
    choice,
    actions: isRepaired
      ? logAction(choice)
      : troubleActions(choice, environment.id, deploymentIncident(world, environment, { ...failed, cause })),
  };
  // What is repaired stands no more; what is not is mended by the next that works.
  const why = cause ? { cause: cause.message } : {};
  return [{ about: isRepaired ? 'recoveries' : 'deploymentErrors', environment, notice, keys, change, ...why }];
}
