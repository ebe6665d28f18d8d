import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTS } from '../../assets/overlay/count-svg.mjs';
import { STATUSES, VARIANTS } from '../../assets/tray/tray-svg.mjs';
import { APP_SIZES, buildIcons, TRAY_SIZES } from '../../build/icons.mjs';

const from = path.resolve(import.meta.dirname, '../../assets');
let to = '';
beforeAll(async () => {
  to = await mkdtemp(path.join(tmpdir(), 'icons-'));
  await buildIcons({ from, to });
}, 30_000);
afterAll(() => rm(to, { recursive: true, force: true }));

interface Picture {
  readonly width: number;
  readonly height: number;
  /** The decompressed rows: equal for two pictures of one encoder exactly when their pixels are. */
  readonly rows: Buffer;
}

/** What a PNG holds. */
async function picture(name: string): Promise<Picture> {
  const file = await readFile(path.join(to, name));
  expect(file.subarray(1, 4).toString()).toBe('PNG');
  const data: Buffer[] = [];
  for (let at = 8; at < file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20), rows: inflateSync(Buffer.concat(data)) };
}

const sizes = Object.keys(TRAY_SIZES).map(Number);
const styles = [
  { style: 'colour', ending: '' },
  { style: 'template', ending: 'Template' },
  { style: 'light', ending: '' },
];

test('all eight statuses are drawn, each with and without failed deployment and old data', () => {
  expect(STATUSES.toSorted()).toEqual(['empty', 'error', 'running', 'starting', 'stopped', 'stopping', 'unknown', 'warning']);
  expect(new Set(VARIANTS.map((variant) => variant.name)).size).toBe(32);
});

test.each(styles.flatMap(({ style, ending }) => sizes.map((px) => ({ style, ending, px }))))(
  'every $style tray icon exists at $px px, and doubled',
  async ({ style, ending, px }) => {
    for (const { name } of VARIANTS) {
      const [single, double] = await Promise.all(['', '@2x'].map((scale) => picture(`tray/${style}/${px}/${name}${ending}${scale}.png`)));
      expect([single?.width, single?.height, double?.width, double?.height]).toEqual([px, px, 2 * px, 2 * px]);
    }
  },
);

test.each(styles.flatMap(({ style, ending }) => sizes.map((px) => ({ style, ending, px }))))(
  'no two $style tray icons look the same at $px px',
  async ({ style, ending, px }) => {
    const byPixels = new Map<string, string>();
    for (const { name } of VARIANTS) {
      const pixels = (await picture(`tray/${style}/${px}/${name}${ending}.png`)).rows.toString('base64');
      expect(byPixels.get(pixels), `looks like ${name}`).toBeUndefined();
      byPixels.set(pixels, name);
    }
  },
);

test('a notification has a picture of 64 px for every sign that an environment can have', async () => {
  for (const { name } of VARIANTS) {
    const { width, height } = await picture(`notification/${name}.png`);
    expect([width, height]).toEqual([64, 64]);
  }
});

test('the app has an icon in every size, the largest by the name that packaging looks for', async () => {
  for (const px of APP_SIZES) expect((await picture(`app/icons/${px}x${px}.png`)).width).toBe(px);
  expect((await picture('app/icon.png')).width).toBe(512);
});

test('a second build leaves right files alone, mends wrong ones and removes what it did not make', async () => {
  const [right, wrong, left] = ['tray/colour/22/error.png', 'tray/colour/22/running.png', 'tray/colour/22/left-over.png'].map((name) =>
    path.join(to, name),
  ) as [string, string, string]; // three in, three out
  const [before, good] = await Promise.all([stat(right), readFile(wrong)]);
  await Promise.all([writeFile(wrong, 'broken'), writeFile(left, 'left over')]);
  await buildIcons({ from, to });
  expect((await stat(right)).mtimeMs).toBe(before.mtimeMs);
  expect(await readFile(wrong)).toEqual(good);
  expect(await readdir(path.dirname(left))).not.toContain('left-over.png');
});

test('every number of the taskbar is drawn, each another picture, at both scales', async () => {
  const once = await Promise.all(COUNTS.map((name) => picture(`overlay/${name}.png`)));
  expect(once.map(({ width, height }) => [width, height])).toEqual(COUNTS.map(() => [16, 16]));
  expect(new Set(once.map(({ rows }) => rows.toString('base64'))).size).toBe(COUNTS.length);
  expect((await picture('overlay/9plus@2x.png')).width).toBe(32);
});
