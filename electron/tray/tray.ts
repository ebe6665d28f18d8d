// Electron's tray: shows a face and tells what was chosen. Decides nothing; see tray-face.ts. Each part is set only when it
// changed: on Linux every set travels over the bus, and a menu that is set anew closes while it is open.
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron';
import type { Log } from '../log.ts';
import { countTitle } from '../model/attention-count.ts';
import { assertNever } from '../model/status.ts';
import type { TrayChoice, TrayFace, TrayMenuItem } from './tray-face.ts';
import { createTrayIcons } from './tray-icons.ts';

export interface TrayPart {
  show(face: TrayFace): void;
  /** What was chosen before somebody listened is told then. */
  onChoice(listener: (choice: TrayChoice) => void): void;
  /** Shows the icon anew: on Linux a tray host that came after the app learns of it only so. */
  renew(): void;
  stop(): void;
}

/** Electron reads `&` as the mark of an access key. */
const literal = (label: string): string => label.replaceAll('&', '&&');

function templateOf(items: readonly TrayMenuItem[], choose: (choice: TrayChoice) => void): MenuItemConstructorOptions[] {
  return items.map((item): MenuItemConstructorOptions => {
    switch (item.kind) {
      case 'text':
        return { label: literal(item.label), enabled: false };
      case 'separator':
        return { type: 'separator' };
      case 'choice':
        return { label: literal(item.label), click: () => choose(item.choice) };
      case 'submenu':
        return { label: literal(item.label), submenu: templateOf(item.items, choose) };
      default:
        return assertNever(item);
    }
  });
}

/** A tray with the icons of folder `assets`. It appears with the first face; without a tray host it is simply not seen. */
export function createTray({ assets, log }: { readonly assets: string; readonly log: Log }): TrayPart {
  const isMac = process.platform === 'darwin';
  const icons = createTrayIcons(assets, (file) => log.error('no such tray icon', { file }));
  let tray: Tray | undefined;
  let menu: Menu | undefined;
  const unheard: TrayChoice[] = [];
  let choose = (choice: TrayChoice): void => void unheard.push(choice);
  let last: TrayFace | undefined;
  const shown = { icon: '', tooltip: '', menu: '' };

  const appear = (face: TrayFace): Tray => {
    const created = new Tray(icons(face.icon));
    shown.icon = JSON.stringify(face.icon);
    // Linux does not say where the icon lies.
    created.on('click', (_, icon) => choose(process.platform === 'linux' ? { kind: 'open' } : { kind: 'open-beside', icon }));
    // On macOS a menu that is set takes the click for itself; so it is opened by hand there.
    if (isMac) created.on('right-click', () => menu && created.popUpContextMenu(menu));
    return created;
  };
  const showMenu = (onto: Tray, items: readonly TrayMenuItem[]): void => {
    const content = JSON.stringify(items);
    if (content === shown.menu) return;
    shown.menu = content;
    menu = Menu.buildFromTemplate(templateOf(items, (choice) => choose(choice)));
    if (!isMac) onto.setContextMenu(menu);
  };

  const show = (face: TrayFace): void => {
    last = face;
    tray ??= appear(face);
    const icon = JSON.stringify(face.icon);
    if (icon !== shown.icon) tray.setImage(icons(face.icon));
    if (face.tooltip !== shown.tooltip) tray.setToolTip(face.tooltip);
    if (isMac) tray.setTitle(countTitle(face.count), { fontType: 'monospacedDigit' });
    Object.assign(shown, { icon, tooltip: face.tooltip });
    showMenu(tray, face.menu);
  };
  return {
    show,
    renew() {
      if (process.platform !== 'linux' || !last) return;
      tray?.destroy();
      tray = undefined;
      Object.assign(shown, { icon: '', tooltip: '', menu: '' });
      show(last);
    },
    onChoice(listener) {
      choose = listener;
      for (const choice of unheard.splice(0)) listener(choice);
    },
    stop() {
      tray?.destroy();
      tray = undefined;
    },
  };
}
