// PURE. Whether a read that failed is tried again, and when.
import type { Problem } from '../model/problem.ts';
import { assertNever } from '../model/status.ts';
import type { Instant } from '../model/world.ts';

/** Growing waits between the tries of a read; the last one stays. */
const WAITS_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const;

/** Whether the problem can pass by itself: asking again makes sense. */
function canPass(problem: Problem): boolean {
  switch (problem.kind) {
    case 'offline':
    case 'timeout':
    case 'rate-limited':
    case 'server-error':
    case 'bad-reply':
    case 'agent-away':
    case 'closed':
    case 'certificate':
      return true;
    case 'bad-address':
    case 'signed-out':
    case 'refused':
    case 'forbidden':
    case 'gone':
    case 'bad-request':
    case 'bad-input':
    case 'store':
    case 'no-keyring':
    case 'no-notifications':
      return false;
    default:
      return assertNever(problem);
  }
}

/** When to try again after `failures` failed tries (1 after the first), the last with `problem`; null: never. */
export function nextTry(problem: Problem, failures: number, now: Instant): Instant | null {
  if (!canPass(problem)) return null;
  const waitMs = WAITS_MS[Math.min(failures, WAITS_MS.length) - 1] ?? 1_000;
  const notBefore = problem.kind === 'rate-limited' ? (problem.notBefore ?? 0) : 0;
  return Math.max(now + waitMs, notBefore);
}
