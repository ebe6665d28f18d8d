// What estates hold, by name: a small believable one, one without projects, and one as large as any account.
import type { WireMode } from '../platform/wire/states.ts';

export interface EnvironmentPlan {
  readonly name: string;
  readonly mode: WireMode;
  readonly cluster: 0 | 1;
  readonly life: 'running' | 'stopped' | 'never';
  /** Names out of the estate's models, with spaces between. */
  readonly services: string;
  /** Of each application and container; when not said, their models' own in production and one elsewhere. */
  readonly instances?: number;
}
export interface OrganizationPlan {
  /** What its ids come from, beside the seed. */
  readonly key: readonly number[];
  readonly name: string;
  readonly projects: readonly { readonly name: string; readonly environments: readonly EnvironmentPlan[] }[];
}

type Row = readonly [name: string, mode: WireMode, cluster: 0 | 1, life: EnvironmentPlan['life'], services: string];
const PROJECTS: readonly (readonly [name: string, rows: readonly Row[]])[] = [
  [
    'shop',
    [
      ['production', 'PRODUCTION', 0, 'running', 'api web worker pg redis migrate cleanup'],
      ['staging', 'STAGING', 1, 'running', 'api web worker pg redis migrate'],
      ['dev', 'DEVELOPMENT', 1, 'running', 'api web pg'],
      ['pr-482-cart-totals', 'PREVIEW', 1, 'running', 'api web pg'],
      ['pr-479-new-checkout', 'PREVIEW', 1, 'never', 'api web pg'],
    ],
  ],
  [
    'billing',
    [
      ['production', 'PRODUCTION', 0, 'running', 'ledger-api invoices stripe-webhooks pg month-end buckets'],
      ['staging', 'STAGING', 1, 'running', 'ledger-api invoices pg'],
      ['dev', 'DEVELOPMENT', 1, 'stopped', 'ledger-api pg'],
      ['pr-91-vat-rounding', 'PREVIEW', 1, 'never', 'stripe-webhooks'],
    ],
  ],
  [
    'docs',
    [
      ['production', 'PRODUCTION', 0, 'running', 'site search link-checker'],
      ['staging', 'STAGING', 1, 'running', 'site search'],
      ['preview-style-guide', 'PREVIEW', 1, 'stopped', 'site'],
      ['observability', 'PRODUCTION', 0, 'running', 'grafana loki'],
    ],
  ],
];

const planned = ([name, mode, cluster, life, services]: Row): EnvironmentPlan => ({ name, mode, cluster, life, services });

/** What the stories are told with. */
export const MERIDIAN: readonly OrganizationPlan[] = [
  { key: [], name: 'Meridian Goods', projects: PROJECTS.map(([name, rows]) => ({ name, environments: rows.map(planned) })) },
];

/** An organisation without projects. */
export const EMPTY_PLAN: readonly OrganizationPlan[] = MERIDIAN.map((one) => ({ ...one, projects: [] }));

/** One environment with one service. */
export const ONE_PLAN: readonly OrganizationPlan[] = MERIDIAN.map((one) => ({
  ...one,
  projects: [{ name: 'shop', environments: [planned(['production', 'PRODUCTION', 0, 'running', 'api'])] }],
}));

const LONG = 'feature-checkout-with-several-payment-providers-and-their-webhooks-for-the-autumn-campaign';
const LONG_PROJECT = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
/** Of an environment, by its project. */
export const LONG_PATH = `${LONG_PROJECT}/${LONG}`;
const LONG_SERVICES =
  'notification-dispatcher-for-abandoned-carts-and-price-alerts Zahlungsabwicklungsschnittstellenüberwachungsdienst שירות-התראות api pg';
/** Names as long as branches are, without a place to break, and names that run from right to left. */
export const NAMES_PLAN: readonly OrganizationPlan[] = MERIDIAN.map((one) => ({
  ...one,
  projects: [
    {
      name: LONG_PROJECT,
      environments: [
        planned([LONG, 'PREVIEW', 0, 'running', LONG_SERVICES]),
        planned(['production', 'PRODUCTION', 0, 'running', 'api web worker pg redis']),
      ],
    },
    {
      name: 'متجر الكتب',
      environments: [
        planned(['الإنتاج', 'PRODUCTION', 0, 'running', 'api web pg']),
        planned(['בדיקות-2', 'STAGING', 1, 'stopped', 'api pg']),
      ],
    },
  ],
}));

const MODES: readonly WireMode[] = ['PRODUCTION', 'STAGING', 'DEVELOPMENT', ...Array.from({ length: 7 }, () => 'PREVIEW')];
const TEN_SERVICES = 'api web worker ledger-api invoices stripe-webhooks site pg redis migrate';
const times = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));

function hugeEnvironment(index: number): EnvironmentPlan {
  const mode = MODES[index] ?? 'PREVIEW';
  const name = mode === 'PREVIEW' ? `pr-${401 + index}` : mode.toLowerCase();
  return {
    name,
    mode,
    cluster: mode === 'PRODUCTION' ? 0 : 1,
    life: index === 9 ? 'stopped' : 'running',
    services: TEN_SERVICES,
    instances: 4,
  };
}

/** 5 organisations, 50 projects, 500 environments, 5,000 services, about 14,000 instances. */
export const HUGE: readonly OrganizationPlan[] = times(5, (organization) => ({
  key: [organization],
  name: `Organisation ${organization + 1}`,
  projects: times(10, (project) => ({ name: `project-${organization + 1}-${project + 1}`, environments: times(10, hugeEnvironment) })),
}));
