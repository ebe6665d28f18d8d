// What runs badly outside a deployment: when it is worth an alarm, and when it is over. A service must be bad for a while, not
// in its own deployment nor just after it; one that crashes again and again is told once in ten minutes; a planned stop never.
import { isCurrent, environmentFreshness } from '../model/freshness.ts';
import type { Environment, Instant, Service, World } from '../model/world.ts';
import type { Memory, Spell } from './memory.ts';

/** Bad for so long is an alarm. Platform.md 4.4. */
const BAD_MS = 20_000;
/** Turned bad so many times without a calm minute is an alarm, too: it crashes again and again. */
const BAD_TIMES = 3;
/** Well for so long is well. */
const WELL_MS = 60_000;
/** A service is told at most so often. */
const AGAIN_MS = 600_000;
/** After a deployment things may settle for so long. */
const GRACE_MS = 60_000;

interface RunState {
  readonly spells: Memory['spells'];
  readonly busyAt: Memory['busyAt'];
}
interface RunNews {
  readonly environment: Environment;
  readonly services: readonly Service[];
}
export interface RunVerdicts extends RunState {
  /** Environments to tell of, with their services to name: those that are new, and those told before that still are bad. */
  readonly alarms: readonly RunNews[];
  /** Environments in which everything that was shown is well again. */
  readonly recoveries: readonly RunNews[];
  /** Environments whose alarm holds no longer without being mended: stopped on purpose, deleted. */
  readonly lapsed: readonly string[];
}

const isBad = (service: Service): boolean => service.run.status === 'ERROR' || service.run.status === 'WARNING';
const isAway = (service: Service): boolean => ['STOPPED', 'STOPPING', 'EMPTY'].includes(service.run.status);

function busy(world: World, busyAt: Memory['busyAt'], now: Instant): Memory['busyAt'] {
  const current = Object.values(world.environments).filter((environment) => environment.deployment?.inProgress);
  const old = Object.entries(busyAt).filter(([id, at]) => now - at < GRACE_MS && world.environments[id]);
  if (current.length === 0 && old.length === Object.keys(busyAt).length) return busyAt;
  return Object.fromEntries([...old, ...current.map(({ id }) => [id, now] as const)]);
}

/** Its own deployment, or the settling after it, explains what is seen of it. */
const isExcused = (service: Service, busyAt: Memory['busyAt']): boolean =>
  busyAt[service.environmentId] !== undefined && (service.deployment?.isPartOfLast ?? true);
const hasFailed = (service: Service): boolean => service.deployment?.tone === 'error' && service.deployment.isPartOfLast;

/** Its alarm was raised, and perhaps shown. */
const wasDue = ({ told }: Spell): boolean => told === 'yes' || told === 'unshown';
const isWell = (spell: Spell, now: Instant): boolean => spell.wellSince !== null && now - spell.wellSince >= WELL_MS;

function turnedBad(spell: Spell | undefined, service: Service, told: Spell['told'], now: Instant): Spell {
  if (!spell) {
    const toldAt = told === 'yes' ? now : null;
    return { environmentId: service.environmentId, badSince: now, wellSince: null, times: 1, told, toldAt };
  }
  if (spell.badSince !== null) return spell;
  return { ...spell, badSince: now, wellSince: null, times: spell.told === 'no' && isWell(spell, now) ? 1 : spell.times + 1 };
}

/** A service in ERROR or WARNING: undefined when its deployment excuses that. */
function badSpell(service: Service, spell: Spell | undefined, { state, isFirstLook, now }: RunGiven): Spell | undefined {
  const isExcusedNow = isExcused(service, state.busyAt);
  if (spell && wasDue(spell)) return turnedBad(spell, service, spell.told, now);
  if (hasFailed(service) && (isExcusedNow || isFirstLook))
    return { ...turnedBad(spell, service, 'by-deployment', now), told: 'by-deployment' };
  return isExcusedNow ? undefined : turnedBad(spell, service, 'no', now);
}

/** The next state of one service's spell; undefined: there is none, or it is forgotten. */
function nextSpell(service: Service, spell: Spell | undefined, given: RunGiven): Spell | undefined {
  if (isBad(service)) return badSpell(service, spell, given);
  if (!spell || service.run.status === 'UNKNOWN') return spell;
  if (isAway(service)) return undefined;
  // What starts is neither bad nor well yet.
  return { ...spell, badSince: null, wellSince: service.run.status === 'STARTING' ? null : (spell.wellSince ?? given.now) };
}

const isDue = ({ told, badSince, times, toldAt }: Spell, now: Instant): boolean =>
  told === 'no' && badSince !== null && (now - badSince >= BAD_MS || times >= BAD_TIMES) && (toldAt === null || now - toldAt >= AGAIN_MS);
/** Kept after its end for as long as it must not be told again. */
const isOver = (spell: Spell, now: Instant): boolean =>
  isWell(spell, now) && spell.told !== 'yes' && (spell.toldAt === null || now - spell.toldAt >= AGAIN_MS);

/** What an earlier run of the app told of: neither bad nor well so far. */
function standingSpell(service: Service): Spell {
  return { environmentId: service.environmentId, badSince: null, wellSince: null, times: 1, told: 'yes', toldAt: null };
}

