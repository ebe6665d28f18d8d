// A service's live log: its socket and nothing else. After a lost connection the repeats are dropped, and where the new lines
// do not overlap the old ones a gap says how long the connection was gone and about how much was said meanwhile.
import type { LogLine, LogState } from '../model/log-line.ts';
import type { Problem } from '../model/problem.ts';
import { assertNever } from '../model/status.ts';
import type { Instant } from '../model/world.ts';
import type { ServiceScope, StreamState } from '../platform/platform.ts';
import type { SourceParts } from './log-source.ts';
import { createPace } from './pace.ts';
import { createSeenLines } from './seen-lines.ts';

/** A connection replays the last few hundred lines; so many are recognised. */
const REMEMBERED = 10_000;

class ServiceSource {
  readonly #parts: SourceParts;
  readonly #beginReading = createSeenLines(REMEMBERED);
  readonly #pace = createPace();
  #reading = this.#beginReading();
  #hasTold = false;
  #isStopped = false;
  #lostAt: Instant | null = null;
  /** How long the connection was gone; null once the first lines after it have shown whether anything is missing. */
  #goneForMs: number | null = null;

  constructor(parts: SourceParts) {
    this.#parts = parts;
  }

  stop(): void {
    this.#isStopped = true;
  }

  onLines(lines: readonly LogLine[]): void {
    if (this.#isStopped || lines.length === 0) return;
    const { clock, outlet } = this.#parts;
    const fresh = this.#reading(lines);
    const afterMs = this.#goneForMs;
    if (afterMs !== null && this.#hasTold && !fresh.overlaps)
      outlet.gap({ afterMs, count: this.#pace.linesIn(afterMs, clock.now() - afterMs), why: 'connection' });
    this.#goneForMs = null;
    this.#hasTold = true;
    this.#pace.add(fresh.lines, clock.now());
    outlet.lines(fresh.lines);
  }

  onState(state: StreamState): void {
    if (this.#isStopped) return;
    switch (state.kind) {
      case 'connecting':
        return;
      case 'open':
        return this.#onOpen();
      case 'waiting':
        this.#lostAt ??= this.#parts.clock.now();
        return this.#say('reconnecting', state.problem, state.nextTryAt);
      case 'ended':
        return state.problem ? this.#say('failed', state.problem) : undefined;
      default:
        assertNever(state);
    }
  }

  #onOpen(): void {
    if (this.#lostAt !== null) this.#goneForMs = (this.#goneForMs ?? 0) + this.#parts.clock.now() - this.#lostAt;
    this.#lostAt = null;
    this.#reading = this.#beginReading();
    this.#say('live');
  }

  #say(kind: LogState['kind'], problem: Problem | null = null, nextTryAt: Instant | null = null): void {
    this.#parts.outlet.state({ kind, problem, nextTryAt });
  }
}

/** Tells the log of one service until it is stopped. */
export function openServiceSource(parts: SourceParts & { readonly scope: ServiceScope }): () => void {
  const source = new ServiceSource(parts);
  const stopSocket = parts.platform.followServiceLog(parts.scope, {
    onValue: (lines) => source.onLines(lines),
    onState: (state) => source.onState(state),
  });
  return () => {
    source.stop();
    stopSocket();
  };
}
