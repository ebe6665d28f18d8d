// The app's own log: scope, level, one line each, secrets masked before anything is written. main.ts hands it the sink,
// so this file needs neither Electron nor the file system. Never log request headers or log text of the platform.
export type LogSink = (line: string) => void;
type Level = 'debug' | 'info' | 'warn' | 'error';

export interface Log {
  debug(text: string, facts?: Facts): void;
  info(text: string, facts?: Facts): void;
  warn(text: string, facts?: Facts): void;
  error(text: string, facts?: Facts): void;
  /** The same log under a narrower name, e.g. `platform` → `platform/socket`. */
  scope(name: string): Log;
}
type Facts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What may never be written, whatever says it: tokens in headers, queries or alone (JWT, sk-qov, qov_). */
const SECRETS = [
  /\b(Token|Bearer)\s+[\w.~+/=-]{8,}/gi,
  /\bauth\.bearer\.[\w.~+/=-]+/g,
  /([?&](?:bearer_token|token|access_token)=)[^&\s"]+/gi,
  /\beyJ[\w-]{6,}\.[\w-]+\.[\w-]*/g,
  /\b(?:sk-qov|qov)[-_][\w-]{6,}/g,
];

/** The text with every secret replaced; `known` holds the tokens in use, whatever they look like. */
export function masked(text: string, known: readonly string[] = []): string {
  let safe = text;
  for (const secret of known) if (secret.length >= 4) safe = safe.replaceAll(secret, '[secret]');
  for (const pattern of SECRETS)
    safe = safe.replace(pattern, (_, kept: unknown) => (typeof kept === 'string' && /^[?&]/.test(kept) ? `${kept}[secret]` : '[secret]'));
  return safe;
}

/** A log that writes to `sink`; `now` gives the time, `secrets` the tokens in use at that moment. */
export function createLog(sink: LogSink, now: () => Date, secrets: () => readonly string[] = () => []): Log {
  const at = (scope: string): Log => {
    const write = (level: Level) => (text: string, facts?: Facts) => {
      const more = facts ? ` ${JSON.stringify(facts)}` : '';
      sink(masked(`${now().toISOString()} ${level.padEnd(5)} ${scope} ${text}${more}`.replaceAll(/[\r\n]+/g, '⏎'), secrets()));
    };
    return {
      debug: write('debug'),
      info: write('info'),
      warn: write('warn'),
      error: write('error'),
      scope: (name) => at(scope ? `${scope}/${name}` : name),
    };
  };
  return at('app');
}

/** A log that keeps quiet, for tests and tools. */
export const SILENT_LOG: Log = createLog(
  () => undefined,
  () => new Date(0),
);
