// Keeps the world current; the truth's only writer. Gathers (asks.ts, streams.ts), decides (schedule.ts, fold.ts), publishes.
// Here lies only the loop: what is due is asked, what is heard is folded, what changed is told.
import { changes, type Change } from '../model/changes.ts';
import type { Clock } from '../model/clock.ts';
import type { Problem } from '../model/problem.ts';
import type { Instant, Source, World } from '../model/world.ts';
import type { Log } from '../log.ts';
import type { Platform } from '../platform/platform.ts';
import { perform, type Answer } from './asks.ts';
import { fold, NOTHING_KNOWN, type Known, type MonitorEvent } from './fold.ts';
import { deploymentSourceId } from './fold-names.ts';
import { aboutOf, askKey, isAccountWide, overviewEveryMs, plan, retryAt, type Ask, type Asked, type Book } from './schedule.ts';
import { createStreams, wantedStreams } from './streams.ts';

export interface Monitor {
  world(): World;
  /** (Re)starts from nothing for the account that is signed in now. */
  start(): void;
  /** Forgets everything: nobody is signed in. */
  stop(): void;
  /** Reads everything again, soon: a person asked, the machine woke up, the network came back. */
  refresh(): void;
  /** Called after each change with the world and what happened; returns the function that ends it. */
  subscribe(listener: (world: World, happened: readonly Change[]) => void): () => void;
}
export interface MonitorParts {
  readonly platform: Platform;
  readonly clock: Clock;
  readonly log: Log;
  /** The account was refused by a request or a socket. */
  readonly onRefused?: (problem: Problem) => void;
}

/** Looked at this often even when nothing is due: absences come of age, deployments end. */
const TICK_MS = 5_000;
/** Sockets of run status that have not spoken by then no longer hold up the first look. */
const FIRST_FRAME_MS = 15_000;
/** A deployment's own socket stays this long after its end. */
const LINGER_MS = 60_000;
const REFRESH_AT_MOST_MS = 2_000;

const EMPTY_BOOK: Book = { asked: {}, inFlight: new Set(), notBefore: 0, wantsDiscovery: false, followed: new Set() };

