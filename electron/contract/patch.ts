// How a window's copy follows the truth: diff() in main, apply() in the window, a version on both sides.
// diff() compares by identity, so it costs nothing for what did not change (world.ts promises that identity is kept).
import { idsSet } from '../model/same.ts';
import type { World } from '../model/world.ts';
import type { AppState, Snapshot } from './state.ts';

/** The parts of the world that are records by id: patched entry by entry. The rest is small and sent whole. */
const COLLECTIONS = ['organizations', 'projects', 'clusters', 'environments', 'services', 'sources'] as const;
type Collection = (typeof COLLECTIONS)[number];
type Fields = Readonly<Record<string, unknown>>;
type Entries = Readonly<Record<string, object>>;

/** From which version to which; only what changed: of an entry that was there before, its changed fields. `gone` lists removed ids. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly world?: {
    readonly phase?: World['phase'];
    readonly problem?: World['problem'];
    readonly nextTryAt?: World['nextTryAt'];
    readonly hidden?: World['hidden'];
    readonly set?: { readonly [C in Collection]?: Readonly<Record<string, Partial<World[C][string]>>> };
    readonly gone?: { readonly [C in Collection]?: readonly string[] };
  };
  readonly rest?: Partial<Omit<AppState, 'world'>>;
}

/** The fields that changed; every field of an entry that is new. Entries of one collection all have the same fields. */
function fieldDiff(before: object | undefined, after: object): object {
  if (!before) return after;
  const old = before as Fields; // records of the model: plain data
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => old[name] !== value));
}

type EntryDiff = { readonly set: Readonly<Record<string, object>>; readonly gone: readonly string[] };

function entryDiff(before: Entries, after: Entries): EntryDiff {
  const ids = idsSet(before, after);
  if (ids) return { set: Object.fromEntries(ids.map((id) => [id, fieldDiff(before[id], after[id] ?? {})])), gone: [] };
  const set: Record<string, object> = {};
  let staying = 0;
  for (const id in after) {
    const old = before[id];
    if (old !== undefined) staying += 1;
    const now = after[id];
    if (now && old !== now) set[id] = fieldDiff(old, now);
  }
  const all = Object.keys(before);
  return { set, gone: all.length === staying ? [] : all.filter((id) => !(id in after)) };
}

function worldDiff(before: World, after: World): Patch['world'] {
  const set: Record<string, unknown> = {};
  const gone: Record<string, readonly string[]> = {};
  for (const name of COLLECTIONS) {
    if (before[name] === after[name]) continue;
    const changed = entryDiff(before[name], after[name]);
    if (Object.keys(changed.set).length > 0) set[name] = changed.set;
    if (changed.gone.length > 0) gone[name] = changed.gone;
  }
  return {
    ...(before.phase === after.phase ? {} : { phase: after.phase }),
    ...(before.problem === after.problem ? {} : { problem: after.problem }),
    ...(before.nextTryAt === after.nextTryAt ? {} : { nextTryAt: after.nextTryAt }),
    ...(before.hidden === after.hidden ? {} : { hidden: after.hidden }),
    ...(Object.keys(set).length > 0 ? { set } : {}),
    ...(Object.keys(gone).length > 0 ? { gone } : {}),
  };
}

/** What changed from `before` (at `version`) to `after`; null when nothing did. */
export function diff(version: number, before: AppState, after: AppState): Patch | null {
  const world = before.world === after.world ? {} : (worldDiff(before.world, after.world) ?? {});
  const rest = {
    ...(before.account === after.account ? {} : { account: after.account }),
    ...(before.settings === after.settings ? {} : { settings: after.settings }),
    ...(before.hints === after.hints ? {} : { hints: after.hints }),
    ...(before.machine === after.machine ? {} : { machine: after.machine }),
    ...(before.shortcut === after.shortcut ? {} : { shortcut: after.shortcut }),
    ...(before.requests === after.requests ? {} : { requests: after.requests }),
    ...(before.oddities === after.oddities ? {} : { oddities: after.oddities }),
    ...(before.commandRuns === after.commandRuns ? {} : { commandRuns: after.commandRuns }),
    ...(before.historyVersion === after.historyVersion ? {} : { historyVersion: after.historyVersion }),
    ...(before.consoleUrl === after.consoleUrl ? {} : { consoleUrl: after.consoleUrl }),
  };
  const [hasWorld, hasRest] = [Object.keys(world).length > 0, Object.keys(rest).length > 0];
  if (!hasWorld && !hasRest) return null;
  return { from: version, to: version + 1, ...(hasWorld ? { world } : {}), ...(hasRest ? { rest } : {}) };
}

function patched<C extends Collection>(world: World, patch: NonNullable<Patch['world']>, name: C): World[C] {
  const [set, gone] = [patch.set?.[name], patch.gone?.[name]];
  if (!set && !gone) return world[name];
  const entries: Entries = world[name];
  const next: Record<string, object> = { ...entries };
  for (const [id, fields] of Object.entries(set ?? {})) next[id] = { ...entries[id], ...fields };
  for (const id of gone ?? []) delete next[id];
  return next as World[C]; // entries of one collection only ever come from the same collection
}

/** The snapshot after the patch; null when it does not follow this version (then ask for the whole). */
export function apply(snapshot: Snapshot, patch: Patch): Snapshot | null {
  if (patch.from !== snapshot.version) return null;
  const { world } = snapshot.state;
  const change = patch.world ?? {};
  const next: World = {
    phase: change.phase ?? world.phase,
    problem: change.problem === undefined ? world.problem : change.problem,
    nextTryAt: change.nextTryAt === undefined ? world.nextTryAt : change.nextTryAt,
    organizations: patched(world, change, 'organizations'),
    projects: patched(world, change, 'projects'),
    clusters: patched(world, change, 'clusters'),
    environments: patched(world, change, 'environments'),
    services: patched(world, change, 'services'),
    hidden: change.hidden ?? world.hidden,
    sources: patched(world, change, 'sources'),
  };
  return { version: patch.to, state: { ...snapshot.state, ...patch.rest, world: patch.world ? next : world } };
}
