// PURE. Lines as text to take away: for the clipboard, as a text file, as JSON, and as an incident in Markdown.
import { textOf } from '../../electron/contract/log-pack.ts';
import type { LogError } from '../../electron/model/log-line.ts';
import { inlineMarkdown } from '../../electron/model/markdown.ts';
import { plainText } from './ansi.ts';
import { chunkAt, factsOf, type LineFacts } from './chunks.ts';
import type { KeptLog } from './kept-log.ts';
import { noteText, type Note } from './notes.ts';
import { timeOfLine, type TimeFormat } from './times.ts';

interface TakenLine {
  readonly facts: LineFacts;
  /** Whole, without codes. */
  readonly text: string;
}
function taken(log: KeptLog, number: number): TakenLine | null {
  const chunk = chunkAt(log.chunks, number);
  if (!chunk) return null;
  const facts = factsOf(chunk, number - chunk.first);
  return { facts, text: plainText(textOf(chunk.batch, number - chunk.first)) || (facts.extra?.step ?? '') };
}

/** How a line begins: its time in the format given ("off": none), and who speaks if that is wanted. */
export interface LineHead {
  readonly time: TimeFormat;
  readonly hasSender: boolean;
}

/** Lines to take away, ascending. Notes between them go with them; those above and below only with all that is shown. */
export interface WantedLines {
  readonly numbers: Iterable<number>;
  readonly isWhole: boolean;
}

/** The lines and the notes between them, in order. */
function* withNotes(log: KeptLog, { numbers, isWhole }: WantedLines): Generator<TakenLine | Note> {
  let place = 0;
  let hasBegun = isWhole;
  for (const number of numbers) {
    for (; place < log.notes.length && (log.notes[place]?.before ?? 0) <= number; place += 1) {
      const note = log.notes[place]?.note;
      if (hasBegun && note) yield note;
    }
    hasBegun = true;
    const line = taken(log, number);
    if (line) yield line;
  }
  if (isWhole) yield* log.notes.slice(place).map(({ note }) => note);
}

/** Lines made into one piece of text at a time: a few milliseconds of work. */
const AT_ONCE = 500;

/** What is told of the lines, a few hundred at a time. */
function* inBlocks(all: Iterable<TakenLine | Note>, between: string, tell: (one: TakenLine | Note) => string): Generator<string> {
  let block: string[] = [];
  for (const one of all) {
    block.push(tell(one));
    if (block.length < AT_ONCE) continue;
    yield block.join(between);
    block = [];
  }
  if (block.length > 0) yield block.join(between);
}

/** The lines as text, one below the other: pieces to be joined by line breaks. */
export function textBlocks(log: KeptLog, wanted: WantedLines, { time, hasSender }: LineHead): Generator<string> {
  return inBlocks(withNotes(log, wanted), '\n', (one) => {
    if ('kind' in one) return `— ${noteText(one)} —`;
    const { facts, text } = one;
    return [timeOfLine(facts.at, time, log.origin ?? 0), hasSender ? facts.sender.name : '', text].filter(Boolean).join(' ');
  });
}

const isoTime = (at: number | null): string | null =>
  at === null || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString();

/** The lines as objects, one on each line, `{ gap }` and `{ marker }` between them: pieces to be joined by commas in an array. */
export function jsonBlocks(log: KeptLog, wanted: WantedLines): Generator<string> {
  return inBlocks(withNotes(log, wanted), ',\n', (one) => {
    if ('kind' in one) return JSON.stringify(one.kind === 'gap' ? { gap: noteText(one) } : { marker: isoTime(one.at) });
    const { at, level, sender, isError, extra } = one.facts;
    const time = isoTime(at);
    const facts = { time, level, sender: sender.name, senderId: sender.id, part: sender.kind, version: sender.version };
    return JSON.stringify({ ...facts, text: one.text, isError, step: extra?.step ?? null, error: extra?.error ?? null });
  });
}

/** What an incident is about, besides the line. */
export interface IncidentFacts {
  readonly title: string;
  /** Name and value, in order; those without a value are left out. */
  readonly facts: readonly (readonly [name: string, value: string | null])[];
  /** The Console's page; "" where that is not known. */
  readonly link: string;
}
/** So many lines are quoted, the error among them. */
const QUOTED = 20;
/** Of those, before the error: what led to it says more than what follows. */
const QUOTED_BEFORE = 14;

/** A fence that no line of the text can close. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
const inline = (text: string): string => inlineMarkdown(plainText(text));

function errorFacts(error: LogError | null, facts: LineFacts): IncidentFacts['facts'] {
  return [
    ['Said by', facts.sender.name || null],
    ['Step', facts.extra?.step ?? null],
    ['Hint', error?.hint ?? null],
    ['Kind of error', error?.tag ?? null],
  ];
}

/** An incident around line `number`, ready for a ticket; `numbers` are the lines shown, ascending. */
export function incidentText(log: KeptLog, numbers: readonly number[], number: number, { title, facts, link }: IncidentFacts): string {
  const line = taken(log, number);
  if (!line) return '';
  const error = line.facts.extra?.error ?? null;
  const place = Math.max(0, numbers.indexOf(number));
  const from = Math.max(0, Math.min(place - QUOTED_BEFORE, numbers.length - QUOTED));
  const items = [...facts, ...errorFacts(error, line.facts)].flatMap(([name, value]) => (value ? [`- ${name}: ${inline(value)}`] : []));
  const parts = [
    `## ${inline(title)}`,
    `**${inline(error?.message || line.text)}**`,
    [...items, ...(error?.link ? [`- Help: <${error.link}>`] : []), ...(link === '' ? [] : [`- Console: <${link}>`])].join('\n'),
    fenced(
      [...textBlocks(log, { numbers: numbers.slice(from, from + QUOTED), isWhole: false }, { time: 'utc', hasSender: true })].join('\n'),
    ),
    ...(error?.underlying ? ['Underlying error:', fenced(plainText(error.underlying).trim())] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
