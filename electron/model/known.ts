// What a person knows of, or does not want to hear of for now: it is not notified and does not count in the tray.
import { failedServices } from './changes.ts';
import { causeFingerprint } from './fingerprint.ts';
import { environmentFreshness, isCurrent } from './freshness.ts';
import { hasFailedDeployment } from './tray-status.ts';
import type { Environment, Instant, World } from './world.ts';

/** One environment whose troubles are known. Without end by time it ends when all is well, or when another trouble comes. */
export interface Known {
  readonly environmentId: string;
  /** These troubles alone ("I know"); null: whatever they are (muted). */
  readonly troubles: readonly string[] | null;
  /** null: until it is fixed. */
  readonly until: Instant | null;
}

/** What settings say of silence. Environments muted for ever stand apart: windows hide them, too. */
export interface Silenced {
  readonly mutedEnvironments: readonly string[];
  readonly known: readonly Known[];
}

function deploymentTrouble(world: World, environment: Environment): readonly string[] {
  if (!hasFailedDeployment(environment)) return [];
  const cause = environment.failure?.cause;
  const services = failedServices(world, environment).map((service) => service.id);
  return [`deployment|${cause ? causeFingerprint(cause) : services.toSorted().join()}`];
}

const isBad = ({ run }: Pick<Environment, 'run'>): boolean => run.status === 'ERROR' || run.status === 'WARNING';

/** What ails an environment, each as a text that stays the same while the trouble does. */
export function troublesOf(world: World, environment: Environment): readonly string[] {
  const services = environment.serviceIds.flatMap((id) => world.services[id] ?? []).filter(isBad);
  const run = services.length === 0 && isBad(environment) ? ['run|'] : services.map(({ id }) => `run|${id}`);
  return [...deploymentTrouble(world, environment), ...run];
}

function covers({ troubles }: Known, all: readonly string[]): boolean {
  return troubles === null || all.every((trouble) => troubles.includes(trouble));
}

/** Whether what ails it now is known. */
export function isKnown(world: World, environment: Environment, known: readonly Known[]): boolean {
  const one = known.find(({ environmentId }) => environmentId === environment.id);
  return one !== undefined && covers(one, troublesOf(world, environment));
}

/** Environments in trouble that a person knows of. */
export function knownInTrouble(world: World, { known, mutedEnvironments }: Silenced): readonly Environment[] {
  return known.flatMap(({ environmentId }) => {
    const environment = world.environments[environmentId];
    if (!environment || mutedEnvironments.includes(environmentId)) return [];
    return troublesOf(world, environment).length > 0 && isKnown(world, environment, known) ? [environment] : [];
  });
}

/** Ids of environments that do not count in the tray: muted for ever, or in a trouble that is known. */
export function uncounted(world: World, silenced: Silenced): readonly string[] {
  const inTrouble = knownInTrouble(world, silenced);
  return inTrouble.length === 0 ? silenced.mutedEnvironments : [...silenced.mutedEnvironments, ...inTrouble.map(({ id }) => id)];
}

/** Fixed: nothing ails it, nothing moves, and that is current. */
function isFixed(world: World, environment: Environment, now: Instant): boolean {
  const { run, deployment } = environmentFreshness(world, environment, now);
  if (!isCurrent(run) || !isCurrent(deployment) || environment.deployment?.inProgress || environment.run.busy) return false;
  return troublesOf(world, environment).length === 0 && !['UNKNOWN', 'STARTING', 'STOPPING'].includes(environment.run.status);
}

/** What is still known at `now`; the same list when nothing has ended. `isUneasy`: services of it ran badly a moment ago. */
export function stillKnown(
  known: readonly Known[],
  world: World,
  isUneasy: (environmentId: string) => boolean,
  now: Instant,
): readonly Known[] {
  const left = known.filter((one) => {
    if (one.until !== null) return now < one.until;
    const environment = world.environments[one.environmentId];
    if (!environment) return true;
    return covers(one, troublesOf(world, environment)) && (isUneasy(environment.id) || !isFixed(world, environment, now));
  });
  return left.length === known.length ? known : left;
}

/** The list with this one in place of what was said of its environment before. */
export function withKnown(known: readonly Known[], one: Known): readonly Known[] {
  return [...known.filter(({ environmentId }) => environmentId !== one.environmentId), one];
}
