// The windows, and the way to push to them.
import { app } from 'electron';
import { createPush } from '../bridge/push.ts';
import type { Settings } from '../contract/settings.ts';
import type { Log } from '../log.ts';
import { openBoundsFile } from '../store/bounds-file.ts';
import { isOurPage } from '../windows/addresses.ts';
import { createWindows } from '../windows/window-set.ts';

/** The windows and the way to them. `devUrl` is the development server's; never in a package. */
export function openWindows(
  folder: string,
  files: { readonly rendererFolder: string; readonly preload: string; readonly icon: string; readonly overlayFolder: string },
  settings: () => Settings,
  log: Log,
) {
  const push = createPush();
  const devUrl = process.env['TRAY_DEV_URL'];
  const dev = devUrl === undefined || app.isPackaged ? {} : { devUrl };
  const windows = createWindows({
    ...dev,
    ...files,
    settings,
    bounds: openBoundsFile(folder, log),
    push,
    log,
  });
  return { windows, push, isOurs: (url: string) => isOurPage(url, dev.devUrl) };
}
