// The token, kept with the system's keyring. What is done with it is in token-file.ts.
import { safeStorage } from 'electron';
import type { Log } from '../log.ts';
import { cipherOf } from './cipher.ts';
import { createTokenFile, type Keychain } from './token-file.ts';

/**
 * Call after Electron's `ready`; it does not touch the keyring yet. `read` (when a token is kept) and `keep` do, and on older
 * Electron **the whole app stands still** while a locked keyring's prompt is unanswered: call them as late as possible, after
 * the tray is up, and never when the token comes from the environment.
 */
export function createKeychain(folder: string, log: Log): Keychain {
  return createTokenFile(folder, cipherOf(safeStorage), log);
}
