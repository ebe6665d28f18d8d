// Compares the log with the last good run: asks for that run, says which lines are new, goes from one to the next. Goes on as
// lines come.
import type { Bridge } from '../../electron/contract/channels.ts';
import type { GoodRun } from '../../electron/model/good-run.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { addSayings, newLines } from './compare.ts';
import type { KeptLog } from './kept-log.ts';
import type { GoodLog, LogStore } from './log-store.ts';
import type { Say } from './saying.ts';
import { inSlices } from './slices.ts';
import type { ViewStore } from './view.ts';

export interface Comparison {
  readonly good: GoodRun;
  /** Lines that the good run does not say. */
  readonly news: ReadonlySet<number>;
  /** Only those are shown. */
  readonly isOnly: boolean;
  /** Lines are still to be looked at. */
  readonly isLooking: boolean;
}
export interface Comparing {
  /** Begins to compare, or ends it. */
  compare(): void;
  showOnlyNews(isOnly: boolean): void;
  /** The next new line (1) or the one before (−1). */
  goToNews(step: 1 | -1): void;
}
interface ComparingParts {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly say: Say;
  /** Stands at a line. */
  readonly stand: (number: number) => void;
  /** The line that "next" is meant from. */
  readonly from: (step: 1 | -1) => number;
}

/** Lines looked at in one piece: a few tenths of a millisecond. */
const PIECE = 50;

/** Looks through the good run, then through this log: piece by piece, `look` returns whether there is more. */
class Looking {
  readonly #good: GoodLog;
  readonly #sayings = new Set<string>();
  #place = { batch: 0, line: 0 };
  #found = new Set<number>();
  #through = 0;

  constructor(good: GoodLog) {
    this.#good = good;
  }

  found(): ReadonlySet<number> {
    return this.#found;
  }
  look(kept: KeptLog): boolean {
    const { batch: at, line } = this.#place;
    const batch = this.#good.lines[at];
    if (batch) {
      addSayings(this.#sayings, batch, line, line + PIECE);
      this.#place = line + PIECE < batch.count ? { batch: at, line: line + PIECE } : { batch: at + 1, line: 0 };
      return true;
    }
    if (kept.end < this.#through) [this.#through, this.#found] = [0, new Set()]; // the log was told anew from its beginning
    for (const number of newLines(kept, this.#sayings, this.#through, this.#through + PIECE)) this.#found.add(number);
    this.#through = Math.min(kept.end, Math.max(this.#through, kept.first) + PIECE);
    return this.#through < kept.end;
  }
}

/** Keeps the view's new lines right while the log grows, until the good run is compared with no longer. */
function follow({ log, view }: Pick<ComparingParts, 'log' | 'view'>, good: GoodLog): void {
  const looking = new Looking(good);
  let isUnderWay = false;
  const isOver = (): boolean => view.getState().compared?.good !== good.run;
  const tell = (): void =>
    view.setState(({ compared }) => {
      const isSame = compared?.isLooking === false && compared.news.size === looking.found().size;
      return compared && !isSame ? { compared: { ...compared, isLooking: false, news: new Set(looking.found()) } } : {};
    });
  const look = (): void => {
    if (isUnderWay) return;
    isUnderWay = true;
    inSlices(() => {
      if (!isOver() && looking.look(log.store.getState().log)) return true;
      isUnderWay = false;
      if (!isOver()) tell();
      return false;
    });
  };
  view.setState({ compared: { good: good.run, news: new Set(), isOnly: false, isLooking: true } });
  look();
  const stop = log.store.subscribe(() => (isOver() ? stop() : look()));
}

export function createComparing(parts: ComparingParts): Comparing {
  const { log, view, bridge, say, stand, from } = parts;
  const begin = async (): Promise<void> => {
    const before = log.store.getState().good;
    const stop = log.store.subscribe(({ good }) => {
      if (!good || good === before) return;
      stop();
      if (good.log) follow(parts, good.log);
      say(good.log ? '' : 'Nothing to compare with: no deployment before this one went well');
    });
    say('Reading the last good run…');
    const answer = await bridge.ask('compareRun', null);
    if (answer.ok) return;
    stop();
    say(`Nothing to compare with: ${problemText(answer.problem)}`);
  };
  return {
    compare: () => {
      if (view.getState().compared) view.setState({ compared: null });
      else void begin();
    },
    showOnlyNews: (isOnly) => view.setState(({ compared }) => ({ compared: compared && { ...compared, isOnly } })),
    goToNews: (step) => {
      const { compared } = view.getState();
      const news = [...(compared?.news ?? [])];
      const at = from(step);
      const next = step === 1 ? news.find((number) => number > at) : news.findLast((number) => number < at);
      if (next !== undefined) stand(next);
      else if (compared) say(step === 1 ? 'No new line further down' : 'No new line further up');
    },
  };
}
