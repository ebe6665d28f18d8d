// What was asked and how it went: the memory that the schedule decides by. Pure: each step gives a new book.
import type { Problem } from '../model/problem.ts';
import { withEntries } from '../model/same.ts';
import { NOTHING_HIDDEN, type Hidden } from '../model/watching.ts';
import type { Instant, World } from '../model/world.ts';
import { FRESH_ECONOMY, type Economy } from './pace.ts';

/** How an ask went the last time, and what state it was about. */
export interface Asked {
  readonly at: Instant;
  readonly outcome: 'ok' | 'failed' | 'denied';
  readonly about: string;
  /** How often it failed in a row. */
  readonly failures: number;
}
export interface Book {
  readonly asked: Readonly<Record<string, Asked>>;
  readonly inFlight: ReadonlySet<string>;
  /** Nothing is asked before this. */
  readonly notBefore: Instant;
  /** Why the organisations themselves may not be read; null when they may. */
  readonly denied: Problem | null;
  /** Failures of the whole account in a row. */
  readonly failures: number;
  /** The platform's rate limit holds until then. */
  readonly limitedUntil: Instant;
  /** Something unknown was seen, or something known was missed: discover again soon. */
  readonly wantsDiscovery: boolean;
  /** Discoveries in a row that named nothing of what was wanted: the next waits longer. */
  readonly fruitless: number;
  /** Environments whose deployment is followed by an open socket. */
  readonly followed: ReadonlySet<string>;
  /** Environments whose history is to be read: they may have been deployed more than once between two readings. */
  readonly gaps: ReadonlySet<string>;
  /** What costs nothing because nobody watches it. */
  readonly hidden: Hidden;
  readonly economy: Economy;
}

export const EMPTY_BOOK: Book = {
  asked: {},
  inFlight: new Set(),
  notBefore: 0,
  denied: null,
  failures: 0,
  limitedUntil: 0,
  wantsDiscovery: false,
  fruitless: 0,
  followed: new Set(),
  gaps: new Set(),
  hidden: NOTHING_HIDDEN,
  economy: FRESH_ECONOMY,
};

/** Problems of the whole account, not of the one thing that was asked. */
export function isAccountWide(problem: Problem): boolean {
  return !['forbidden', 'gone', 'bad-request', 'agent-away', 'closed', 'bad-input', 'store', 'no-keyring', 'no-notifications'].includes(
    problem.kind,
  );
}

/** An ask has left. */
export function begun(book: Book, key: string): Book {
  return { ...book, inFlight: new Set([...book.inFlight, key]) };
}

/** An ask has come back, with a problem or without. */
export function answered(book: Book, key: string, problem: Problem | null, about: string, now: Instant): Book {
  const outcome: Asked['outcome'] = !problem ? 'ok' : isAccountWide(problem) ? 'failed' : 'denied';
  const failures = outcome === 'failed' ? (book.asked[key]?.failures ?? 0) + 1 : 0;
  const inFlight = new Set([...book.inFlight].filter((one) => one !== key));
  const denied = key === 'organizations' && outcome !== 'failed' ? problem : book.denied;
  return { ...book, inFlight, denied, asked: withEntries(book.asked, [[key, { at: now, outcome, about, failures }]]) };
}

/** Asks of these keys count as never asked. */
export function forgotten(book: Book, keys: RegExp): Book {
  return { ...book, asked: Object.fromEntries(Object.entries(book.asked).filter(([key]) => !keys.test(key))) };
}

/** Names and states count as never asked: they are read again, not before `notBefore`. */
export function readAgain(book: Book, notBefore: Instant): Book {
  return { ...forgotten(book, /^(organizations|discovery|overview)/), notBefore };
}

/** A person asked for news: the platform's limit is tried again, and until then the reserve may be used. */
export function urgent(book: Book, until: Instant): Book {
  return readAgain({ ...book, limitedUntil: 0, economy: { ...book.economy, urgentUntil: until } }, 0);
}

/** What stands in the way of the account though its token is good: nothing of it may be read; null when something may. */
export function denial({ organizations }: World, book: Book): Problem | null {
  const problems = Object.values(organizations).map(({ problem }) => problem ?? null);
  return book.denied ?? (problems.includes(null) ? null : (problems[0] ?? null));
}
