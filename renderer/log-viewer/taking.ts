// Takes lines out of the window: copies the chosen ones (all shown when none are), saves them (all that is loaded), makes an incident
// of an error.
import { textOf } from '../../electron/contract/log-pack.ts';
import type { Bridge } from '../../electron/contract/channels.ts';
import { problemText } from '../../electron/model/wording-problem.ts';
import { counted } from '../../electron/model/wording.ts';
import type { Instant } from '../../electron/model/world.ts';
import { chunkAt, factsOf, type LineFacts } from './chunks.ts';
import { incidentText, jsonBlocks, textBlocks, type IncidentFacts, type WantedLines } from './export.ts';
import type { KeptLog } from './kept-log.ts';
import { errorFrom } from './lines.ts';
import type { LogStore } from './log-store.ts';
import type { Say } from './saying.ts';
import { gathered } from './slices.ts';
import type { TimeFormat } from './times.ts';
import { chosenNumbers, type ViewStore } from './view.ts';

export interface Taking {
  copyLines(head: { readonly withTimes: boolean }): Promise<void>;
  /** Around a line, else the current one, else the first error. */
  copyIncident(number?: number): void;
  /** A reference to the line chosen last, else the current one. */
  copyReference(): void;
  /** The chosen lines; all that is loaded, hidden or not, when none are. */
  save(format: 'text' | 'json'): Promise<void>;
}
interface TakingParts {
  readonly log: LogStore;
  readonly view: ViewStore;
  readonly bridge: Bridge;
  readonly say: Say;
  /** What an incident says besides its lines, now. */
  readonly incident: (now: Instant) => IncidentFacts | null;
  /** A reference to a line, now; null when what the log belongs to is not known. */
  readonly reference: (facts: LineFacts, text: string, now: Instant) => string | null;
  readonly time: () => TimeFormat;
}

/** All that is loaded, also what a filter hides. */
function everyLine({ first, end }: KeptLog): WantedLines & { readonly numbers: Uint32Array } {
  return { numbers: new Uint32Array(end - first).map((_, index) => first + index), isWhole: true };
}

export function createTaking({ log, view, bridge, say, incident, reference, time }: TakingParts): Taking {
  const copy = async (text: string, done: string): Promise<void> => {
    if (text === '') return;
    const answer = await bridge.ask('copyText', { text });
    say(answer.ok ? done : problemText(answer.problem));
  };
  const wanted = (): WantedLines & { readonly numbers: Uint32Array } => {
    const { chosen } = view.getState();
    return { numbers: chosenNumbers({ chosen }, log.store.getState().layout), isWhole: chosen === null };
  };
  /** Copied with times means times that say when, also where the window shows none. */
  const head = (withTimes: boolean): TimeFormat => (!withTimes ? 'off' : time() === 'off' ? 'local' : time());
  return {
    copyLines: async ({ withTimes }) => {
      const lines = wanted();
      const blocks = await gathered(textBlocks(log.store.getState().log, lines, { time: head(withTimes), hasSender: withTimes }));
      await copy(blocks.join('\n'), `${counted(lines.numbers.length, 'line')} copied`);
    },
    copyIncident: (number) => {
      const { log: kept, layout } = log.store.getState();
      const around = number ?? view.getState().current ?? errorFrom(layout, -1, 1);
      const facts = incident(Date.now());
      if (around === null || !facts) return say('There is no error to make an incident of');
      const shown = [...layout.numbers.room.subarray(0, layout.numbers.count)];
      return void copy(incidentText(kept, shown, around, facts), 'Incident copied as Markdown');
    },
    copyReference: () => {
      const { chosen, current } = view.getState();
      const number = chosen?.to ?? current;
      const chunk = number === null ? undefined : chunkAt(log.store.getState().log.chunks, number);
      if (number === null || !chunk) return say('Choose a line first: click its time, or go to an error');
      const facts = factsOf(chunk, number - chunk.first);
      const text = reference(facts, textOf(chunk.batch, number - chunk.first) || (facts.extra?.step ?? ''), Date.now());
      return text === null ? say('What this log belongs to is no longer there') : void copy(text, 'Reference to the line copied');
    },
    save: async (format) => {
      const { log: kept } = log.store.getState();
      const lines = view.getState().chosen ? wanted() : everyLine(kept);
      const isJson = format === 'json';
      const blocks = await gathered(isJson ? jsonBlocks(kept, lines) : textBlocks(kept, lines, { time: 'utc', hasSender: true }));
      const text = isJson ? `[\n${blocks.join(',\n')}\n]\n` : `${blocks.join('\n')}\n`;
      const answer = await bridge.ask('saveText', { name: `${incident(Date.now())?.title ?? 'log'}.${isJson ? 'json' : 'log'}`, text });
      if (!answer.ok) say(problemText(answer.problem));
      else if (answer.value.isSaved) say(`${counted(lines.numbers.length, 'line')} saved`);
    },
  };
}
