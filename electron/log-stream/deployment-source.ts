// A deployment's log: read once by REST for what is there; while the run may go on, its socket brings the rest. After every
// (re)connection one more read fills what was missed meanwhile: the socket's lines wait for it, so that the order holds.
import type { LogLine, LogState } from '../model/log-line.ts';
import type { Problem } from '../model/problem.ts';
import { assertNever } from '../model/status.ts';
import type { Instant } from '../model/world.ts';
import type { Platform, StreamState } from '../platform/platform.ts';
import { executionAfter, linesOf, mayContinue, NO_EXECUTION } from './execution.ts';
import type { SourceParts } from './log-source.ts';
import { nextTry } from './retry.ts';
import { createSeenLines } from './seen-lines.ts';
import { MOST_LINES_OF_RUN, readWholeRun } from './whole-run.ts';

type Parts = SourceParts & { readonly scope: Parameters<Platform['followDeploymentLog']>[0] };

class DeploymentSource {
  readonly #parts: Parts;
  readonly #beginReading = createSeenLines(MOST_LINES_OF_RUN);
  #reading = this.#beginReading();
  #execution = NO_EXECUTION;
  #failures = 0;
  #isConnected = false;
  #isStopped = false;
  /** Counts connections: only the newest one's read closes the gap, an earlier one's answer comes too late for that. */
  #connections = 0;
  /** Lines of the socket that wait for the read which closes the gap before them; null: none is under way. */
  #held: LogLine[] | null = null;
  /** Up to then nothing is missing; null while nothing can be. */
  #completeUntil: Instant | null = null;
  #cancelRetry: (() => void) | null = null;
  #stopSocket: (() => void) | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelRetry?.();
    this.#stopSocket?.();
  }

  async read(): Promise<void> {
    const { clock, scope, outlet } = this.#parts;
    const answer = await readWholeRun(this.#parts, scope, scope.executionId);
    if (this.#isStopped) return;
    if (!answer.ok) return this.#tellSaved(answer.problem) ? undefined : this.#retry(answer.problem);
    if (!answer.value.isWhole) outlet.gap({ afterMs: 0, count: null, why: 'older' });
    this.#tell(answer.value.lines);
    if (this.#isStopped) return;
    if (scope.executionId === null || mayContinue(this.#execution, clock.now())) this.#follow();
    else this.#finish();
  }

  /** A failed run that was kept is over: what was kept is all of it, and why it is told says the state. */
  #tellSaved(problem: Problem): boolean {
    const { saved, outlet, scope } = this.#parts;
    const lines = scope.executionId === null ? null : saved(scope.executionId);
    if (!lines) return false;
    outlet.lines(lines);
    this.#say('finished', problem);
    this.stop();
    return true;
  }

  #retry(problem: Problem): void {
    const { clock } = this.#parts;
    this.#failures += 1;
    const nextTryAt = nextTry(problem, this.#failures, clock.now());
    this.#say('failed', problem, nextTryAt);
    if (nextTryAt !== null) this.#cancelRetry = clock.after(nextTryAt - clock.now(), () => void this.read());
  }

  #follow(): void {
    const { platform, clock, scope } = this.#parts;
    this.#completeUntil = clock.now();
    // Only without an execution does the platform stream; lines of another run than ours end it.
    this.#stopSocket = platform.followDeploymentLog(
      { ...scope, executionId: null },
      { onValue: (lines) => this.#onLines(lines), onState: (state) => this.#onState(state) },
    );
  }

  #onLines(lines: readonly LogLine[]): void {
    if (this.#isStopped) return;
    if (this.#held) {
      this.#held.push(...lines);
      return;
    }
    const wasOver = this.#execution.isOver;
    this.#tell(lines);
    if (wasOver !== this.#execution.isOver) this.#sayWhereWeAre();
  }

  #onState(state: StreamState): void {
    if (this.#isStopped) return;
    this.#isConnected = state.kind === 'open';
    switch (state.kind) {
      case 'connecting':
        return;
      case 'open':
        return void this.#catchUp();
      case 'waiting':
        this.#completeUntil ??= this.#parts.clock.now();
        // A run that is over is complete, connected or not.
        if (!this.#execution.isOver) this.#say('reconnecting', state.problem, state.nextTryAt);
        return;
      case 'ended':
        if (state.problem) this.#say('failed', state.problem);
        return;
      default:
        assertNever(state);
    }
  }

  async #catchUp(): Promise<void> {
    const { platform, scope, log } = this.#parts;
    this.#held ??= [];
    const mine = ++this.#connections;
    const answer = await platform.deploymentLog(scope.environmentId, scope.executionId);
    if (this.#isStopped || mine !== this.#connections) return;
    if (answer.ok) {
      this.#reading = this.#beginReading();
      this.#tell(answer.value);
    } else log.warn('the log could not be read again after the connection', { problem: answer.problem.kind });
    const waiting = this.#held ?? [];
    this.#held = null;
    this.#reading = this.#beginReading();
    this.#tell(waiting);
    this.#sayWhereWeAre();
  }

  /** Tells what was not told before; where nothing of it was, lines may be missing and a gap says so. */
  #tell(incoming: readonly LogLine[]): void {
    if (this.#isStopped || incoming.length === 0) return;
    const { outlet, clock, scope } = this.#parts;
    const { lines, isCut } = linesOf(scope.executionId, incoming);
    const fresh = this.#reading(lines);
    const hasTold = this.#execution !== NO_EXECUTION;
    if (this.#completeUntil !== null && hasTold && lines.length > 0 && !fresh.overlaps)
      outlet.gap({ afterMs: clock.now() - this.#completeUntil, count: null, why: 'connection' });
    if (lines.length > 0) this.#completeUntil = null;
    outlet.lines(fresh.lines);
    if (fresh.lines.length > 0) this.#execution = executionAfter(this.#execution, fresh.lines);
    if (isCut) this.#finish();
  }

  #sayWhereWeAre(): void {
    if (this.#isStopped) return;
    if (this.#execution.isOver) this.#finish();
    else if (this.#isConnected) this.#say('live');
  }

  /** Nothing more can come of one run; the latest is followed by the next. */
  #finish(): void {
    this.#say('finished');
    if (this.#parts.scope.executionId !== null) this.stop();
  }

  #say(kind: LogState['kind'], problem: Problem | null = null, nextTryAt: Instant | null = null): void {
    this.#parts.outlet.state({ kind, problem, nextTryAt });
  }
}

/** Tells the log of one run, or with `scope.executionId` null of the latest and whatever follows it. Returns its stop. */
export function openDeploymentSource(parts: Parts): () => void {
  const source = new DeploymentSource(parts);
  void source.read();
  return () => source.stop();
}
