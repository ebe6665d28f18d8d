// PURE. Web addresses inside a line's text. Only http and https; what is made of them is opened by the main process, which
// looks again.
import type { Span } from './ansi.ts';
import { cutSpans, type Range } from './search.ts';

const ADDRESS = /\bhttps?:\/\/[^\s"'<>`\\^{}|]+/gi;
/** Of one line so many are links. */
const MOST = 20;

/** Where addresses stand; the stop or bracket behind one is not part of it. */
export function linkRanges(text: string): readonly Range[] {
  const ranges: Range[] = [];
  for (const { index, 0: found } of text.matchAll(ADDRESS)) {
    const trimmed = found.replace(/[.,;:!?]+$/, '');
    const url = trimmed.includes('(') ? trimmed : trimmed.replace(/[)\]]+$/, '');
    if (URL.canParse(url)) ranges.push([index, index + url.length]);
    if (ranges.length >= MOST) break;
  }
  return ranges;
}

export interface LinkedSpan extends Span {
  /** The whole address that this is (a part of); null for other text. */
  readonly url: string | null;
}
/** The spans cut where addresses begin and end. */
export function linkedSpans(spans: readonly Span[]): readonly LinkedSpan[] {
  const text = spans.map((span) => span.text).join('');
  const ranges = text.includes('://') ? linkRanges(text) : [];
  return cutSpans(spans, ranges).map(({ span, place }) => ({
    ...span,
    url: place === null ? null : text.slice(...(ranges[place] ?? [0, 0])),
  }));
}
