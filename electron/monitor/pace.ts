// How fast to ask: from the account's size, who looks, power, what the last hour cost and what the platform says is left.
// Source of the budget: platform.md 9 (1,000 requests an hour and token, shared with the person's CI).
import { NO_REQUESTS, type Requests } from '../model/requests.ts';
import type { Instant } from '../model/world.ts';

/** What goes on around the app. */
export interface Circumstances {
  /** One of our windows is in sight. */
  readonly isWatched: boolean;
  readonly isOnBattery: boolean;
  /** The computer sleeps, or is about to: nothing is asked. */
  readonly isAsleep: boolean;
}
export const WATCHED: Circumstances = { isWatched: true, isOnBattery: false, isAsleep: false };

/** What asking costs and may cost. */
export interface Economy {
  readonly circumstances: Circumstances;
  readonly requests: Requests;
  /** A person asked for news: until then the reserve may be used. */
  readonly urgentUntil: Instant;
}
export const FRESH_ECONOMY: Economy = { circumstances: WATCHED, requests: NO_REQUESTS, urgentUntil: 0 };

/** The most of an hour, everything together, and what of it is kept for what a person asks for. */
const MOST = 800;
const RESERVE = 50;
/** Kept for causes of failures and names of new things when reading environments one by one. */
const ROOM = 50;
/** Below this share of the platform's limit everything is asked half as often. */
const SCARCE = 0.2;

/** Reads of single environments. */
const READS = ['statuses', 'services', 'deploymentHistoryV2'] as const;
const DISCOVERIES_AN_HOUR = 6;
const REQUESTS_OF_A_DISCOVERY = 4;

/** How often a project is asked at full speed: P projects cost at most 450 requests an hour, and less from 20 projects on. */
export function overviewEveryMs(projects: number): number {
  return 1_000 * Math.max(30, 8 * projects, 12 * projects - 80);
}

/** How many times slower than at full speed. */
export function slowness({ circumstances, requests: { quota } }: Economy): number {
  const isScarce = quota !== null && quota.limit !== null && quota.remaining < SCARCE * quota.limit;
  return (circumstances.isOnBattery ? 2 : 1) * (isScarce ? 2 : 1) * (circumstances.isWatched ? 1 : 1.5);
}

/** How many requests may leave now: all together, and of them reads of single environments. */
export interface Allowance {
  readonly all: number;
  readonly environments: number;
}

/** What polling alone costs in an hour. */
function steadyCost(projects: number, organizations: number): number {
  const polls = projects === 0 ? 0 : (3_600_000 * projects) / overviewEveryMs(projects);
  return polls + DISCOVERIES_AN_HOUR * (1 + REQUESTS_OF_A_DISCOVERY * organizations);
}

/** What may be asked now in an account of this size. */
export function allowance(economy: Economy, size: { readonly projects: number; readonly organizations: number }, now: Instant): Allowance {
  const { requests, circumstances, urgentUntil } = economy;
  if (circumstances.isAsleep) return { all: 0, environments: 0 };
  const isUrgent = now < urgentUntil;
  const left = requests.quota?.remaining ?? Number.POSITIVE_INFINITY;
  const all = Math.min(MOST - requests.lastHour, left) - (isUrgent ? 0 : RESERVE);
  const read = READS.reduce((sum, name) => sum + (requests.endpoints[`/environment/{id}/${name}`] ?? 0), 0);
  const forEnvironments = MOST - RESERVE - ROOM - steadyCost(size.projects, size.organizations) - read;
  return { all: Math.max(0, all), environments: Math.max(0, Math.min(all, forEnvironments)) };
}
