// Makes a screenshot's PNG a third as large: its 256 commonest colours, and for the rest the nearest of them.
// Reads what Chromium writes: eight bits, RGB or RGBA, not interlaced.
import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** One number a pixel, 0xRRGGBB. */
  readonly colours: Uint32Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST_COLOURS = 256;

/** Whether it has a palette already. */
export const isSmall = (png: Buffer): boolean => png[25] === 3;

function chunksOf(png: Buffer): readonly { readonly type: string; readonly data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** Paeth's predictor: whichever neighbour lies nearest to left + up − corner. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
const FILTERS: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  paeth,
];

/** Undoes the filters of all rows, in place. */
function unfilter(raw: Uint8Array, rowBytes: number, pixelBytes: number): void {
  for (let row = 0; row < raw.length; row += rowBytes + 1) {
    const predict = FILTERS[raw[row] ?? 0] ?? FILTERS[0];
    for (let i = 1; i <= rowBytes; i += 1) {
      const isFirst = row === 0;
      const left = i > pixelBytes ? (raw[row + i - pixelBytes] ?? 0) : 0;
      const up = isFirst ? 0 : (raw[row + i - rowBytes - 1] ?? 0);
      const corner = isFirst || i <= pixelBytes ? 0 : (raw[row + i - rowBytes - 1 - pixelBytes] ?? 0);
      raw[row + i] = (raw[row + i] ?? 0) + (predict?.(left, up, corner) ?? 0);
    }
  }
}

function decoded(png: Buffer): Pixels {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (!head || head[8] !== 8 || (head[9] !== 2 && head[9] !== 6) || head[12] !== 0) throw new Error('not a PNG as Chromium writes them');
  const [width, height, pixelBytes] = [head.readUInt32BE(0), head.readUInt32BE(4), head[9] === 2 ? 3 : 4];
  const raw = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  unfilter(raw, width * pixelBytes, pixelBytes);
  const colours = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) colours[y * width + x] = raw.readUIntBE(y * (width * pixelBytes + 1) + 1 + x * pixelBytes, 3);
  return { width, height, colours };
}

function distance(a: number, b: number): number {
  const [red, green, blue] = [16, 8, 0].map((bits) => ((a >> bits) & 0xff) - ((b >> bits) & 0xff));
  return (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
}

/** Of colours that look alike the first; then all others. */
function fromEachShade(commonest: readonly number[]): readonly number[] {
  const shades = new Map(commonest.toReversed().map((one) => [one & 0xf0f0f0, one])); // the commonest comes last and stays
  const first = new Set(shades.values());
  return [...commonest.filter((one) => first.has(one)), ...commonest.filter((one) => !first.has(one))];
}

/** The commonest colours, one of each shade before two of any, and for each of the rest its nearest among them. */
function paletteOf(colours: Uint32Array): { readonly palette: readonly number[]; readonly indexOf: ReadonlyMap<number, number> } {
  const counts = new Map<number, number>();
  for (const one of colours) counts.set(one, (counts.get(one) ?? 0) + 1);
  const commonest = fromEachShade([...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || a - b));
  const palette = commonest.slice(0, MOST_COLOURS);
  const nearest = (to: number): number =>
    palette.reduce((best, one, index) => (distance(one, to) < distance(palette[best] ?? 0, to) ? index : best), 0);
  return { palette, indexOf: new Map(commonest.map((one, index) => [one, index < MOST_COLOURS ? index : nearest(one)])) };
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The same picture with a palette. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, colours } = decoded(png);
  const { palette, indexOf } = paletteOf(colours);
  const rows = Buffer.alloc(height * (width + 1)); // each begins with filter 0: none
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x] ?? 0) ?? 0;
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]));
  const data = deflateSync(rows, { level: 9 });
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', table), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
