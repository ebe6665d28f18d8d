// Keeps the world current; the truth's only writer. Gathers (asks.ts, streams.ts), decides (schedule.ts, fold.ts), publishes.
// Here lies only the loop: what is due is asked, what is heard is folded, what changed is told.
import type { Problem } from '../model/problem.ts';
import { kept } from '../model/same.ts';
import type { Hidden } from '../model/watching.ts';
import type { Instant, World } from '../model/world.ts';
import { aboutAfter, alongWith, perform, type Answer } from './asks.ts';
import type { MonitorEvent } from './fold.ts';
import { clockStep } from './clock-step.ts';
import { bookEarlier } from './fold-clock.ts';
import { createKeeper, type WorldListener } from './keeper.ts';
import type { Circumstances } from './pace.ts';
import { answered, begun, EMPTY_BOOK, forgotten, denial, isAccountWide, readAgain, urgent, type Book } from './book.ts';
import type { Monitor, MonitorParts } from './parts.ts';
import { aboutAsk, askKey, plan, pollEveryMs, type Ask } from './schedule.ts';
import { refusedRunSources } from './sources.ts';
import { afterFailure, afterSuccess, isLimited, isTold } from './setbacks.ts';
import { createLingering } from './lingering.ts';
import { createTokenDoubt } from './token-doubt.ts';
import { createStreams, wantedStreams, type Streams } from './streams.ts';

export type { Monitor } from './parts.ts';

/** Looked at this often even when nothing is due: absences come of age, deployments end. */
const TICK_MS = 5_000;
/** Sockets of run status that have not spoken by then no longer hold up the first look. */
const FIRST_FRAME_MS = 15_000;
const REFRESH_AT_MOST_MS = 2_000;
/** What a person asked for may use the reserve for this long. */
const URGENT_MS = 10_000;

const nothing = (): void => undefined;

class LiveMonitor implements Monitor {
  readonly #parts: MonitorParts;
  readonly #keeper = createKeeper((before, after) => this.#lingering.note(before, after, this.#now()));
  readonly #streams: Streams;
  /** What a refusal of one thing means. */
  readonly #weigh: (problem: Problem) => Promise<Problem>;
  readonly #lingering = createLingering();
  #book: Book = EMPTY_BOOK;
  /** Counts starts and stops: answers to an earlier one are thrown away. */
  #round = 0;
  #isRunning = false;
  /** When it was started or woke up. */
  #startedAt: Instant = 0;
  #refreshedAt: Instant = 0;
  /** The clock as it was when it was last looked at. */
  #lookedAt: Instant = 0;
  #cancelTimer = nothing;

