// What to ask next, and when: pure, from what is known and what was asked. Source of the budget: platform.md 9
// (1,000 requests an hour and token, shared with the person's CI; steady ≤ 600 for 10 projects and 40 environments).
import { isLastFailed } from '../model/changes.ts';
import { assertNever } from '../model/status.ts';
import type { Environment, Instant, World } from '../model/world.ts';
import type { Hidden } from '../model/watching.ts';
import type { Asked, Book } from './book.ts';
import { failureId } from './fold-deployments.ts';
import { allowance, overviewEveryMs, slowness } from './pace.ts';

/** One thing to read. */
export type Ask =
  | { readonly kind: 'organizations' }
  | { readonly kind: 'discovery'; readonly organizationId: string }
  | { readonly kind: 'overview'; readonly projectId: string }
  | { readonly kind: 'deployments'; readonly environmentId: string }
  | { readonly kind: 'database-modes'; readonly environmentId: string }
  | { readonly kind: 'history'; readonly environmentId: string; readonly executionId: string }
  | { readonly kind: 'cause'; readonly environmentId: string; readonly executionId: string };

const DISCOVERY_MS = 600_000;
const DISCOVERY_SOON_MS = 30_000;
const FAILED_AGAIN_MS = 5_000;
const MOVING_MS = 10_000;
const AT_ONCE = 4;

/** Identifies an ask in the book. */
export function askKey(ask: Ask): string {
  switch (ask.kind) {
    case 'organizations':
      return ask.kind;
    case 'discovery':
      return `${ask.kind}:${ask.organizationId}`;
    case 'overview':
      return `${ask.kind}:${ask.projectId}`;
    case 'cause':
    case 'history':
      return `${ask.kind}:${ask.environmentId}:${ask.executionId}`;
    case 'deployments':
    case 'database-modes':
      return `${ask.kind}:${ask.environmentId}`;
    default:
      return assertNever(ask);
  }
}

/** What an environment's services were last read for: another state or execution means reading them again. */
export function aboutOf(environment: Environment): string {
  const { deployment } = environment;
  return deployment ? `${deployment.raw}/${deployment.executionId ?? ''}` : '';
}

/** The state that an ask is about, so that a later state is asked about again. */
export function aboutAsk(world: World, ask: Ask): string {
  const environment = 'environmentId' in ask ? world.environments[ask.environmentId] : undefined;
  return environment ? aboutOf(environment) : '';
}

interface Dated {
  readonly ask: Ask;
  readonly dueAt: Instant;
}

/** After a refusal for this one thing (403, 404) it is not asked again before the next discovery; a failure waits longer each time. */
function again(asked: Asked | undefined, everyMs: number): Instant {
  if (!asked) return 0;
  if (asked.outcome === 'denied') return asked.at + DISCOVERY_MS;
  if (asked.outcome === 'ok') return asked.at + everyMs;
  return asked.at + Math.min(everyMs, FAILED_AGAIN_MS * 2 ** Math.min(20, Math.max(0, asked.failures - 1)));
}

function names(world: World, book: Book): readonly Dated[] {
  const soonMs = Math.min(DISCOVERY_MS, DISCOVERY_SOON_MS * 2 ** Math.min(10, book.fruitless));
  const everyMs = book.wantsDiscovery ? soonMs : DISCOVERY_MS;
  const dated = (ask: Ask): Dated => ({ ask, dueAt: again(book.asked[askKey(ask)], everyMs) });
  const organizations = Object.keys(world.organizations)
    .filter((id) => !book.hidden.organizations.includes(id))
    .map((organizationId) => dated({ kind: 'discovery', organizationId }));
  return [{ ask: { kind: 'organizations' }, dueAt: again(book.asked['organizations'], everyMs) }, ...organizations];
}

/** Projects whose environments are asked for: neither hidden themselves nor with hidden environments alone. */
export function watchedProjects(world: World, hidden: Hidden): readonly string[] {
  const watched = new Set(Object.values(world.environments).map((environment) => environment.projectId));
  const unwatched = new Set(world.hidden.map((environment) => environment.projectId));
  return Object.values(world.projects)
    .filter(({ id, organizationId }) => !hidden.projects.includes(id) && !hidden.organizations.includes(organizationId))
    .filter(({ id }) => watched.has(id) || !unwatched.has(id))
    .map(({ id }) => id);
}

/** How often each watched project is asked now. */
export function pollEveryMs(world: World, book: Book): number {
  return overviewEveryMs(watchedProjects(world, book.hidden).length) * slowness(book.economy);
}

function overviews(world: World, book: Book): readonly Dated[] {
  const everyMs = pollEveryMs(world, book);
  return watchedProjects(world, book.hidden).map((projectId) => ({
    ask: { kind: 'overview', projectId },
    dueAt: again(book.asked[`overview:${projectId}`], everyMs),
  }));
}

/** When this environment's services are to be read: at once when its state is another than they were read for. */
function servicesDueAt(environment: Environment, book: Book, moving: number): Instant {
  const asked = book.asked[`deployments:${environment.id}`];
  if (!asked || asked.outcome === 'denied') return again(asked, DISCOVERY_MS);
  if (asked.outcome === 'failed') return again(asked, DISCOVERY_MS);
  const isMoving = environment.deployment?.inProgress === true;
  if (isMoving && book.followed.has(environment.id)) return Number.POSITIVE_INFINITY; // its own socket tells more, and sooner
  if (asked.about !== aboutOf(environment)) return 0;
  return isMoving ? asked.at + MOVING_MS * Math.max(1, moving) : Number.POSITIVE_INFINITY;
}

