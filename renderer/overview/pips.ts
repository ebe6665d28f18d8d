// Instances as pips: one each while they are few or differ, else one with a count. New versions come before old ones, so that
// a rollout fills from the left.
import type { RunStatus } from '../../electron/model/status.ts';
import type { Instance, Service } from '../../electron/model/world.ts';
import type { PipShape } from '../ui/pip.tsx';

/** An instance with what its place among the others says. */
export interface ShownInstance {
  readonly instance: Instance;
  readonly isOld: boolean;
}
/** One pip; `count` stands beside it when it speaks for several. */
export interface PipGroup {
  readonly shape: PipShape;
  readonly isOld: boolean;
  readonly count: number;
}

const FEW_ALIKE = 3;
const FEW_DIFFERENT = 6;

const SHAPES: Readonly<Record<RunStatus, PipShape>> = {
  ERROR: 'error',
  WARNING: 'error',
  STARTING: 'starting',
  STOPPING: 'stopping',
  RUNNING: 'running',
  COMPLETED: 'running',
  STOPPED: 'stopped',
  UNKNOWN: 'unknown',
  EMPTY: 'unknown',
};

/** The sign of one instance. */
export function pipShape(instance: Instance): PipShape {
  return instance.unstable ? 'unstable' : SHAPES[instance.status];
}

/** The version of the instance that started last; "" when none names one. */
function newestVersion(instances: readonly Instance[]): string {
  const named = instances.filter((one) => one.version !== '' && !one.remnant);
  return named.toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0))[0]?.version ?? '';
}

/** A service's instances: new version first, remnants last, else as the platform lists them. */
export function instancesShown(service: Service): readonly ShownInstance[] {
  const newest = newestVersion(service.instances);
  const shown = service.instances.map((instance) => ({
    instance,
    isOld: instance.version !== '' && newest !== '' && instance.version !== newest,
  }));
  const rank = ({ instance, isOld }: ShownInstance): number => (instance.remnant ? 2 : 0) + (isOld ? 1 : 0);
  return shown.toSorted((a, b) => rank(a) - rank(b));
}

/** The pips of a service; none for what has finished, for remnants, and for services without instances. */
export function pipsOf(service: Service): readonly PipGroup[] {
  const live = instancesShown(service).filter(({ instance }) => !instance.remnant && instance.status !== 'COMPLETED');
  const signs = live.map(({ instance, isOld }) => ({ shape: pipShape(instance), isOld }));
  const groups: PipGroup[] = [];
  for (const sign of signs) {
    const at = groups.findIndex((group) => group.shape === sign.shape && group.isOld === sign.isOld);
    const group = groups[at];
    if (group) groups[at] = { ...group, count: group.count + 1 };
    else groups.push({ ...sign, count: 1 });
  }
  const most = groups.length > 1 ? FEW_DIFFERENT : FEW_ALIKE;
  return signs.length <= most ? signs.map((sign) => ({ ...sign, count: 1 })) : groups;
}
