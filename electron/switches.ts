// The start-up switches and the environment's variables, read once by main.ts and handed down as values.
import { parseArgs } from 'node:util';

export interface Switches {
  /** Run on the built-in demo platform instead of an account. */
  readonly demo: { readonly scenario: string; readonly seed: number; readonly speed: number; readonly fault: string | null } | null;
  /** Open the window at once. */
  readonly open: boolean;
  /** Say each change of the tray and each notification on the terminal, too: there is no display on which to see them. */
  readonly isTelling: boolean;
}

const positive = (value: unknown, otherwise: number): number => (Number(value) > 0 ? Number(value) : otherwise);

/** The switches among a command line's arguments; those that are not ours (Chromium's) are left alone. */
export function switchesFrom(argv: readonly string[]): Switches {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    options: {
      demo: { type: 'boolean' },
      scenario: { type: 'string' },
      seed: { type: 'string' },
      speed: { type: 'string' },
      fault: { type: 'string' },
      open: { type: 'boolean' },
      tell: { type: 'boolean' },
    },
  });
  const scenario = typeof values['scenario'] === 'string' ? values['scenario'] : 'tour';
  const fault = typeof values['fault'] === 'string' ? values['fault'] : null;
  const demo = { scenario, seed: positive(values['seed'], 1), speed: positive(values['speed'], 1), fault };
  return {
    demo: values['demo'] === true ? demo : null,
    open: values['open'] === true,
    isTelling: values['demo'] === true || values['tell'] === true,
  };
}

/** Where the platform is, and the token when the environment gives one: the variables are the official CLI's. */
export interface PlatformAddress {
  readonly apiUrl: string;
  readonly wsUrl: string;
  readonly consoleUrl: string;
  readonly token: string | null;
}

/** What may hold the token, the first that says something. */
export const TOKEN_VARIABLES = ['QOVERY_CLI_ACCESS_TOKEN', 'Q_CLI_ACCESS_TOKEN'] as const;

const set = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());
const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** The platform named by these variables; what they do not name is Qovery's own. */
export function addressFrom(env: Readonly<Record<string, string | undefined>>): PlatformAddress {
  return {
    apiUrl: withoutSlash(set(env['QOVERY_API_URL']) ?? 'https://api.qovery.com'),
    wsUrl: withoutSlash(set(env['QOVERY_WS_URL']) ?? 'wss://ws.qovery.com'),
    consoleUrl: withoutSlash(set(env['QOVERY_CONSOLE_URL']) ?? 'https://console.qovery.com'),
    token: TOKEN_VARIABLES.map((name) => set(env[name])).find((token) => token !== null) ?? null,
  };
}
