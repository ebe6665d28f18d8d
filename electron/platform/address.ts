// Addresses on the platform: a base as a person or the environment gives it, a path of ours, a query.
import { failed, ok, type Result } from '../model/result.ts';

/** Values of a query; empty ones are left out, as the platform wants it. */
export type Query = Readonly<Record<string, string | number | null>>;

function queryText(query: Query): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== '') kept.set(name, String(value));
  return kept.size > 0 ? `?${kept.toString()}` : '';
}

/** A path out of constant parts and ids: `path('environment', id, 'statuses')`. */
export function path(...parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part)}`).join('');
}

/** The whole address; `bad-address` when the base is none or does not begin with one of `protocols` (`https:` …). */
export function addressOf(base: string, protocols: readonly string[], pathname: string, query: Query = {}): Result<URL> {
  const trimmed = base.trim().replace(/\/+$/, '');
  if (!URL.canParse(trimmed)) return failed({ kind: 'bad-address', address: withoutSecrets(trimmed) });
  const { protocol, hostname, username, password, search, hash } = new URL(trimmed);
  const isPlain = hostname !== '' && !username && !password && !search && !hash;
  if (!protocols.includes(protocol) || !isPlain) return failed({ kind: 'bad-address', address: withoutSecrets(trimmed) });
  return ok(new URL(`${trimmed}${pathname}${queryText(query)}`));
}

/** An address may hold a name and a password, or a token in its query: none of them is shown. */
function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/, '');
}
