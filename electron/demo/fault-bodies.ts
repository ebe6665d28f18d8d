// What a fault does inside a body or a frame: a value of JSON in, another out. One environment is its victim, so that a test
// can see that the rest of the world stays right.
import type { DemoFault } from './faults.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type Fields = Readonly<Record<string, Json>>;

const WORDS: ReadonlySet<string> = new Set(
  'state status last_deployment_state service_deployment_status deployment_status action sub_action step_name origin mode service_type job_type managed_by'.split(
    ' ',
  ),
);
const OPTIONAL: ReadonlySet<string> = new Set(
  [
    'updated_at description icon_uri last_updated_by cluster_name expires_at',
    'last_deployment_date last_deployment_id total_deployment_duration_in_seconds origin triggered_by deployment_status',
    'deployment_request_id metrics steps execution_id agentic_workflows stages pre_check_stage',
    'scaled_object current_state last_terminated_state state_message',
  ].flatMap((line) => line.split(' ')),
);
/** Objects in these lists are known by their ids. */
const LISTS: ReadonlySet<string> = new Set(
  'environments results applications containers databases jobs helms terraform terraforms argocd_apps agentic_workflows'.split(' '),
);
const STRANGER = '00000000-0000-4000-8000-00000000dead';
const TEN_MINUTES_MS = 600_000;
const HUGE_BYTES = 3_000_000;

const IS_TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !isList(value);

function mapped(value: Json, change: (fields: Fields) => Fields): Json {
  if (isList(value)) return value.map((one) => mapped(one, change));
  if (!isFields(value)) return value;
  return Object.fromEntries(Object.entries(change(value)).map(([key, one]) => [key, mapped(one, change)]));
}

/** Changes objects that are, or belong to, one of the victims; what is inside them too. */
function inVictims(value: Json, victims: ReadonlySet<string>, change: (fields: Fields) => Fields): Json {
  if (isList(value)) return value.map((one) => inVictims(one, victims, change));
  if (!isFields(value)) return value;
  const names = [value['id'], value['environment_id'], value['service_id']];
  if (names.some((one) => typeof one === 'string' && victims.has(one))) return mapped(value, change);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inVictims(one, victims, change)]));
}

const withStrangeWords = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [key, WORDS.has(key) && typeof value === 'string' ? 'BRAND_NEW_THING' : value]),
  );
const withoutOptional = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([key]) => !OPTIONAL.has(key)));
/** What names a thing, or says where it belongs. */
const isId = (key: string): boolean => /(^|_)ids?$/.test(key);
const altering =
  (change: (key: string, value: Json) => Json | undefined) =>
  (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, value]) => {
        const next = isId(key) || (typeof value === 'object' && value !== null) ? value : change(key, value);
        return next === undefined ? [] : [[key, next]];
      }),
    );
const withIdsAlone = altering(() => undefined);
const withWrongTypes = altering((_, value) => (typeof value === 'string' ? 7 : value === null ? null : 'seven'));
const withAbsurdValues = altering((key, value) => {
  if (typeof value === 'number') return -value - 1;
  return typeof value === 'string' && IS_TIME.test(value)
    ? key.startsWith('last')
      ? '9999-12-31T23:59:59.000Z'
      : '1066-10-14T09:00:00.000Z'
    : value;
});
const ODD_NAME = `\u202Edo\u0000mo\u001B[31m \n🚀${'x'.repeat(10_000)}`;
const withOddNames = altering((key, value) => (key === 'name' || key.endsWith('_name') ? ODD_NAME : value));

/** Lists of environments with a state say of the first victim that it is in error, whoever it belongs to. */
function withForeigner(value: Json, victims: ReadonlySet<string>): Json {
  const [id = STRANGER] = victims;
  return mapped(value, (fields) =>
    Object.fromEntries(
      Object.entries(fields).map(([key, list]) => {
        const first = (key === 'environments' || key === 'results') && isList(list) ? list[0] : undefined;
        const isOther =
          first !== undefined &&
          isFields(first) &&
          'state' in first &&
          isList(list) &&
          !list.some((one) => isFields(one) && one['id'] === id);
        return [key, isOther ? [...list, { ...first, id, state: 'ERROR' }] : list];
      }),
    ),
  );
}

const withMore = (fields: Fields): Fields => ({ ...fields, brand_new: true, x_state: 'ERROR', id_of_something: STRANGER });

/** Each list of things with a state gets a stranger, like its first but with an id that nobody knows. */
const withStrangers = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => {
      const first = LISTS.has(key) && isList(value) ? value[0] : undefined;
      const isKnown = first !== undefined && isFields(first) && 'state' in first && isList(value);
      return [key, isKnown ? [{ ...first, id: STRANGER, state: 'ERROR' }, ...value] : value];
    }),
  );

function shifted(value: Json, byMs: number): Json {
  if (isList(value)) return value.map((one) => shifted(one, byMs));
  if (isFields(value)) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shifted(one, byMs)]));
  if (typeof value === 'number' && value > 1e12 && value < 1e13) return value + byMs;
  return typeof value === 'string' && IS_TIME.test(value) ? new Date(Date.parse(value) + byMs).toISOString() : value;
}

/** A frame of what runs grows by what Kubernetes says of its first pod. */
function grown(value: Json): Json {
  let isDone = false;
  const message = 'Readiness probe failed: HTTP probe failed with statuscode: 503. '.repeat(15);
  const event = { created_at: 1_700_000_000_000, type: 'Warning', reason: 'Unhealthy', message };
  return mapped(value, (fields) => {
    if (isDone || !isList(fields['last_events'] ?? null)) return fields;
    isDone = true;
    return { ...fields, last_events: Array.from({ length: Math.ceil(HUGE_BYTES / message.length) }, () => event) };
  });
}

/** How far the platform's clock is off. */
export function skewMs(fault: DemoFault | null): number {
  if (fault === 'clock-ahead') return TEN_MINUTES_MS;
  return fault === 'clock-behind' ? -TEN_MINUTES_MS : 0;
}

const ALTERED: Partial<Readonly<Record<DemoFault, (value: Json, victims: ReadonlySet<string>) => Json>>> = {
  'unknown-words': (value, victims) => inVictims(value, victims, withStrangeWords),
  'missing-fields': (value, victims) => inVictims(value, victims, withoutOptional),
  'bare-fields': (value, victims) => inVictims(value, victims, withIdsAlone),
  'wrong-types': (value, victims) => inVictims(value, victims, withWrongTypes),
  'absurd-values': (value, victims) => inVictims(value, victims, withAbsurdValues),
  'odd-names': (value, victims) => inVictims(value, victims, withOddNames),
  'foreign-ids': withForeigner,
  'extra-fields': (value) => mapped(value, withMore),
  'unknown-ids': (value) => mapped(value, withStrangers),
  'frames-huge': grown,
  'clock-ahead': (value) => shifted(value, TEN_MINUTES_MS),
  'clock-behind': (value) => shifted(value, -TEN_MINUTES_MS),
};

/** The text of a body or frame under a fault; `victims`: the ids of one environment and its services. */
export function altered(fault: DemoFault | null, text: string, victims: ReadonlySet<string>): string {
  const change = fault === null ? undefined : ALTERED[fault];
  return change ? JSON.stringify(change(JSON.parse(text) as Json /* what JSON.stringify made */, victims)) : text;
}
