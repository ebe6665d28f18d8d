import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog, SILENT_LOG } from '../../../electron/log.ts';
import { trustedCertificates, trustedContext } from '../../../electron/system/trusted-certificates.ts';
import { LOCAL_CERTIFICATE } from '../../support/local-certificate.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'trust-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function fileOf(text: string): Promise<string> {
  const file = path.join(folder, 'extra.pem');
  await writeFile(file, text);
  return file;
}
const count = (all: readonly string[], certificate: string): number => all.filter((one) => one.trim() === certificate.trim()).length;

test("Node's own authorities are trusted, each once", async () => {
  const all = await trustedCertificates({}, SILENT_LOG);
  expect(all).toEqual(expect.arrayContaining([...tls.rootCertificates]));
  expect(new Set(all.map((one) => one.replaceAll(/\s/g, ''))).size).toBe(all.length);
});

test('those of NODE_EXTRA_CA_CERTS are trusted too, and a broken one among them costs no other', async () => {
  const broken = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
  const file = await fileOf(`# ours\n${broken}\n${LOCAL_CERTIFICATE}${LOCAL_CERTIFICATE}`);
  const all = await trustedCertificates({ NODE_EXTRA_CA_CERTS: file }, SILENT_LOG);
  expect(count(all, LOCAL_CERTIFICATE)).toBe(1);
  expect(count(all, broken)).toBe(0);
  expect(await trustedContext({ NODE_EXTRA_CA_CERTS: file }, SILENT_LOG)).toHaveProperty('context');
});

test('a file of NODE_EXTRA_CA_CERTS that is not there is told', async () => {
  const lines: string[] = [];
  const log = createLog(
    (line) => lines.push(line),
    () => new Date(0),
  );
  expect(await trustedCertificates({ NODE_EXTRA_CA_CERTS: path.join(folder, 'none.pem') }, log)).not.toHaveLength(0);
  expect(lines.join()).toContain('NODE_EXTRA_CA_CERTS cannot be read');
});
