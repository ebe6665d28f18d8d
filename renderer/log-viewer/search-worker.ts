// Searches in a thread of its own: a pattern may take for ever, and the page only has to end this thread. Keeps no lines: it is
// given them part by part, as far as a search needs them.
import { assertNever } from '../../electron/model/status.ts';
import { finderOf, NO_QUERY, patternRanges, type LineBytes, type Query, type Range } from './search.ts';

/** What the worker is asked. A query holds for everything after it; each other question gets one answer, in order. */
export type SearchQuestion =
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'lines'; readonly parts: readonly (LineBytes & { readonly first: number })[]; readonly through: number }
  | { readonly kind: 'marks'; readonly texts: readonly (readonly [number: number, text: string])[] };
export type SearchAnswer =
  | { readonly kind: 'hits'; readonly numbers: Uint32Array; readonly through: number }
  | { readonly kind: 'marks'; readonly marks: readonly (readonly [number: number, ranges: readonly Range[]])[] };

let query = NO_QUERY;
let find = finderOf(query);

function answer(question: SearchQuestion): SearchAnswer | null {
  switch (question.kind) {
    case 'query':
      [query, find] = [question.query, finderOf(question.query)];
      return null;
    case 'lines': {
      const numbers = question.parts.flatMap((part) => find(part).map((index) => part.first + index));
      return { kind: 'hits', numbers: Uint32Array.from(numbers), through: question.through };
    }
    case 'marks':
      return { kind: 'marks', marks: question.texts.map(([number, text]) => [number, patternRanges(text, query)]) };
    default:
      return assertNever(question);
  }
}

addEventListener('message', ({ data }: MessageEvent<SearchQuestion>) => {
  const said = answer(data);
  if (said) postMessage(said);
});
