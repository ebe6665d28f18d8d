// Compares the log with the last good run: asks for that run, says which lines are new, goes from one to the next. Goes on as
// lines come.
import type { Bridge } from '../../electron/contract/channels.ts';
import type { GoodLog } from '../../electron/contract/log-batch.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { newLines, sayingsOf } from './compare.ts';
import type { LogStore } from './log-store.ts';
import type { Say } from './saying.ts';
import type { ViewStore } from './view.ts';

export interface Comparison {
  readonly good: GoodLog;
  /** Lines that the good run does not say. */
  readonly news: ReadonlySet<number>;
  /** Only those are shown. */
  readonly isOnly: boolean;
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

/** Keeps the view's new lines right while the log grows, until the good run is compared with no longer. */
function follow({ log, view }: Pick<ComparingParts, 'log' | 'view'>, good: GoodLog): void {
  const sayings = sayingsOf(good.lines);
  let through = 0;
  const look = (): void => {
    const { log: kept } = log.store.getState();
    if (kept.end === through) return;
    const isAnew = kept.end < through;
    const found = newLines(kept, sayings, isAnew ? 0 : through);
    through = kept.end;
    view.setState(({ compared }) => {
      if (!compared) return {};
      return { compared: { ...compared, news: new Set([...(isAnew ? [] : compared.news), ...found]) } };
    });
  };
  view.setState({ compared: { good, news: new Set(), isOnly: false } });
  look();
  const stop = log.store.subscribe(() => (view.getState().compared?.good === good ? look() : stop()));
}

export function createComparing(parts: ComparingParts): Comparing {
  const { log, view, bridge, say, stand, from } = parts;
  const begin = async (): Promise<void> => {
    const before = log.store.getState().good;
    const stop = log.store.subscribe(({ good }) => {
      if (!good || good === before) return;
      stop();
      if (good.run) follow(parts, good.run);
      say(good.run ? '' : 'Nothing to compare with: no deployment before this one went well');
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
