// Deployments that failed between two readings: told once, afterwards, and without a sound, since another one came after them.
import type { Change } from '../model/changes.ts';
import { environmentSign } from '../model/sign.ts';
import { environmentPath, namesText } from '../model/wording-environment.ts';
import { labelText, timeText } from '../model/wording.ts';
import type { Environment, Instant, World } from '../model/world.ts';
import type { Failed } from './failure-words.ts';
import type { Notice, Proposal } from './notice.ts';

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
    return environment ? [{ environment, executionId, label, serviceIds, change }] : [];
  });
}

/** What came after it: "The next deployment worked." Null when that has failed, too, and is told itself. */
function afterwards({ deployment }: Environment): string | null {
  if (!deployment || deployment.tone === 'error') return null;
  if (deployment.tone === 'ok') return 'The next deployment worked.';
  return deployment.inProgress ? 'The next deployment is under way.' : `The next deployment: ${labelText(deployment)}.`;
}

/** What to tell of one; nothing where the next one failed, too. */
export function overlookedProposals(failed: OverlookedFailure, keys: readonly string[], world: World, now: Instant): readonly Proposal[] {
  const { environment, executionId, label, serviceIds, change } = failed;
  const next = afterwards(environment);
  if (next === null) return [];
  const names = namesText(serviceIds.flatMap((id) => world.services[id]?.name ?? []));
  const isRepaired = environment.deployment?.tone === 'ok';
  const notice: Notice = {
    key: `deployment/${environment.id}`,
    title: `${environmentPath(world, environment)}: ${label}${isRepaired ? ', repaired since' : ''}`,
    body: `${names === '' ? 'It' : names} failed${change.at === null ? '' : ` at ${timeText(change.at, now)}`}. ${next}`,
    urgency: 'normal',
    isSilent: true,
    icon: environmentSign(world, environment, now),
    choice: {
      kind: 'deployment-log',
      target: { environmentId: environment.id, executionId, serviceId: serviceIds[0] ?? null, lineKey: null },
    },
  };
  // What is repaired stands no more; what is not is mended by the next that works.
  return [{ about: isRepaired ? 'recoveries' : 'deploymentErrors', environment, notice, keys, change }];
}
