// Whether this app is the only one in its folder.
import { app } from 'electron';
import { lstatSync } from 'node:fs';
import path from 'node:path';

/** What the first app leaves in the folder, a link to nowhere: Chromium's name for it on Linux and macOS. */
const LOCK = 'SingletonLock';

/**
 * Asks for the folder, and tells an app that has it to show its window. A full or read-only disk holds no lock: that is no
 * other app, and this one shall run.
 */
export function isOnlyInstance(): boolean {
  if (app.requestSingleInstanceLock()) return true;
  return process.platform !== 'win32' && lstatSync(path.join(app.getPath('userData'), LOCK), { throwIfNoEntry: false }) === undefined;
}
