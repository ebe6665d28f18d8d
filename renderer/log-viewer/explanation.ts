// PURE. The explanation of an error as rows of the list: what the platform says, its hint, its link, what lies beneath. Text is
// folded to the width beforehand, so that every row is one row high.
import type { LogError } from '../../electron/model/log-line.ts';
import { plainText } from './ansi.ts';

type WhyFace = 'text' | 'mono';
export type WhyRow =
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: WhyFace; readonly text: string }
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'actions' };

/** A line that is explained: its text in rows, and the rows below it. */
export interface Explained {
  readonly line: readonly string[];
  readonly why: readonly WhyRow[];
}

/** Width of a text in px when drawn in a face; handed in, since only the page can say. */
export type Measure = (text: string, face: WhyFace) => number;

/** Rows of one part at most; the whole text is copied by the button below. */
const MOST_ROWS = 300;

/** The longest beginning of a text that fits, at least one character; found by halving. */
function beginning(text: string, fits: (part: string) => boolean): string {
  let [low, high] = [1, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  // A character of two units is not cut in half.
  return /[\uD800-\uDBFF]$/.test(text.slice(0, low)) && low < text.length ? text.slice(0, Math.max(low - 1, 2)) : text.slice(0, low);
}

function foldedLine(line: string, fits: (part: string) => boolean, most: number): readonly string[] {
  const rows: string[] = [];
  let rest = line;
  while (!fits(rest) && rows.length < most) {
    const part = beginning(rest, fits);
    const space = part.lastIndexOf(' ');
    const row = space > 0 && rest[part.length] !== ' ' ? part.slice(0, space) : part;
    rows.push(row);
    rest = rest.slice(row.length).replace(/^ /, '');
  }
  return [...rows, rest];
}

/** The text in rows that fit, broken at spaces where there are any. */
export function folded(text: string, fits: (part: string) => boolean, most = MOST_ROWS): readonly string[] {
  const rows: string[] = [];
  const lines = text.replace(/\s+$/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    rows.push(...foldedLine(line, fits, most - rows.length));
    const left = lines.length - index - 1;
    if (rows.length >= most && left > 0) return [...rows.slice(0, most), `… ${left} more lines`];
  }
  return rows;
}

const isLink = (link: string): boolean => /^https?:\/\//i.test(link) && URL.canParse(link);

/** The rows of an error's explanation, never none. What the line above says already is not said again. */
export function explanationOf(error: LogError, lineText: string, widthPx: number, measure: Measure): readonly WhyRow[] {
  const part = (label: string, face: WhyFace, text: string | null): readonly WhyRow[] => {
    const plain = text === null ? '' : plainText(text).trim();
    if (plain === '') return [];
    const rows = folded(plain, (piece) => measure(piece, face) <= widthPx);
    return [{ kind: 'label', text: label }, ...rows.map((row): WhyRow => ({ kind: face, text: row }))];
  };
  const isSaid = plainText(lineText).includes(plainText(error.message).trim());
  const link = error.link && isLink(error.link) ? error.link : null;
  const hint = part('Hint', 'text', error.hint);
  return [
    ...(isSaid ? [] : part('What the platform says', 'text', error.message)),
    ...(link && hint.length === 0 ? [{ kind: 'label', text: 'Help' } as const] : []),
    ...hint,
    ...(link ? [{ kind: 'link', url: link } as const] : []),
    ...part('Underlying error', 'mono', error.underlying),
    { kind: 'actions' },
  ];
}

/** A line's text in rows that fit, broken at words; and its explanation. */
export function explainedLine(error: LogError, lineText: string, sayPx: number, whyPx: number, measure: Measure): Explained {
  const line = folded(plainText(lineText), (piece) => measure(piece, 'mono') <= sayPx);
  return { line, why: explanationOf(error, lineText, whyPx, measure) };
}

/** The whole error as text, for copying. */
export function errorText(error: LogError, lineText: string): string {
  const parts = [plainText(lineText), error.message, error.tag, error.hint, error.link, error.underlying];
  return [...new Set(parts.flatMap((part) => (part ? [plainText(part)] : [])))].join('\n');
}
