// The computer's clock is set now and then, or stands still in a sleep that nobody tells of. The loop looks at it every few
// seconds, so a step is seen by what lies between two looks.
import type { Instant } from '../model/world.ts';

/** Corrections smaller than this change nothing that anybody sees. */
const BACK_MS = 2_000;
/** A busy computer looks late; nothing but a sleep or another time makes it this late. */
const AHEAD_MS = 300_000;

export type ClockStep = { readonly kind: 'none' | 'ahead' } | { readonly kind: 'back'; readonly byMs: number };

/** What the clock did between two looks at it. */
export function clockStep(before: Instant, now: Instant): ClockStep {
  if (before - now >= BACK_MS) return { kind: 'back', byMs: before - now };
  return { kind: now - before >= AHEAD_MS ? 'ahead' : 'none' };
}
