// What the notices know from one decision to the next. Only `told` is kept on disk.
import type { Change } from '../model/changes.ts';
import type { Told } from '../model/told.ts';
import type { Instant } from '../model/world.ts';

export interface Memory {
  readonly told: Told;
  /** Services that run badly, or did a moment ago. */
  readonly spells: Readonly<Record<string, Spell>>;
  /** When an environment's deployment was last seen under way; forgotten after its time of grace. */
  readonly busyAt: Readonly<Record<string, Instant>>;
  readonly outage: Outage | null;
  /** The picture is not settled. */
  readonly hold: Hold | null;
  /** Nothing is decided for now, and what happens meanwhile waits: the picture is not settled, or it is a quiet hour. */
  readonly isWaiting: boolean;
  /** It waits, or waited last, because nothing can be shown. */
  readonly isUnheard: boolean;
  readonly waiting: readonly Change[];
  /** When notices were shown within the last minute. */
  readonly shownAt: readonly Instant[];
  /** What the summary of a storm counts so far, by switch and by name; null: no storm. */
  readonly storm: Storm | null;
  /** When a decision was last made; null before the first. */
  readonly lastAt: Instant | null;
}

/** One service that runs badly. */
export interface Spell {
  readonly environmentId: string;
  /** Since when it is bad now; null: it is not. */
  readonly badSince: Instant | null;
  /** Since when it is well; null: it is not. */
  readonly wellSince: Instant | null;
  /** How many times it turned bad. */
  readonly times: number;
  /** `unshown`: it was due, and settings did not let it through; `by-deployment`: its failed deployment was told instead. */
  readonly told: 'no' | 'yes' | 'unshown' | 'by-deployment';
  /** When it was last shown; survives its recovery, against flapping. */
  readonly toldAt: Instant | null;
}

/** Something stands in the way of the whole account. */
export interface Outage {
  readonly kind: 'refused' | 'unreachable';
  readonly since: Instant;
  readonly isTold: boolean;
}

/** Sources must have spoken after `since` to be believed; after `until` it no longer matters. */
export interface Hold {
  readonly since: Instant;
  readonly until: Instant;
}

export interface Storm {
  readonly counts: Readonly<Record<string, number>>;
  readonly names: readonly string[];
  readonly isCritical: boolean;
}

/** The memory of an app that has just started. */
export function freshMemory(told: Told): Memory {
  return {
    told,
    spells: {},
    busyAt: {},
    outage: null,
    hold: null,
    isWaiting: false,
    isUnheard: false,
    waiting: [],
    shownAt: [],
    storm: null,
    lastAt: null,
  };
}
