// One face for Electron's two ways to encrypt with the system's keyring: asynchronous (newer versions) and synchronous (the
// only one in older ones, deprecated in newer). Needs no Electron at run time.

/** Encrypts with a key that only this person's system keyring holds. */
export interface Cipher {
  /** Whether there is a keyring. Says nothing while it is locked: then it asks the person, and waits. */
  isAvailable(): Promise<boolean>;
  encrypt(text: string): Promise<Uint8Array>;
  /** `isOld`: encrypt it again, the key has been changed. Rejects when the bytes are not of this keyring. */
  decrypt(bytes: Uint8Array): Promise<{ readonly text: string; readonly isOld: boolean }>;
}

/** The part of Electron's safeStorage that is used; older versions lack the asynchronous half. */
export interface SafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ readonly shouldReEncrypt: boolean; readonly result: string }>;
}
type AsyncStorage = Required<Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'>>;

function isAsync(storage: SafeStorage): storage is SafeStorage & AsyncStorage {
  return typeof storage.encryptStringAsync === 'function';
}

/** The asynchronous way where there is one. Availability alone decides; the backend's name is no guide. */
export function cipherOf(storage: SafeStorage): Cipher {
  if (isAsync(storage))
    return {
      isAvailable: () => storage.isAsyncEncryptionAvailable(),
      encrypt: (text) => storage.encryptStringAsync(text),
      decrypt: async (bytes) => {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(bytes));
        return { text: result, isOld: shouldReEncrypt };
      },
    };
  return {
    isAvailable: async () => storage.isEncryptionAvailable(),
    encrypt: async (text) => storage.encryptString(text),
    decrypt: async (bytes) => ({ text: storage.decryptString(Buffer.from(bytes)), isOld: false }),
  };
}
