// PURE. Text with ANSI codes → spans of text with class names. Colours become the nearest of the eight that both themes draw
// readably; every other sequence is dropped; control characters become visible signs. What remains is text, never markup.
export interface Span {
  readonly text: string;
  /** Class names: `a-red`, `a-bold` …; "" for plain text. */
  readonly classes: string;
}

const COLOURS = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;
type Colour = (typeof COLOURS)[number];

interface Style {
  readonly colour: Colour | null;
  readonly marks: ReadonlySet<'bold' | 'dim' | 'italic' | 'underline' | 'strike' | 'inverse'>;
}
type Mark = Style['marks'] extends ReadonlySet<infer M> ? M : never;
const PLAIN: Style = { colour: null, marks: new Set() };

const ON: Readonly<Record<number, Mark>> = { 1: 'bold', 2: 'dim', 3: 'italic', 4: 'underline', 7: 'inverse', 9: 'strike' };
const OFF: Readonly<Record<number, readonly Mark[]>> = {
  22: ['bold', 'dim'],
  23: ['italic'],
  24: ['underline'],
  27: ['inverse'],
  29: ['strike'],
};

/** The nearest of the eight colours; null for one too near to grey to be more than text. */
function nearest(red: number, green: number, blue: number): Colour | null {
  const [high, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  if (high - low < 40) return high < 90 ? 'black' : high < 200 ? 'white' : null;
  const middle = (high + low) / 2;
  return COLOURS[(red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0)] ?? null;
}
const cubeLevel = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
function paletteColour(index: number): Colour | null {
  if (index < 16) return COLOURS[index % 8] ?? null;
  if (index >= 232) return nearest((index - 232) * 10, (index - 232) * 10, (index - 232) * 10);
  const cube = index - 16;
  return nearest(cubeLevel(Math.floor(cube / 36)), cubeLevel(Math.floor(cube / 6) % 6), cubeLevel(cube % 6));
}

/** One code of a sequence applied; `rest` is what follows it (38 takes more of it). Says how many of `rest` it took. */
function applied(style: Style, code: number, rest: readonly number[]): readonly [Style, number] {
  if (code === 0) return [PLAIN, 0];
  const on = ON[code];
  if (on) return [{ ...style, marks: new Set([...style.marks, on]) }, 0];
  const off = OFF[code];
  if (off) return [{ ...style, marks: new Set([...style.marks].filter((mark) => !off.includes(mark))) }, 0];
  if (code >= 30 && code <= 37) return [{ ...style, colour: COLOURS[code - 30] ?? null }, 0];
  if (code >= 90 && code <= 97) return [{ ...style, colour: COLOURS[code - 90] ?? null }, 0];
  if (code === 39) return [{ ...style, colour: null }, 0];
  if (code !== 38 && code !== 48) return [style, 0];
  const [kind, a = 0, b = 0, c = 0] = rest;
  const colour = kind === 5 ? paletteColour(a) : kind === 2 ? nearest(a, b, c) : style.colour;
  const taken = kind === 5 ? 2 : kind === 2 ? 4 : 0;
  return [code === 38 ? { ...style, colour } : style, taken];
}

function styled(style: Style, parameters: string): Style {
  const codes = parameters.split(/[;:]/).map((code) => (code === '' ? 0 : Number(code)));
  let next = style;
  for (let index = 0; index < codes.length; index += 1) {
    const [after, taken] = applied(next, codes[index] ?? 0, codes.slice(index + 1));
    next = after;
    index += taken;
  }
  return next;
}

const classesOf = ({ colour, marks }: Style): string => [...(colour ? [colour] : []), ...marks].map((name) => `a-${name}`).join(' ');

// CSI with its parameters, OSC up to its end, any other two-character sequence, or an escape alone.
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const SEQUENCE = /\u001B(?:\[([0-?]*)[ -/]*([@-~])?|\][^\u0007\u001B]*(?:\u0007|\u001B\\?)?|[^[\]]?)/gs;
// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/** Control characters as signs of their own; a carriage return says nothing on a page and is left out. */
function visible(text: string): string {
  return text.replaceAll(CONTROL, (char) => {
    const code = char.charCodeAt(0);
    if (code === 0x0d) return '';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\uFFFD';
  });
}

/** The text as spans, in order; none is empty, and neighbours differ in their classes. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let style = PLAIN;
  let from = 0;
  const add = (to: number): void => {
    const part = visible(text.slice(from, to));
    const [classes, last] = [classesOf(style), spans.at(-1)];
    if (part === '') return;
    if (last?.classes === classes) spans[spans.length - 1] = { text: last.text + part, classes };
    else spans.push({ text: part, classes });
  };
  for (const match of text.matchAll(SEQUENCE)) {
    add(match.index);
    from = match.index + match[0].length;
    if (match[2] === 'm' && /^[\d;:]*$/.test(match[1] ?? '')) style = styled(style, match[1] ?? '');
  }
  add(text.length);
  return spans;
}

/** The text as people read it, without codes. */
export function plainText(text: string): string {
  return text.includes('\u001B') ? visible(text.replaceAll(SEQUENCE, '')) : visible(text);
}
