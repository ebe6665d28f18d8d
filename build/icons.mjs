// Draws every icon from its SVG source into PNG: the tray's, the notifications', the app's. Plain Node and WebAssembly, no
// native code; the same sources give the same bytes on every machine. Files that are right already are left alone.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { COUNTS, countSvg } from '../assets/overlay/count-svg.mjs';
import { traySvg, VARIANTS } from '../assets/tray/tray-svg.mjs';

/** Sizes of the tray icons in px, each with the drawing it is made of (24 is 22 enlarged, 32 is 16 doubled). */
export const TRAY_SIZES = { 16: 16, 22: 22, 24: 22, 32: 16 };
/** Sizes of the app's icon in px; up to 48 the drawing has fewer and thicker strokes. */
export const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const NOTIFICATION_PX = 64;

let ready;
function renderer() {
  ready ??= readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')).then((code) => initWasm(code));
  return ready;
}

function png(svg, px) {
  const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: px }, font: { loadSystemFonts: false } });
  const image = drawing.render();
  const bytes = Buffer.from(image.asPng());
  image.free();
  drawing.free();
  return bytes;
}

/** Every tray icon: `tray/colour/22/running.png`, `tray/template/16/runningTemplate@2x.png` … */
function trayFiles() {
  const files = [];
  for (const style of ['colour', 'template', 'light'])
    for (const [px, size] of Object.entries(TRAY_SIZES))
      for (const variant of VARIANTS) {
        const svg = traySvg({ ...variant, style, size });
        const name = `tray/${style}/${px}/${variant.name}${style === 'template' ? 'Template' : ''}`;
        files.push([`${name}.png`, svg, Number(px)], [`${name}@2x.png`, svg, 2 * Number(px)]);
      }
  return files;
}

/** A notification's picture is the tray icon of its environment, so it never contradicts its words. */
function notificationFiles() {
  return VARIANTS.map((variant) => [
    `notification/${variant.name}.png`,
    traySvg({ ...variant, style: 'colour', size: 22 }),
    NOTIFICATION_PX,
  ]);
}

/** Numbers for Windows' taskbar: 16 px at 100 %, doubled above. */
function countFiles() {
  return COUNTS.flatMap((name) => [
    [`overlay/${name}.png`, countSvg(name), 16],
    [`overlay/${name}@2x.png`, countSvg(name), 32],
  ]);
}

async function appFiles(from) {
  const [large, small] = await Promise.all(
    ['app-icon.svg', 'app-icon-small.svg'].map((name) => readFile(path.join(from, 'app', name), 'utf8')),
  );
  return [
    ['app/icon.png', large, 512],
    ...APP_SIZES.map((px) => [`app/icons/${px}x${px}.png`, px <= 48 ? small : large, px]), // electron-builder's names for Linux
  ];
}

async function writeIfChanged(file, bytes) {
  const found = await readFile(file).catch(() => null);
  if (found?.equals(bytes)) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
}

async function removeOthers(to, names) {
  const kept = new Set(names.map((name) => path.join(to, name)));
  for (const entry of await readdir(to, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(file)) await rm(file);
  }
}

/**
 * Draws all icons of the sources in folder `from` into folder `to`, which is theirs alone: other files there are removed.
 * @param {{ from: string, to: string }} folders
 */
export async function buildIcons({ from, to }) {
  await renderer();
  const files = [...trayFiles(), ...notificationFiles(), ...countFiles(), ...(await appFiles(from))];
  for (const [name, svg, px] of files) await writeIfChanged(path.join(to, name), png(svg, px));
  await removeOthers(
    to,
    files.map(([name]) => name),
  );
}
