import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(path.resolve(import.meta.dirname, '../../../renderer/ui/tokens.css'), 'utf8');
type Theme = 'light' | 'dark';
const tokens = new Map<string, Record<Theme, string>>();
for (const [, name = '', light = '', dark = ''] of css.matchAll(/--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\);/gi))
  if (!tokens.has(name)) tokens.set(name, { light, dark });

const channel = (byte: number): number => (byte / 255 <= 0.04045 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => sum + weight * channel(Number.parseInt(hex.slice(1 + 2 * i, 3 + 2 * i), 16)), 0);
function contrast(a: string, b: string): number {
  const [low, high] = [Math.min(luminance(a), luminance(b)), Math.max(luminance(a), luminance(b))];
  return (high + 0.05) / (low + 0.05);
}

const STATUSES = ['running', 'warning', 'error', 'progress', 'stopped', 'unknown'];
const SURFACES = ['window', 'chrome', 'sunken', 'raised', 'log', 'hover', 'active', 'selected'].map((name) => `surface-${name}`);
const ROWS = ['window', 'chrome', 'raised', 'hover', 'active', 'selected'].map((name) => `surface-${name}`);
const SOFTS = STATUSES.map((name) => `status-${name}-soft`);
const ANSI = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

/** What coloured words of a log may stand on: a line as it is, under the pointer, chosen, inverse. What is found has its own ink. */
const LINES = ['surface-log', 'surface-hover', 'surface-selected', 'surface-active'];

/** Least ratio, what stands in front, what it may stand on: words 4.5, signs and edges 3. */
const PAIRS: readonly (readonly [number, string, readonly string[]])[] = [
  [4.5, 'text-1', [...SURFACES, ...SOFTS, 'search-hit']],
  [4.5, 'text-2', [...SURFACES, ...SOFTS]],
  [4.5, 'text-3', SURFACES],
  [4.5, 'accent-text', [...SURFACES, 'status-error-soft', 'status-warning-soft']],
  [4.5, 'accent-ink', ['accent', 'accent-hover']],
  [3, 'focus-ring', SURFACES],
  [3, 'border-control', ['surface-window', 'surface-chrome', 'surface-raised']],
  [4.5, 'search-hit-ink', ['search-hit-current']],
  ...STATUSES.flatMap((name) => [
    [4.5, `status-${name}-text`, [...SURFACES, `status-${name}-soft`]] as const,
    [3, `status-${name}-fill`, [...ROWS, 'surface-log', `status-${name}-soft`]] as const,
    [3, `status-${name}-ink`, [`status-${name}-fill`]] as const,
  ]),
  ...ANSI.map((name) => [4.5, `ansi-${name}`, LINES] as const),
  ...[1, 2, 3, 4, 5, 6].map((i) => [4.5, `instance-${i}`, [...LINES.slice(0, 3), 'surface-chrome', 'status-error-soft']] as const),
];
const cases = PAIRS.flatMap(([least, front, backs]) => backs.map((back) => [front, back, least] as const));

test.each(cases)('%s is seen on %s in both themes', (front, back, least) => {
  for (const theme of ['light', 'dark'] as const) {
    const [a, b] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]];
    expect(a && b ? contrast(a, b) : 0, theme).toBeGreaterThanOrEqual(least);
  }
});

/** Drawn, but neither words nor signs: hairlines, shadows, what lies behind. */
const NEVER_READ = /^(border|shadow)/;
test('no colour of the style sheet is without a pair', () => {
  const paired = new Set(cases.flatMap(([front, back]) => [front, back]));
  expect([...tokens.keys()].filter((name) => !paired.has(name) && !NEVER_READ.test(name))).toEqual([]);
});

test('black on white is told from grey on grey', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#888888')).toBeLessThan(3);
});
