// A call over the session bus of a Linux desktop, by the program `dbus-send`: the app has no bus client of its own.
import { execFile } from 'node:child_process';
import type { Called } from './dbus-answer.ts';

/** Milliseconds after which a service is taken for silent. */
const WITHIN_MS = 2_000;

/** Calls `call` (destination, path, member, arguments, as the program takes them). Never rejects. */
export function sendToBus(...call: readonly string[]): Promise<Called> {
  const options = ['--session', '--print-reply', `--reply-timeout=${WITHIN_MS}`];
  return new Promise((resolve) => {
    execFile('dbus-send', [...options, ...call], { timeout: 2 * WITHIN_MS, encoding: 'utf8' }, (error, output, errors) => {
      resolve({ isThere: error?.code !== 'ENOENT' && error?.code !== 'EACCES', hasWorked: error === null, output, errors });
    });
  });
}
