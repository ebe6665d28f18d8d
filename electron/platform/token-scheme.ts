// Tokens as people have them: what kind one is, and the token itself out of whatever was pasted.
import { failed, ok, type Result } from '../model/result.ts';

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;
/** What people paste around a token: a whole curl line, a header, or the scheme's word. Quoted parts may hold line breaks. */
const QUOTED_HEADER = /(["'])authorization\s*:\s*(?:(?:token|bearer)\s+)?([^"']*)\1/i;
const BARE_HEADER = /(?:^|[\s"'])authorization\s*:\s*(?:(?:token|bearer)\s+)?(\S*)/i;
const SCHEME_WORD = /^(?:token|bearer)(?:\s+|$)/i;
const SENDABLE = /^[\u0021-\u007e]+$/;

function hasAlgorithm(segment: string): boolean {
  try {
    const header: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return typeof header === 'object' && header !== null && 'alg' in header;
  } catch {
    return false; // not JSON, so no header of a JWT
  }
}

/** How a token is sent. A JWT (three base64url segments, the first a JSON object with `alg`) goes as Bearer, all else as Token. */
export function schemeOf(token: string): 'Token' | 'Bearer' {
  return JWT.test(token) && hasAlgorithm(token.slice(0, token.indexOf('.'))) ? 'Bearer' : 'Token';
}

/** The token in what was pasted: it alone, quoted, with its scheme, as a header, or inside a curl line. */
export function cleanToken(pasted: string): Result<string> {
  const text = pasted.replaceAll(/[\u200b-\u200d\u2060\ufeff]/g, '').trim();
  const inHeader = QUOTED_HEADER.exec(text)?.[2] ?? BARE_HEADER.exec(text)?.[1];
  const alone = inHeader ?? text.replace(/^(["'])([\s\S]*)\1$/, '$2').trim();
  const token = alone
    .replace(SCHEME_WORD, '')
    .replaceAll(/[\r\n]+\s*/g, '')
    .trim();
  if (!token) return failed({ kind: 'bad-input', detail: 'There is no token in it.' });
  if (!SENDABLE.test(token)) return failed({ kind: 'bad-input', detail: 'A token has no spaces and no special characters.' });
  return ok(token);
}
