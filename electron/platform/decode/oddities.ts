// What is odd in a body or a frame: words of no list, times and numbers that cannot be, wrong types, entries without an id. The
// decoders leave such things out or take them as not sent; here they are found for the doctor, beside the decoding.
import type { Oddity, OddityKind } from '../../model/oddities.ts';
import { SERVICE_LISTS } from './service-lists.ts';
import { instant } from './time.ts';
import { record } from './untrusted.ts';

/** Of what a value speaks: `state` means another thing in frames of run state than elsewhere. */
export type Speech = 'run' | 'other';

const words = (line: string): ReadonlySet<string> => new Set(line.split(' '));

const RUN_STATES = words('STARTING RUNNING ERROR STOPPING STOPPED COMPLETED WARNING');
const DEPLOYMENT_STATES = words(
  [
    'BUILDING BUILD_ERROR CANCELED CANCELING DELETED DELETE_ERROR DELETE_QUEUED DELETING DEPLOYED DEPLOYING DEPLOYMENT_ERROR',
    'DEPLOYMENT_QUEUED EXECUTING QUEUED READY RECAP RESTARTED RESTARTING RESTART_ERROR RESTART_QUEUED STOPPED STOPPING STOP_ERROR',
    'STOP_QUEUED UNAVAILABLE WAITING_DELETING WAITING_RESTARTING WAITING_RUNNING WAITING_STOPPING',
  ].join(' '),
);
const DRIFTS = words('NEVER_DEPLOYED OUT_OF_DATE UP_TO_DATE');

/** Fields that hold a word of a list. `deployment_status` may be an object, too. */
const WORDS: ReadonlyMap<string, readonly [OddityKind, ReadonlySet<string>]> = new Map([
  ['last_deployment_state', ['deployment state', DEPLOYMENT_STATES]],
  ['service_deployment_status', ['word', DRIFTS]],
  ['mode', ['mode', words('DEVELOPMENT PREVIEW PRODUCTION STAGING CONTAINER MANAGED')]],
  ['service_type', ['service kind', words('APPLICATION CONTAINER DATABASE JOB HELM TERRAFORM ARGOCD_APP AGENTIC_WORKFLOW')]],
  ['job_type', ['word', words('CRON LIFECYCLE')]],
  ['managed_by', ['word', words('QOVERY ARGOCD MIXED')]],
  ['origin', ['word', words('API CLI CONSOLE GIT QOVERY_INTERNAL SKILL TERRAFORM_PROVIDER')]],
]);
const TIMES = words('last_deployment_date created_at updated_at started_at finished_at');
const NUMBERS = words(
  'restart_count deployment_requests_count total_deployment_duration_in_seconds duration_sec total_duration_sec exit_code',
);
const TEXTS = words('id name state_reason state_message service_version last_deployment_id execution_id triggered_by');
/** Not looked into: nothing of them is shown. */
const UNREAD = words('last_events certificates scaled_object metrics');
const LISTS: ReadonlySet<string> = new Set(['results', 'environments', ...SERVICE_LISTS]);

/** Longer, or with characters that show nothing or turn the text round, is no name to show as it is. */
const LONGEST_NAME = 255;
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const UNSHOWN = /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/;

const FIRST_TIME = Date.UTC(2000, 0);
const LAST_TIME = Date.UTC(2200, 0);

type Fields = Readonly<Record<string, unknown>>;
const isMissing = (value: unknown): boolean => value === undefined || value === null || value === '';
const typeOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value);

function oddWord(key: string, value: unknown, speech: Speech): Oddity | null {
  const state = speech === 'run' ? (['run state', RUN_STATES] as const) : (['deployment state', DEPLOYMENT_STATES] as const);
  const known = key === 'state' ? state : WORDS.get(key);
  if (!known) return null;
  if (typeof value !== 'string') return { kind: 'type', sample: `${key}: ${typeOf(value)}` };
  return known[1].has(value) ? null : { kind: known[0], sample: value };
}

function oddTime(key: string, value: unknown): Oddity | null {
  if (value === 0) return null; // "never"
  if (typeof value !== 'string' && typeof value !== 'number') return { kind: 'type', sample: `${key}: ${typeOf(value)}` };
  const at = instant(value);
  return at === null || at < FIRST_TIME || at > LAST_TIME ? { kind: 'time', sample: `${key}: ${value}` } : null;
}

function oddNumber(key: string, value: unknown): Oddity | null {
  if (typeof value !== 'number') return { kind: 'type', sample: `${key}: ${typeOf(value)}` };
  return value < 0 && key !== 'exit_code' ? { kind: 'number', sample: `${key}: ${value}` } : null;
}

/** Names are nobody's business but the person's: only what is odd about one is said. */
function oddName(name: string): Oddity | null {
  if (UNSHOWN.test(name)) return { kind: 'name', sample: 'with control characters' };
  return name.length > LONGEST_NAME ? { kind: 'name', sample: `of over ${LONGEST_NAME} characters` } : null;
}

function oddField(key: string, value: unknown, speech: Speech): Oddity | null {
  if (isMissing(value)) return null;
  if (TIMES.has(key)) return oddTime(key, value);
  if (NUMBERS.has(key)) return oddNumber(key, value);
  if (key === 'name' && typeof value === 'string') return oddName(value);
  if (TEXTS.has(key)) return typeof value === 'string' ? null : { kind: 'type', sample: `${key}: ${typeOf(value)}` };
  return oddWord(key, value, speech);
}

/** No object, or without an id; earlier deployments have an identifier. */
function isLost(entry: unknown): boolean {
  const raw = record<'id' | 'identifier'>(entry);
  return raw === null || (raw.identifier === undefined && (typeof raw.id !== 'string' || raw.id === ''));
}

/** Neither a state nor a name, nor an identifier with one, nor a deployment of its own: what is missing counts as unknown. */
function isBare(entry: unknown): boolean {
  const raw = record<'id' | 'identifier' | 'state' | 'name'>(entry);
  return raw !== null && raw.identifier === undefined && isMissing(raw.state) && isMissing(raw.name);
}

/** Entries that are left out of a list. The containers of an instance have names alone. */
function lost(key: string, list: readonly unknown[], parent: Fields): readonly Oddity[] {
  const isOfInstance = 'restart_count' in parent || 'service_version' in parent;
  if (!LISTS.has(key) || isOfInstance) return [];
  const bare: readonly Oddity[] = list.some(isBare) ? [{ kind: 'entry without a state or name', sample: key }] : [];
  return list.some(isLost) ? [{ kind: 'entry without an id', sample: key }, ...bare] : bare;
}

/** Everything odd in a value as it was parsed. */
export function odditiesIn(value: unknown, speech: Speech): readonly Oddity[] {
  const found: Oddity[] = [];
  const visit = (one: unknown): void => {
    if (Array.isArray(one)) {
      for (const entry of one) visit(entry);
      return;
    }
    const fields: Fields | null = record<string>(one);
    for (const key in fields) {
      const field = fields[key];
      if (typeof field === 'object' && field !== null) {
        if (Array.isArray(field)) found.push(...lost(key, field, fields));
        else if (key === 'state' || TEXTS.has(key) || TIMES.has(key)) found.push({ kind: 'type', sample: `${key}: object` });
        if (!UNREAD.has(key)) visit(field);
        continue;
      }
      const odd = oddField(key, field, speech);
      if (odd) found.push(odd);
    }
  };
  visit(value);
  return found;
}
