// The history: notes what changed, off the hot path, and finds out afterwards what happened while nobody looked.
// What is written is decided in entries.ts and missed.ts; the files are the store's.
import type { Change } from '../model/changes.ts';
import { every, type Clock } from '../model/clock.ts';
import type { HistoryEntry, HistoryPage, HistoryQuery, OutageEntry } from '../model/history.ts';
import { historyLine } from '../model/history-line.ts';
import type { Overlooked } from '../model/overlooked.ts';
import type { Problem } from '../model/problem.ts';
import { ok, type Result } from '../model/result.ts';
import { EMPTY_WORLD, type Environment, type Instant, type World } from '../model/world.ts';
import type { Platform } from '../platform/platform.ts';
import { recorded } from './entries.ts';
import { memoryAfter, remembering, writtenMemory, type HistoryMemory } from './history-memory.ts';
import { withCause } from './missed-cause.ts';
import { missedChanges, missedFailure, missedIn, toAsk } from './missed.ts';

export interface History {
  /** After each change of the world. */
  see(world: World, changes: readonly Change[]): void;
  /** What was missed is being read: what is told of an absence waits for it. */
  isReading(): boolean;
  /** Deployments that were missed and not yet taken; the caller tells them. */
  takeMissed(): readonly Change[];
  page(query: HistoryQuery): Promise<Result<HistoryPage>>;
  /** Why the disk refused what was last to be written; null: it did not. */
  problem(): Problem | null;
  /** Called when something was written, or read to the end. */
  subscribe(listener: () => void): () => void;
  /** Writes what waits. */
  stop(): void;
}
export interface HistoryParts {
  readonly clock: Clock;
  readonly platform: Pick<Platform, 'deploymentHistory' | 'deploymentLog'>;
  readonly store: HistoryStore;
}
/** Where it is kept. */
export interface HistoryStore {
  lastDays(now: Instant): readonly { readonly memory: unknown; readonly lines: readonly string[] }[];
  seenAt(): Instant | null;
  problem(): Problem | null;
  seen(now: Instant): void;
  append(entries: readonly HistoryEntry[], memory: unknown, now: Instant): void;
  page(query: HistoryQuery, organizationIds: readonly string[], now: Instant): Promise<Result<Omit<HistoryPage, 'digest'>>>;
}

/** Written together. */
const BATCH_MS = 500;
/** Looked at the clock so often: a longer silence means that the computer slept. */
const TICK_MS = 10_000;
const GAP_MS = 90_000;
/** How often it is noted that the app still looks, and how long it must not have for an absence. */
const SEEN_MS = 300_000;
/** After an absence the picture becomes whole within this time. */
const RETURN_MS = 60_000;
/** The platform keeps no more. */
const PAST = 20;
const DIGEST_MS = 86_400_000;
/** What is told of an absence waits for its history no longer than this. */
const PATIENCE_MS = 10_000;

/** A time in which nobody looked, while the picture becomes whole again. */
interface Absence {
  readonly entry: OutageEntry;
  readonly known: HistoryMemory['deployments'];
  readonly asked: ReadonlySet<string>;
  readonly isNoted: boolean;
}

class LiveHistory implements History {
  readonly #parts: HistoryParts;
  readonly #listeners = new Set<() => void>();
  readonly #stops: readonly (() => void)[];
  #memory: HistoryMemory;
  #world: World = EMPTY_WORLD;
  #waiting: HistoryEntry[] = [];
  #cancelWrite: (() => void) | null = null;
  #absence: Absence | null;
  #missed: readonly Change[] = [];
  #reading = 0;
  #askedAt: Instant = 0;
  #tickedAt: Instant;
  #seenAt: Instant;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    const { clock, store } = parts;
    const now = clock.now();
    const days = store.lastDays(now).map(({ memory, lines }) => ({ memory, entries: lines.flatMap((line) => historyLine(line) ?? []) }));
    this.#memory = memoryAfter(days);
    [this.#tickedAt, this.#seenAt] = [now, now];
    this.#absence = this.#absent('closed', store.seenAt() ?? now, now);
    this.#stops = [every(clock, TICK_MS, () => this.#tick())];
  }

