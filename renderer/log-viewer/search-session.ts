// One window's search: gives the kept lines to a worker part by part, goes on as lines come, and gathers what is found. A worker
// that is still busy with an older question is ended and a new one takes its place; so is one that does not come back.
import type { Chunk } from './chunks.ts';
import type { KeptLog } from './kept-log.ts';
import { isShown, type Layout } from './lines.ts';
import type { LogStore } from './log-store.ts';
import { withNumber, type Numbers } from './numbers.ts';
import { newHits, NO_QUERY, patternOf, type Hits, type Query, type Range } from './search.ts';
import type { SearchAnswer, SearchQuestion } from './search-worker.ts';

/** Of the lines in one question; a plain search goes through them in a few milliseconds. */
const PART_BYTES = 1_048_576;
/** Questions on their way: one is worked on while the next is prepared. */
const MOST_ASKED = 2;
/** So long a worker may think about one question. */
const PATIENCE_MS = 5_000;
/** What is found is told at most this often, and at once when all is looked at. */
const TELL_EVERY_MS = 60;

export type Marks = ReadonlyMap<number, readonly Range[]>;
const NO_MARKS: Marks = new Map();

/** What a worker is to us. */
export interface SearchWorker {
  ask(question: SearchQuestion, transfer?: Transferable[]): void;
  end(): void;
}
interface SessionParts {
  readonly log: LogStore;
  readonly openWorker: (onAnswer: (answer: SearchAnswer) => void) => SearchWorker;
  readonly onHits: (hits: Hits) => void;
  readonly onMarks: (marks: Marks) => void;
}

/** Lines `from …` of a chunk, copied: a worker is given what it may keep. */
function partOf(
  { first, batch }: Chunk,
  from: number,
): { first: number; text: Uint8Array<ArrayBuffer>; offsets: Uint32Array<ArrayBuffer> } {
  const index = Math.max(0, from - first);
  const start = batch.offsets[index] ?? 0;
  const offsets = batch.offsets.slice(index, batch.count + 1);
  for (let at = 0; at < offsets.length; at += 1) offsets[at] = (offsets[at] ?? 0) - start;
  const text = new Uint8Array(batch.text.length - start);
  text.set(batch.text.subarray(start));
  return { first: first + index, text, offsets: new Uint32Array(offsets) };
}

/** The next lines to look at from number `from` on, about as many as one question holds. */
function questionFrom(log: KeptLog, from: number): Extract<SearchQuestion, { kind: 'lines' }> {
  const parts: ReturnType<typeof partOf>[] = [];
  let [bytes, through] = [0, Math.max(from, log.first)];
  let place = log.chunks.findIndex(({ first, batch }) => first + batch.count > through);
  for (; place !== -1 && place < log.chunks.length && bytes < PART_BYTES; place += 1) {
    const chunk = log.chunks[place];
    if (!chunk) break;
    const part = partOf(chunk, through);
    parts.push(part);
    [bytes, through] = [bytes + part.text.length, chunk.first + chunk.batch.count];
  }
  return { kind: 'lines', parts, through };
}

