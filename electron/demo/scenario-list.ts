// The scenarios by name: what happens where and when. A scenario is a list of episodes, or a cycle of them that comes again.
import { badWeek } from './scenario-bad-week.ts';
import type { Episode } from './scenario-episode.ts';
import type { Estate } from './scenario-estate.ts';
import { accident, deployment, environmentAt, queued, serviceAt, servicesAt, type Place } from './scenario-places.ts';
import { evictedPods, killedPods, unloadedPods } from './scenario-pods.ts';
import { EMPTY_PLAN, HUGE, LONG_PATH, NAMES_PLAN, ONE_PLAN, type OrganizationPlan } from './scenario-plans.ts';
import {
  buildError,
  cancel,
  checkError,
  crashLoop,
  firstDeploy,
  firstDeployCrash,
  imageTypo,
  jobOnDeploy,
  managedDatabase,
  rollingUpdate,
  stop,
  type Timeline,
} from './scenario-timelines.ts';

export interface Story {
  /** One sentence for `--help`. */
  readonly about: string;
  /** What happens; with `everyMs` again and again, `round` counting from 0. */
  readonly episodes: (place: Place) => readonly Episode[];
  readonly everyMs?: number;
  /** What exists; when not said, the estate that the stories are told with. */
  readonly plan?: readonly OrganizationPlan[];
  /** How many deployments each environment has behind it, when not as many as the platform keeps. */
  readonly pastRuns?: number;
  /** The path of the environment whose last deployment failed before the demo began. */
  readonly broken?: string;
  /** From when to when the agents of all clusters are away. */
  readonly agentAwayMs?: readonly (readonly [from: number, to: number])[];
  /** From when on the token is refused. */
  readonly revokedAtMs?: number;
  /** `environment path/service` whose instances come and go with its load, down to none. */
  readonly scaled?: string;
  /** `environment path/service` whose certificate cannot be issued. */
  readonly uncertified?: string;
  /** `environment path/service` that logs 500 lines a second. */
  readonly chatty?: string;
  /** How many tests each build runs, one line each. */
  readonly testsOfBuild?: number;
}

const [SHOP, BILLING, STAGING, PREVIEW] = ['shop/production', 'billing/production', 'shop/staging', 'billing/pr-91-vat-rounding'] as const;
const SHOP_PARTS = 'api web worker';
const BILLING_PARTS = 'ledger-api invoices stripe-webhooks';
const calm: Story = {
  about: 'nothing ever happens: everything runs, two environments are stopped, two never deployed',
  episodes: () => [],
};

function tour(place: Place): readonly Episode[] {
  const { estate } = place;
  return [
    deployment(place, SHOP, 3, rollingUpdate(servicesAt(estate, SHOP, SHOP_PARTS), 150)),
    deployment(place, BILLING, 30, buildError(servicesAt(estate, BILLING, BILLING_PARTS), 240)),
    deployment(place, BILLING, 76, rollingUpdate(servicesAt(estate, BILLING, BILLING_PARTS), 150)),
    accident(place, SHOP, 'worker', 104, killedPods),
  ];
}

function hugeRound(place: Place): readonly Episode[] {
  const path = 'project-1-1/production';
  return [deployment(place, path, 10, rollingUpdate(servicesAt(place.estate, path, SHOP_PARTS), 150))];
}

function migration(estate: Estate, isWell: boolean): Timeline {
  return jobOnDeploy(serviceAt(estate, STAGING, 'migrate'), servicesAt(estate, STAGING, 'web'), isWell, 400);
}

