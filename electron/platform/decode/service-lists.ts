// The lists, one per kind of service, in which statuses come. REST says `terraforms`, frames of run state say `terraform`.
import type { WireStatusLists } from '../wire/deployment.ts';
import type { WireEnvironmentRun } from '../wire/run.ts';

/** Every list of services that any reply or frame holds. */
export const SERVICE_LISTS = [
  'applications',
  'containers',
  'databases',
  'jobs',
  'helms',
  'terraforms',
  'terraform',
  'argocd_apps',
  'agentic_workflows',
] as const satisfies readonly (keyof WireStatusLists | keyof WireEnvironmentRun)[];

export type ServiceLists = Readonly<Record<(typeof SERVICE_LISTS)[number], unknown>>;
