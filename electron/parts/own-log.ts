// The app's own log and its file.
import { app } from 'electron';
import path from 'node:path';
import { createLog, type Log } from '../log.ts';
import { openLogFile } from '../system/log-file.ts';

/** The app's own log, which masks the tokens in use; `stop` closes its file. */
export function openLog(
  folder: string,
  secrets: () => readonly string[],
): { readonly log: Log; readonly file: string; readonly stop: () => void } {
  const file = openLogFile(path.join(folder, 'logs'), (text) => process.stderr.write(`${text}\n`));
  const log = createLog(file.sink, () => new Date(), secrets);
  log.info('started', { version: app.getVersion(), electron: process.versions['electron'], system: process.platform });
  return { log, file: file.file, stop: () => file.stop() };
}