/** The scenarios; the first is the default. */
export const STORIES: Readonly<Record<string, Story>> = {
  tour: {
    about: 'every two minutes: a rolling deployment, a failed build, its repair, a crash for memory, and all is well again',
    episodes: tour,
    everyMs: 120_000,
  },
  calm,
  'rolling-update': {
    about: 'a deployment of shop/production replaces one instance after the other',
    episodes: (place) => [deployment(place, SHOP, 4, rollingUpdate(servicesAt(place.estate, SHOP, SHOP_PARTS), 200))],
  },
  'first-deploy': {
    about: 'billing/pr-91-vat-rounding is deployed for the first time',
    episodes: (place) => [deployment(place, PREVIEW, 4, firstDeploy(serviceAt(place.estate, PREVIEW, 'stripe-webhooks'), 1000))],
  },
  'build-error': {
    about: 'shop/production: api does not build; what runs goes on running',
    episodes: (place) => [deployment(place, SHOP, 4, buildError(servicesAt(place.estate, SHOP, 'api web'), 220))],
  },
  'pre-check': {
    about: 'shop/production: the source of api may not be read any more, so the check before the deployment ends it',
    episodes: (place) => [deployment(place, SHOP, 4, checkError(servicesAt(place.estate, SHOP, 'api web'), 1000))],
  },
  'crash-loop': {
    about: 'shop/production: the new version of api crashes again and again, until the deployment gives up',
    episodes: (place) => [deployment(place, SHOP, 4, crashLoop(servicesAt(place.estate, SHOP, 'api web'), 200))],
  },
  oom: {
    about: 'shop/production: worker is killed for memory and comes back',
    episodes: (place) => [accident(place, SHOP, 'worker', 6, killedPods)],
  },
  'image-typo': {
    about: 'shop/production: the image of web has a tag that does not exist; what runs goes on running',
    episodes: (place) => [deployment(place, SHOP, 4, imageTypo(serviceAt(place.estate, SHOP, 'web'), 200))],
  },
  'first-deploy-crash': {
    about: 'billing/pr-91-vat-rounding is deployed for the first time, and its only instance crashes again and again',
    episodes: (place) => [deployment(place, PREVIEW, 4, firstDeployCrash(serviceAt(place.estate, PREVIEW, 'stripe-webhooks'), 200))],
  },
  cancel: {
    about: 'shop/staging: a deployment is cancelled while it builds',
    episodes: (place) => [deployment(place, STAGING, 4, cancel(servicesAt(place.estate, STAGING, SHOP_PARTS), 400))],
  },
  stop: {
    about: 'shop/staging is stopped',
    episodes: (place) => [deployment(place, STAGING, 4, stop(environmentAt(place.estate, STAGING).services, 700))],
  },
  job: {
    about: 'shop/staging: migrate runs once before web is deployed, and ends well',
    episodes: (place) => [deployment(place, STAGING, 4, migration(place.estate, true))],
  },
  'job-failed': {
    about: 'shop/staging: migrate ends with an error, so web is never deployed',
    episodes: (place) => [deployment(place, STAGING, 4, migration(place.estate, false))],
  },
  eviction: {
    about: 'shop/production: worker is thrown off its node; another takes its place, the dead one stays in the list',
    episodes: (place) => [accident(place, SHOP, 'worker', 6, evictedPods)],
  },
  'scale-to-zero': {
    about: 'shop/production: web has no load and is scaled to zero; the certificate of api cannot be issued',
    episodes: (place) => [accident(place, SHOP, 'web', 6, unloadedPods)],
    scaled: `${SHOP}/web`,
    uncertified: `${SHOP}/api`,
  },
  'agent-lost': { ...calm, about: 'from second 10 to 70 no cluster can be asked what runs', agentAwayMs: [[10_000, 70_000]] },
  'managed-database': {
    about: 'shop/production: its managed database is deployed; nothing is ever said of what it runs',
    episodes: (place) => [deployment(place, SHOP, 4, managedDatabase(serviceAt(place.estate, SHOP, 'pg'), 200))],
  },
  queue: {
    about: 'shop/production: a second deployment is asked for during the first, waits for its end and fails',
    episodes: (place) => {
      const [api, all] = [servicesAt(place.estate, SHOP, 'api web'), servicesAt(place.estate, SHOP, SHOP_PARTS)];
      return queued(place, SHOP, rollingUpdate(all, 100), buildError(api, 150));
    },
  },
  'between-polls': {
    about: 'shop/production: a build fails at second 40 and its repair is done by 55: between two polls of who has no sockets',
    episodes: (place) => {
      const [api, all] = [servicesAt(place.estate, SHOP, 'api web'), servicesAt(place.estate, SHOP, SHOP_PARTS)];
      return [deployment(place, SHOP, 40, buildError(api, 60)), deployment(place, SHOP, 45, rollingUpdate(all, 60))];
    },
  },
  'bad-week': badWeek,
  'token-revoked': { ...calm, about: 'from second 10 on the token is refused', revokedAtMs: 10_000 },
  empty: { ...calm, about: 'an organisation without projects', plan: EMPTY_PLAN },
  one: { ...calm, about: 'one environment with one service', plan: ONE_PLAN },
  names: {
    ...calm,
    about: 'very long names, and names that run from right to left; the last deployment of the longest had failed before the start',
    plan: NAMES_PLAN,
    broken: LONG_PATH,
  },
  huge: {
    ...calm,
    about: '5 organisations, 50 projects, 500 environments, 5,000 services; one deployment after the other in the first project',
    plan: HUGE,
    pastRuns: 4,
    episodes: hugeRound,
    everyMs: 60_000,
  },
  'failed-before': { ...calm, about: 'the last deployment of billing/production had failed before the start', broken: BILLING },
  'long-log': {
    ...calm,
    about: 'as failed-before, and the builds say 10,000 lines',
    broken: BILLING,
    testsOfBuild: 6_000,
  },
  chatty: { ...calm, about: 'the api of shop/production logs 500 lines a second, 5,000 at --speed 10', chatty: `${SHOP}/api` },
};

/** What to play when nothing is said. */
export const DEFAULT_SCENARIO = 'tour';