/** Every spell after a look at the world. Environments whose run status is not current are left as they are. */
function spellsNow(given: RunGiven): Memory['spells'] {
  const { world, state, isFirstLook, standing, now } = given;
  const bad = Object.values(world.environments).filter(({ run }) => run.status === 'ERROR' || run.status === 'WARNING');
  const ids = new Set([
    ...Object.keys(state.spells),
    ...(isFirstLook ? standing : []),
    ...bad.flatMap((environment) => environment.serviceIds),
  ]);
  const next = [...ids].map((id): readonly [string, Spell | undefined] => {
    const service = world.services[id];
    const spell = state.spells[id] ?? (service && isFirstLook && standing.has(id) ? standingSpell(service) : undefined);
    const environment = world.environments[service?.environmentId ?? ''];
    if (!service || !environment) return [id, undefined];
    if (!isCurrent(environmentFreshness(world, environment, now).run)) return [id, spell];
    return [id, nextSpell(service, spell, given)];
  });
  return Object.fromEntries(next.flatMap(([id, spell]) => (spell && !isOver(spell, now) ? [[id, spell]] : [])));
}

export interface RunGiven {
  readonly world: World;
  readonly state: RunState;
  readonly isFirstLook: boolean;
  /** Services whose alarm was told in an earlier run of the app. */
  readonly standing: ReadonlySet<string>;
  readonly now: Instant;
}

const entriesOf = (spells: Memory['spells'], environmentId: string): readonly (readonly [string, Spell])[] =>
  Object.entries(spells).filter(([, spell]) => spell.environmentId === environmentId);

function withTold(spells: Memory['spells'], ids: ReadonlySet<string>, change: Partial<Spell>): Memory['spells'] {
  return Object.fromEntries(Object.entries(spells).map(([id, spell]) => [id, ids.has(id) ? { ...spell, ...change } : spell]));
}

/** It is bad as far as anybody knows now: what was bad when its source was lost may be mended. */
function isKnownBad(world: World, serviceId: string, now: Instant): boolean {
  const service = world.services[serviceId];
  const environment = world.environments[service?.environmentId ?? ''];
  return (
    service !== undefined && environment !== undefined && isBad(service) && isCurrent(environmentFreshness(world, environment, now).run)
  );
}

/** Raises what is due, and names all that is bad in those environments. Whether it is shown is not decided here: see `shownRuns`. */
function alarmsOf(spells: Memory['spells'], world: World, now: Instant): Pick<RunVerdicts, 'alarms' | 'spells'> {
  const due = new Set(Object.keys(spells).filter((id) => spells[id] && isDue(spells[id], now) && isKnownBad(world, id, now)));
  const told = withTold(spells, due, { told: 'unshown' });
  const places = new Set([...due].flatMap((id) => told[id]?.environmentId ?? []));
  const alarms = [...places].flatMap((environmentId) => {
    const environment = world.environments[environmentId];
    const bad = entriesOf(told, environmentId).filter(([, spell]) => wasDue(spell) && spell.badSince !== null);
    return environment ? [{ environment, services: bad.flatMap(([id]) => world.services[id] ?? []) }] : [];
  });
  return { alarms, spells: told };
}

/** What the world's run statuses call for. */
export function runAlarms(given: RunGiven): RunVerdicts {
  const { world, now } = given;
  const busyAt = busy(world, given.state.busyAt, now);
  const { alarms, spells } = alarmsOf(spellsNow({ ...given, state: { ...given.state, busyAt } }), world, now);
  const before = new Set(Object.values(given.state.spells).flatMap((spell) => (spell.told === 'yes' ? [spell.environmentId] : [])));
  const ended = [...before].filter((id) => entriesOf(spells, id).every(([, spell]) => !wasDue(spell) || isWell(spell, now)));
  const wellIds = ended.flatMap((id) => entriesOf(spells, id).flatMap(([one, spell]) => (spell.told === 'yes' ? [one] : [])));
  const recoveries = ended.flatMap((id) => {
    const environment = world.environments[id];
    const services = wellIds.flatMap((one) => world.services[one] ?? []).filter((service) => service.environmentId === id);
    return environment && services.length > 0 ? [{ environment, services }] : [];
  });
  const lapsed = ended.filter((id) => !recoveries.some(({ environment }) => environment.id === id));
  return { spells: withTold(spells, new Set(wellIds), { told: 'no', times: 0 }), busyAt, alarms, recoveries, lapsed };
}

/** The same spells once the alarms of these environments were shown: only of them the end is news. */
export function shownRuns(spells: Memory['spells'], environmentIds: ReadonlySet<string>, now: Instant): Memory['spells'] {
  const named = Object.entries(spells).filter(
    ([, spell]) => spell.told === 'unshown' && spell.badSince !== null && environmentIds.has(spell.environmentId),
  );
  return named.length === 0 ? spells : withTold(spells, new Set(named.map(([id]) => id)), { told: 'yes', toldAt: now });
}

/** The same state after a sleep, or a clock set back: what was seen just before it says nothing about how long it has lasted. */
export function afterGap(spells: Memory['spells'], now: Instant): Memory['spells'] {
  const notLater = (at: Instant | null): Instant | null => (at === null ? null : Math.min(at, now));
  return Object.fromEntries(
    Object.entries(spells).flatMap(([id, spell]) => {
      if (spell.told === 'no' && spell.toldAt === null) return [];
      const { badSince, wellSince, toldAt } = spell;
      return [[id, { ...spell, badSince: notLater(badSince), wellSince: notLater(wellSince), toldAt: notLater(toldAt) }]];
    }),
  );
}
