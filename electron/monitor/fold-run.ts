// Run states: a frame is a full snapshot of each environment in it. Source of the rules: platform.md 4.3.
// Frames repeat: an environment whose part is the very object that was folded last (decode/run-reader.ts sees to that) costs nothing.
import { instancesFrom } from '../model/instance-status.ts';
import { kept, withEntries, withoutEntries } from '../model/same.ts';
import type { EnvironmentRun, RunReport, ServiceRun } from '../model/report.ts';
import type { Environment, Instant, Service, World } from '../model/world.ts';
import type { Absence, Known } from './fold.ts';
import { isOfSource } from './fold-foreign.ts';
import { withStrangers } from './fold-strangers.ts';
import { serviceWith, withServices } from './verdicts.ts';

/** An environment that two covering snapshots left out, or that is left out for this long, has nothing running. */
const ABSENT_FRAMES = 2;
const ABSENT_MS = 10_000;

/** What a report says of one environment; null: that nothing of it runs. */
interface Told {
  readonly environment: Environment;
  readonly run: EnvironmentRun | null;
}

function serviceNow(service: Service, report: ServiceRun | undefined): Service {
  if (!report) return serviceWith(service, { isCovered: true, reportedRun: null, instances: kept(service.instances, []), extras: null });
  const instances = kept(service.instances, instancesFrom(report.instances));
  const extras = kept(service.extras, report.extras ?? null);
  return serviceWith(service, { isCovered: true, reportedRun: report.state, instances, extras });
}

function servicesNow(world: World, { environment, run }: Told): readonly Service[] {
  const reports = new Map((run?.services ?? []).map((report) => [report.id, report]));
  return environment.serviceIds.flatMap((id) => {
    const service = world.services[id];
    return service ? [serviceNow(service, reports.get(id))] : [];
  });
}

function withTold(known: Known, told: readonly Told[]): Known {
  const { world } = known;
  if (told.length === 0) return known;
  const services = told.flatMap((one) => servicesNow(world, one));
  const environments = told.map(({ environment, run }) => ({ ...environment, reportedRun: run?.state ?? null }));
  const stopped = new Set(told.flatMap(({ environment, run }) => (run ? [] : [environment.id])));
  const runs = withEntries(
    known.runs,
    told.flatMap(({ environment, run }) => (run ? [[environment.id, run] as const] : [])),
  );
  return { ...known, world: withServices(world, services, environments), runs: withoutEntries(runs, stopped) };
}

/** Left out: one more frame for each environment of this source that the report does not list. */
function absencesAfter(known: Known, sourceId: string, report: RunReport, now: Instant): Known['absences'] {
  const listed = new Set(report.environments.map((run) => run.id));
  const missed = Object.values(known.world.environments).filter((one) => one.runSourceId === sourceId && !listed.has(one.id));
  const others = withoutEntries(known.absences, listed);
  if (missed.length === 0) return others;
  const counted = missed.map(({ id }) => {
    const before = others[id];
    // Counted no further than it matters: what stays absent is no change.
    return [id, { ...before, since: before?.since ?? now, frames: Math.min(ABSENT_FRAMES, (before?.frames ?? 0) + 1) }] as const;
  });
  return withEntries(others, counted);
}

/** Whom the report names: environments, and services of those of which it says something new. */
function heardOf(report: RunReport, told: readonly Told[]): readonly string[] {
  const services = told.flatMap(({ run }) => run?.services ?? []);
  return [...report.environments, ...services].map(({ id }) => id);
}

/**
 * One snapshot: what it lists is as it says, what it leaves out of a listed environment is stopped. A large one comes in parts
 * first: then the whole has little left to say, and counts the absences.
 */
export function foldRun(known: Known, sourceId: string, report: RunReport, now: Instant): Known {
  const told = report.environments.flatMap((run) => {
    const environment = known.world.environments[run.id];
    return environment && known.runs[run.id] !== run && isOfSource(environment, sourceId) ? [{ environment, run }] : [];
  });
  const next = withStrangers(withTold(known, told), heardOf(report, told));
  if (report.isPart) return next;
  const absences = absencesAfter(known, sourceId, report, now);
  return foldAbsences(absences === known.absences ? next : { ...next, absences }, now);
}

function isOver(absence: Absence, now: Instant): boolean {
  return absence.frames >= ABSENT_FRAMES || now - absence.since >= ABSENT_MS;
}

/** Environments that were left out for long enough: nothing of them runs. Those whose source is not live are left alone. */
export function foldAbsences(known: Known, now: Instant): Known {
  const { world, absences } = known;
  const gone = Object.entries(absences).flatMap(([id, absence]) => {
    const environment = world.environments[id];
    const source = environment?.runSourceId ? world.sources[environment.runSourceId] : undefined;
    const isNew = environment !== undefined && absence.told !== environment;
    return isNew && source?.state === 'live' && isOver(absence, now) ? [{ environment, run: null, absence }] : [];
  });
  if (gone.length === 0) return known;
  const next = withTold(known, gone);
  const told = gone.map(({ environment: { id }, absence }) => [id, { ...absence, told: next.world.environments[id] }] as const);
  return { ...next, absences: withEntries(absences, told) };
}
