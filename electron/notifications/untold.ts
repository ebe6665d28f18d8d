// What could not be shown was not told: the memory as if it had not been decided yet, so that it is decided again once
// something can be shown. What was decided meanwhile stays.
import { withEntries } from '../model/same.ts';
import type { Told } from '../model/told.ts';
import type { Memory } from './memory.ts';
import type { Proposal } from './notice.ts';
import { withRunsShown } from './run-notices.ts';

/** Key of its failure among what stands, and its causes as they were. */
function toldBefore(told: Told, before: Told, failed: readonly Proposal[]): Told {
  const keys = new Set(failed.flatMap((one) => one.keys ?? []).filter((key) => !before.keys.includes(key)));
  const failures = failed.filter(({ about }) => about === 'deploymentErrors');
  const places = new Set(failures.map(({ notice }) => notice.key).filter((key) => !before.standing.includes(key)));
  const mended = failed.filter(({ about }) => about === 'recoveries').map(({ notice }) => notice.key);
  const again = mended.filter((key) => before.standing.includes(key) && !told.standing.includes(key));
  const environments = new Set(failures.map(({ environment }) => environment?.id));
  const isOf = ({ environmentId }: Told['causes'][number]): boolean => environments.has(environmentId);
  return {
    keys: told.keys.filter((key) => !keys.has(key)),
    standing: [...told.standing.filter((key) => !places.has(key)), ...again],
    causes: [...told.causes.filter((one) => !isOf(one)), ...before.causes.filter(isOf)],
  };
}

/** The spells of these environments as they were before their alarm, or their end, was decided. */
function spellsBefore(memory: Memory, before: Memory, failed: readonly Proposal[]): Memory['spells'] {
  const ofRuns = failed.filter(({ about, notice }) => about === 'runTroubles' || notice.key.startsWith('run/'));
  const places = new Set(ofRuns.map(({ environment }) => environment?.id));
  const now = Object.entries(memory.spells).filter(([, { environmentId }]) => places.has(environmentId));
  const again = now.map(([id, spell]) => {
    const { told = 'no', toldAt = null, times = spell.times } = before.spells[id] ?? {};
    return [id, { ...spell, told, toldAt, times }] as const;
  });
  return withEntries(memory.spells, again);
}

/**
 * The memory with these proposals untold. `before` is what was known when they were decided, `memory` what is known now. They
 * wait for the next decision, which tells several of them in one.
 */
export function untold(memory: Memory, before: Memory, failed: readonly Proposal[]): Memory {
  if (failed.length === 0) return memory;
  const isReach = failed.some(({ environment }) => environment === null);
  const waiting = failed.flatMap(({ change }) => change ?? []);
  const next: Memory = {
    ...memory,
    told: toldBefore(memory.told, before.told, failed),
    spells: spellsBefore(memory, before, failed),
    outage: isReach && memory.outage ? { ...memory.outage, isTold: false } : memory.outage,
    waiting: [...waiting, ...memory.waiting],
    isWaiting: true,
    isUnheard: true,
    shownAt: before.shownAt,
    storm: before.storm,
  };
  return withRunsShown(next, [], memory.lastAt ?? 0); // alarms that were not shown do not stand
}
