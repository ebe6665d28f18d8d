// What the platform said that this app does not know or cannot be: counted since the start, each sample once. For the doctor:
// a calm fact, as the rest of the world stays right. Samples are cut and harmless to show; never a token, never a name.
import { counted } from './wording.ts';

/** What kind of thing was odd; each is a word that can be counted. */
export type OddityKind =
  | 'deployment state'
  | 'run state'
  | 'service kind'
  | 'mode'
  | 'word'
  | 'time'
  | 'number'
  | 'type'
  | 'entry without an id'
  | 'entry without a state or name'
  | 'name'
  | 'id that no list names'
  | 'id of another place';

export interface Oddity {
  readonly kind: OddityKind;
  /** What was sent, or where; shown cut. */
  readonly sample: string;
}
/** Different samples of each kind, in the order they came; at most 200 of a kind. */
export type Oddities = Readonly<Partial<Record<OddityKind, readonly string[]>>>;

export const NO_ODDITIES: Oddities = {};

const MOST_OF_A_KIND = 200;
const LONGEST_SAMPLE = 40;
const EXAMPLES = 2;

// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const HIDDEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

/** A sample as it can be shown anywhere: control and direction characters as their numbers, at most 40 characters. */
function shown(sample: string): string {
  const head = sample.slice(0, LONGEST_SAMPLE * 2);
  const visible = head.replaceAll(HIDDEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const cut = visible.length <= LONGEST_SAMPLE ? visible : `${visible.slice(0, LONGEST_SAMPLE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
  return head.length < sample.length && !cut.endsWith('…') ? `${cut}…` : cut;
}

function withOddity(before: Oddities, { kind, sample }: Oddity): Oddities {
  const known = before[kind] ?? [];
  const safe = shown(sample);
  return known.length >= MOST_OF_A_KIND || known.includes(safe) ? before : { ...before, [kind]: [...known, safe] };
}

/** With what was found now; the same object when all of it was found before. */
export function withOddities(before: Oddities, found: readonly Oddity[]): Oddities {
  return found.reduce(withOddity, before);
}

/** "entries without an id", "deployment states": the kind for more than one. */
function plural(kind: string): string {
  const [word = '', ...rest] = kind.split(/ (?=without|that|of )/);
  return [word.replace(/y$/, 'ie').concat('s'), ...rest].join(' ');
}

function kindText(kind: string, samples: readonly string[]): string {
  const count = samples.length < MOST_OF_A_KIND ? String(samples.length) : `${MOST_OF_A_KIND} or more`;
  const examples = samples.slice(0, EXAMPLES).join(', ');
  return `${count} ${samples.length === 1 ? kind : plural(kind)} (${samples.length > EXAMPLES ? 'e.g. ' : ''}${examples})`;
}

/** "12 values that this app does not know: 3 deployment states (e.g. FOO, BAR), 9 modes …"; empty when there are none. */
export function odditiesText(oddities: Oddities): string {
  const kinds = Object.entries(oddities);
  const total = kinds.reduce((sum, [, samples]) => sum + samples.length, 0);
  if (total === 0) return '';
  return `${counted(total, 'value')} that this app does not know: ${kinds.map(([kind, samples]) => kindText(kind, samples)).join(', ')}`;
}
