// PURE. Lines as text to take away: for the clipboard, as a text file, as JSON, and as an incident in Markdown.
import { textOf } from '../../electron/contract/log-pack.ts';
import type { LogError } from '../../electron/model/log-line.ts';
import { plainText } from './ansi.ts';
import { chunkAt, factsOf, type LineFacts } from './chunks.ts';
import type { KeptLog } from './kept-log.ts';
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

/** The lines as text, one below the other. */
export function linesText(log: KeptLog, numbers: Iterable<number>, { time, hasSender }: LineHead): string {
  const lines: string[] = [];
  for (const number of numbers) {
    const line = taken(log, number);
    if (!line) continue;
    const { facts, text } = line;
    lines.push([timeOfLine(facts.at, time, log.origin ?? 0), hasSender ? facts.sender.name : '', text].filter(Boolean).join(' '));
  }
  return lines.join('\n');
}

/** The lines as JSON: an array of objects, one on each line of the file. */
export function linesJson(log: KeptLog, numbers: Iterable<number>): string {
  const objects: string[] = [];
  for (const number of numbers) {
    const line = taken(log, number);
    if (!line) continue;
    const { at, level, sender, isError, extra } = line.facts;
    const time = at === null || Number.isNaN(new Date(at).getTime()) ? null : new Date(at).toISOString();
    const facts = { time, level, sender: sender.name, senderId: sender.id, part: sender.kind, version: sender.version };
    objects.push(JSON.stringify({ ...facts, text: line.text, isError, step: extra?.step ?? null, error: extra?.error ?? null }));
  }
  return `[\n${objects.join(',\n')}\n]\n`;
}

/** What an incident is about, besides the line. */
export interface IncidentFacts {
  readonly title: string;
  /** Name and value, in order; those without a value are left out. */
  readonly facts: readonly (readonly [name: string, value: string | null])[];
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
/** One line of Markdown that says the text and nothing else. */
const inline = (text: string): string =>
  plainText(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\\`*_[\]<>#|]/g, '\\$&')
    .trim();

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
    [...items, ...(error?.link ? [`- Help: <${error.link}>`] : []), `- Console: <${link}>`].join('\n'),
    fenced(linesText(log, numbers.slice(from, from + QUOTED), { time: 'utc', hasSender: true })),
    ...(error?.underlying ? ['Underlying error:', fenced(plainText(error.underlying).trim())] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
