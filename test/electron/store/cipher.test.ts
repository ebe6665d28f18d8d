import { expect, test } from 'vitest';
import { cipherOf, type SafeStorage } from '../../../electron/store/cipher.ts';

const older = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from(`sync:${text}`),
  decryptString: (bytes) => bytes.toString().replace('sync:', ''),
} satisfies SafeStorage;
const newer = {
  ...older,
  isAsyncEncryptionAvailable: async () => false,
  encryptStringAsync: async (text) => Buffer.from(`async:${text}`),
  decryptStringAsync: async (bytes) => ({ shouldReEncrypt: true, result: bytes.toString().replace('async:', '') }),
} satisfies SafeStorage;

test('takes the synchronous way where there is no other', async () => {
  const cipher = cipherOf(older);
  expect(await cipher.isAvailable()).toBe(true);
  expect(Buffer.from(await cipher.encrypt('x')).toString()).toBe('sync:x');
  expect(await cipher.decrypt(Buffer.from('sync:x'))).toEqual({ text: 'x', isOld: false });
});

test('takes the asynchronous way where it can', async () => {
  const cipher = cipherOf(newer);
  expect(await cipher.isAvailable()).toBe(false);
  expect(Buffer.from(await cipher.encrypt('x')).toString()).toBe('async:x');
  expect(await cipher.decrypt(Buffer.from('async:x'))).toEqual({ text: 'x', isOld: true });
});

test('what throws at once is a rejection', async () => {
  const cipher = cipherOf({
    ...older,
    decryptString: () => {
      throw new Error('not encrypted');
    },
  });
  await expect(cipher.decrypt(Buffer.from('x'))).rejects.toThrow('not encrypted');
});
