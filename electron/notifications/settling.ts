// When the picture can be believed: not just after a sleep, and not while or just after the platform could not be reached.
import type { Instant, Source, World } from '../model/world.ts';
import type { Hold, Memory } from './memory.ts';
import { outageKind } from './reach-notices.ts';

/** Decisions are made every few seconds: a longer silence means that the computer slept (or its clock was set). */
const GAP_MS = 90_000;
/** What has not spoken by then is not waited for. */
const AT_MOST_MS = 60_000;

/** Whether time jumped since the last decision, or ran backwards. */
export function isGap({ lastAt }: Memory, now: Instant): boolean {
  return lastAt !== null && (now - lastAt > GAP_MS || now < lastAt);
}

/** Nothing can be heard: the requests fail, and no socket speaks. */
function isCutOff(world: World): boolean {
  return outageKind(world.problem) === 'unreachable' && !Object.values(world.sources).some(({ state }) => state === 'live');
}

function hasSpoken({ state, asOf }: Source, since: Instant): boolean {
  return state === 'refused' || state === 'agent-away' || (state === 'live' && asOf !== null && asOf >= since);
}

/** What is waited for at `now`; null: the picture is settled. */
export function holdNow(world: World, memory: Memory, now: Instant): Hold | null {
  if (isGap(memory, now) || isCutOff(world)) return { since: now, until: now + AT_MOST_MS };
  const { hold } = memory;
  if (!hold || now >= hold.until) return null;
  const isSettled = outageKind(world.problem) === null && Object.values(world.sources).every((source) => hasSpoken(source, hold.since));
  return isSettled ? null : hold;
}
