// How long something is muted, in a row's few words.
import type { Known } from './known.ts';
import { timeText } from './wording.ts';
import type { Instant } from './world.ts';

/** "muted until 15:04", "muted until fixed", "known" (these troubles alone), "muted" (for good: nothing else is said of it). */
export function muteWord(known: Known | undefined, now: Instant): string {
  if (!known) return 'muted';
  if (known.until !== null) return `muted until ${timeText(known.until, now)}`;
  return known.troubles === null ? 'muted until fixed' : 'known';
}
