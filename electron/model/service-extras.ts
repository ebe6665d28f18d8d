// What a snapshot says of a service beside its instances: its certificates, whether it may scale to zero, what terraform does.
// None of it is folded into run status (platform.md 4.2): certificates are a hint of their own.
import { plainLine } from './plain-text.ts';
import { ago, counted } from './wording.ts';
import type { Instant } from './world.ts';

/** The TLS certificate of some of a service's domains. */
export interface Certificate {
  readonly domains: readonly string[];
  /** As sent; RUNNING: issued. */
  readonly state: string;
  readonly message: string;
  readonly endsAt: Instant | null;
  /** How often issuing it has failed. */
  readonly failures: number;
}
export interface ServiceExtras {
  /** KEDA scales it: no instance at all is then no fault. */
  readonly isScaled: boolean;
  /** What terraform was asked for, as sent: an action, or the sub-action that says it more exactly. Null for other kinds. */
  readonly action: string | null;
  readonly certificates: readonly Certificate[];
}

const DAY_MS = 86_400_000;
/** Certificates are renewed a month before their end; so near to it none is left alone on purpose. */
const SOON_MS = 7 * DAY_MS;

function trouble({ state, message, endsAt, failures }: Certificate, now: Instant): string {
  if (endsAt !== null && endsAt <= now) return `ran out ${ago(endsAt, now)} ago`;
  if (state === 'ERROR' || state === 'WARNING' || failures > 0) {
    const tries = failures > 0 ? ` after ${failures === 1 ? '1 try' : `${failures} tries`}` : '';
    return `could not be issued${tries}${message === '' ? '' : `: ${plainLine(message, 200)}`}`;
  }
  if (state === 'STARTING') return 'is being issued';
  return endsAt !== null && endsAt - now <= SOON_MS ? `runs out in ${counted(Math.ceil((endsAt - now) / DAY_MS), 'day')}` : '';
}

/** "a.example: could not be issued after 2 tries: …"; empty when all is well with it. */
export function certificateHint(certificate: Certificate, now: Instant): string {
  const what = trouble(certificate, now);
  const names = certificate.domains.map((name) => plainLine(name, 60));
  const domains = names.length > 1 ? `${names[0]} and ${names.length - 1} more` : (names[0] ?? 'Its certificate');
  return what === '' ? '' : `${domains}: ${what}`;
}

const DOINGS: Readonly<Record<string, string>> = {
  DEPLOY: 'apply',
  STOP: 'stop',
  DELETE: 'destroy',
  TERRAFORM_PLAN_ONLY: 'plan',
  TERRAFORM_PLAN_AND_APPLY: 'apply',
  TERRAFORM_DESTROY: 'destroy',
  TERRAFORM_FORCE_UNLOCK_STATE: 'unlock',
  TERRAFORM_MIGRATE_STATE: 'migration',
};
/** What terraform does, in a word; empty for what we do not know. */
export function actionWord(action: string): string {
  return Object.hasOwn(DOINGS, action) ? (DOINGS[action] ?? '') : '';
}