export function createMonitor(parts: MonitorParts): Monitor {
  const { platform, clock, log } = parts;
  const listeners = new Set<(world: World, happened: readonly Change[]) => void>();
  let known: Known = NOTHING_KNOWN;
  let book: Book = EMPTY_BOOK;
  let failures = 0;
  let run = 0; // counts starts: answers to an earlier one are thrown away
  let isRunning = false;
  let startedAt: Instant = 0;
  let refreshedAt: Instant = 0;
  let cancelTimer = (): void => undefined;
  const endedAt = new Map<string, Instant>(); // when a followed deployment ended

  const streams = createStreams({
    platform,
    now: () => clock.now(),
    world: () => known.world,
    apply,
    onRefused: (problem) => failed(problem),
  });

  function apply(...events: readonly MonitorEvent[]): void {
    const before = known.world;
    known = events.reduce(fold, known);
    if (known.world === before) return;
    noteEnds(before, known.world);
    const happened = changes(before, known.world);
    for (const listener of listeners) listener(known.world, happened);
  }

  function noteEnds(before: World, after: World): void {
    if (before.environments === after.environments) return;
    for (const environment of Object.values(after.environments)) {
      const was = before.environments[environment.id];
      if (was?.deployment?.inProgress && !environment.deployment?.inProgress) endedAt.set(environment.id, clock.now());
    }
  }

  function lately(): ReadonlySet<string> {
    const now = clock.now();
    for (const [id, at] of endedAt) if (now - at >= LINGER_MS) endedAt.delete(id);
    return new Set(endedAt.keys());
  }

  function pump(): void {
    cancelTimer();
    if (!isRunning) return;
    const now = clock.now();
    apply({ kind: 'tick', now });
    streams.set(wantedStreams(known.world, lately()));
    book = { ...book, followed: streams.followed(), wantsDiscovery: known.missing.length > 0 };
    const next = plan(known.world, book, now);
    for (const ask of next.due) void request(ask);
    if (next.isSettled && isFirstLook(now)) apply({ kind: 'ready' });
    const waitMs = Math.max(0, Math.min(next.nextAt - now, TICK_MS));
    cancelTimer = clock.after(waitMs, pump);
  }

  const isFirstLook = (now: Instant): boolean =>
    known.world.phase === 'connecting' &&
    known.world.problem === null &&
    book.asked['organizations']?.outcome === 'ok' &&
    (streams.haveSpoken() || now - startedAt >= FIRST_FRAME_MS);

  async function request(ask: Ask): Promise<void> {
    const [key, mine] = [askKey(ask), run];
    book = { ...book, inFlight: new Set([...book.inFlight, key]) };
    const about = 'environmentId' in ask ? aboutNow(ask.environmentId) : '';
    const answer = await perform({ platform, clock }, known.world, ask);
    if (mine !== run) return;
    book = { ...book, inFlight: new Set([...book.inFlight].filter((one) => one !== key)) };
    settle(ask, key, about, answer);
    pump();
  }

  function aboutNow(environmentId: string): string {
    const environment = known.world.environments[environmentId];
    return environment ? aboutOf(environment) : '';
  }

  function settle(ask: Ask, key: string, about: string, { events, problem }: Answer): void {
    const now = clock.now();
    if (problem && isAccountWide(problem)) failed(problem);
    else succeeded();
    const outcome: Asked['outcome'] = problem ? (isAccountWide(problem) ? 'failed' : 'denied') : 'ok';
    if (problem) log.warn('could not read', { ask: key, problem: problem.kind });
    const sources: readonly MonitorEvent[] = ask.kind === 'overview' ? [sourceEvent(ask.projectId, problem, now)] : [];
    apply(...events, ...sources);
    // What the answer itself says counts: it may be of a newer state than the one that was asked about.
    const said = ask.kind === 'deployments' && outcome === 'ok' ? aboutNow(ask.environmentId) : about;
    book = { ...book, asked: { ...book.asked, [key]: { at: now, outcome, about: said } } };
  }

  function sourceEvent(projectId: string, problem: Problem | null, now: Instant): MonitorEvent {
    const id = deploymentSourceId(projectId);
    const old = known.world.sources[id];
    const state: Source['state'] = problem ? (isAccountWide(problem) ? 'down' : 'refused') : 'live';
    const everyMs = overviewEveryMs(Object.keys(known.world.projects).length);
    const since = old?.state === state ? old.since : now;
    const asOf = problem ? (old?.asOf ?? null) : now;
    return { kind: 'source', source: { id, kind: 'deployment', state, asOf, since, everyMs, problem, nextTryAt: null } };
  }

  function failed(problem: Problem): void {
    const now = clock.now();
    failures += 1;
    const nextTryAt = retryAt(problem, failures, now);
    book = { ...book, notBefore: Math.max(book.notBefore, nextTryAt) };
    // One request that is lost is no outage; a refusal is meant, and before the first look there is nothing to protect.
    const isTold = failures > 1 || problem.kind === 'refused' || known.world.phase === 'connecting';
    if (isTold) apply({ kind: 'problem', problem, nextTryAt: book.notBefore });
    if (problem.kind !== 'refused') return;
    streams.stop();
    parts.onRefused?.(problem);
  }

  function succeeded(): void {
    failures = 0;
    if (book.notBefore > 0) book = { ...book, notBefore: 0 };
    if (known.world.problem) apply({ kind: 'problem', problem: null, nextTryAt: null });
  }

  function halt(): void {
    run += 1;
    isRunning = false;
    cancelTimer();
    streams.stop();
    endedAt.clear();
    book = EMPTY_BOOK;
    failures = 0;
  }

  return {
    world: () => known.world,
    start() {
      halt();
      isRunning = true;
      startedAt = clock.now();
      apply({ kind: 'started' });
      pump();
    },
    stop() {
      halt();
      apply({ kind: 'signed-out' });
    },
    refresh() {
      const now = clock.now();
      if (!isRunning || now - refreshedAt < REFRESH_AT_MOST_MS) return;
      refreshedAt = now;
      const kept = Object.entries(book.asked).filter(([key]) => !/^(organizations|discovery|overview)/.test(key));
      book = { ...book, asked: Object.fromEntries(kept), notBefore: 0 };
      pump();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