export class SearchSession {
  readonly #parts: SessionParts;
  #worker: SearchWorker | null = null;
  #hits = newHits(NO_QUERY);
  /** Every hit, shown or not, and how many of them were sorted by what is shown. */
  #all: Numbers = newHits(NO_QUERY).lines;
  #sorted = 0;
  #layout: Layout;
  #asked = 0;
  #next = 0;
  #marks: Marks = NO_MARKS;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#layout = parts.log.store.getState().layout;
  }

  /** Goes on as lines come, until the returned function is called. */
  start(): () => void {
    const unsubscribe = this.#parts.log.store.subscribe(() => this.#onLog());
    return () => {
      unsubscribe();
      this.#end();
      clearTimeout(this.#telling);
    };
  }

  /** Searches anew. What was asked before is not waited for. */
  search(query: Query): void {
    if (this.#asked > 0) this.#end();
    const isBad = query.isPattern && patternOf(query) === null;
    this.#hits = { ...newHits(query), trouble: isBad ? 'bad-pattern' : null };
    [this.#all, this.#sorted, this.#next, this.#marks] = [newHits(query).lines, 0, 0, NO_MARKS];
    if (query.text !== '' && !isBad) this.#ask({ kind: 'query', query });
    this.#parts.onMarks(this.#marks);
    this.#goOn();
    if (this.#asked === 0) this.#tell();
  }

  /** Where the pattern matches in these lines; told once it is known. */
  mark(texts: readonly (readonly [number: number, text: string])[]): void {
    const unknown = texts.filter(([number]) => !this.#marks.has(number));
    if (unknown.length === 0 || !this.#isSearching()) return;
    this.#marks = new Map([...this.#marks, ...unknown.map(([number]) => [number, []] as const)]);
    this.#ask({ kind: 'marks', texts: unknown });
    this.#wait();
  }

  #isSearching(): boolean {
    return this.#hits.query.text !== '' && this.#hits.trouble === null;
  }
  #onLog(): void {
    const { layout, log } = this.#parts.log.store.getState();
    const isOther = layout.options !== this.#layout.options || layout.firstNumber !== this.#layout.firstNumber;
    this.#layout = layout;
    if (log.end < this.#next) return this.search(this.#hits.query); // the log was told anew from its beginning
    if (isOther && this.#isSearching()) {
      this.#sorted = 0;
      this.#tell();
    }
    this.#goOn();
  }
  /** Asks for the lines that were not looked at, as many as may be on their way. */
  #goOn(): void {
    const { log } = this.#parts.log.store.getState();
    while (this.#isSearching() && this.#asked < MOST_ASKED && this.#next < log.end) {
      const question = questionFrom(log, this.#next);
      this.#next = question.through;
      this.#asked += 1;
      this.#ask(
        question,
        question.parts.flatMap(({ text, offsets }) => [text.buffer as ArrayBuffer, offsets.buffer as ArrayBuffer]), // partOf made both
      );
      this.#wait();
    }
  }
  #ask(question: SearchQuestion, transfer?: Transferable[]): void {
    this.#worker ??= this.#parts.openWorker((answer) => this.#onAnswer(answer));
    this.#worker.ask(question, transfer);
  }
  #wait(): void {
    this.#patience ??= setTimeout(() => this.#giveUp(), PATIENCE_MS);
  }
  #giveUp(): void {
    this.#end();
    this.#hits = { ...this.#hits, trouble: 'too-slow' };
    this.#tell();
  }
  #end(): void {
    clearTimeout(this.#patience);
    this.#worker?.end();
    [this.#worker, this.#asked, this.#patience] = [null, 0, undefined];
  }

  #onAnswer(answer: SearchAnswer): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    if (answer.kind === 'marks') {
      this.#marks = new Map([...this.#marks, ...answer.marks]);
      this.#parts.onMarks(this.#marks);
    } else {
      this.#asked -= 1;
      for (const number of answer.numbers) this.#all = withNumber(this.#all, number);
      this.#hits = { ...this.#hits, through: answer.through };
      this.#goOn();
      if (this.#asked === 0) this.#tell();
      else this.#telling ??= setTimeout(() => this.#tell(), TELL_EVERY_MS);
    }
    if (this.#asked > 0) this.#wait();
  }
  #tell(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    let lines = this.#sorted === 0 ? newHits(NO_QUERY).lines : this.#hits.lines;
    for (; this.#sorted < this.#all.count; this.#sorted += 1) {
      const number = this.#all.room[this.#sorted] ?? 0;
      if (isShown(this.#layout, number)) lines = withNumber(lines, number);
    }
    this.#hits = { ...this.#hits, lines };
    this.#parts.onHits(this.#hits);
  }
}
