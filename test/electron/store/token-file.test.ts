import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createLog, SILENT_LOG } from '../../../electron/log.ts';
import type { Cipher } from '../../../electron/store/cipher.ts';
import { createTokenFile } from '../../../electron/store/token-file.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const TOKEN = 'qov_1234567890';

/** A keyring of our own: turns bytes around under a mark, and can be locked away. */
function keyring() {
  const state = { isThere: true, isOld: false, asked: 0 };
  const cipher = {
    isAvailable: async () => {
      state.asked += 1;
      return state.isThere;
    },
    encrypt: async (text) => Buffer.from(`v1:${Buffer.from(text).toString('hex')}`),
    decrypt: async (bytes) => {
      const text = Buffer.from(bytes).toString();
      if (!text.startsWith('v1:')) throw new Error('not of this keyring');
      return { text: Buffer.from(text.slice(3), 'hex').toString(), isOld: state.isOld };
    },
  } satisfies Cipher;
  return { state, cipher };
}

test('does not touch the keyring while there is no token to read', async () => {
  const { state, cipher } = keyring();
  const file = createTokenFile(scratchFolder(), cipher, SILENT_LOG);
  expect(await file.read()).toEqual({ ok: true, value: null });
  expect(await file.forget()).toEqual({ ok: true, value: null });
  expect(state.asked).toBe(0);
});

test('keeps the token over a restart, encrypted, in a file only its person can read', async () => {
  const [folder, { cipher }] = [scratchFolder(), keyring()];
  expect(await createTokenFile(folder, cipher, SILENT_LOG).keep(TOKEN)).toEqual({ ok: true, value: null });
  expect(await createTokenFile(folder, cipher, SILENT_LOG).read()).toEqual({ ok: true, value: TOKEN });
  const kept = path.join(folder, 'token.bin');
  expect(readFileSync(kept, 'utf8')).not.toContain(TOKEN);
  expect(statSync(kept).mode & 0o777).toBe(0o600);
});

test('writes nothing when there is no keyring', async () => {
  const [folder, { cipher, state }] = [scratchFolder(), keyring()];
  state.isThere = false;
  expect(await createTokenFile(folder, cipher, SILENT_LOG).keep(TOKEN)).toEqual({ ok: false, problem: { kind: 'no-keyring' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('writes nothing when the keyring fails in the middle', async () => {
  const [folder, { cipher }] = [scratchFolder(), keyring()];
  const failing = { ...cipher, encrypt: () => Promise.reject(new Error('locked')) };
  expect(await createTokenFile(folder, failing, SILENT_LOG).keep(TOKEN)).toEqual({ ok: false, problem: { kind: 'no-keyring' } });
  expect(readdirSync(folder)).toEqual([]);
});

test('keeps the file when its keyring is gone, and reads it when it is back', async () => {
  const [folder, { cipher, state }] = [scratchFolder(), keyring()];
  const file = createTokenFile(folder, cipher, SILENT_LOG);
  await file.keep(TOKEN);
  state.isThere = false;
  expect(await file.read()).toEqual({ ok: false, problem: { kind: 'no-keyring' } });
  state.isThere = true;
  expect(await file.read()).toEqual({ ok: true, value: TOKEN });
});

test('says that what is kept cannot be decrypted', async () => {
  const folder = scratchFolder();
  writeFileSync(path.join(folder, 'token.bin'), 'garbage');
  const file = createTokenFile(folder, keyring().cipher, SILENT_LOG);
  expect(await file.read()).toMatchObject({ ok: false, problem: { kind: 'store', file: 'token.bin' } });
});

test('says that the file cannot be read', async () => {
  const folder = scratchFolder();
  mkdirSync(path.join(folder, 'token.bin'));
  const file = createTokenFile(folder, keyring().cipher, SILENT_LOG);
  expect(await file.read()).toMatchObject({ ok: false, problem: { kind: 'store', file: 'token.bin' } });
  expect(await file.forget()).toMatchObject({ ok: false, problem: { kind: 'store', file: 'token.bin' } });
});

test('encrypts the token again when the keyring has a newer key', async () => {
  const [folder, { cipher, state }] = [scratchFolder(), keyring()];
  const file = createTokenFile(folder, cipher, SILENT_LOG);
  await file.keep(TOKEN);
  state.isOld = true;
  const newer = { ...cipher, encrypt: async (text: string) => Buffer.from(`v1:${Buffer.from(text).toString('hex').toUpperCase()}`) };
  expect(await createTokenFile(folder, newer, SILENT_LOG).read()).toEqual({ ok: true, value: TOKEN });
  expect(readFileSync(path.join(folder, 'token.bin'), 'utf8')).toBe(`v1:${Buffer.from(TOKEN).toString('hex').toUpperCase()}`);
});

test('forgets the token', async () => {
  const [folder, { cipher }] = [scratchFolder(), keyring()];
  const file = createTokenFile(folder, cipher, SILENT_LOG);
  await file.keep(TOKEN);
  expect(await file.forget()).toEqual({ ok: true, value: null });
  expect([existsSync(path.join(folder, 'token.bin')), await file.read()]).toEqual([false, { ok: true, value: null }]);
});

test('never logs the token', async () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => void lines.push(line),
    () => new Date(0),
  );
  const { cipher } = keyring();
  const failing = { ...cipher, encrypt: () => Promise.reject(new Error('locked')) };
  await createTokenFile(scratchFolder(), failing, log).keep('plain words');
  expect(lines).toHaveLength(1);
  expect(lines.join()).not.toContain('plain words');
});
