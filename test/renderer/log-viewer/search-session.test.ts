import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { packLines } from '../../../electron/contract/log-pack.ts';
import { EVERY_LINE } from '../../../renderer/log-viewer/line-filter.ts';
import { createLogStore, type LogStore } from '../../../renderer/log-viewer/log-store.ts';
import { finderOf, newHits, NO_QUERY, type Hits, type Query } from '../../../renderer/log-viewer/search.ts';
import { SearchSession, type Marks, type SearchWorker } from '../../../renderer/log-viewer/search-session.ts';
import type { SearchAnswer, SearchQuestion } from '../../../renderer/log-viewer/search-worker.ts';
import { lineRange } from '../../support/a-log.ts';

/** A worker that answers when it is told to. */
class HandWorker {
  readonly questions: SearchQuestion[] = [];
  isEnded = false;
  #find = finderOf(NO_QUERY);
  readonly #onAnswer: (answer: SearchAnswer) => void;
  constructor(onAnswer: (answer: SearchAnswer) => void) {
    this.#onAnswer = onAnswer;
  }
  ask(question: SearchQuestion): void {
    if (question.kind === 'query') this.#find = finderOf(question.query);
    else this.questions.push(question);
  }
  end(): void {
    this.isEnded = true;
  }
  answer(): void {
    const question = this.questions.shift();
    if (question?.kind !== 'lines') throw new Error('nothing was asked');
    const numbers = question.parts.flatMap((part) => this.#find(part).map((index) => part.first + index));
    this.#onAnswer({ kind: 'hits', numbers: Uint32Array.from(numbers), through: question.through });
  }
}

interface Told {
  readonly log: LogStore;
  readonly session: SearchSession;
  stop(): void;
  readonly workers: HandWorker[];
  hits: Hits;
  marks: Marks;
}
function started(): Told {
  const log = createLogStore();
  const workers: HandWorker[] = [];
  const told = {
    log,
    stop: () => undefined as void,
    workers,
    hits: newHits(NO_QUERY),
    marks: new Map(),
    session: new SearchSession({
      log,
      openWorker: (onAnswer) => {
        const worker = new HandWorker(onAnswer) satisfies SearchWorker;
        workers.push(worker);
        return worker;
      },
      onHits: (hits) => void Object.assign(told, { hits }),
      onMarks: (marks) => void Object.assign(told, { marks }),
    }),
  };
  told.stop = told.session.start();
  return told;
}
const say = (log: LogStore, from: number, to: number, text: string): void =>
  log.receive({ kind: 'lines', batch: packLines(lineRange(from, to, { text })) });
const query = (text: string, more: Partial<Query> = {}): Query => ({ ...NO_QUERY, text, ...more });
const numbers = ({ lines }: Hits): readonly number[] => [...lines.room.subarray(0, lines.count)];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('finds in what is there and goes on as lines come', () => {
  const told = started();
  say(told.log, 0, 1, 'a hit');
  told.session.search(query('hit'));
  told.workers[0]?.answer();
  expect([numbers(told.hits), told.hits.through]).toEqual([[0, 1], 2]);
  say(told.log, 2, 2, 'no');
  say(told.log, 3, 3, 'Hit');
  told.workers[0]?.answer();
  told.workers[0]?.answer();
  expect([numbers(told.hits), told.hits.through]).toEqual([[0, 1, 3], 4]);
});

test('ends a worker that is busy with an older question, and keeps one that is not', () => {
  const told = started();
  say(told.log, 0, 1, 'aaaa');
  told.session.search(query('(a+)+$', { isPattern: true }));
  told.session.search(query('b'));
  expect(told.workers.map((one) => one.isEnded)).toEqual([true, false]);
  told.workers[1]?.answer();
  expect(told.hits).toMatchObject({ through: 2, trouble: null });
  told.session.search(query('aa'));
  expect(told.workers).toHaveLength(2);
  told.workers[1]?.answer();
  expect(numbers(told.hits)).toEqual([0, 1]);
});

test('gives up a pattern that takes longer than anybody waits, says so, and searches again when asked', () => {
  const told = started();
  say(told.log, 0, 1, 'aaaa');
  told.session.search(query('(a+)+$', { isPattern: true }));
  vi.advanceTimersByTime(5_000);
  expect([told.hits.trouble, told.workers[0]?.isEnded]).toEqual(['too-slow', true]);
  say(told.log, 2, 2, 'more');
  expect(told.workers).toHaveLength(1);
  told.session.search(query('aa'));
  told.workers[1]?.answer();
  expect([told.hits.trouble, numbers(told.hits)]).toEqual([null, [0, 1]]);
});

test('says that a pattern is none, and asks nobody', () => {
  const told = started();
  say(told.log, 0, 0, 'text');
  told.session.search(query('(', { isPattern: true }));
  expect([told.hits.trouble, told.workers]).toEqual(['bad-pattern', []]);
});

test('tells only lines that are shown, and sorts anew when others are', () => {
  const told = started();
  told.log.receive({ kind: 'lines', batch: packLines([...lineRange(0, 0), ...lineRange(1, 1, { senderId: 'db', sender: 'db' })]) });
  told.session.search(query('line'));
  told.workers[0]?.answer();
  expect(numbers(told.hits)).toEqual([0, 1]);
  const { options } = told.log.store.getState().layout;
  told.log.arrange({ ...options, filter: { ...EVERY_LINE, service: { id: 'db', name: 'db' } } });
  expect(numbers(told.hits)).toEqual([1]);
  told.log.arrange(options);
  expect(numbers(told.hits)).toEqual([0, 1]);
});

test('stops asking when the window goes', () => {
  const told = started();
  say(told.log, 0, 0, 'text');
  told.session.search(query('text'));
  told.stop();
  say(told.log, 1, 1, 'text');
  expect([told.workers[0]?.isEnded, told.workers.length]).toEqual([true, 1]);
});
