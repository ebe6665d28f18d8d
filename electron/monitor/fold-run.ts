// Run states: a frame is a full snapshot of each environment in it. Source of the rules: platform.md 4.3.
import { instancesFrom } from '../model/instance-status.ts';
import { kept } from '../model/same.ts';
import type { EnvironmentRun, RunReport, ServiceRun } from '../model/report.ts';
import type { Environment, Instant, Service, World } from '../model/world.ts';
import type { Absence, Known } from './fold.ts';
import { serviceWith, withServices } from './verdicts.ts';

/** An environment that two covering snapshots left out, or that is left out for this long, has nothing running. */
const ABSENT_FRAMES = 2;
const ABSENT_MS = 10_000;

function serviceNow(service: Service, report: ServiceRun | undefined): Service {
  if (!report) return serviceWith(service, { isCovered: true, reportedRun: null, instances: kept(service.instances, []) });
  const instances = kept(service.instances, instancesFrom(report.instances));
  return serviceWith(service, { isCovered: true, reportedRun: report.state, instances });
}

function servicesOf(world: World, environment: Environment): readonly Service[] {
  return environment.serviceIds.flatMap((id) => world.services[id] ?? []);
}

function withEnvironment(world: World, environment: Environment, run: EnvironmentRun | null): World {
  const reports = new Map((run?.services ?? []).map((report) => [report.id, report]));
  const services = servicesOf(world, environment).map((service) => serviceNow(service, reports.get(service.id)));
  return withServices(world, services, [{ ...environment, reportedRun: run?.state ?? null }]);
}

function isOver(absence: Absence, now: Instant): boolean {
  return absence.frames >= ABSENT_FRAMES || now - absence.since >= ABSENT_MS;
}

/** One snapshot: what it lists is as it says, what it leaves out of a listed environment is stopped. */
export function foldRun(known: Known, sourceId: string, report: RunReport, now: Instant): Known {
  let { world } = known;
  const absences: Record<string, Absence> = { ...known.absences };
  for (const run of report.environments) {
    const environment = world.environments[run.id];
    delete absences[run.id];
    if (environment) world = withEnvironment(world, environment, run);
  }
  const listed = new Set(report.environments.map((run) => run.id));
  for (const environment of Object.values(world.environments)) {
    if (environment.runSourceId !== sourceId || listed.has(environment.id)) continue;
    const absence = absences[environment.id];
    absences[environment.id] = { since: absence?.since ?? now, frames: (absence?.frames ?? 0) + 1 };
  }
  return foldAbsences({ ...known, world, absences: kept(known.absences, absences) }, now);
}

/** Environments that were left out for long enough: nothing of them runs. Those whose source is not live are left alone. */
export function foldAbsences(known: Known, now: Instant): Known {
  let { world } = known;
  for (const [id, absence] of Object.entries(known.absences)) {
    const environment = world.environments[id];
    const source = environment?.runSourceId ? world.sources[environment.runSourceId] : undefined;
    if (environment && source?.state === 'live' && isOver(absence, now)) world = withEnvironment(world, environment, null);
  }
  return world === known.world ? known : { ...known, world };
}
