// Whether to notify, and in which words: decided from what changed, the world, the settings and what was told before.
// Gathers what the parts propose, waits until the picture is settled, lets the settings have their say, and makes one of many.
import type { Settings } from '../contract/settings.ts';
import type { Change } from '../model/changes.ts';
import { stillKnown, type Known } from '../model/known.ts';
import { isQuiet } from '../model/quiet-hours.ts';
import type { Instant, World } from '../model/world.ts';
import { deploymentNotices } from './failure-notices.ts';
import { freshMemory, type Memory } from './memory.ts';
import type { Made, Proposal, Proposed } from './notice.ts';
import { movingNotices } from './moving-notices.ts';
import { reachNotices } from './reach-notices.ts';
import { afterGap } from './run-alarms.ts';
import { runNotices, withRunsShown } from './run-notices.ts';
import { holdNow, isGap } from './settling.ts';
import { countsOf, digestNotice, gathered, STORM_AFTER, summaryNotice } from './summary.ts';
import { isWanted } from './wanted.ts';

export interface Decided {
  /** What to show. */
  readonly made: readonly Made[];
  /** Keys of notices that hold no longer. */
  readonly closed: readonly string[];
  readonly memory: Memory;
  /** What of `settings.known` still holds; the same list when nothing of it has ended. */
  readonly known: readonly Known[];
}
type Said = Pick<Decided, 'made' | 'memory'>;

export interface NoticesGiven {
  readonly changes: readonly Change[];
  readonly world: World;
  readonly settings: Settings;
  readonly memory: Memory;
  /** False: nothing can be shown for now, and what happens waits until it can. */
  readonly canShow: boolean;
  /** What was missed in an absence is being read: what is told of it waits. */
  readonly isReading?: boolean;
  readonly now: Instant;
}

const MINUTE_MS = 60_000;
/** What is worth waiting for; run statuses are looked at as they are then. */
const isTellable = ({ kind }: Change): boolean => kind !== 'run-changed' && kind !== 'deployment-started';

/** Failures that are shown stand until they are mended. */
function withStanding(memory: Memory, shown: readonly Proposal[]): Memory {
  const keys = shown.filter(({ about }) => about === 'deploymentErrors').map(({ notice }) => notice.key);
  const fresh = [...new Set(keys)].filter((key) => !memory.told.standing.includes(key));
  return fresh.length === 0 ? memory : { ...memory, told: { ...memory.told, standing: [...memory.told.standing, ...fresh] } };
}

/** One by one, or one of many when they are a storm. */
function paced(shown: readonly Proposal[], memory: Memory, now: Instant): Said {
  const lately = memory.shownAt.filter((at) => now - at < MINUTE_MS);
  const shownAt = [...lately, ...shown.map(() => now)];
  const [first] = shown;
  if (!first || shownAt.length <= STORM_AFTER)
    return {
      made: shown.map((proposal) => ({ notice: proposal.notice, proposals: [proposal] })),
      memory: { ...memory, shownAt, storm: lately.length > STORM_AFTER ? memory.storm : null },
    };
  const storm = gathered(memory.storm, shown);
  const notice = summaryNotice(
    'storm',
    `Within a minute: ${countsOf(storm)}`,
    storm,
    first.notice.icon,
    storm.isCritical ? 'critical' : 'normal',
  );
  return { made: [{ notice, proposals: shown }], memory: { ...memory, shownAt, storm } };
}

/** What was found at the first look, or came to light after an absence: one notice. */
function digested(shown: readonly Proposal[], isFirstLook: boolean, memory: Memory, now: Instant): Said {
  const [first] = shown;
  if (!first || shown.length === 1) return paced(shown, memory, now);
  const all = gathered(null, shown);
  const isPlain = isFirstLook && shown.every(({ about }) => about === 'deploymentErrors');
  const before = memory.isUnheard ? 'Not shown until now' : 'While you were away';
  const title = isPlain ? `${countsOf(all)} before you looked` : `${before}: ${countsOf(all)}`;
  const urgency = isFirstLook || !all.isCritical ? 'normal' : 'critical';
  const { icon } = first.notice;
  return {
    made: [
      {
        notice: isPlain ? summaryNotice('digest', title, all, icon, urgency) : digestNotice(title, shown, icon, urgency),
        proposals: shown,
      },
    ],
    memory: { ...memory, shownAt: [...memory.shownAt, now] },
  };
}

