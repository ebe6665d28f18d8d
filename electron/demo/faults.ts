// What can be made to go wrong on the demo platform: the list, and what each does to answers and sockets as a whole.
// What faults do inside bodies and frames is fault-bodies.ts's.

/** Every fault with one sentence for `--help`. */
export const FAULTS = {
  '401': 'the token is revoked: REST answers 401, sockets close 1008',
  '429': 'too many requests, with Retry-After',
  '429-bare': 'too many requests, and no header says until when',
  '500': 'every request ends in a server error',
  '500-burst': 'five requests end in a server error, then all is well',
  html: 'a page of HTML where JSON is due, as captive portals send',
  truncated: 'answers break off in the middle',
  late: 'answers come a second late',
  slow: 'requests and new sockets are never answered',
  'log-silent': 'logs of deployments are never answered',
  'organization-403': 'the list of organisations may not be read',
  'discovery-403': 'no organisation’s projects, environments, services and clusters may be read',
  'project-401': 'one project is refused with 401, as a policy token is',
  'project-403': 'one project may not be read',
  'agent-offline': 'sockets that need a cluster’s agent close 1011 NotFound, again and again',
  'socket-1006': 'sockets break off, again and again',
  'socket-1007': 'sockets close 1007: not permitted',
  'socket-1007-wide': 'sockets of what runs close 1007 unless they name a project, as for a narrow role',
  'socket-1007-project': 'sockets of what runs close 1007 unless they name an environment',
  'socket-1008': 'sockets close 1008: refused',
  'socket-silent': 'sockets say nothing, but answer pings',
  'socket-half-open': 'sockets say nothing and answer nothing, as when the other side has lost its network',
  'frames-twice': 'every frame comes twice',
  'frames-disordered': 'every second frame comes after the one that follows it',
  'frames-huge': 'frames of what runs are 3 MB larger',
  'unknown-words': 'one environment speaks of states, kinds and modes that nobody knows',
  'unknown-ids': 'frames speak of environments and services that are in no list',
  'missing-fields': 'one environment lacks everything that is optional',
  'bare-fields': 'one environment lacks everything but its ids',
  'wrong-types': 'one environment says numbers where texts are due, and texts where numbers are',
  'absurd-values': 'one environment speaks of times before 1970 and in the year 9999, and of less than nothing',
  'odd-names': 'one environment and its services have names of control characters, emoji and 10,000 letters',
  'foreign-ids': 'every frame speaks of an environment that is another cluster’s, another project’s or another organisation’s, too',
  'extra-fields': 'every object has fields that nobody knows',
  'clock-ahead': 'the platform’s clock is ten minutes ahead',
  'clock-behind': 'the platform’s clock is ten minutes behind',
} as const;
export type DemoFault = keyof typeof FAULTS;

const isFault = (name: string): name is DemoFault => Object.hasOwn(FAULTS, name);

/** A fault and when it begins, in real time. */
export interface PlannedFault {
  readonly name: DemoFault;
  readonly afterMs: number;
}

/** `NAME`, or `NAME@SECONDS` for one that begins later. Throws with a sentence for people. */
export function faultFrom(text: string): PlannedFault {
  const [name = '', seconds = '0', ...rest] = text.split('@');
  if (!isFault(name)) throw new Error(`there is no fault "${name}"; there are ${Object.keys(FAULTS).join(', ')}`);
  const afterMs = seconds.trim() === '' ? Number.NaN : Number(seconds) * 1000;
  if (!(afterMs >= 0) || rest.length > 0)
    throw new Error(`after ${name}@ must be a number of seconds, not "${text.slice(name.length + 1)}"`);
  return { name, afterMs };
}

/** A socket's end: the code and reason that are sent; null: it breaks off (the other side sees 1006). */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export const BAD_TOKEN: Closing = { code: 1008, reason: 'invalid token' };
export const NOT_ALLOWED: Closing = { code: 1007, reason: 'permission refused' };
export const AGENT_AWAY: Closing = { code: 1011, reason: 'NotFound: the agent of this cluster is not connected' };

/** What a fault looks at in a socket: whether it needs a cluster's agent, and which project and environment it names. */
export interface SocketKind {
  readonly needsAgent: boolean;
  readonly project: string | null;
  readonly environment: string | null;
  /** The project that faults of one project befall. */
  readonly victim: string | null;
}

type Ending = (kind: SocketKind) => Closing | null | undefined;
const isOfVictim = ({ project, victim }: SocketKind): boolean => project !== null && project === victim;

const ENDINGS: Partial<Readonly<Record<DemoFault, Ending>>> = {
  '401': () => BAD_TOKEN,
  'socket-1008': () => BAD_TOKEN,
  'socket-1007': () => NOT_ALLOWED,
  'socket-1007-wide': ({ needsAgent, project }) => (needsAgent && project === null ? NOT_ALLOWED : undefined),
  'socket-1007-project': ({ needsAgent, environment }) => (needsAgent && environment === null ? NOT_ALLOWED : undefined),
  'project-401': (kind) => (isOfVictim(kind) ? BAD_TOKEN : undefined),
  'project-403': (kind) => (isOfVictim(kind) ? NOT_ALLOWED : undefined),
  'socket-1006': () => null,
  'agent-offline': ({ needsAgent }) => (needsAgent ? AGENT_AWAY : undefined),
};

/** Whether what is asked for never gets an answer. */
export function isUnanswered(fault: DemoFault | null, pathname: string): boolean {
  return fault === 'slow' || (fault === 'log-silent' && pathname.endsWith('/logs'));
}

/** How sockets end under a fault, once they are open; null: they break off; undefined: they do not. */
export function closingUnder(fault: DemoFault | null, kind: SocketKind): Closing | null | undefined {
  return fault === null ? undefined : ENDINGS[fault]?.(kind);
}

/** With which status a fault refuses a path; null: it does not. `victim`: the project that such faults befall. */
export function refusedUnder(fault: DemoFault | null, pathname: string, victim: string | null): 401 | 403 | null {
  const [root, id = null] = pathname.split('/').filter((part) => part !== '');
  if (root === 'organization') {
    const isRefused = id === null ? fault === 'organization-403' : fault === 'discovery-403';
    return isRefused ? 403 : null;
  }
  if (root !== 'project' || id !== victim) return null;
  if (fault === 'project-401') return 401;
  return fault === 'project-403' ? 403 : null;
}

export interface FaultyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const TOO_MANY = '{"status":429,"error":"Too Many Requests","detail":"too many requests"}';
const BROKEN: FaultyAnswer = {
  status: 500,
  headers: JSON_TYPE,
  text: '{"status":500,"error":"Internal Server Error","detail":"something broke"}',
};
const BURST = 5;
export const LATE_MS = 1000;

const SPOILT: Partial<Readonly<Record<DemoFault, FaultyAnswer>>> = {
  '429': { status: 429, headers: { ...JSON_TYPE, 'retry-after': '5' }, text: TOO_MANY },
  '429-bare': { status: 429, headers: JSON_TYPE, text: TOO_MANY },
  '500': BROKEN,
  '500-burst': BROKEN,
  html: {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    text: '<!doctype html><title>Sign in to this network</title><p>Please accept the terms of use.</p>',
  },
};

/** What REST answers under a fault instead of anything else; null: as usual. `before`: how many answers it has spoilt already. */
export function faultyAnswer(fault: DemoFault | null, before: number): FaultyAnswer | null {
  if (fault === null || (fault === '500-burst' && before >= BURST)) return null;
  return SPOILT[fault] ?? null;
}
