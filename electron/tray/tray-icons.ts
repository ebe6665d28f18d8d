// The tray's pictures as Electron takes them, read from the folder that build/icons.mjs drew into; each file once.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { nativeImage, type NativeImage } from 'electron';
import { signName } from '../model/sign.ts';
import type { TrayIcon } from './tray-face.ts';

/** What panels take; every file has a doubled twin. On Linux Electron sends that alone, 44 px, and the panel makes it smaller. */
const PX = process.platform === 'linux' ? 22 : 16;

const isMac = process.platform === 'darwin';

/** Where an icon's files lie, below the folder of tray icons. macOS turns one monochrome icon by itself, known by its name's end. */
function fileOf({ style, ...sign }: TrayIcon): string {
  if (style === 'colour') return `colour/${PX}/${signName(sign)}`;
  return style === 'light' && !isMac ? `light/${PX}/${signName(sign)}` : `template/${PX}/${signName(sign)}Template`;
}

/** The picture of an icon; one that is missing is an empty picture, never a throw. */
export function createTrayIcons(assets: string, onMissing: (file: string) => void): (icon: TrayIcon) => NativeImage {
  const folder = path.join(assets, 'tray');
  const loaded = new Map<string, NativeImage>();
  const load = (name: string): NativeImage => {
    const image = nativeImage.createEmpty();
    for (const [file, scaleFactor] of [
      [`${name}.png`, 1],
      [`${name}@2x.png`, 2],
    ] as const) {
      try {
        image.addRepresentation({ scaleFactor, buffer: readFileSync(path.join(folder, file)) });
      } catch {
        onMissing(file); // the tray stays, with its tooltip and menu
      }
    }
    if (isMac && name.endsWith('Template')) image.setTemplateImage(true);
    return image;
  };
  return (icon) => {
    const name = fileOf(icon);
    const image = loaded.get(name) ?? load(name);
    loaded.set(name, image);
    return image;
  };
}
