// Takes lines out of the window: copies the chosen ones (all shown when none are), saves them, makes an incident of an error.
import type { Bridge } from '../../electron/contract/channels.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { counted } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';
import { incidentText, linesJson, linesText, type IncidentFacts } from './export.ts';
import { errorFrom } from './lines.ts';
import type { LogStore } from './log-store.ts';
import type { TimeFormat } from './times.ts';
import { chosenNumbers, type ViewStore } from './view.ts';

export interface Taking {
  copyLines(head: { readonly withTimes: boolean }): void;
  /** Around a line, else the current one, else the first error. */
  copyIncident(number?: number): void;
  save(format: 'text' | 'json'): void;
}
interface TakingParts {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  /** What an incident says besides its lines, now. */
  readonly incident: (now: Instant) => IncidentFacts | null;
  readonly time: () => TimeFormat;
}
/** How long it is said what was done. */
const SAID_MS = 5_000;

export function createTaking({ log, view, bridge, incident, time }: TakingParts): Taking {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (notice: string): void => {
    clearTimeout(timer);
    view.setState({ notice });
    timer = setTimeout(() => view.setState({ notice: '' }), SAID_MS);
  };
  const copy = async (text: string, done: string): Promise<void> => {
    if (text === '') return;
    const answer = await bridge.ask('copyText', { text });
    say(answer.ok ? done : problemText(answer.problem));
  };
  const numbers = (): Uint32Array => chosenNumbers(view.getState(), log.store.getState().layout);
  /** Copied with times means times that say when, also where the window shows none. */
  const head = (withTimes: boolean): TimeFormat => (!withTimes ? 'off' : time() === 'off' ? 'local' : time());
  return {
    copyLines: ({ withTimes }) => {
      const wanted = numbers();
      const text = linesText(log.store.getState().log, wanted, { time: head(withTimes), hasSender: withTimes });
      void copy(text, `${counted(wanted.length, 'line')} copied`);
    },
    copyIncident: (number) => {
      const { log: kept, layout } = log.store.getState();
      const around = number ?? view.getState().current ?? errorFrom(layout, -1, 1);
      const facts = incident(Date.now());
      if (around === null || !facts) return say('There is no error to make an incident of');
      const shown = [...layout.numbers.room.subarray(0, layout.numbers.count)];
      return void copy(incidentText(kept, shown, around, facts), 'Incident copied as Markdown');
    },
    save: (format) => {
      const { log: kept } = log.store.getState();
      const wanted = numbers();
      const text = format === 'json' ? linesJson(kept, wanted) : `${linesText(kept, wanted, { time: 'utc', hasSender: true })}\n`;
      const name = `${incident(Date.now())?.title ?? 'log'}.${format === 'json' ? 'json' : 'log'}`;
      void bridge.ask('saveText', { name, text }).then((answer) => {
        if (!answer.ok) say(problemText(answer.problem));
        else if (answer.value.isSaved) say(`${counted(wanted.length, 'line')} saved`);
      });
    },
  };
}
