// The computer's clock was set back: whatever was noted by it moves along, so that ages stay what they were and nothing was
// heard in a time to come. The platform's own times stay: they are another clock's.
import type { Problem } from '../model/problem.ts';
import { withEntries } from '../model/same.ts';
import type { Instant, Source } from '../model/world.ts';
import type { Book } from './book.ts';
import type { Known } from './fold.ts';

const earlier = (at: Instant | null, byMs: number): Instant | null => (at === null ? null : at - byMs);

function problemEarlier(problem: Problem | null, byMs: number): Problem | null {
  return problem?.kind === 'rate-limited' ? { ...problem, notBefore: earlier(problem.notBefore, byMs) } : problem;
}

const sourceEarlier = (source: Source, byMs: number): Source => ({
  ...source,
  asOf: earlier(source.asOf, byMs),
  since: source.since - byMs,
  lostAt: earlier(source.lostAt ?? null, byMs),
  nextTryAt: earlier(source.nextTryAt, byMs),
  problem: problemEarlier(source.problem, byMs),
});

/** What is known, noted by a clock that is `byMs` earlier. Which of two words came first is forgotten: all is read anew. */
export function foldClockBack(known: Known, byMs: number): Known {
  const { world, absences } = known;
  const sources = Object.values(world.sources).map((source) => [source.id, sourceEarlier(source, byMs)] as const);
  return {
    ...known,
    toldAt: {},
    absences: withEntries(
      absences,
      Object.entries(absences).map(([id, absence]) => [id, { ...absence, since: absence.since - byMs }] as const),
    ),
    world: {
      ...world,
      problem: problemEarlier(world.problem, byMs),
      nextTryAt: earlier(world.nextTryAt, byMs),
      sources: withEntries(world.sources, sources),
    },
  };
}

/** What was asked, noted by a clock that is `byMs` earlier. */
export function bookEarlier(book: Book, byMs: number): Book {
  const asked = Object.entries(book.asked).map(([key, one]) => [key, { ...one, at: one.at - byMs }] as const);
  return {
    ...book,
    asked: Object.fromEntries(asked),
    notBefore: book.notBefore - byMs,
    limitedUntil: book.limitedUntil - byMs,
    economy: { ...book.economy, urgentUntil: book.economy.urgentUntil - byMs },
  };
}
