// Which changes of run status are to be written: those between settled statuses. What starts, stops or is not known is on its
// way, and says nothing yet; one line for an environment holds all of its services that changed at once.
import type { RunEntry, RunStep } from '../model/history.ts';
import { plainLine } from '../model/plain-text.ts';
import type { RunStatus } from '../model/status.ts';
import { instancesText } from '../model/wording-instance.ts';
import type { Instant, Service, World } from '../model/world.ts';
import type { HistoryMemory } from './history-memory.ts';
import { placeOf } from './place.ts';

const NAME = 120;
const isBad = (status: RunStatus): boolean => status === 'ERROR' || status === 'WARNING';

/** The status without what passes; null: not settled. A job runs, ends and is away by turns: it is well, or it is not. */
function settled({ kind, run: { status } }: Service): RunStatus | null {
  if (kind === 'JOB') return isBad(status) ? status : status === 'UNKNOWN' ? null : 'RUNNING';
  if (status === 'COMPLETED') return 'RUNNING';
  return isBad(status) || status === 'RUNNING' || status === 'STOPPED' ? status : null;
}

interface Seen {
  readonly service: Service;
  readonly step: RunStep;
}

/** Services that are settled otherwise than they were last. What is seen for the first time is news when it is bad. */
function steps(services: readonly Service[], memory: HistoryMemory): readonly Seen[] {
  return services.flatMap((service) => {
    const [to, from] = [settled(service), memory.services[service.id] ?? null];
    if (to === null || to === from || (from === null && !isBad(to))) return [];
    return [
      { service, step: { id: service.id, name: plainLine(service.name, NAME), from, to, why: isBad(to) ? instancesText(service) : '' } },
    ];
  });
}

/** Entries, and the settled statuses of all that was looked at. */
export interface RunNews {
  readonly entries: readonly RunEntry[];
  readonly services: HistoryMemory['services'];
}

/** What of run statuses is to be written. `isWhole`: everything is looked at, not only what changed. */
export function runEntries(before: World, after: World, memory: HistoryMemory, isWhole: boolean, now: Instant): RunNews {
  const changed = Object.values(after.services).filter((one) => isWhole || before.services[one.id] !== one);
  const found = steps(changed, memory);
  const entries = [...new Set(found.map(({ service }) => service.environmentId))].flatMap((id): readonly RunEntry[] => {
    const environment = after.environments[id];
    if (!environment) return [];
    const own = found.filter(({ service }) => service.environmentId === id).map(({ step }) => step);
    const from = memory.environments[id] ?? null;
    return [{ kind: 'run', at: now, ...placeOf(after, environment), from, to: environment.run.status, services: own }];
  });
  const fresh = changed.flatMap((service) => {
    const status = settled(service);
    return status === null || memory.services[service.id] === status ? [] : [[service.id, status] as const];
  });
  return { entries, services: fresh.length === 0 ? memory.services : { ...memory.services, ...Object.fromEntries(fresh) } };
}
