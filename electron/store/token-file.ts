// The token on disk, encrypted or not at all. Asks the keyring only when there is something to encrypt or decrypt.
// Needs no Electron; keychain.ts brings the system's keyring.
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Log } from '../log.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Cipher } from './cipher.ts';
import { codeOf, storeProblem, writeWhole } from './json-file.ts';

export interface Keychain {
  /** The token kept; null when none is. `no-keyring`: one is kept, but its keyring is gone; `store`: what is kept is unreadable. */
  read(): Promise<Result<string | null>>;
  /** Keeps the token; `no-keyring` when there is nothing to encrypt it with: then nothing is written. */
  keep(token: string): Promise<Result<null>>;
  /** Forgets the token; needs no keyring. */
  forget(): Promise<Result<null>>;
}

function bytesOf(file: string): Result<Uint8Array | null> {
  try {
    return ok(readFileSync(file));
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? ok(null) : failed(storeProblem(file, error));
  }
}

/** The token in `token.bin` of the folder, mode 0600. */
export function createTokenFile(folder: string, cipher: Cipher, log: Log): Keychain {
  const file = path.join(folder, 'token.bin');

  const keep = async (token: string): Promise<Result<null>> => {
    try {
      if (!(await cipher.isAvailable())) return failed({ kind: 'no-keyring' });
      return writeWhole(file, await cipher.encrypt(token));
    } catch (error) {
      log.warn('the keyring did not encrypt', { error: String(error) });
      return failed({ kind: 'no-keyring' });
    }
  };
  const decrypted = async (bytes: Uint8Array): Promise<Result<string | null>> => {
    try {
      if (!(await cipher.isAvailable())) return failed({ kind: 'no-keyring' });
      const { text, isOld } = await cipher.decrypt(bytes);
      if (isOld) await keep(text);
      return ok(text);
    } catch (error) {
      log.warn('the kept token could not be decrypted', { error: String(error) });
      return failed({ kind: 'store', file: path.basename(file), detail: 'it was not written with this keyring; connect again' });
    }
  };
  return {
    read: async () => {
      const bytes = bytesOf(file);
      if (!bytes.ok || bytes.value === null) return bytes.ok ? ok(null) : bytes;
      return decrypted(bytes.value);
    },
    keep,
    forget: async () => {
      try {
        rmSync(file, { force: true });
        return ok(null);
      } catch (error) {
        return failed(storeProblem(file, error));
      }
    },
  };
}