  see(world: World, changes: readonly Change[]): void {
    this.#record(world, changes);
    if (this.#absence && world.phase === 'ready') this.#lookBack(this.#absence);
  }

  #record(world: World, changes: readonly Change[]): void {
    const now = this.#parts.clock.now();
    const { entries, memory } = recorded({ before: this.#world, after: world, changes, memory: this.#memory, now });
    [this.#world, this.#memory] = [world, memory];
    this.#queue(entries);
  }

  isReading(): boolean {
    return this.#reading > 0 && this.#parts.clock.now() - this.#askedAt < PATIENCE_MS;
  }

  takeMissed(): readonly Change[] {
    const missed = this.#missed;
    this.#missed = [];
    return missed;
  }

  async page(query: HistoryQuery): Promise<Result<HistoryPage>> {
    this.#write();
    const now = this.#parts.clock.now();
    const own = Object.keys(this.#world.organizations);
    const page = await this.#parts.store.page(query, own, now);
    const { digest } = this.#memory;
    const isOwn = digest?.missed.some(({ organizationId }) => own.length === 0 || own.includes(organizationId)) ?? false;
    return page.ok ? ok({ ...page.value, digest: digest && isOwn && now - digest.at < DIGEST_MS ? digest : null }) : page;
  }

  problem(): Problem | null {
    return this.#parts.store.problem();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#write();
    this.#parts.store.seen(this.#parts.clock.now());
  }

  #absent(what: 'asleep' | 'closed', from: Instant, now: Instant): Absence {
    return {
      entry: { kind: 'outage', at: now, what, since: Math.min(from, now), until: now, missed: [] },
      known: this.#memory.deployments,
      asked: new Set(),
      isNoted: now - from <= SEEN_MS, // a restart is no absence; what it missed is asked for all the same
    };
  }

  #tick(): void {
    const now = this.#parts.clock.now();
    if (now - this.#tickedAt > GAP_MS) {
      this.#absence = { ...this.#absent('asleep', this.#tickedAt, now), isNoted: true };
      this.#note([this.#absence.entry]);
    }
    this.#tickedAt = now;
    const isWhole = this.#world.phase === 'ready' && this.#world.problem === null;
    if (this.#absence && isWhole && now - this.#absence.entry.at > RETURN_MS) this.#absence = null;
    if (now - this.#seenAt < SEEN_MS) return;
    this.#seenAt = now;
    this.#parts.store.seen(now);
  }

  #note(entries: readonly HistoryEntry[]): void {
    this.#memory = remembering(this.#memory, entries);
    this.#queue(entries);
  }

  #queue(entries: readonly HistoryEntry[]): void {
    if (entries.length === 0) return;
    this.#waiting.push(...entries);
    this.#cancelWrite ??= this.#parts.clock.after(BATCH_MS, () => this.#write());
  }

  #write(): void {
    this.#cancelWrite?.();
    this.#cancelWrite = null;
    if (this.#waiting.length === 0) return;
    const entries = this.#waiting;
    this.#waiting = [];
    this.#parts.store.append(entries, writtenMemory(this.#memory), this.#parts.clock.now());
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Asks of every environment that was deployed meanwhile what it went through; each once. */
  #lookBack(absence: Absence): void {
    const { entry } = absence;
    if (!absence.isNoted) this.#note([entry]);
    const fresh = toAsk(this.#world, absence.known).filter(({ id }) => !absence.asked.has(id));
    this.#absence = { ...absence, isNoted: true, asked: new Set([...absence.asked, ...fresh.map(({ id }) => id)]) };
    for (const environment of fresh) void this.#read(environment, absence);
  }

  async #read({ id, deployment }: Environment, absence: Absence): Promise<void> {
    const [known, newestId] = [absence.known[id], deployment?.executionId];
    if (!known || !newestId) return;
    if (this.#reading === 0) this.#askedAt = this.#parts.clock.now();
    this.#reading += 1;
    const { platform } = this.#parts;
    const past = await platform.deploymentHistory(id, PAST);
    const missed = past.ok ? await withCause(platform, id, missedIn(past.value, known, newestId)) : null;
    this.#reading -= 1;
    const environment = this.#world.environments[id];
    if (missed && environment) this.#found(environment, missed, absence.entry);
    if (this.#reading === 0) this.#tell();
  }

  /** What was found is written, told, and named in the absence, which is written anew with all that was found in it so far. */
  #found(environment: Environment, missed: readonly Overlooked[], entry: OutageEntry): void {
    const changes = missedChanges(environment.id, missed);
    this.#missed = [...this.#missed, ...changes];
    this.#record(this.#world, changes);
    const failure = missedFailure(this.#world, environment, missed);
    const { digest } = this.#memory;
    const before = digest?.since === entry.since ? digest.missed : [];
    if (failure) this.#note([{ ...entry, missed: [...before, failure] }]);
  }
}

/** The history on these files; what an earlier run wrote last is read at once. */
export function createHistory(parts: HistoryParts): History {
  return new LiveHistory(parts);
}
