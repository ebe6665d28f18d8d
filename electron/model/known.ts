// What a person knows of, or does not want to hear of for now: it is not notified and does not count in the tray.
import { failedServices } from './changes.ts';
import { causeFingerprint } from './fingerprint.ts';
import { environmentFreshness, isCurrent } from './freshness.ts';
import { hasFailedDeployment } from './tray-status.ts';
import type { Environment, Instant, Service, World } from './world.ts';

/** One environment whose troubles are known. Without end by time it ends when all is well, or when another trouble comes. */
export interface Known {
  readonly environmentId: string;
  /** Muted is this service alone; absent: the environment. */
  readonly serviceId?: string;
  /** These troubles alone ("I know"); null: whatever they are (muted). */
  readonly troubles: readonly string[] | null;
  /** null: until it is fixed. */
  readonly until: Instant | null;
}

/** What settings say of silence. Environments muted for ever stand apart: windows hide them, too. */
export interface Silenced {
  readonly mutedEnvironments: readonly string[];
  /** Services muted for ever. */
  readonly mutedServices: readonly string[];
  readonly known: readonly Known[];
}

/** One trouble, and the services of which alone it is; empty: it is nobody's. */
interface Trouble {
  readonly text: string;
  readonly serviceIds: readonly string[];
}

function deploymentTrouble(world: World, environment: Environment): readonly Trouble[] {
  if (!hasFailedDeployment(environment)) return [];
  const cause = environment.failure?.cause;
  const failed = failedServices(world, environment).map((service) => service.id);
  const serviceIds = failed.length === 0 && cause?.serviceId ? [cause.serviceId] : failed;
  return [{ text: `deployment|${cause ? causeFingerprint(cause) : failed.toSorted().join()}`, serviceIds }];
}

const isBad = ({ run }: Pick<Environment, 'run'>): boolean => run.status === 'ERROR' || run.status === 'WARNING';

function allTroubles(world: World, environment: Environment): readonly Trouble[] {
  const services = environment.serviceIds.flatMap((id) => world.services[id] ?? []).filter(isBad);
  const isBadAlone = services.length === 0 && isBad(environment);
  const run = services.map(({ id }) => ({ text: `run|${id}`, serviceIds: [id] }));
  return [...deploymentTrouble(world, environment), ...(isBadAlone ? [{ text: 'run|', serviceIds: [] }] : run)];
}

/** What ails an environment, each as a text that stays the same while the trouble does. */
export function troublesOf(world: World, environment: Environment): readonly string[] {
  return allTroubles(world, environment).map(({ text }) => text);
}

function covers({ troubles }: Known, all: readonly string[]): boolean {
  return troubles === null || all.every((trouble) => troubles.includes(trouble));
}

/** What is said of the environment as a whole. */
export function knownOf(known: readonly Known[], id: string): Known | undefined {
  return known.find(({ environmentId, serviceId }) => environmentId === id && serviceId === undefined);
}

/** Ids of services that are muted alone, for ever or for a while. */
export function silentServices({ mutedServices, known }: Silenced): ReadonlySet<string> {
  return new Set([...mutedServices, ...known.flatMap(({ serviceId }) => serviceId ?? [])]);
}

/** Whether what ails it now is known, or is of muted services alone. */
export function isKnown(world: World, environment: Environment, silenced: Silenced): boolean {
  const [one, silent, all] = [knownOf(silenced.known, environment.id), silentServices(silenced), allTroubles(world, environment)];
  if (one?.troubles === null || all.length === 0) return one !== undefined;
  const isSilent = ({ serviceIds }: Trouble): boolean => serviceIds.length > 0 && serviceIds.every((id) => silent.has(id));
  return all.every((trouble) => isSilent(trouble) || one?.troubles?.includes(trouble.text) === true);
}

/** Environments in trouble that a person knows of. */
export function knownInTrouble(world: World, silenced: Silenced): readonly Environment[] {
  const ofServices = silenced.mutedServices.flatMap((id) => world.services[id]?.environmentId ?? []);
  const ids = new Set([...silenced.known.map(({ environmentId }) => environmentId), ...ofServices]);
  return [...ids].flatMap((id) => {
    const environment = world.environments[id];
    if (!environment || silenced.mutedEnvironments.includes(id)) return [];
    return troublesOf(world, environment).length > 0 && isKnown(world, environment, silenced) ? [environment] : [];
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

/** The same of one service; one that is gone needs no mending. */
function isServiceFixed(world: World, environment: Environment, service: Service | undefined, now: Instant): boolean {
  const { run, deployment } = environmentFreshness(world, environment, now);
  if (!isCurrent(run) || !isCurrent(deployment) || environment.deployment?.inProgress) return false;
  if (!service) return true;
  const isCalm = !service.run.busy && !['ERROR', 'WARNING', 'UNKNOWN', 'STARTING', 'STOPPING'].includes(service.run.status);
  return isCalm && service.deployment?.tone !== 'error';
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
    if (one.serviceId !== undefined)
      return isUneasy(environment.id) || !isServiceFixed(world, environment, world.services[one.serviceId], now);
    return covers(one, troublesOf(world, environment)) && (isUneasy(environment.id) || !isFixed(world, environment, now));
  });
  return left.length === known.length ? known : left;
}

/** The list with this one in place of what was said of its environment, or of its service, before. */
export function withKnown(known: readonly Known[], one: Known): readonly Known[] {
  return [...known.filter(({ environmentId, serviceId }) => environmentId !== one.environmentId || serviceId !== one.serviceId), one];
}
