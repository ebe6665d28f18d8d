// Joins the window's search to what is typed: a session with a worker of its own, as long as the window is drawn.
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { LogStore } from './log-store.ts';
import { newHits, NO_QUERY, type Hits } from './search.ts';
import { SearchSession, type Marks, type SearchWorker } from './search-session.ts';
import type { SearchAnswer } from './search-worker.ts';
import type { ViewStore } from './view.ts';

export interface Search {
  readonly hits: Hits;
  /** Where a pattern matches, of the lines asked about. */
  readonly marks: Marks;
  readonly mark: SearchSession['mark'];
}

function openWorker(onAnswer: (answer: SearchAnswer) => void): SearchWorker {
  const worker = new Worker(new URL('search-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => onAnswer(data));
  return { ask: (question, transfer = []) => worker.postMessage(question, transfer), end: () => worker.terminate() };
}

/** The hits so far of what the view searches. */
export function useSearch(log: LogStore, view: ViewStore): Search {
  const query = useStore(view, (one) => one.query);
  const [hits, setHits] = useState<Hits>(() => newHits(NO_QUERY));
  const [marks, setMarks] = useState<Marks>(new Map());
  const [session] = useState(() => new SearchSession({ log, openWorker, onHits: setHits, onMarks: setMarks }));
  useEffect(() => session.start(), [session]);
  useEffect(() => session.search(query), [session, query]);
  return useMemo(() => ({ hits, marks, mark: (texts) => session.mark(texts) }), [hits, marks, session]);
}
