// Whether settings let through what the parts propose: its switch, of what, whose deployment, and what a person knows of.
import type { NoticeSettings } from '../contract/notice-settings.ts';
import type { Settings } from '../contract/settings.ts';
import { isKnown, knownOf, silentServices } from '../model/known.ts';
import type { Deployment, Environment, Instant, World } from '../model/world.ts';
import type { Proposal } from './notice.ts';

/** A deployment that took longer is worth saying that it worked. */
const LONG_MS = 300_000;
/** The platform itself asked for it. */
const BY_ITSELF = 'QOVERY_INTERNAL';

const named = (name: string): string => name.trim().toLowerCase();

/** Whether it was asked for by one of these names. */
export function isMine({ triggeredBy, origin }: Pick<Deployment, 'triggeredBy' | 'origin'>, me: readonly string[]): boolean {
  return triggeredBy !== null && origin !== BY_ITSELF && me.some((name) => named(name) === named(triggeredBy));
}

/** Whose deployment it is has a say; where the platform does not tell, it is told. Run status is nobody's. */
function isOfMine(about: Proposal['about'], deployment: Deployment, { isOnlyMine, me }: NoticeSettings): boolean {
  const [isOwn, isOther] = [isMine(deployment, me), isOnlyMine && me.length > 0 && deployment.triggeredBy !== null];
  if (about === 'successes') return isOwn || (!isOther && (deployment.durationMs ?? 0) > LONG_MS);
  if (about === 'cancellations') return !isOwn && !isOther;
  return isOwn || !isOther;
}

function isLeftOut({ id, mode, projectId }: Environment, { leftOut }: NoticeSettings): boolean {
  return leftOut.environments.includes(id) || leftOut.modes.includes(mode) || leftOut.projects.includes(projectId);
}

/** Nobody needs to hear of it: muted, or a trouble that is known. The end of a known trouble is news, of a muted one not. */
function isSilenced({ about, serviceIds = [] }: Proposal, environment: Environment, world: World, settings: Settings): boolean {
  if (settings.mutedEnvironments.includes(environment.id) || knownOf(settings.known, environment.id)?.troubles === null) return true;
  const silent = silentServices(settings);
  if (serviceIds.length > 0 && serviceIds.every((id) => silent.has(id))) return true;
  return (about === 'deploymentErrors' || about === 'runTroubles') && isKnown(world, environment, settings);
}

/** Whether settings let it through. */
export function isWanted(proposal: Proposal, world: World, settings: Settings, now: Instant): boolean {
  const [{ about, environment, notice }, { notifications }] = [proposal, settings];
  const isPaused = notifications.pausedUntil !== null && notifications.pausedUntil > now;
  if (isPaused || !notifications[about]) return false;
  if (environment === null) return true;
  const isOfRun = notice.key.startsWith('run/');
  if (!isOfRun && environment.deployment && !isOfMine(about, environment.deployment, notifications)) return false;
  return !isLeftOut(environment, notifications) && !isSilenced(proposal, environment, world, settings);
}