/** The cause is read once the failed services are known. A failure that was taken back and stands again has lost it: it is read again. */
function causeDueAt(environment: Environment, book: Book, key: string): Instant {
  const services = book.asked[`deployments:${environment.id}`];
  const areKnown = services !== undefined && (services.outcome !== 'ok' || services.about === aboutOf(environment));
  if (!areKnown) return Number.POSITIVE_INFINITY;
  const asked = book.asked[key];
  return asked ? asked.at + FAILED_AGAIN_MS : 0;
}

/** Once per deployment; where it is to fill a gap, again until it has. */
function historyDueAt(asked: Asked | undefined, fillsGap: boolean): Instant {
  if (!asked) return 0;
  return fillsGap && asked.outcome === 'failed' ? again(asked, DISCOVERY_MS) : Number.POSITIVE_INFINITY;
}

function hasUnknownDatabase(world: World, environment: Environment): boolean {
  return environment.serviceIds.some((id) => world.services[id]?.kind === 'DATABASE' && world.services[id].databaseMode === null);
}

function ofEnvironment(world: World, environment: Environment, book: Book, moving: number): readonly Dated[] {
  const environmentId = environment.id;
  const due: Dated[] = [];
  if (environment.deployment && environment.managedBy !== 'ARGOCD')
    due.push({ ask: { kind: 'deployments', environmentId }, dueAt: servicesDueAt(environment, book, moving) });
  if (hasUnknownDatabase(world, environment))
    due.push({ ask: { kind: 'database-modes', environmentId }, dueAt: again(book.asked[`database-modes:${environmentId}`], DISCOVERY_MS) });
  if (environment.deployment?.inProgress || (environment.deployment && book.gaps.has(environmentId))) {
    const ask: Ask = { kind: 'history', environmentId, executionId: failureId(environmentId, environment.deployment) };
    due.push({ ask, dueAt: historyDueAt(book.asked[askKey(ask)], book.gaps.has(environmentId)) });
  }
  if (environment.deployment && !environment.deployment.inProgress && !environment.failure && isLastFailed(world, environment)) {
    const ask: Ask = { kind: 'cause', environmentId, executionId: failureId(environmentId, environment.deployment) };
    due.push({ ask, dueAt: causeDueAt(environment, book, askKey(ask)) });
  }
  for (const { executionId } of environment.overlooked.filter(({ isRead }) => !isRead)) {
    const ask: Ask = { kind: 'cause', environmentId, executionId };
    const asked = book.asked[askKey(ask)];
    due.push({ ask, dueAt: asked ? asked.at + FAILED_AGAIN_MS : 0 });
  }
  return due;
}

const NEWS_FIRST = ({ deployment }: Environment): number => (deployment?.tone === 'error' ? 0 : deployment?.inProgress ? 1 : 2);

/** Everything there is to ask with when it is due, the most urgent first: causes, then names, then states, failed ones first. */
function agenda(world: World, book: Book): readonly Dated[] {
  const environments = Object.values(world.environments).toSorted((a, b) => NEWS_FIRST(a) - NEWS_FIRST(b));
  const moving = environments.filter((one) => one.deployment?.inProgress && !book.followed.has(one.id)).length;
  const own = environments.flatMap((environment) => ofEnvironment(world, environment, book, moving));
  const isCause = ({ ask }: Dated): boolean => ask.kind === 'cause';
  return [...own.filter(isCause), ...names(world, book), ...overviews(world, book), ...own.filter((one) => !isCause(one))];
}

export interface Plan {
  /** To be asked now, at most as many as may be under way at once, and as the hour's budget still allows. */
  readonly due: readonly Ask[];
  /** When to look again; infinity when only an answer can bring something new. */
  readonly nextAt: Instant;
  /**
   * Nothing that the budget allows is due, and nothing under way: everything was read once, or has failed once, or must wait.
   * Names must not: where they were never read, that there is nothing is not known.
   */
  readonly isSettled: boolean;
}

const isOfOneEnvironment = (ask: Ask): boolean => ask.kind === 'deployments' || ask.kind === 'database-modes' || ask.kind === 'history';
/** The budget is counted by the minute: what it forbids now is looked at again then. */
const BUDGET_AGAIN_MS = 60_000;

function allowed(asks: readonly Ask[], world: World, book: Book, now: Instant): readonly Ask[] {
  const size = { projects: watchedProjects(world, book.hidden).length, organizations: Object.keys(world.organizations).length };
  const { all, environments } = allowance(book.economy, size, now);
  const ofOne = new Set(asks.filter(isOfOneEnvironment).slice(0, environments));
  return asks.filter((ask) => !isOfOneEnvironment(ask) || ofOne.has(ask)).slice(0, all);
}

const isNeverRead = (ask: Ask, book: Book): boolean => ask.kind === 'discovery' && book.asked[askKey(ask)] === undefined;

/** What to ask now and when to look again. */
export function plan(world: World, book: Book, now: Instant): Plan {
  const open = agenda(world, book).filter(({ ask }) => !book.inFlight.has(askKey(ask)));
  const isDue = ({ dueAt }: Dated): boolean => Math.max(dueAt, book.notBefore) <= now;
  const due = open.filter(isDue).map(({ ask }) => ask);
  const may = allowed(due, world, book, now);
  const later = open.filter((one) => !isDue(one)).map((one) => Math.max(one.dueAt, book.notBefore));
  return {
    due: may.slice(0, Math.max(0, AT_ONCE - book.inFlight.size)),
    nextAt: Math.min(Number.POSITIVE_INFINITY, may.length < due.length ? now + BUDGET_AGAIN_MS : Number.POSITIVE_INFINITY, ...later),
    isSettled: may.length === 0 && book.inFlight.size === 0 && book.notBefore <= now && !due.some((ask) => isNeverRead(ask, book)),
  };
}