  constructor(parts: MonitorParts) {
    this.#parts = parts;
    this.#weigh = createTokenDoubt(parts.platform);
    this.#streams = createStreams({
      platform: parts.platform,
      now: () => parts.clock.now(),
      world: () => this.world(),
      apply: (...events) => {
        if (this.#keeper.apply(...events)) this.#pumpSoon();
      },
      weigh: this.#weigh,
      note: parts.note,
      onFailed: (problem) => this.#failed(problem),
    });
  }

  world(): World {
    return this.#keeper.known().world;
  }

  start(): void {
    this.#halt();
    this.#isRunning = true;
    this.#startedAt = this.#now();
    this.#lookedAt = this.#startedAt;
    this.#book = urgent(this.#book, this.#startedAt + URGENT_MS); // somebody started the app to see something
    this.#apply({ kind: 'started' });
    this.#pump();
  }

  stop(): void {
    this.#halt();
    this.#apply({ kind: 'signed-out' });
  }

  refresh(): void {
    const now = this.#now();
    if (!this.#isRunning || Math.abs(now - this.#refreshedAt) < REFRESH_AT_MOST_MS) return;
    this.#refreshedAt = now;
    this.#book = urgent(this.#book, now + URGENT_MS);
    this.#streams.retry(true);
    this.#pump();
  }

  wake(): void {
    if (!this.#isRunning) return;
    this.#lookAtClock(this.#now());
    this.#anew();
    this.#pump();
  }

  heed(circumstances: Circumstances): void {
    this.#book = { ...this.#book, economy: { ...this.#book.economy, circumstances } };
    this.#pump();
  }

  /** As after a sleep: sockets are opened anew, everything is read again, and news waits until it was. */
  #anew(): void {
    this.#startedAt = this.#now();
    this.#keeper.holdBack();
    if (this.#keeper.isHeldBack()) this.#apply({ kind: 'catching-up' });
    this.#streams.stop(); // what stood before looks open for a while, and says nothing any more
    this.#book = readAgain(this.#book, this.#book.limitedUntil);
  }

  /** A clock that was set back would hold up all that is due; one that leapt ahead tells of a sleep. */
  #lookAtClock(now: Instant): void {
    const step = clockStep(this.#lookedAt, now);
    this.#lookedAt = now;
    if (step.kind === 'none') return;
    if (step.kind === 'back') {
      this.#book = bookEarlier(this.#book, step.byMs);
      this.#lingering.clear();
      this.#apply({ kind: 'clock-back', byMs: step.byMs });
    }
    this.#anew();
  }

  watch(hidden: Hidden): void {
    if (kept(this.#keeper.known().hidden, hidden) === this.#keeper.known().hidden) return;
    this.#book = forgotten(this.#book, /^discovery/);
    this.#apply({ kind: 'watching', hidden });
    this.#pump();
  }

  subscribe(listener: WorldListener): () => void {
    return this.#keeper.subscribe(listener);
  }

  #now(): Instant {
    return this.#parts.clock.now();
  }

  #apply(...events: readonly MonitorEvent[]): void {
    this.#keeper.apply(...events);
  }

  /** The loop: looks what is due, asks it, and comes back when the next thing is due or an answer came. */
  #pump(): void {
    this.#cancelTimer();
    if (!this.#isRunning) return;
    const now = this.#now();
    this.#lookAtClock(now);
    this.#apply({ kind: 'tick', now });
    // With a refused token sockets would only be refused, too.
    if (this.world().problem?.kind !== 'refused')
      this.#streams.set(wantedStreams(this.world(), this.#lingering.lately(now), this.#keeper.known().hidden));
    this.#book = {
      ...this.#book,
      followed: this.#streams.followed(),
      wantsDiscovery: this.#keeper.known().missing.length + this.#keeper.known().strangers.length > 0,
      fruitless: this.#keeper.known().missing.length > 0 ? 0 : this.#keeper.known().fruitless,
      gaps: new Set(Object.keys(this.#keeper.known().gaps)),
      hidden: this.#keeper.known().hidden,
      economy: { ...this.#book.economy, requests: this.#parts.requests() },
    };
    const next = plan(this.world(), this.#book, now);
    for (const ask of next.due) void this.#request(ask);
    if (next.isSettled && this.#hasSeenAll(now)) {
      this.#apply({ kind: this.#keeper.isHeldBack() ? 'caught-up' : 'ready' });
      this.#keeper.letGo();
    }
    this.#cancelTimer = this.#parts.clock.after(Math.max(0, Math.min(next.nextAt - now, TICK_MS)), () => this.#pump());
  }

  /** A socket told something: what follows from it is asked at once, not with the next tick. */
  #pumpSoon(): void {
    if (!this.#isRunning) return;
    this.#cancelTimer();
    this.#cancelTimer = this.#parts.clock.after(0, () => this.#pump());
  }

  #hasSeenAll(now: Instant): boolean {
    const isAwaited = this.world().phase === 'connecting' || this.#keeper.isHeldBack();
    if (!isAwaited || (this.world().problem !== null && this.world().problem !== denial(this.world(), this.#book))) return false;
    const hasSpoken = this.#streams.haveSpoken(this.#startedAt) || now - this.#startedAt >= FIRST_FRAME_MS;
    return hasSpoken && ['ok', 'denied'].includes(this.#book.asked['organizations']?.outcome ?? '');
  }

  async #request(ask: Ask): Promise<void> {
    const [key, round] = [askKey(ask), this.#round];
    this.#book = begun(this.#book, key);
    const about = aboutAsk(this.world(), ask);
    const { events, problem } = await perform(this.#parts, this.world(), ask);
    const isDoubted = problem?.kind === 'refused' && ask.kind !== 'organizations';
    const weighed = isDoubted ? await this.#weigh(problem) : problem;
    if (round !== this.#round) return;
    this.#settle(ask, about, { events, problem: weighed });
    this.#pump();
  }

  #settle(ask: Ask, about: string, { events, problem }: Answer): void {
    const now = this.#now();
    if (problem) this.#parts.log.warn('could not read', { ask: askKey(ask), problem: problem.kind });
    if (problem && isAccountWide(problem)) this.#failed(problem);
    const [world, everyMs] = [this.world(), pollEveryMs(this.world(), this.#book)];
    this.#apply(...events, ...alongWith(ask, problem, { world, everyMs, now, modes: this.#parts.kept.modes() }));
    for (const event of events) if (event.kind === 'database-modes') this.#parts.kept.add(event.modes);
    if (ask.kind === 'discovery' && !problem) {
      this.#streams.retry(false);
      this.#parts.note(this.#keeper.known().ignored.map((sample) => ({ kind: 'id that no list names', sample })));
    }
    const said = aboutAfter(this.#keeper.known(), ask, { events, problem }, about);
    this.#book = answered(this.#book, askKey(ask), problem, said, now);
    if (!problem || !isAccountWide(problem)) this.#succeeded();
  }

  #failed(problem: Problem): void {
    this.#book = afterFailure(this.#book, problem, this.#now());
    if (isTold(this.#book, problem, this.world().phase === 'connecting'))
      this.#apply({ kind: 'problem', problem, nextTryAt: this.#book.notBefore });
    if (problem.kind !== 'refused') return;
    this.#streams.stop();
    for (const source of refusedRunSources(this.world(), problem, this.#now())) this.#apply({ kind: 'source', source });
  }

  #succeeded(): void {
    this.#book = afterSuccess(this.#book, this.#now());
    if (isLimited(this.#book, this.#now())) return;
    this.#apply({ kind: 'problem', problem: denial(this.world(), this.#book), nextTryAt: null });
  }

  #halt(): void {
    this.#round += 1;
    this.#isRunning = false;
    this.#cancelTimer();
    this.#cancelTimer = nothing;
    this.#streams.stop();
    this.#lingering.clear();
    this.#book = { ...EMPTY_BOOK, economy: this.#book.economy };
  }
}

export function createMonitor(parts: MonitorParts): Monitor {
  return new LiveMonitor(parts);
}
