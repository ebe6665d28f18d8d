// When the whole account cannot be asked: for how long nothing is, and when that is over. Pure: each step gives a new book.
import type { Problem } from '../model/problem.ts';
import type { Instant } from '../model/world.ts';
import type { Book } from './book.ts';

const REFUSED_AGAIN_MS = 300_000;
const LIMITED_AGAIN_MS = 60_000;

/** When to try again after the n-th failure in a row (n from 1): 5, 10, 20, 40, 60 s; after a refusal 5 min. */
export function retryAt(problem: Problem, failures: number, now: Instant): Instant {
  if (problem.kind === 'refused' || problem.kind === 'signed-out') return now + REFUSED_AGAIN_MS;
  if (problem.kind === 'rate-limited')
    return Math.max(now + 1_000, problem.notBefore ?? now + Math.min(900_000, LIMITED_AGAIN_MS * 2 ** (failures - 1)));
  return now + Math.min(60_000, 5_000 * 2 ** Math.max(0, failures - 1));
}

/** A problem of the whole account. Requests that were under way together fail together: that is one failure. */
export function afterFailure(book: Book, problem: Problem, now: Instant): Book {
  const failures = now >= book.notBefore ? book.failures + 1 : book.failures;
  const notBefore = Math.max(book.notBefore, retryAt(problem, failures, now));
  return { ...book, failures, notBefore, limitedUntil: problem.kind === 'rate-limited' ? notBefore : book.limitedUntil };
}

/** An answer. One that was under way when the rate limit was reached does not lift the limit. */
export function afterSuccess(book: Book, now: Instant): Book {
  return { ...book, failures: 0, notBefore: isLimited(book, now) ? book.notBefore : 0 };
}

/** Whether the platform's rate limit holds; a person alone may pass it. */
export function isLimited(book: Book, now: Instant): boolean {
  return now < book.limitedUntil;
}

/** Whether a problem is told. One request that is lost is no outage; a refusal is meant, and before the first look there is nothing to protect. */
export function isTold(book: Book, problem: Problem, isFirstLook: boolean): boolean {
  return book.failures > 1 || problem.kind === 'refused' || isFirstLook;
}
