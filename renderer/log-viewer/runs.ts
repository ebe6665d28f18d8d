// PURE. The environment's deployments in words, and whether a new one has begun.
import type { PastRun } from '../../electron/model/past-run.ts';
import { durationText, timeText } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';
import { originText } from './subject.ts';

/** Whose a deployment was: "ada, Console, kept here"; where the list holds several environments, its name first. */
export function runByText({ of, triggeredBy, origin, isSaved }: PastRun): string {
  return [of, triggeredBy, originText(origin), isSaved ? 'kept here' : null].filter(Boolean).join(', ');
}

/** "Sun 16:20, DEPLOYMENT OK, 4 min 2 s, ada, Console". */
export function pastRunText({ of, at, label, durationMs, triggeredBy, origin, isSaved }: PastRun, now: Instant): string {
  const parts = [
    of || null,
    at === null ? null : timeText(at, now),
    label,
    durationMs === null ? null : durationText(durationMs),
    triggeredBy,
    originText(origin),
    isSaved ? 'kept here' : null,
  ];
  return parts.filter(Boolean).join(', ');
}
