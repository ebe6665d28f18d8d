// Notices over time, for tests: the world is shown anew again and again, as connect() does, and what is said is kept.
import { DEFAULT_SETTINGS, type Settings } from '../../electron/contract/settings.ts';
import { changes, type Change } from '../../electron/model/changes.ts';
import { NOTHING_TOLD, type Told } from '../../electron/model/told.ts';
import { EMPTY_WORLD, type Instant, type World } from '../../electron/model/world.ts';
import { freshMemory, type Memory } from '../../electron/notifications/memory.ts';
import { notices } from '../../electron/notifications/notices.ts';
import type { Notice } from '../../electron/notifications/notice.ts';
import { T0 } from './a-world.ts';

export interface NoticesOverTime {
  readonly shown: (Notice & { readonly at: Instant })[];
  readonly closed: string[];
  now(): Instant;
  told(): Told;
  /** Nothing is seen for so long, not even the app runs: the computer sleeps. */
  sleep(ms: number): void;
  /** This world for so long, looked at every ten seconds; its sources speak when `isLive`. */
  see(world: World, ms?: number, isLive?: boolean): void;
  /** The app ends and starts again: only what it keeps on disk is left to it. */
  restart(): void;
  titles(): readonly string[];
}

const STEP_MS = 10_000;

/** As if every source had just spoken. */
const spoken = (world: World, now: Instant): World => ({
  ...world,
  sources: Object.fromEntries(Object.entries(world.sources).map(([id, source]) => [id, { ...source, asOf: now }])),
});

/** `onLook` sees every look, too, with what happened since the one before. */
export function noticesOverTime(
  settings: Settings = DEFAULT_SETTINGS,
  told: Told = NOTHING_TOLD,
  onLook: (happened: readonly Change[], world: World, before: World) => void = () => undefined,
): NoticesOverTime {
  const shown: (Notice & { readonly at: Instant })[] = [];
  const closed: string[] = [];
  let memory: Memory = freshMemory(told);
  let [before, now]: [World, Instant] = [EMPTY_WORLD, T0];
  const look = (world: World): void => {
    const happened = changes(before, world);
    onLook(happened, world, before);
    const decided = notices({ changes: happened, world, settings, memory, canShow: true, now });
    before = world;
    memory = decided.memory;
    shown.push(...decided.made.map(({ notice }) => ({ ...notice, at: now })));
    closed.push(...decided.closed);
  };
  return {
    shown,
    closed,
    now: () => now,
    told: () => memory.told,
    sleep: (ms) => void (now += ms),
    see(world, ms = 0, isLive = true) {
      const end = now + ms;
      look(isLive ? spoken(world, now) : world);
      while (now + STEP_MS <= end) {
        now += STEP_MS;
        look(isLive ? spoken(world, now) : world);
      }
      now = end;
    },
    restart() {
      memory = freshMemory(memory.told);
      before = EMPTY_WORLD;
    },
    titles: () => shown.map(({ title }) => title),
  };
}
