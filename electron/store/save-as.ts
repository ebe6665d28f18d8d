// Saves a text where the person says: the system's own dialog, then all of it or nothing, readable by this person only.
import { app, BrowserWindow, dialog, webContents } from 'electron';
import path from 'node:path';
import { ok, type Result } from '../model/result.ts';
import { writeWhole } from './json-file.ts';

/** The name that is proposed, as a file name and nothing more. */
function proposal(name: string): string {
  return path.join(app.getPath('downloads'), name.replaceAll(/[^\w. -]+/g, '-').slice(0, 120));
}

/** Asks in front of the window that asks; `isSaved` is false when the person thought better of it. */
export async function saveAs(name: string, text: string, windowId: number): Promise<Result<{ readonly isSaved: boolean }>> {
  const contents = webContents.fromId(windowId);
  const window = contents ? BrowserWindow.fromWebContents(contents) : null;
  const options = { defaultPath: proposal(name), properties: ['showOverwriteConfirmation' as const] };
  const { canceled, filePath } = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options));
  if (canceled || !filePath) return ok({ isSaved: false });
  const written = writeWhole(filePath, text);
  return written.ok ? ok({ isSaved: true }) : written;
}