/** What the parts propose of a settled picture. */
function proposed(given: NoticesGiven, memory: Memory): Proposed & { readonly memory: Memory } {
  const { world, now } = given;
  const changes = [...memory.waiting, ...given.changes];
  const isFirstLook = changes.some((change) => change.kind === 'first-look');
  const deployments = deploymentNotices({ changes, world, told: memory.told, now });
  const moving = movingNotices({ changes, world, told: deployments.told, now });
  const runs = runNotices({ world, memory: { ...memory, told: moving.told, waiting: [] }, isFirstLook, now });
  return {
    proposals: [...deployments.proposals, ...moving.proposals, ...runs.proposals],
    closed: [...deployments.closed, ...moving.closed, ...runs.closed],
    memory: runs.memory,
  };
}

/** The memory after a sleep, or after the clock was set: how long things lasted is not known, and nothing lies in the future. */
function awake(memory: Memory, now: Instant): Memory {
  const busyAt = Object.fromEntries(Object.entries(memory.busyAt).map(([id, at]) => [id, Math.min(at, now)]));
  return { ...memory, spells: afterGap(memory.spells, now), busyAt, shownAt: [], outage: memory.outage?.isTold ? memory.outage : null };
}

const textOf = (one: Known): string => JSON.stringify([one.environmentId, one.serviceId, one.troubles, one.until]);

/** What a person who says "I know" need not read of on: keys of what may be shown of the environments that are known, or muted for a while, since `before`. */
export function keysOfKnown(before: readonly Known[], next: readonly Known[]): readonly string[] {
  if (before === next) return [];
  const earlier = new Set(before.map(textOf));
  const fresh = next.filter((one) => one.serviceId === undefined && !earlier.has(textOf(one)));
  return fresh.flatMap(({ environmentId }) => [`deployment/${environmentId}`, `run/${environmentId}`]);
}

/** What to show now, what to take back, and what is remembered. Called after each change, and every few seconds without one. */
export function notices(given: NoticesGiven): Decided {
  const { changes, world, settings, now } = given;
  if (world.phase === 'signed-out' && world.problem === null)
    return { made: [], closed: [], memory: freshMemory(given.memory.told), known: settings.known };
  const isFirstLook = changes.some((change) => change.kind === 'first-look');
  const isMute = isQuiet(settings.notifications.quietHours, settings.notifications.quietDays, now) || !given.canShow;
  const before = isGap(given.memory, now) ? awake(given.memory, now) : given.memory;
  const reach = isMute ? { proposals: [], closed: [], memory: before } : reachNotices(world, before, now);
  const hold = isFirstLook ? null : holdNow(world, given.memory, now);
  const isWaiting = hold !== null || world.phase !== 'ready' || isMute || given.isReading === true;
  const isUnheard = !given.canShow || (given.memory.isUnheard && given.memory.isWaiting);
  const memory = { ...reach.memory, hold, isWaiting, isUnheard, lastAt: now };
  const found: Proposed & { readonly memory: Memory } = isWaiting
    ? { proposals: [], closed: [], memory: { ...memory, waiting: [...memory.waiting, ...changes.filter(isTellable)] } }
    : proposed(given, memory);
  const shown = [...reach.proposals, ...found.proposals].filter((proposal) => isWanted(proposal, world, settings, now));
  const wasAway = given.memory.isWaiting && !isWaiting;
  const next = withStanding(isWaiting ? found.memory : withRunsShown(found.memory, shown, now), shown);
  const said = isFirstLook || wasAway ? digested(shown, isFirstLook, next, now) : paced(shown, next, now);
  const replaced = new Set(said.made.map(({ notice }) => notice.key));
  const uneasy = new Set(Object.values(found.memory.spells).map(({ environmentId }) => environmentId));
  return {
    ...said,
    closed: [...reach.closed, ...found.closed].filter((key) => !replaced.has(key)),
    known: stillKnown(settings.known, world, (id) => isWaiting || uneasy.has(id), now),
  };
}
