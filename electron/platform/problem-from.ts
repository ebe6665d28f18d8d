// Sorts what can go wrong between us and the platform into model/problem.ts, once: answers, system errors, socket closes.
// Nobody else looks at codes. Details are the platform's own words in one line, with every secret masked.
import { masked } from '../log.ts';
import type { Problem } from '../model/problem.ts';
import type { Instant } from '../model/world.ts';
import { record, text } from './decode/untrusted.ts';
import { headerNumber, headerTime, secondsAsWaitMs, type Headers } from './headers.ts';
import type { WireErrorBody } from './wire/discovery.ts';

/** An answer that is no success. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const LONGEST_DETAIL = 300;
/** The platform counts by the hour: a later "not before" is a mistake that must not silence us for years. */
const LONGEST_WAIT_MS = 3_600_000;

/** One line without secrets; `token` is the one in use. */
function safeDetail(words: string, token: string): string {
  return masked(words.replaceAll(/\s+/g, ' ').trim(), [token]).slice(0, LONGEST_DETAIL);
}

function wordsOf(body: string): string {
  try {
    const said = record<keyof WireErrorBody>(JSON.parse(body));
    return text(said?.detail) || text(said?.message) || text(said?.error);
  } catch {
    return ''; // HTML of a proxy, or nothing: the status says it all
  }
}

/** When a rate limit ends on our clock. */
function notBefore({ headers }: Answer, now: Instant): Instant | null {
  const seconds = headerNumber(headers, 'x-ratelimit-reset') ?? headerNumber(headers, 'retry-after');
  const at = headerTime(headers, 'retry-after');
  const theirNow = headerTime(headers, 'date') ?? now;
  const waitMs = seconds === null ? (at === null ? null : at - theirNow) : secondsAsWaitMs(headers, seconds, now);
  return waitMs === null ? null : now + Math.min(Math.max(0, waitMs), LONGEST_WAIT_MS);
}

/** The problem an answer tells of. Anything that is neither a refusal nor a known error is not the platform speaking. */
export function problemFromAnswer(answer: Answer, now: Instant, token: string): Problem {
  const { status } = answer;
  const detail = safeDetail(wordsOf(answer.body), token);
  if (status === 401) return { kind: 'refused', answer: status };
  if (status === 403) return { kind: 'forbidden', answer: status };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 429) return { kind: 'rate-limited', notBefore: notBefore(answer, now) };
  if (status >= 500) return { kind: 'server-error', answer: status, detail };
  if (status >= 400) return { kind: 'bad-request', answer: status, detail };
  return { kind: 'bad-reply', detail: `status ${status}` };
}

const CERTIFICATE =
  /^(CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERROR_IN_C|INVALID_(CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH|ERR_TLS_CERT_)/;
/** Not HTTP, not gzip, not TLS, not a websocket: something answers, but it is not the platform. */
const GARBLED = /^(HPE_|Z_|ERR_SSL_|EPROTO$|WS_ERR_)/;

function codeOf(error: unknown): string {
  const { code, errors } = record<'code' | 'errors'>(error) ?? {};
  if (typeof code === 'string') return code;
  return Array.isArray(errors) && errors.length > 0 ? codeOf(errors[0]) : ''; // one error per address that was tried
}

/** The problem behind an error of Node's network code; one without a code broke what HTTP or websockets prescribe. */
export function problemFromError(error: unknown, token: string): Problem {
  const code = codeOf(error);
  const detail = safeDetail(error instanceof Error ? error.message : String(error), token);
  if (code === 'ERR_INVALID_CHAR') return { kind: 'bad-input', detail: 'The token holds characters that cannot be sent.' };
  if (CERTIFICATE.test(code)) return { kind: 'certificate', code };
  if (code === '' || GARBLED.test(code)) return { kind: 'bad-reply', detail };
  return { kind: 'offline', code };
}

/** The problem behind a socket's close (platform.md 1.4). The reason counts before the code. */
export function problemFromClose(code: number, reason: string, token: string): Problem {
  if (reason.includes('NotFound')) return { kind: 'agent-away' };
  if (code === 1007) return { kind: 'forbidden', answer: code };
  if (code === 1008) return { kind: 'refused', answer: code };
  return { kind: 'closed', code, reason: safeDetail(reason, token) };
}

/** The proxy would not let us through: for us that is no connection. */
export function problemFromProxy(status: number): Problem {
  return { kind: 'offline', code: `PROXY_${status}` };
}

/** Whether trying again cannot help: the account or the settings must change first. */
export function isFinal(problem: Problem): boolean {
  return ['refused', 'forbidden', 'signed-out', 'bad-address', 'bad-input'].includes(problem.kind);
}
