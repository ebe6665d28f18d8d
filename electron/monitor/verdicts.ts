// Puts changed services and environments into the world and draws the verdicts that follow: service first, then environment.
import { environmentRun } from '../model/environment-status.ts';
import { kept, withEntries } from '../model/same.ts';
import { serviceRun } from '../model/service-status.ts';
import type { Environment, Service, World } from '../model/world.ts';

/** What is newly known of one service; what is left out stays. `isCovered`: a snapshot of run status covered it. */
export type ServiceNews = Partial<Pick<Service, 'reportedRun' | 'instances' | 'extras' | 'deployment' | 'databaseMode'>> & {
  readonly isCovered?: boolean;
};

/** Whether any snapshot covered it so far: its verdict then rests on something. */
const wasCovered = (service: Service): boolean => service.run.reason.kind !== 'no-data' && service.run.reason.kind !== 'from-deployment';

/** The service with its news and the verdict that follows. */
export function serviceWith(service: Service, news: ServiceNews): Service {
  const { isCovered = wasCovered(service), ...facts } = news;
  const next = { ...service, ...facts };
  const run = serviceRun({
    kind: next.kind,
    jobKind: next.jobKind,
    databaseMode: next.databaseMode,
    isCovered,
    reported: next.reportedRun,
    instances: next.instances,
    extras: next.extras,
    deployment: next.deployment,
    previous: service.run,
  });
  return kept(service, { ...next, run });
}

/** The environment judged anew from its services. */
export function judged(environment: Environment, services: Readonly<Record<string, Service>>): Environment {
  const own = environment.serviceIds.flatMap((id) => services[id] ?? []);
  return kept(environment, { ...environment, run: kept(environment.run, environmentRun(own)) });
}

/** The world with these services in place of the old ones, and the environments they belong to judged anew. */
export function withServices(world: World, changed: readonly Service[], environments: readonly Environment[] = []): World {
  const services = withEntries(
    world.services,
    changed.map((service) => [service.id, service] as const),
  );
  const touched = new Map(environments.map((environment) => [environment.id, environment]));
  for (const service of changed) {
    const environment = touched.get(service.environmentId) ?? world.environments[service.environmentId];
    if (environment && services[service.id] !== world.services[service.id]) touched.set(environment.id, environment);
  }
  const next = withEntries(
    world.environments,
    [...touched.values()].map((environment) => [environment.id, judged(environment, services)] as const),
  );
  return services === world.services && next === world.environments ? world : { ...world, services, environments: next };
}
