// Whom we trust over TLS: Node's own authorities, the system's store beside them (companies put theirs there), and
// NODE_EXTRA_CA_CERTS, which Node drops as soon as a list of ours is given.
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import tls, { type SecureContext } from 'node:tls';
import type { Log } from '../log.ts';

/** Where Linux systems keep their store as one file (Debian, Fedora, openSUSE, Alpine); the first that is there counts. */
const STORES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
] as const;

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null); // not there or not ours to read: the next place is asked
}

async function systemStore(environment: NodeJS.ProcessEnv): Promise<string> {
  // Node 22.15 and later know the store of every system; the fallback runtime's Node 20 knows none.
  if (typeof tls.getCACertificates === 'function') return tls.getCACertificates('system').join('\n');
  for (const file of [environment['SSL_CERT_FILE'], ...STORES]) {
    const found = file === undefined ? null : await textOf(file);
    if (found) return found;
  }
  return '';
}

function isReadable(certificate: string): boolean {
  try {
    return new X509Certificate(certificate).raw.length > 0;
  } catch {
    return false; // one broken entry must not cost all others
  }
}

/** Every authority trusted, each once. */
export async function trustedCertificates(environment: NodeJS.ProcessEnv, log: Log): Promise<readonly string[]> {
  const extraFile = environment['NODE_EXTRA_CA_CERTS'];
  const extra = extraFile === undefined ? '' : await textOf(extraFile);
  if (extra === null) log.warn('NODE_EXTRA_CA_CERTS cannot be read', { file: extraFile });
  const added = `${await systemStore(environment)}\n${extra ?? ''}`.match(PEM) ?? [];
  const own = tls.rootCertificates;
  const known = new Set(own.map(withoutSpace));
  const fresh = added.filter((one) => !known.has(withoutSpace(one)) && known.add(withoutSpace(one)));
  return [...own, ...fresh.filter(isReadable)];
}

function withoutSpace(certificate: string): string {
  return certificate.replaceAll(/\s+/g, '');
}

/** The trust of all connections, made once: parsing the authorities anew for each connection would cost more than the connection. */
export async function trustedContext(environment: NodeJS.ProcessEnv, log: Log): Promise<SecureContext> {
  const certificates = await trustedCertificates(environment, log);
  log.debug('authorities trusted', { own: tls.rootCertificates.length, all: certificates.length });
  return tls.createSecureContext({ ca: [...certificates] });
}
