// Tells what is to be told and remembers it: calls notices.ts after each change, has the notices shown, and takes back from
// the memory what could not be shown. Needs no Electron; what is decided, and when, stands in notices.ts and untold.ts.
import type { Settings } from '../contract/settings.ts';
import type { Change } from '../model/changes.ts';
import type { Clock } from '../model/clock.ts';
import type { NoticeTest, ServerAnswer } from '../model/notification-server.ts';
import type { Problem } from '../model/problem.ts';
import type { Told } from '../model/told.ts';
import type { World } from '../model/world.ts';
import { freshMemory, type Memory } from './memory.ts';
import type { Made, Notice, Outcome } from './notice.ts';
import { notices } from './notices.ts';
import { untold } from './untold.ts';

export interface TellingParts {
  readonly clock: Clock;
  readonly world: () => World;
  readonly settings: { current(): Settings; change(next: Settings): unknown };
  /** What was told already, kept over restarts. */
  readonly told: { told(): Told; keep(next: Told): void };
  /** What was missed in an absence is being read. */
  readonly isReading: () => boolean;
  readonly notifier: { show(notices: readonly Notice[]): Promise<readonly Outcome[]>; close(keys: readonly string[]): void };
  /** Who shows notifications here. */
  readonly ask: () => Promise<ServerAnswer>;
  /** Called when what stands in the way of notifications comes, changes or goes (null). */
  readonly onProblem: (problem: Problem | null) => void;
}
export interface Telling {
  /** Decides on what changed; to be called every few seconds without a change, too. */
  tell(changes: readonly Change[]): void;
  /** Shows a notification now, whatever the settings say, and tells what came back. */
  test(): Promise<NoticeTest>;
  stop(): void;
}

const TEST: Notice = {
  key: 'test',
  title: 'This is how Qovery Tray notifies',
  body: 'A failure comes with its cause.\nHint: a click on it opens the log.',
  urgency: 'normal',
  isSilent: false,
  icon: { status: 'running', failed: false, stale: false },
  choice: { kind: 'open' },
  actions: [],
};

/** After what could not be shown the service is asked again so often; where it cannot be asked, the next try is so much later. */
const AGAIN_MS = 10_000;
const BLIND_MS = 20_000;
/** The app has other things to do when it starts. */
const FIRST_MS = 2_000;

class LiveTelling implements Telling {
  readonly #parts: TellingParts;
  #memory: Memory;
  #problem: Problem | null = null;
  #canShow = true;
  #cancel: () => void;

  constructor(parts: TellingParts) {
    this.#parts = parts;
    this.#memory = freshMemory(parts.told.told());
    this.#cancel = parts.clock.after(FIRST_MS, () => void this.#ask());
  }

  tell(changes: readonly Change[]): void {
    const { settings, clock, notifier, told } = this.#parts;
    const before = this.#memory;
    const canShow = this.#canShow;
    const decided = notices({
      changes,
      world: this.#parts.world(),
      settings: settings.current(),
      memory: before,
      canShow,
      isReading: this.#parts.isReading(),
      now: clock.now(),
    });
    this.#memory = decided.memory;
    told.keep(decided.memory.told);
    notifier.close(decided.closed);
    if (decided.made.length > 0) void this.#show(decided.made, before);
    if (decided.known !== settings.current().known) settings.change({ ...settings.current(), known: decided.known });
  }
  async test(): Promise<NoticeTest> {
    const [outcome] = await this.#parts.notifier.show([TEST]);
    const problem = outcome?.problem ?? null;
    this.#found(problem);
    const answer = await this.#parts.ask();
    return { problem, server: answer.kind === 'answers' ? answer : null };
  }
  stop(): void {
    this.#cancel();
  }

  async #show(made: readonly Made[], before: Memory): Promise<void> {
    const outcomes = await this.#parts.notifier.show(made.map(({ notice }) => notice));
    const failed = made.filter((_, i) => outcomes[i]?.problem);
    if (failed.length === 0) {
      this.#found(null);
      return;
    }
    this.#memory = untold(
      this.#memory,
      before,
      failed.flatMap(({ proposals }) => proposals),
    );
    this.#parts.told.keep(this.#memory.told);
    this.#found(outcomes.find(({ problem }) => problem !== null)?.problem ?? null);
  }

  async #ask(): Promise<void> {
    const answer = await this.#parts.ask();
    if (answer.kind !== 'unknown') this.#found(answer.kind === 'none' ? answer.problem : null);
    else if (!this.#canShow) this.#cancel = this.#parts.clock.after(BLIND_MS, () => this.#listen());
  }

  /** The next notice tries it. */
  #listen(): void {
    this.#canShow = true;
    this.tell([]);
  }

  /** Something was shown, or could have been: null. */
  #found(problem: Problem | null): void {
    const [wasMute, old] = [!this.#canShow, this.#problem];
    this.#problem = problem;
    this.#canShow = problem === null;
    this.#cancel();
    if (problem) this.#cancel = this.#parts.clock.after(AGAIN_MS, () => void this.#ask());
    if (JSON.stringify(old) !== JSON.stringify(problem)) this.#parts.onProblem(problem);
    if (wasMute && this.#canShow) this.tell([]);
  }
}

/** Tells from now on, with the memory of what was told before. */
export function createTelling(parts: TellingParts): Telling {
  return new LiveTelling(parts);
}
